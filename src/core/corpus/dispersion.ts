import { allAtOnce, type Steps } from "../steps";
import type { Span } from "../text/span";
import type { CorpusDocument } from "./corpus-document";
import { mentionKey } from "../tagger/mention-key";
import { wordCount } from "./word-count";

/** Where a document mentions something. */
export interface DocumentDispersion {
  readonly path: string;
  /** The words of the document. */
  readonly words: number;
  /** Where the mentions begin, from 0 (start of the document) to 1 (its end); sorted. */
  readonly positions: readonly number[];
  /** The same mentions in the text. */
  readonly spans: readonly Span[];
}

/** How something is spread over a corpus. */
export interface Dispersion {
  readonly key: string;
  readonly mentions: number;
  /** All documents of the corpus, in its order, also those that do not mention it. */
  readonly documents: readonly DocumentDispersion[];
  /** See `juillandD`. */
  readonly juillandD: number | undefined;
  /** See `griesDP`. */
  readonly griesDP: number | undefined;
}

/** Documents as parts of a corpus: how often each mentions something, and how many words it has. */
export interface CorpusPart {
  readonly mentions: number;
  readonly words: number;
}

/**
 * Where something is mentioned in each document, and how evenly over the documents.
 *
 * @param key of an entity or generic term (see `mentionKey`), or a class id
 */
export function dispersion(documents: readonly CorpusDocument[], key: string): Dispersion {
  return allAtOnce(dispersionInSteps(documents, key));
}

/** `dispersion`, a document a step. */
export function* dispersionInSteps(documents: readonly CorpusDocument[], key: string): Steps<Dispersion> {
  const rows: DocumentDispersion[] = [];
  for (const document of documents) {
    rows.push(dispersionIn(document, key));
    yield;
  }
  const parts = rows.map(({ words, spans }) => ({ words, mentions: spans.length }));
  const mentions = parts.reduce((sum, part) => sum + part.mentions, 0);
  return { key, mentions, documents: rows, juillandD: juillandD(parts), griesDP: griesDP(parts) };
}

function dispersionIn(document: CorpusDocument, key: string): DocumentDispersion {
  const found = document.mentions.filter((mention) => mention.class === key || mentionKey(mention) === key);
  const length = Math.max(1, document.text.length);
  return {
    path: document.path,
    words: wordCount(document),
    positions: found.map(({ start }) => start / length),
    spans: found.map(({ start, end }) => ({ start, end })),
  };
}

/**
 * Juilland's D: 1 where every part has the same frequency for its size, 0 where one part has all. Frequencies are taken
 * relative to the words of each part, as parts differ in size. Undefined for fewer than two parts with words, and where
 * nothing is mentioned.
 *
 * Juilland, A. and Chang-Rodríguez, E. (1964). Frequency Dictionary of Spanish Words. Mouton. Relative frequencies: Gries,
 * S. Th. (2008). Dispersions and adjusted frequencies in corpora. International Journal of Corpus Linguistics 13(4), 403–437.
 */
export function juillandD(parts: readonly CorpusPart[]): number | undefined {
  const rates = parts.filter(({ words }) => words > 0).map(({ mentions, words }) => mentions / words);
  const mean = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
  if (rates.length < 2 || mean === 0) return undefined;
  const variance = rates.reduce((sum, rate) => sum + (rate - mean) ** 2, 0) / rates.length;
  // Rounding can leave a little less than nothing.
  return Math.max(0, 1 - Math.sqrt(variance) / mean / Math.sqrt(rates.length - 1));
}

/**
 * Gries' deviation of proportions, DP: near 0 where mentions are spread as the words of the parts are, near 1 where they are
 * in a small part only. Half the sum of the differences between each part's share of the mentions and of the words.
 * Undefined where nothing is mentioned, or there are no words.
 *
 * Gries, S. Th. (2008). Dispersions and adjusted frequencies in corpora. International Journal of Corpus Linguistics 13(4),
 * 403–437.
 */
export function griesDP(parts: readonly CorpusPart[]): number | undefined {
  const mentions = parts.reduce((sum, part) => sum + part.mentions, 0);
  const words = parts.reduce((sum, part) => sum + part.words, 0);
  if (mentions === 0 || words === 0) return undefined;
  return parts.reduce((sum, part) => sum + Math.abs(part.mentions / mentions - part.words / words), 0) / 2;
}
