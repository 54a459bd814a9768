import { allAtOnce, type Steps } from "../steps";
import type { Mention } from "../tagger/mention";
import { mentionKey } from "../tagger/mention-key";
import { betterName, mentionName } from "../tagger/mention-name";
import type { Taxonomy } from "../taxonomy/taxonomy";
import { type ClassId, type Facet, facetOf } from "../taxonomy/scheme";
import type { CorpusDocument } from "./corpus-document";

/** Where the labels of entities and classes are from. */
export type Labels = Pick<Taxonomy, "entities" | "classes">;

/** So many rows take about as long as a document. */
const ROWS_IN_STEP = 200;

const NO_LABELS: Labels = { entities: new Map(), classes: new Map() };

/** What mentions share that are counted as one. */
export interface CountedKey {
  /** See `mentionKey`; of classes, their id. */
  readonly key: string;
  /**
   * The label of the entity or class in the taxonomy; else the best name of its mentions (see `betterName`), or the class id.
   */
  readonly label: string;
  /** The class of most of the mentions. */
  readonly class: ClassId;
  readonly facet: Facet;
}

export interface DocumentCount {
  readonly path: string;
  readonly mentions: number;
}

/** How often something is mentioned. */
export interface MentionCount extends CountedKey {
  readonly mentions: number;
  /** In how many documents. */
  readonly documents: number;
  /** Documents that mention it, in the order of the corpus. */
  readonly byDocument: readonly DocumentCount[];
}

/** The entities and generic terms that a corpus mentions, most frequent first; every mention counts in exactly one row. */
export function countEntities(documents: readonly CorpusDocument[], labels: Labels = NO_LABELS): MentionCount[] {
  return allAtOnce(countEntitiesInSteps(documents, labels));
}

/** `countEntities`, a document a step. */
export function countEntitiesInSteps(
  documents: readonly CorpusDocument[],
  labels: Labels = NO_LABELS,
): Steps<MentionCount[]> {
  return count(documents, mentionKey, (key) => labels.entities.get(key)?.label);
}

/** The classes that a corpus mentions, most frequent first; every mention counts in exactly one row. */
export function countClasses(documents: readonly CorpusDocument[], labels: Labels = NO_LABELS): MentionCount[] {
  return allAtOnce(countClassesInSteps(documents, labels));
}

/** `countClasses`, a document a step. */
export function countClassesInSteps(
  documents: readonly CorpusDocument[],
  labels: Labels = NO_LABELS,
): Steps<MentionCount[]> {
  return count(
    documents,
    (mention) => mention.class,
    (id) => labels.classes.get(id)?.label ?? id,
  );
}

/** All that is known of the mentions of one key. */
interface Tally {
  readonly key: string;
  /** That of the taxonomy. */
  readonly label: string | undefined;
  /** The best that its mentions have; undefined where there is a label. */
  name: string | undefined;
  readonly classes: Map<ClassId, number>;
  readonly byDocument: { readonly path: string; mentions: number }[];
}

function* count(
  documents: readonly CorpusDocument[],
  keyOf: (mention: Mention) => string,
  labelOf: (key: string) => string | undefined,
): Steps<MentionCount[]> {
  const tallies = new Map<string, Tally>();
  for (const { path, mentions } of documents) {
    const here = new Map<Tally, { readonly path: string; mentions: number }>();
    for (const mention of mentions) {
      const tally = tallyOf(tallies, keyOf(mention), labelOf);
      if (tally.label === undefined) tally.name = nameWith(tally, mention);
      increment(tally.classes, mention.class);
      const known = here.get(tally);
      if (known === undefined) here.set(tally, { path, mentions: 1 });
      else known.mentions++;
    }
    for (const [tally, counted] of here) tally.byDocument.push(counted);
    yield;
  }
  const rows: MentionCount[] = [];
  for (const tally of tallies.values()) {
    rows.push(rowOf(tally));
    if (rows.length % ROWS_IN_STEP === 0) yield;
  }
  return rows.sort(byFrequency);
}

function tallyOf(tallies: Map<string, Tally>, key: string, labelOf: (key: string) => string | undefined): Tally {
  let tally = tallies.get(key);
  if (tally === undefined) {
    tally = { key, label: labelOf(key), name: undefined, classes: new Map(), byDocument: [] };
    tallies.set(key, tally);
  }
  return tally;
}

function nameWith({ name }: Tally, mention: Mention): string {
  const other = mentionName(mention);
  return name === undefined ? other : betterName(name, other, mention.entity);
}

function rowOf({ key, label: known, name = key, classes, byDocument }: Tally): MentionCount {
  const classId = mostFrequent(classes);
  const label = known ?? name;
  const mentions = byDocument.reduce((sum, document) => sum + document.mentions, 0);
  return { key, label, class: classId, facet: facetOf(classId), mentions, documents: byDocument.length, byDocument };
}

function byFrequency(a: MentionCount, b: MentionCount): number {
  return (
    b.mentions - a.mentions || b.documents - a.documents || compareText(a.label, b.label) || compareText(a.key, b.key)
  );
}

/** The value counted most; of several the first by code units, so that the order of documents does not matter. */
function mostFrequent(counts: ReadonlyMap<string, number>): string {
  return [...counts].reduce((best, each) =>
    each[1] > best[1] || (each[1] === best[1] && each[0] < best[0]) ? each : best,
  )[0];
}

function increment(counts: Map<string, number>, value: string): void {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}

/** Orders by code units, which is the same in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
