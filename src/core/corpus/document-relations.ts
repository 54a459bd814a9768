import { placeRelations } from "../annotations/placed-relation";
import { type Relation, SYMMETRIC_TYPES } from "../annotations/relation";
import { extractRelations, type FoundRelation } from "../classify/relations";
import { type CountedRelations, countedRelations } from "../classify/relations/counted-relations";
import { reviewRelations } from "../classify/relations/reviewed-relations";
import type { CorpusDocument, DocumentRelation } from "./corpus-document";
import { mentionKey } from "../tagger/mention-key";

/** The relations that hold in a document: those its text states, with people's decisions applied, and those they added. */
export function readRelations(
  { text, passages, mentions }: Pick<CorpusDocument, "text" | "passages" | "mentions">,
  decisions: readonly Relation[] = [],
): CountedRelations {
  const found = extractRelations({ text, passages, mentions });
  return countedRelations(mentions, reviewRelations(found, placeRelations(text, decisions)));
}

/** Relations as a corpus counts them: between things, wherever they are mentioned. Sorted by start. */
export function documentRelations(relations: readonly FoundRelation[]): DocumentRelation[] {
  return relations.map(documentRelation).sort((a, b) => a.start - b.start);
}

function documentRelation({ type, modality, source, target, evidence }: FoundRelation): DocumentRelation {
  const ends = [source, target].map(({ mention }) => mentionKey(mention));
  const [from, to] = (SYMMETRIC_TYPES.has(type) ? ends.sort() : ends) as [string, string];
  return {
    type,
    ...(modality === "asserted" ? {} : { modality }),
    source: from,
    target: to,
    start: evidence.start,
    end: evidence.end,
  };
}
