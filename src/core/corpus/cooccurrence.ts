import type { ReviewedMention } from "../annotations/decision";
import { allAtOnce, type Steps } from "../steps";
import { sentenceAt } from "../text/sentences";
import type { Span } from "../text/span";
import type { CorpusDocument } from "./corpus-document";
import { compareText, countClassesInSteps, type CountedKey, countEntitiesInSteps, type Labels } from "./counts";
import { mentionKey } from "../tagger/mention-key";

/** How near two mentions must stand to count as together. */
export const COOCCURRENCE_WINDOWS = ["sentence", "paragraph", "document"] as const;
export type CooccurrenceWindow = (typeof COOCCURRENCE_WINDOWS)[number];

export interface CooccurrenceOptions {
  /** `paragraph` is a passage: a paragraph, list item, heading or table row. */
  readonly window: CooccurrenceWindow;
  readonly by: "entity" | "class";
  /** Pairs in fewer windows are left out; 1 if absent. */
  readonly minimum?: number;
  /** Only so many keys, those with most mentions, are paired: a corpus has many more pairs than keys. All if absent. */
  readonly top?: number;
  readonly labels?: Labels;
}

/** In how many windows something is mentioned. */
export interface CooccurrenceMarginal extends CountedKey {
  readonly windows: number;
}

/** How strongly two keys hold together. */
export interface Association {
  /** Windows that mention both. */
  readonly together: number;
  /** Windows that would mention both if the two were independent of each other. */
  readonly expected: number;
  /**
   * Pointwise mutual information in bits: the logarithm of `together` over `expected`. It favours rare pairs.
   *
   * Church, K. W. and Hanks, P. (1990). Word association norms, mutual information, and lexicography. Computational
   * Linguistics 16(1), 22–29.
   */
  readonly pmi: number;
  /** How certain it is that the two are not independent, whether they attract or avoid each other; see `logLikelihoodRatio`. */
  readonly logLikelihood: number;
}

/** Two keys that stand in the same windows. */
export interface CooccurrencePair extends Association {
  /** Before `b` by code units. */
  readonly a: string;
  readonly b: string;
}

export interface Cooccurrence {
  /** All windows of the corpus, with those that mention nothing. */
  readonly windows: number;
  /** Most mentions first. */
  readonly marginals: readonly CooccurrenceMarginal[];
  /** Those together most often first. */
  readonly pairs: readonly CooccurrencePair[];
}

/** Counts the windows in which two entities, or two classes, are mentioned together. */
export function cooccurrence(documents: readonly CorpusDocument[], options: CooccurrenceOptions): Cooccurrence {
  return allAtOnce(cooccurrenceInSteps(documents, options));
}

/** `cooccurrence`, a document a step. */
export function* cooccurrenceInSteps(
  documents: readonly CorpusDocument[],
  options: CooccurrenceOptions,
): Steps<Cooccurrence> {
  const { window, by, minimum = 1, top = Infinity, labels } = options;
  const counts = yield* (by === "class" ? countClassesInSteps : countEntitiesInSteps)(documents, labels);
  const rows = counts.slice(0, top);
  const keyOf = by === "class" ? (mention: ReviewedMention) => mention.class : mentionKey;
  const indexes = new Map(rows.map(({ key }, index) => [key, index]));
  const alone = new Uint32Array(rows.length);
  const together = new Map<number, number>();
  let windows = 0;
  for (const document of documents) {
    for (const mentions of mentionsByWindow(document, window)) {
      const found = [...new Set(mentions.map((mention) => indexes.get(keyOf(mention)) ?? -1))];
      const present = found.filter((index) => index >= 0).sort((a, b) => a - b);
      for (const index of present) alone[index]!++;
      countPairs(present, rows.length, together);
    }
    windows += windowsIn(document, window);
    yield;
  }
  const pairs = [...together].flatMap(([pair, both]) => {
    if (both < minimum) return [];
    const [first, second] = [Math.floor(pair / rows.length), pair % rows.length];
    return [pairOf(rows[first]!.key, rows[second]!.key, both, alone[first]!, alone[second]!, windows)];
  });
  const marginals = rows.map(({ key, label, class: classId, facet }, index) => {
    return { key, label, class: classId, facet, windows: alone[index]! };
  });
  return { windows, marginals, pairs: pairs.sort(byWeight) };
}

