import {
  countedRelations,
  RelationIndex,
  reviewRelations,
  type CorpusDocument,
  type CountedRelations,
  type FoundRelation,
  type MapDocument,
  type ReviewedRelation,
} from "../../../core";
import type { WorkspaceDocument } from "../../services/scan/lazy-document";
import { TimeSlices } from "../../services/scan/time-slices";
import type { Services } from "../../services/services";
import { recordsIn, type PlacedRecords } from "../pages/document-records";
import type { ScopeCorpus } from "../pages/scope-corpus";

/** Documents with the relations that count for a map. */
export interface MapCorpus {
  readonly documents: readonly MapDocument[];
  /** Relations that cannot be drawn; see `CountedRelations`. */
  readonly withoutMention: number;
}

/** Finds the relations of a corpus in slices of time, and again only in the passages that changed. */
export class MapDocuments {
  readonly #services: Services;
  readonly #found = new WeakMap<CorpusDocument, readonly FoundRelation[]>();
  /** By the paths of the documents. */
  readonly #indexes = new Map<string, RelationIndex>();

  constructor(services: Services) {
    this.#services = services;
  }

  async read({ sources }: Pick<ScopeCorpus, "sources">): Promise<MapCorpus> {
    const slices = new TimeSlices();
    const documents: MapDocument[] = [];
    let withoutMention = 0;
    for (const [source, document] of sources) {
      const counted = await this.relationsOf(source, document, slices);
      const { path, text, passages } = document;
      documents.push({ path, text, passages, relations: counted.relations });
      withoutMention += counted.withoutMention;
      await slices.breathe();
    }
    this.#forgetAllBut(new Set(documents.map(({ path }) => path)));
    return { documents, withoutMention };
  }

  /** The relations of a document that count, with what people decided on them. */
  async relationsOf(
    source: WorkspaceDocument,
    document: CorpusDocument,
    slices: TimeSlices,
  ): Promise<CountedRelations> {
    const found = await this.#findIn(document, slices);
    return countedRelations(document.mentions, reviewRelations(found, await this.#decidedIn(source)));
  }

  /** A relation that counts, with what people decided on it. */
  async reviewed(source: WorkspaceDocument, relation: FoundRelation): Promise<ReviewedRelation | undefined> {
    const { relations } = reviewRelations([relation], await this.#decidedIn(source));
    return relations.find(({ found }) => found === relation);
  }

  #forgetAllBut(paths: ReadonlySet<string>): void {
    for (const path of this.#indexes.keys()) if (!paths.has(path)) this.#indexes.delete(path);
  }

  async #findIn(document: CorpusDocument, slices: TimeSlices): Promise<readonly FoundRelation[]> {
    const known = this.#found.get(document);
    if (known !== undefined) return known;
    const index = this.#indexes.get(document.path) ?? new RelationIndex();
    this.#indexes.set(document.path, index);
    const { passages, mentions } = document;
    while (!index.read(passages, mentions, slices.isOver)) await slices.pause();
    const found = index.relations(passages, mentions);
    this.#found.set(document, found);
    return found;
  }

  async #decidedIn(source: WorkspaceDocument): Promise<PlacedRecords["relations"]> {
    return (await recordsIn(this.#services, source)).relations;
  }
}
