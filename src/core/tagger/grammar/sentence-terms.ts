import type { Span } from "../../text/span";
import { foldWord } from "../../text/code-units";
import type { WordList } from "../../text/words";
import type { Compromise, CompromiseTerm } from "./compromise";
import { GIVEN_NAMES } from "../discovery/given-names";
import { FIELD_WORDS, NAME_PARTICLES, NEVER_IN_NAMES, NO_SURNAMES, PLACE_LEADS } from "../discovery/name-words";
import { NATIONALITY_LEADS, NATIONALITY_WORDS } from "../nationality-words";

/**
 * A word of a sentence as rules see it: "U.S.", "COVID-19", "2025/327" and "R&D" are one, "Anglo-American" is two, a
 * possessive 's belongs to none. The span is exact, in UTF-16 code units of the sentence.
 */
export interface SentenceTerm extends CompromiseTerm, Span {
  /** Whether a possessive 's follows. */
  readonly possessive: boolean;
}

/** A term before it is read: where it stands, and where the next gap begins. */
interface TermSpan extends Span {
  readonly tail: number;
  readonly joined: boolean;
}

/** Possessives that stand inside names, as in "Children's Hospital"; any other ends a phrase. */
const OWNERS_IN_NAMES = new Set("alzheimer children king men parkinson people queen veteran women".split(" "));

/** Words that keep their full stop inside a name; after any other word a stop is a pause. */
const ABBREVIATIONS = new Set(
  "co corp dept dr gen gov hon inc jr ltd mt no prof pty pvt rep sen sr st univ".split(" "),
);

/** Abbreviations at the end of a name, whose full stop belongs to the mention. */
const FINAL_ABBREVIATIONS = new Set("Bros Co Corp Inc Jr Ltd Sr".split(" "));

/** What may follow a comma inside a name. */
const NAME_SUFFIXES = new Set("Co Corp GmbH Inc Incorporated Jr LLC LLP Limited Ltd PLC Sr".split(" "));

/** What a comma and a year may follow: "Data Protection Bill, 2023". */
const LAWS = new Set("Act Bill Code Decree Law Order Ordinance Regulation Regulations Rules".split(" "));

const DETERMINERS = new Set(
  "a an any each every her his its my no our some that the their these this those your".split(" "),
);