/**
 * Dunning's log-likelihood ratio of a table of two by two: both, only the first, only the second, neither. Under
 * independence it is distributed as chi squared with one degree of freedom, also for small counts: above 3.84 is p < 0.05,
 * above 10.83 p < 0.001.
 *
 * Dunning, T. (1993). Accurate methods for the statistics of surprise and coincidence. Computational Linguistics 19(1), 61–74.
 */
export function logLikelihoodRatio(both: number, first: number, second: number, neither: number): number {
  const all = both + first + second + neither;
  const term = (observed: number, row: number, column: number) =>
    observed === 0 ? 0 : observed * Math.log((observed * all) / (row * column));
  const sum =
    term(both, both + first, both + second) +
    term(first, both + first, first + neither) +
    term(second, second + neither, both + second) +
    term(neither, second + neither, first + neither);
  // Rounding can leave a little less than nothing.
  return Math.max(0, 2 * sum);
}

/** The mentions of each window that has any. A mention that stands in no passage, such as one in code, is in no smaller window. */
export function mentionsByWindow(document: CorpusDocument, window: CooccurrenceWindow): readonly ReviewedMention[][] {
  const groups = new Map<Span, ReviewedMention[]>();
  const whole: Span = { start: 0, end: document.text.length };
  for (const mention of document.mentions) {
    const span = window === "document" ? whole : windowAt(document, mention.start, window);
    const group = span && groups.get(span);
    if (group !== undefined) group.push(mention);
    else if (span !== undefined) groups.set(span, [mention]);
  }
  return [...groups.values()];
}

function windowAt({ passages }: CorpusDocument, offset: number, window: "sentence" | "paragraph"): Span | undefined {
  const passage = passages[sentenceAt(passages, offset)];
  if (passage === undefined || offset < passage.start || offset >= passage.end) return undefined;
  return window === "paragraph" ? passage : passage.sentences[sentenceAt(passage.sentences, offset)];
}

export function windowsIn({ passages }: CorpusDocument, window: CooccurrenceWindow): number {
  switch (window) {
    case "document":
      return 1;
    case "paragraph":
      return passages.length;
    case "sentence":
      return passages.reduce((sum, { sentences }) => sum + sentences.length, 0);
  }
}

function countPairs(present: readonly number[], width: number, together: Map<number, number>): void {
  for (const [at, first] of present.entries()) {
    for (let i = at + 1; i < present.length; i++) {
      const pair = first * width + present[i]!;
      together.set(pair, (together.get(pair) ?? 0) + 1);
    }
  }
}

function pairOf(
  first: string,
  second: string,
  together: number,
  withFirst: number,
  withSecond: number,
  windows: number,
): CooccurrencePair {
  const [a, b] = first < second ? [first, second] : [second, first];
  return { a, b, ...association(together, withFirst, withSecond, windows) };
}

/** All arguments are numbers of windows: with both, with the first, with the second, and all. */
export function association(together: number, withFirst: number, withSecond: number, windows: number): Association {
  const expected = (withFirst * withSecond) / windows;
  return {
    together,
    expected,
    pmi: Math.log2(together / expected),
    logLikelihood: logLikelihoodRatio(
      together,
      withFirst - together,
      withSecond - together,
      windows - withFirst - withSecond + together,
    ),
  };
}

function byWeight(a: CooccurrencePair, b: CooccurrencePair): number {
  return b.together - a.together || b.logLikelihood - a.logLikelihood || compareText(a.a, b.a) || compareText(a.b, b.b);
}
