import { allAtOnce, type Steps } from "../steps";
import { LOCAL_ENTITY_PREFIX } from "../tagger/discovery/candidates";
import type { Mention } from "../tagger/mention";
import type { Taxonomy } from "../taxonomy/taxonomy";
import { type ClassId, type Facet, facetOf } from "../taxonomy/scheme";
import type { CorpusDocument } from "./corpus-document";
import { mentionKey, onOneLine } from "./mention-key";

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
   * The label of the entity or class in the taxonomy; else the form that texts write most often (of an abbreviated
   * name the longest), or the class id.
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
  return count(documents, mentionKey, ({ key, forms }) => labels.entities.get(key)?.label ?? nameOf(key, forms));
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
    ({ key }) => labels.classes.get(key)?.label ?? key,
  );
}

/** All that is known of the mentions of one key. */
interface Tally {
  readonly key: string;
  readonly forms: Map<string, number>;
  readonly classes: Map<ClassId, number>;
  readonly byDocument: { readonly path: string; mentions: number }[];
}

function* count(
  documents: readonly CorpusDocument[],
  keyOf: (mention: Mention) => string,
  labelOf: (tally: Tally) => string,
): Steps<MentionCount[]> {
  const tallies = new Map<string, Tally>();
  for (const { path, mentions } of documents) {
    const here = new Map<Tally, { readonly path: string; mentions: number }>();
    for (const mention of mentions) {
      const tally = tallyOf(tallies, keyOf(mention));
      increment(tally.forms, onOneLine(mention.text));
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
    rows.push(rowOf(tally, labelOf(tally)));
    if (rows.length % ROWS_IN_STEP === 0) yield;
  }
  return rows.sort(byFrequency);
}

function tallyOf(tallies: Map<string, Tally>, key: string): Tally {
  let tally = tallies.get(key);
  if (tally === undefined) {
    tally = { key, forms: new Map(), classes: new Map(), byDocument: [] };
    tallies.set(key, tally);
  }
  return tally;
}

function rowOf({ key, classes, byDocument }: Tally, label: string): MentionCount {
  const classId = mostFrequent(classes);
  const mentions = byDocument.reduce((sum, document) => sum + document.mentions, 0);
  return { key, label, class: classId, facet: facetOf(classId), mentions, documents: byDocument.length, byDocument };
}

function byFrequency(a: MentionCount, b: MentionCount): number {
  return (
    b.mentions - a.mentions || b.documents - a.documents || compareText(a.label, b.label) || compareText(a.key, b.key)
  );
}

/** What a key without a label is called; a name that its documents abbreviate by its long form. */
function nameOf(key: string, forms: ReadonlyMap<string, number>): string {
  if (!key.startsWith(LOCAL_ENTITY_PREFIX)) return mostFrequent(forms);
  return [...forms.keys()].reduce((a, b) => (b.length > a.length || (b.length === a.length && b < a) ? b : a));
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
