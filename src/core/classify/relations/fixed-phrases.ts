import type { Token, TokenKind } from "./token";

interface FixedPhrase {
  readonly words: readonly string[];
  readonly kind: TokenKind;
  /** The word that it does the work of, where that is another. */
  readonly as?: string;
}

function phrases(kind: TokenKind, list: string, as?: string): FixedPhrase[] {
  const parts = list.split(", ").map((words) => words.split(" "));
  return parts.map((words) => ({ words, kind, ...(as === undefined ? {} : { as }) }));
}

const FIXED_PHRASES: readonly FixedPhrase[] = [
  ...phrases("conjunction", "as well as, in addition to"),
  ...phrases("examples", "such as"),
  ...phrases("negation", "no longer"),
  ...phrases("subordinator", "rather than, even though, now that, so that"),
  ...phrases("stop", "according to"),
  ...phrases("adverb", "both, alike, by far, so far, for now, for example, for instance, of course, in part, in turn, in general"),
  ...phrases("adverb", "ever more, even more, more and more, ever less, less and less, more than ever, in practice, in particular, in effect, in fact, at present, to date, in full, at once, at all, in principle"),
  ...phrases("preposition", "out of", "from"),
  ...phrases("preposition", "on behalf of", "for"),
  ...phrases("preposition", "ahead of", "ahead"),
  ...phrases("preposition", "subject to", "under"),
  ...phrases("preposition", "by means of, with the help of, by way of", "through"),
  ...phrases(
    "preposition",
    "because of, thanks to, owing to, in spite of, regardless of, instead of, in return for, in exchange for, in case of, " +
      "in terms of, in favour of, in view of, in light of, as part of, with respect to, with regard to, prior to, apart from",
    "amid",
  ),
]; // prettier-ignore

/** Before a number they only say how exact it is: "more than half of". */
const ROUNDINGS: readonly FixedPhrase[] = [
  ...phrases("determiner", "no more than, no fewer than, no less than, more than, less than, fewer than, up to, at least"),
  ...phrases("determiner", "at most, as many as, as much as, about, around, over, nearly, almost, only, roughly"),
]; // prettier-ignore

function byFirstWord(list: readonly FixedPhrase[]): Map<string, FixedPhrase[]> {
  const found = new Map<string, FixedPhrase[]>();
  for (const phrase of list) found.set(phrase.words[0]!, [...(found.get(phrase.words[0]!) ?? []), phrase]);
  return found;
}

const FIXED_BY_WORD = byFirstWord(FIXED_PHRASES);
const ROUNDINGS_BY_WORD = byFirstWord(ROUNDINGS);

const FIRST_WORDS = new Set([
  ...FIXED_BY_WORD.keys(),
  ...ROUNDINGS_BY_WORD.keys(),
  ..."along together per neither nor that".split(" "),
]);

/** Words that do one thing together become one token: "as well as" joins, "such as" gives examples, "no longer" denies. */
export function joinFixedPhrases(tokens: Token[]): void {
  for (let i = 0; i < tokens.length; i++) {
    const { word, mention } = tokens[i]!;
    if (mention !== undefined || !FIRST_WORDS.has(word)) continue;
    const fixed = FIXED_BY_WORD.get(word)?.find((phrase) => isAt(tokens, i, phrase));
    const rounding = ROUNDINGS_BY_WORD.get(word)?.find((phrase) => isAt(tokens, i, phrase));
    if (fixed !== undefined) replace(tokens, i, fixed);
    else if (rounding !== undefined && isCount(tokens, i + rounding.words.length)) replace(tokens, i, rounding);
    else joinByPlace(tokens, i);
  }
}

function isAt(tokens: readonly Token[], i: number, { words }: FixedPhrase): boolean {
  return words.every((word, at) => tokens[i + at]?.word === word && tokens[i + at]?.mention === undefined);
}

const COUNT =
  /^(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|half|most|all)$/u;

export function isNumber(word: string | undefined): boolean {
  return word !== undefined && COUNT.test(word);
}

/** "half", "three", "a third" */
function isCount(tokens: readonly Token[], i: number): boolean {
  const word = tokens[i]?.word;
  return (
    isNumber(word) ||
    ((word === "a" || word === "an") &&
      /^(?:half|third|quarter|fifth|tenth|hundred|thousand|million|billion|dozen)$/u.test(tokens[i + 1]?.word ?? ""))
  );
}

/** What words that mean several things do where they stand. */
function joinByPlace(tokens: Token[], i: number): void {
  const { word } = tokens[i]!;
  const second = tokens[i + 1]?.word;
  if ((word === "along" || word === "together") && second === "with" && !isBehindVerb(tokens, i)) {
    replace(tokens, i, { words: [word, second], kind: "conjunction" });
  } else if (word === "per" && second === "cent")
    replace(tokens, i, { words: [word, second], kind: "noun", as: "percent" });
  else if (word === "neither" && isNoun(tokens[i + 1])) tokens[i]!.kind = "determiner";
  else if (word === "nor" && isNoun(tokens[i - 1]) && isNoun(tokens[i + 1])) tokens[i]!.kind = "conjunction";
  else if (word === "that") tokens[i]!.kind = kindOfThat(tokens, i);
}

function isNoun(token: Token | undefined): boolean {
  return token?.kind === "noun" || token?.kind === "determiner";
}

/** "works on vaccines together with Oxford": behind the verb it names a partner, before it another subject. */
function isBehindVerb(tokens: readonly Token[], i: number): boolean {
  return tokens.slice(0, i).some(({ kind }) => kind === "verb" || kind === "auxiliary");
}

function replace(tokens: Token[], i: number, { words, kind, as = words.join(" ") }: FixedPhrase): void {
  const { start } = tokens[i]!;
  const { end } = tokens[i + words.length - 1]!;
  tokens.splice(i, words.length, { word: as, start, end, kind, possessive: false, hyphened: false });
}

/** "that" behind a verb opens what is said, behind a noun a relative clause; before a singular it only points. */
function kindOfThat(tokens: readonly Token[], i: number): TokenKind {
  const [before, after] = [tokens[i - 1], tokens[i + 1]];
  if (before === undefined) return "determiner";
  if (before.kind === "verb" && !before.verb!.forms.includes("base")) return "subordinator";
  if (before.kind === "verb" && tokens[i - 2]?.kind === "modal") return "subordinator";
  if (/^(?:us|me|them)$/u.test(before.word)) return "subordinator";
  if (["noun", "pronoun", "verb", "comma"].includes(before.kind)) return "relative";
  return after?.kind === "verb" || after?.kind === "auxiliary" || after?.kind === "modal" ? "relative" : "determiner";
}
