import type { ClassId, Mention } from "../../../../../src/core";
import { extractRelations, type Coverage, type FoundRelation } from "../../../../../src/core/classify/relations";

/**
 * A text and all relations that it states. Mentions stand in braces with the short name of their class; relations are written
 * "source type target", with a modality that is not asserted in front of the type in brackets.
 */
export type RelationCase = readonly [text: string, ...relations: string[]];

/** Classes by the names that the cases use. */
const CLASSES: Readonly<Record<string, ClassId>> = {
  state: "actor.state",
  igo: "actor.intergovernmental",
  agency: "actor.agency",
  company: "actor.company",
  university: "actor.research",
  ngo: "actor.civil-society",
  person: "actor.person",
  people: "actor.community",
  data: "infrastructure.data",
  sequencing: "infrastructure.sequencing",
  cloud: "infrastructure.compute",
  ai: "infrastructure.ai",
  care: "infrastructure.clinical",
  platform: "infrastructure.research",
  product: "infrastructure.production",
  network: "infrastructure.exchange",
  claim: "sovereignty.control",
  dependency: "sovereignty.dependency",
  law: "sovereignty.governance",
  flow: "sovereignty.flow",
  security: "sovereignty.security",
  rivalry: "sovereignty.competition",
  cooperation: "sovereignty.cooperation",
};

/** Reads a text with its mentions out of the notation. Names in capitals are named things, the others generic. */
export function readMarked(marked: string): { text: string; mentions: Mention[] } {
  const mentions: Mention[] = [];
  let text = "";
  let from = 0;
  for (const match of marked.matchAll(/\{([^|}]+)\|([^}]+)\}/gu)) {
    text += marked.slice(from, match.index);
    const [whole, name, short] = match as unknown as [string, string, string];
    const start = text.length;
    text += name;
    from = match.index + whole.length;
    const classId = CLASSES[short];
    if (classId === undefined) throw new Error(`No class "${short}".`);
    const entity = /^\p{Lu}/u.test(name) ? { entity: name.toLowerCase().replace(/[^a-z0-9]+/g, "-") } : {};
    const evidence = { kind: "term", text: name } as unknown as Mention["evidence"];
    mentions.push({
      start,
      end: text.length,
      text: name,
      class: classId,
      ...entity,
      by: "lexicon",
      confidence: 1,
      evidence,
    });
  }
  return { text: text + marked.slice(from), mentions };
}

export function relationsIn(marked: string, coverage?: Coverage): FoundRelation[] {
  return extractRelations(readMarked(marked), coverage);
}

/** A relation as the cases write it. */
export function written({ source, type, target, modality }: FoundRelation): string {
  const mark = modality === "asserted" ? "" : `[${modality}] `;
  return `${source.mention.text} ${mark}${type} ${target.mention.text}`;
}
