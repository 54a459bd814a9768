import type { ReviewedMention } from "../annotations/decision";
import { pageAt } from "../documents/page-anchors";
import { allAtOnce, type Steps } from "../steps";
import type { ClassId, Facet } from "../taxonomy/scheme";
import { facetOf } from "../taxonomy/scheme";
import type { Passage } from "../text/passages";
import { BARRIER } from "../text/block";
import type { Span } from "../text/span";
import type { CorpusDocument } from "./corpus-document";
import { compareText } from "./counts";
import { mentionKey } from "../tagger/mention-key";

/** A stretch of a quotation; with a class where it is a mention. */
export interface QuotedText {
  readonly text: string;
  readonly class?: ClassId;
  readonly facet?: Facet;
}

/** A passage that says much about the corpus in few words. Offsets are those of its document. */
export interface KeyPassage extends Span {
  readonly path: string;
  readonly quote: readonly QuotedText[];
  /** Different entities and generic terms that it mentions. */
  readonly variety: number;
  readonly facets: number;
  /** Of the original, where the document was imported with its pages. */
  readonly page?: number;
}

/** Shorter passages, in words, are titles and captions; longer ones are no quotations. */
const WORDS = { least: 8, most: 200 };

/** So that one document does not fill the list. */
const PER_DOCUMENT = 2;

interface Candidate extends KeyPassage {
  /** Mentions a word. */
  readonly density: number;
}

/**
 * The passages that mention most facets, of these those that mention most different things, then the densest. At most two
 * of a document, and none twice where documents repeat each other.
 */
export function keyPassages(documents: readonly CorpusDocument[], count: number): KeyPassage[] {
  return allAtOnce(keyPassagesInSteps(documents, count));
}

/** `keyPassages`, a document a step. */
export function* keyPassagesInSteps(documents: readonly CorpusDocument[], count: number): Steps<KeyPassage[]> {
  const ranked: Candidate[] = [];
  for (const document of documents) {
    ranked.push(...candidatesIn(document).sort(byWeight).slice(0, PER_DOCUMENT));
    yield;
  }
  const texts = new Map(documents.map(({ path, text }) => [path, text]));
  return firstUnique(ranked.sort(byWeight), count).map(({ path, start, end, quote, variety, facets }) => {
    const page = pageAt(texts.get(path) ?? "", start);
    return { path, start, end, quote, variety, facets, ...(page === undefined ? {} : { page }) };
  });
}

/** The first ones that say different words. */
function firstUnique(ranked: readonly Candidate[], count: number): Candidate[] {
  const unique = new Map<string, Candidate>();
  for (const candidate of ranked) {
    if (unique.size === count) break;
    const words = candidate.quote.map(({ text }) => text).join("");
    if (!unique.has(words)) unique.set(words, candidate);
  }
  return [...unique.values()];
}

function candidatesIn(document: CorpusDocument): Candidate[] {
  let from = 0;
  return document.passages.flatMap((passage) => {
    while ((document.mentions[from]?.start ?? Infinity) < passage.start) from++;
    const first = from;
    while ((document.mentions[from]?.start ?? Infinity) < passage.end) from++;
    const mentions = document.mentions.slice(first, from).filter(({ end }) => end <= passage.end);
    const variety = new Set(mentions.map(mentionKey)).size;
    if (passage.kind !== "paragraph" || variety < 2) return [];
    const words = passage.prose.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
    if (words < WORDS.least || words > WORDS.most) return [];
    const facets = new Set(mentions.map((mention) => facetOf(mention.class))).size;
    const { start, end } = passage;
    const quote = quoted(document.text, passage, mentions);
    return [{ path: document.path, start, end, quote, variety, facets, density: mentions.length / words }];
  });
}

/** The words of a passage as a reader sees them, with its mentions apart. */
function quoted(text: string, passage: Passage, mentions: readonly ReviewedMention[]): QuotedText[] {
  const shown = readableUnits(text.slice(passage.start, passage.end), passage.prose);
  const words = ({ start, end }: Span) =>
    shown
      .slice(start - passage.start, end - passage.start)
      .join("")
      .replace(/\s+/g, " ");
  const parts: QuotedText[] = [];
  let at = passage.start;
  for (const { start, end, class: classId } of mentions) {
    parts.push({ text: words({ start: at, end: start }) });
    parts.push({ text: words({ start, end }), class: classId, facet: facetOf(classId) });
    at = end;
  }
  parts.push({ text: words({ start: at, end: passage.end }) });
  parts[0] = { ...parts[0]!, text: parts[0]!.text.trimStart() };
  const last = parts.pop()!;
  return [...parts, { ...last, text: last.text.trimEnd() }].filter((part) => part.text !== "");
}

/** Where a link, image or citation leads, and code. In prose, what is no prose is a run of barriers. */
const LINK = new RegExp(`(!?\\[)([^[\\]]*)(\\]\\([^()]*\\))|\\[${BARRIER}+\\]|${BARRIER}+`, "g");

/** What a reader sees of each code unit: nothing of the marks of markup and of link targets; of code, the code itself. */
function readableUnits(text: string, prose: string): string[] {
  // A space that the text does not have stands for the mark of an emphasis.
  const shown = text.split("").map((unit, at) => (prose[at] === " " && !/\s/.test(unit) ? "" : unit));
  for (const { 0: found, 1: opening, 3: target, index } of prose.matchAll(LINK)) {
    const end = index + found.length;
    if (opening !== undefined && target !== undefined) {
      shown.fill("", index, index + opening.length).fill("", end - target.length, end);
      continue;
    }
    const code = /^(`+)[^`]+\1$/.exec(text.slice(index, end))?.[1]?.length;
    shown.fill("", index, code === undefined ? end : index + code);
    if (code !== undefined) shown.fill("", end - code, end);
  }
  return shown;
}

function byWeight(a: Candidate, b: Candidate): number {
  return (
    b.facets - a.facets ||
    b.variety - a.variety ||
    b.density - a.density ||
    compareText(a.path, b.path) ||
    a.start - b.start
  );
}
