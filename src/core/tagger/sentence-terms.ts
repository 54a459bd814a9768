import type { Span } from "../text/span";
import { foldWord, type WordList } from "../text/words";
import type { Compromise, CompromiseTerm } from "./compromise";

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

/** Words that are no part of a name even where a title or the start of a sentence gives them a capital. */
const NEVER_IN_NAMES = new Set(
  (
    "a about above according across after against all along also although among an and another any around as at based because " +
    "before behind being below beneath beside besides between beyond both but by certain current despite do does during each " +
    "either even every except existing few finally first following for former from further furthermore given had has have he hence " +
    "here how however i if in including incoming into is it its itself just last late later least like many may meanwhile more " +
    "moreover most must my near neither never next no nor not now of off on once one only onto or other our out over own per " +
    "previous proposed rather recent recently regarding same second several shall she should similarly since so some still such " +
    "than that the their then there therefore these they third this those though through throughout thus to today together too " +
    "toward towards two under unless unlike until up upon using various via was we were what when where whereas whether which " +
    "while who whom whose why will with within without would yet you your " +
    "monday tuesday wednesday thursday friday saturday sunday " +
    "january february march april june july august september october november december"
  ).split(" "),
);

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

const DETERMINERS = new Set(
  "a an any each every her his its my no our some that the their these this those your".split(" "),
);

/** Whitespace and invisible characters, but no tab: columns are pauses. */
const SPACE = String.raw`(?:[^\S\t]|[\u00ad\u200b-\u200d\u2060])`;
const SOFT_GAP = new RegExp(`^(?:${SPACE}*|${SPACE}+&${SPACE}+|[-\u2010\u2011\u2013])$`, "u");
const STOP_GAP = new RegExp(String.raw`^\.${SPACE}+$`, "u");
const COMMA_GAP = new RegExp(String.raw`^\.?,${SPACE}+$`, "u");
const DOTTED_ACRONYM = /^(?:\p{L}\.)+\p{L}$/u;

/** A sentence's terms in order, and the same terms phrase by phrase. */
export interface SentenceReading {
  readonly terms: readonly SentenceTerm[];
  readonly phrases: readonly (readonly SentenceTerm[])[];
}

/** Reads a sentence whose words stand in `words`, and gives its terms the tags that come from their shape. */
export function readSentence(sentence: string, words: WordList): SentenceReading {
  const terms = readTerms(sentence, words);
  const phrases = phrasesOf(terms);
  for (const phrase of phrases) {
    phrase.forEach(({ tags }, i) => {
      if (tags.has("NameWord") && phrase[i + 1]?.tags.has("NameWord") === true) tags.add("NameLead");
    });
  }
  return { terms, phrases };
}

function readTerms(sentence: string, words: WordList): SentenceTerm[] {
  const spans = joinWords(sentence, words);
  const capitalsMean = /\p{Ll}/u.test(sentence);
  return spans.map(({ start, end, tail, joined }, i) => {
    const text = plainText(sentence.slice(start, end));
    const tags = new Set<string>();
    const isInitial = /^\p{Lu}$/u.test(text) && sentence.charAt(end) === ".";
    if (capitalsMean && (isInitial || isNameWord(text))) tags.add("NameWord");
    if (/\p{N}/u.test(text)) tags.add("NumberCode");
    return {
      start,
      end,
      text,
      normal: joined ? text.toLowerCase() : foldWord(text),
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
  const hasStop = sentence.charAt(span.end) === "." && DOTTED_ACRONYM.test(sentence.slice(span.start, span.end));
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

/** Splits a sentence's terms where a reader would pause: names do not reach across punctuation. */
function phrasesOf(terms: readonly SentenceTerm[]): SentenceTerm[][] {
  const phrases: SentenceTerm[][] = [];
  terms.forEach((term, i) => {
    if (i === 0 || isPause(terms, i)) phrases.push([term]);
    else phrases.at(-1)!.push(term);
  });
  return phrases;
}

/** Whether the gap before `terms[i]` is a pause. */
function isPause(terms: readonly SentenceTerm[], i: number): boolean {
  const left = terms[i - 1]!;
  const right = terms[i]!;
  if (left.possessive) return true;
  if (SOFT_GAP.test(left.post)) return false;
  if (STOP_GAP.test(left.post)) return !/^\p{Lu}$/u.test(left.text) && !ABBREVIATIONS.has(left.normal);
  if (COMMA_GAP.test(left.post)) return !NAME_SUFFIXES.has(right.text);
  return !isInstrumentBracket(terms, i) && !isInstrumentBracket(terms, i - 1);
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