/** Whitespace and invisible characters, but no tab: columns are pauses. */
const SPACE = String.raw`(?:[^\S\t]|[\u00ad\u200b-\u200d\u2060])`;
const SOFT_GAP = new RegExp(`^(?:${SPACE}*|${SPACE}+&${SPACE}+|[-\u2010\u2011\u2013])$`, "u");
const STOP_GAP = new RegExp(String.raw`^\.${SPACE}+$`, "u");
const COMMA_GAP = new RegExp(String.raw`^\.?,${SPACE}+$`, "u");
const BARRIER = /[()[\]{}"“”„«»\uFFFC]/u;
const DOTTED_ACRONYM = /^(?:\p{L}\.)+\p{L}$/u;

/** A sentence's terms in order, and the same terms by the stretches that a match stays inside. */
export interface SentenceReading {
  readonly terms: readonly SentenceTerm[];
  /** Between brackets and quotation marks. */
  readonly clauses: readonly (readonly SentenceTerm[])[];
  /** Between two pauses of any kind. */
  readonly phrases: readonly (readonly SentenceTerm[])[];
}

/** Reads a sentence whose words stand in `words`, and gives its terms the tags that come from their shape. */
export function readSentence(sentence: string, words: WordList): SentenceReading {
  const terms = readTerms(sentence, words);
  const phrases = splitAt(terms, isPause);
  for (const phrase of phrases) for (let i = phrase.length - 1; i >= 0; i--) addNeighbourTags(phrase, i);
  return { terms, clauses: splitAt(terms, isBarrier), phrases };
}

/** Gives `phrase[i]` the tags that hang on the words around it; those behind it have theirs already. */
function addNeighbourTags(phrase: readonly SentenceTerm[], i: number): void {
  const { tags, normal } = phrase[i]!;
  const next = phrase[i + 1];
  if (tags.has("NameWord")) {
    tags.add("NameRun");
    if (next?.tags.has("NameWord") === true) tags.add("NameLead");
    if (PLACE_LEADS.has(phrase[i - 1]?.normal ?? "")) tags.delete("GivenName");
    if (NATIONALITY_LEADS.has(normal) && next?.tags.has("NationalityWord") === true) tags.add("NationalityWord");
  } else if (i > 0 && next !== undefined && isNameLink(normal, next)) tags.add("NameRun");
}

/** Whether a word in lower case carries a name on to the words behind it. */
function isNameLink(word: string, next: SentenceTerm): boolean {
  if (word === "and" || word === "for") return next.tags.has("NameWord") && FIELD_WORDS.has(next.normal);
  return (word === "of" || word === "the" || NAME_PARTICLES.has(word)) && next.tags.has("NameRun");
}

/**
 * A sentence's terms in order, for readers that ask for no pauses.
 *
 * @param hasTags whether they get the tags that a word has by itself
 */
export function readTerms(sentence: string, words: WordList, hasTags = true): SentenceTerm[] {
  const spans = joinWords(sentence, words);
  const capitalsMean = hasTags && /\p{Ll}/u.test(sentence);
  return spans.map(({ start, end, tail, joined }, i) => {
    const text = plainText(sentence.slice(start, end));
    const tags = new Set<string>();
    const normal = joined ? text.toLowerCase() : foldWord(text);
    if (capitalsMean && sentence.charAt(end) === "." && /^\p{Lu}$/u.test(text)) tags.add("NameWord");
    if (capitalsMean) addWordTags(text, normal, tags);
    if (hasTags && /\p{N}/u.test(text)) tags.add("NumberCode");
    return {
      start,
      end,
      text,
      normal,
      pre: sentence.slice(spans[i - 1]?.tail ?? 0, start),
      post: sentence.slice(tail, spans[i + 1]?.start ?? sentence.length),
      tags,
      possessive: tail > end,
    };
  });
}

function isNameWord(text: string): boolean {
  if (!/\p{Lu}/u.test(text) || text.includes("/")) return false;
  const isAcronym = text.length > 1 && text === text.toUpperCase();
  return isAcronym || !NEVER_IN_NAMES.has(text.toLowerCase());
}

const NOT_SURNAMES = [NO_SURNAMES, FIELD_WORDS, NATIONALITY_WORDS];
const SURNAME_SHAPE = /^\p{Lu}[\p{L}'’]*\p{Ll}[\p{L}'’]*$/u;

/** The tags that a word has by its shape and by lists, wherever it stands. */
export function wordTagsOf(word: string): ReadonlySet<string> {
  const tags = new Set<string>();
  addWordTags(plainText(word), foldWord(word), tags);
  return tags;
}

function addWordTags(text: string, normal: string, tags: Set<string>): void {
  if (isNameWord(text)) tags.add("NameWord");
  if (/^\p{Lu}$/u.test(text)) tags.add("Surname");
  if (!/^\p{Lu}/u.test(text)) return;
  if (NATIONALITY_WORDS.has(normal) || normal === "u.s." || normal === "u.k.") tags.add("NationalityWord");
  if (!tags.has("NameWord")) return;
  if (GIVEN_NAMES.has(normal)) tags.add("GivenName");
  if (SURNAME_SHAPE.test(text) && !NOT_SURNAMES.some((words) => words.has(normal))) tags.add("Surname");
}

/** Without diacritics and invisible characters and with straight apostrophes, as match expressions are compiled. */
function plainText(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  return text
    .replace(/’/g, "'")
    .normalize("NFD")
    .replace(/[\p{M}\p{Cf}]/gu, "");
}

/** Puts together what is one term though punctuation stands in it. */
function joinWords(sentence: string, { count, starts, ends }: WordList): TermSpan[] {
  const spans: TermSpan[] = [];
  for (let i = 0; i < count; i++) {
    const word = { start: starts[i]!, end: ends[i]!, tail: ends[i]!, joined: false };
    const last = spans.at(-1);
    const joint = last === undefined ? undefined : jointOf(sentence, last, word);
    if (joint === undefined) spans.push(word);
    else if (joint === "possessive") spans[spans.length - 1] = withPossessive(sentence, last!, word.end);
    else spans[spans.length - 1] = withFinalStop(sentence, { ...word, start: last!.start, joined: true });
  }
  return spans;
}

function jointOf(sentence: string, left: TermSpan, right: TermSpan): "part" | "possessive" | undefined {
  if (right.start - left.tail !== 1 || left.tail !== left.end) return undefined;
  const leftText = sentence.slice(left.start, left.end);
  const rightText = sentence.slice(right.start, right.end);
  switch (sentence.charAt(left.end)) {
    case "'":
    case "’":
      return /^s$/i.test(rightText) ? "possessive" : "part";
    case "&":
      return "part";
    case ",":
      return /\p{N}$/u.test(leftText) && /^\p{N}{3}$/u.test(rightText) ? "part" : undefined;
    case ".":
      return isLetterChain(leftText, rightText) || isNumberChain(leftText, rightText) ? "part" : undefined;
    case "/":
      return /\p{N}|^\p{Lu}$/u.test(leftText) || /\p{N}/u.test(rightText) ? "part" : undefined;
    case "-":
    case "–":
      return /^\p{N}/u.test(rightText) ? "part" : undefined;
    default:
      return undefined;
  }
}

/** "U.S", "S.p.A" */
function isLetterChain(left: string, right: string): boolean {
  return /^(?:\p{L}\.)*\p{L}$/u.test(left) && /^\p{L}$/u.test(right);
}

/** "73.1", "WHA73.1" */
function isNumberChain(left: string, right: string): boolean {
  return /\p{N}$/u.test(left) && /^\p{N}/u.test(right);
}

function withPossessive(sentence: string, owner: TermSpan, tail: number): TermSpan {
  const isInName = OWNERS_IN_NAMES.has(sentence.slice(owner.start, owner.end).toLowerCase());
  return isInName ? { ...owner, end: tail, tail, joined: true } : { ...owner, tail };
}

/** "U.S." keeps the stop that ends it. */
function withFinalStop(sentence: string, span: TermSpan): TermSpan {
  const hasStop =
    /^\.(?!\p{L})/u.test(sentence.slice(span.end, span.end + 2)) &&
    DOTTED_ACRONYM.test(sentence.slice(span.start, span.end));
  return hasStop ? { ...span, end: span.end + 1, tail: span.end + 1 } : span;
}

/** Gives each term the tags that compromise's tagger gives the words it covers. */
export function addTags(sentence: string, terms: readonly SentenceTerm[], tagger: Compromise): void {
  let from = 0;
  let first = 0;
  for (const { text, tags } of tagger(sentence).docs.flat()) {
    const start = text === "" ? -1 : sentence.indexOf(text, from);
    if (start < 0) continue;
    from = start + text.length;
    while (first < terms.length && terms[first]!.end <= start) first++;
    for (let i = first; i < terms.length && terms[i]!.start < from; i++) {
      for (const tag of tags) terms[i]!.tags.add(tag);
    }
  }
}

/** Splits a sentence's terms before every term that `isBreak` names. */
function splitAt(
  terms: readonly SentenceTerm[],
  isBreak: (terms: readonly SentenceTerm[], i: number) => boolean,
): SentenceTerm[][] {
  const stretches: SentenceTerm[][] = [];
  terms.forEach((term, i) => {
    const current = stretches.at(-1);
    if (current === undefined || isBreak(terms, i)) stretches.push([term]);
    else current.push(term);
  });
  return stretches;
}

/** Whether a bracket or a quotation mark stands in the gap before `terms[i]`. */
function isBarrier(terms: readonly SentenceTerm[], i: number): boolean {
  return BARRIER.test(terms[i]!.pre);
}

/** Whether the gap before `terms[i]` is a pause. */
function isPause(terms: readonly SentenceTerm[], i: number): boolean {
  const left = terms[i - 1]!;
  const right = terms[i]!;
  if (left.possessive) return true;
  if (SOFT_GAP.test(left.post)) return false;
  if (STOP_GAP.test(left.post)) return !/^\p{Lu}$/u.test(left.text) && !ABBREVIATIONS.has(left.normal);
  if (COMMA_GAP.test(left.post)) return !NAME_SUFFIXES.has(right.text) && !(LAWS.has(left.text) && isYear(right));
  return !isInstrumentBracket(terms, i) && !isInstrumentBracket(terms, i - 1);
}

function isYear({ text }: SentenceTerm): boolean {
  return /^(?:1[89]|20)\d\d$/.test(text);
}

/** "(EU)" in "Regulation (EU) 2025/327" and "Regulation (EU) No 536/2014". */
function isInstrumentBracket(terms: readonly SentenceTerm[], i: number): boolean {
  const next = terms[i + 1];
  if (i === 0 || next === undefined || !/^\s*\($/.test(terms[i]!.pre) || !/^\)\s+$/.test(terms[i]!.post)) return false;
  return next.tags.has("NumberCode") || next.text === "No";
}

/** The span of a match by the scheme's rule 2: no determiner before it, no punctuation behind it. */
export function spanOf(sentence: string, matched: readonly SentenceTerm[]): Span | undefined {
  const first = matched.find(({ normal }) => !DETERMINERS.has(normal));
  const last = matched.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const keepsStop = FINAL_ABBREVIATIONS.has(last.text) && sentence.charAt(last.end) === ".";
  return { start: first.start, end: last.end + Number(keepsStop) };
}
