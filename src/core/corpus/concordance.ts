import type { ReviewedMention } from "../annotations/decision";
import { type ClassId, facetOf } from "../taxonomy/scheme";
import { PageIndex } from "../documents/page-anchors";
import { BARRIER } from "../text/block";
import type { Span } from "../text/span";
import type { Passage } from "../text/passages";
import type { CorpusDocument } from "./corpus-document";

/** What a concordance lists. */
export type ConcordanceQuery =
  | { readonly kind: "entity"; readonly entity: string }
  /** A class, or a facet with all its classes. */
  | { readonly kind: "class"; readonly class: ClassId }
  /** Mentions that the caller knows. */
  | { readonly kind: "mentions"; readonly answers: (mention: ReviewedMention) => boolean }
  /**
   * Words of the prose, whole, in any case; an asterisk at the beginning or end of a word stands for more letters. A mention
   * with exactly these words goes with its line.
   */
  | { readonly kind: "words"; readonly words: string };

/** A keyword in context: one place with what stands around it, white space collapsed and markup left out. */
export interface ConcordanceLine extends Span {
  /** Path of the document. */
  readonly document: string;
  readonly left: string;
  readonly node: string;
  readonly right: string;
  /** Of the original, where the document was imported with its pages. */
  readonly page?: number;
  /** Absent for words that are no mention. */
  readonly mention?: ReviewedMention;
}

/** Longest context on either side in UTF-16 code units, unless the caller says otherwise. */
export const CONTEXT_LENGTH = 80;

/** Markup is left out of contexts, so they are cut from a longer stretch. */
const REACH = 4;

/**
 * The lines of one document in the order of the text; contexts end with the passage and at word borders. The time is linear in the
 * document, and passages are asked for only where there is a line.
 *
 * @param size longest context on either side, in UTF-16 code units
 */
export function concordanceLines(
  document: CorpusDocument,
  query: ConcordanceQuery,
  size: number = CONTEXT_LENGTH,
): ConcordanceLine[] {
  const places: readonly Place[] =
    query.kind === "words"
      ? placesOfWords(document, query.words)
      : document.mentions.filter((mention) => answers(mention, query)).map((mention) => ({ span: mention, mention }));
  if (places.length === 0) return [];
  const contexts = new Contexts(document, size);
  const pages = new PageIndex(document.text);
  return places.map(({ span: { start, end }, mention }) => ({
    document: document.path,
    start,
    end,
    ...contexts.around({ start, end }),
    ...pageOf(pages, start),
    ...(mention === undefined ? {} : { mention }),
  }));
}

function pageOf(pages: PageIndex, offset: number): { page?: number } {
  const page = pages.at(offset);
  return page === undefined ? {} : { page };
}

interface Place {
  readonly span: Span;
  readonly mention?: ReviewedMention;
}

/** The lines of many documents, document by document. */
export function concordance(
  documents: Iterable<CorpusDocument>,
  query: ConcordanceQuery,
  size: number = CONTEXT_LENGTH,
): ConcordanceLine[] {
  const lines: ConcordanceLine[] = [];
  for (const document of documents) for (const line of concordanceLines(document, query, size)) lines.push(line);
  return lines;
}

function answers(mention: ReviewedMention, query: Exclude<ConcordanceQuery, { kind: "words" }>): boolean {
  switch (query.kind) {
    case "entity":
      return mention.entity === query.entity;
    case "class":
      return mention.class === query.class || facetOf(mention.class) === query.class;
    case "mentions":
      return query.answers(mention);
  }
}

/** Cuts contexts out of the passages of a document, for places that come in order. */
class Contexts {
  readonly #document: CorpusDocument;
  readonly #passages: readonly Passage[];
  readonly #size: number;
  #next = 0;

  constructor(document: CorpusDocument, size: number) {
    this.#document = document;
    this.#passages = document.passages;
    this.#size = size;
  }

  around({ start, end }: Span): { left: string; node: string; right: string } {
    const { from, prose } = this.#passageAt(start);
    const reach = this.#size * REACH;
    const [first, last] = [start - from, end - from];
    let before = prose.slice(Math.max(0, first - reach), first);
    let after = prose.slice(last, last + reach);
    if (LINK_END.test(after)) [before, after] = [before.replace(LINK_BEGIN, "$1"), after.replace(LINK_END, "$1")];
    return {
      left: lastWords(clean(before).trimStart(), this.#size),
      node: clean(prose.slice(first, last)).trim(),
      right: firstWords(clean(after).trimEnd(), this.#size),
    };
  }

  /** The passage a place stands in; a tag in front matter stands in none, so there it is the whole text. */
  #passageAt(start: number): { from: number; prose: string } {
    while (this.#next < this.#passages.length && this.#passages[this.#next]!.end <= start) this.#next++;
    const passage = this.#passages[this.#next];
    return passage === undefined || passage.start > start
      ? { from: 0, prose: this.#document.text }
      : { from: passage.start, prose: passage.prose };
  }
}

/** A Markdown link whose target is masked; its brackets are not. */
const LINK = new RegExp(`\\[([^[\\]]*)\\]\\(${BARRIER}+[^)]*\\)`, "g");
/** What stands around the words of a link. */
const LINK_BEGIN = /\[([^[\]]*)$/;
const LINK_END = new RegExp(`^([^[\\]]*)\\]\\(${BARRIER}+[^)]*\\)`);

function clean(prose: string): string {
  return prose.replace(LINK, "$1").replaceAll(BARRIER, " ").replace(/\s+/g, " ");
}

function lastWords(text: string, size: number): string {
  return text.length <= size ? text : text.slice(-size).replace(/^\S*\s/, "");
}

function firstWords(text: string, size: number): string {
  return text.length <= size ? text : text.slice(0, size).replace(/\s\S*$/, "");
}

function placesOfWords(document: CorpusDocument, words: string): Place[] {
  const search = searchOf(words);
  // Most documents do not hold the words, and passages cost far more than a look.
  if (search?.hint.test(document.text) !== true) return [];
  const places: Place[] = [];
  let at = 0;
  for (const { start, prose } of document.passages) {
    for (const match of prose.matchAll(search.pattern)) {
      const span = { start: start + match.index, end: start + match.index + match[0].length };
      while (at < document.mentions.length && document.mentions[at]!.start < span.start) at++;
      const mention = document.mentions[at];
      const isSame = mention?.start === span.start && mention.end === span.end;
      places.push({ span, ...(isSame ? { mention } : {}) });
    }
  }
  return places;
}

/** Words beside markup are words all the same, so a gap may be any white space or what is masked. */
const GAP = `[\\s${BARRIER}]+`;
const LETTER = "[\\p{L}\\p{N}\\p{M}]";
/** An asterisk stands for so many letters at most, so that the time stays linear. */
const MOST_LETTERS = 40;
/** The two apostrophes that people write. */
const APOSTROPHE = "['’]";

/** The pattern of some words, and one that every document with them answers; undefined where there are no words. */
function searchOf(words: string): { pattern: RegExp; hint: RegExp } | undefined {
  const sources = words.trim().split(/\s+/).filter(Boolean).map(sourceOfWord);
  if (sources.length === 0 || !/[\p{L}\p{N}]/u.test(words)) return undefined;
  const longest = sources.reduce((a, b) => (b.length > a.length ? b : a));
  const first = /^\s*[\p{L}\p{N}]/u.test(words) ? `(?<!${LETTER})` : "";
  const last = /[\p{L}\p{N}]\s*$/u.test(words) ? `(?!${LETTER})` : "";
  return {
    pattern: new RegExp(first + sources.join(GAP) + last, "giu"),
    hint: new RegExp(longest, "iu"),
  };
}

function sourceOfWord(word: string): string {
  const core = word.replace(/^\*+|\*+$/g, "");
  const escaped = core.replace(/[\\^$.*+?()[\]{}|/-]/g, (sign) => `\\u{${sign.codePointAt(0)!.toString(16)}}`);
  const more = `${LETTER}{0,${MOST_LETTERS}}`;
  const begin = word.startsWith("*") ? more : "";
  const end = word.endsWith("*") && core !== "" ? more : "";
  return begin + escaped.replace(/['’]/g, APOSTROPHE) + end;
}
