import { NATIONALITY_WORDS } from "../../tagger/nationality-words";
import type { SentenceTerm } from "../../tagger/grammar/sentence-terms";
import type { RelatableMention } from "./relation-mention";
import { isPlural } from "./resolution";
import type { Token, TokenKind } from "./token";
import { type VerbReading, verbReadings } from "./verb-forms";
import { joinFixedPhrases } from "./fixed-phrases";
import {
  ADVERBS,
  AUXILIARIES,
  BE,
  CONJUNCTIONS,
  DETERMINERS,
  EXAMPLE_WORDS,
  FRAME_NOUNS,
  MODALS,
  NEGATIONS,
  PHRASAL_VERBS,
  POSSESSIVES,
  PREDICATE_ADJECTIVES,
  PREPOSITION_WORDS,
  PRONOUNS,
  RELATIVES,
  ROLE_NOUNS,
  SUBORDINATORS,
  VERB_FRAMES_BY_LEMMA,
  VERBS,
} from "./word-classes";

/**
 * The tokens of a sentence with what each does in it. What stands in brackets is left out: short forms, references, asides.
 *
 * @param terms the sentence's words, with compromise's tags or without
 * @param mentions those of the sentence, with offsets of the document
 * @param offset where the sentence begins in the document
 */
export function readTokens(
  terms: readonly SentenceTerm[],
  sentence: string,
  mentions: readonly RelatableMention[],
  offset: number,
): Token[] {
  const tokens = withPauses(withoutBrackets(joinMentions(terms, mentions, offset), sentence), sentence);
  joinFixedPhrases(tokens);
  joinParticles(tokens);
  for (let i = 0; i < tokens.length; i++) decideVerb(tokens, i);
  return tokens;
}

function withPauses(tokens: readonly Token[], sentence: string): Token[] {
  const paused: Token[] = [];
  let end = tokens[0]?.start ?? 0;
  for (const token of tokens) {
    const pause = pauseBetween(sentence, end, token.start);
    if (pause !== undefined) paused.push(wordless(pause, token.start));
    paused.push(token);
    end = token.end;
  }
  return paused;
}

function wordless(kind: TokenKind, at: number): Token {
  return { start: at, end: at, word: "", kind, possessive: false, hyphened: false };
}

function joinMentions(terms: readonly SentenceTerm[], mentions: readonly RelatableMention[], offset: number): Token[] {
  const tokens: Token[] = [];
  let next = 0;
  let last: RelatableMention | undefined;
  for (const term of terms) {
    const [start, end] = [term.start + offset, term.end + offset];
    while (next < mentions.length && mentions[next]!.end <= start) next++;
    const candidate = mentions[next];
    const mention = candidate !== undefined && candidate.start < end ? candidate : undefined;
    if (mention === undefined || mention !== last) tokens.push(tokenOf(term, mention));
    else {
      const whole = { ...tokens.at(-1)!, end: term.end, word: term.normal, possessive: isPossessive(term) };
      tokens[tokens.length - 1] = whole;
    }
    last = mention;
  }
  return tokens;
}

const HYPHENS = "-\u2010\u2011\u2013";

/** A generic mention of one word may be a verb that the tagger took for a noun: "India supplies vaccines". */
function tokenOf(term: SentenceTerm, mention: RelatableMention | undefined): Token {
  const { start, end, pre, normal: word, text, tags } = term;
  const [possessive, hyphened] = [isPossessive(term), pre.length === 1 && HYPHENS.includes(pre)];
  if (mention !== undefined) {
    const verb = mention.entity === undefined && mention.text === text ? VERBS.get(word) : undefined;
    const mayBeVerb = verb !== undefined && VERB_FRAMES_BY_LEMMA.has(verb.lemma);
    return mayBeVerb
      ? { start, end, word, possessive, hyphened, mention, kind: "verb", verb }
      : { start, end, word, possessive, hyphened, mention, kind: "noun" };
  }
  const kind = kindOf(word, text);
  const tagged = tags.size === 0 ? undefined : partOfSpeech(tags);
  const token: Token = { start, end, word, possessive, hyphened, kind };
  if (kind === "verb") token.verb = readingOf(word)!;
  return tagged === undefined ? token : { ...token, tagged };
}

function partOfSpeech(tags: ReadonlySet<string>): "noun" | "verb" | undefined {
  return tags.has("Verb") ? "verb" : tags.has("Noun") || tags.has("Adjective") ? "noun" : undefined;
}

function isPossessive({ possessive, text, post }: SentenceTerm): boolean {
  return possessive || (text.endsWith("s") && (post.startsWith("'") || post.startsWith("’")));
}

const NOT_ADVERBS = new Set("ally apply assembly early family italy monopoly rely reply supply".split(" "));

function kindOf(word: string, text: string): TokenKind {
  const kind = CLOSED_CLASSES.get(word);
  if (kind === "modal") return /^\p{Lu}./u.test(text) ? "noun" : "modal";
  if (kind !== undefined) return kind;
  if (word.endsWith("n't")) return "negation";
  if (word.endsWith("ly") && !NOT_ADVERBS.has(word)) return "adverb";
  return readingOf(word) === undefined ? "noun" : "verb";
}

/** What words of closed classes do; the first of several. */
const CLOSED_CLASSES = new Map<string, TokenKind>(
  (
    [
      ["adverb", ADVERBS],
      ["determiner", DETERMINERS],
      ["pronoun", [...PRONOUNS].filter((word) => !POSSESSIVES.has(word))],
      ["examples", EXAMPLE_WORDS],
      ["subordinator", SUBORDINATORS],
      ["relative", RELATIVES],
      ["conjunction", CONJUNCTIONS],
      ["preposition", PREPOSITION_WORDS],
      ["auxiliary", BE],
      ["auxiliary", AUXILIARIES],
      ["modal", MODALS],
      ["negation", NEGATIONS],
      ["to", ["to"]],
    ] as const
  ).flatMap(([kind, words]) => [...words].map((word) => [word, kind] as const)),
);

const UNKNOWN_PAST = /^[a-z]{3,}ed$/u;

/** Unknown words in -ed are verbs of no frame: they end a noun phrase. */
function readingOf(word: string): VerbReading | undefined {
  return (
    VERBS.get(word) ?? (UNKNOWN_PAST.test(word) ? { lemma: word, forms: ["past", "participle"] } : predicate(word))
  );
}

function predicate(word: string): VerbReading | undefined {
  return PREDICATE_ADJECTIVES.has(word) ? { lemma: word, forms: ["participle"] } : undefined;
}

function gapBefore(tokens: readonly Token[], i: number, sentence: string): string {
  return sentence.slice(tokens[i - 1]!.end, tokens[i]!.start);
}

function withoutBrackets(tokens: readonly Token[], sentence: string): Token[] {
  if (!/[([]/.test(sentence)) return [...tokens];
  let depth = 0;
  return tokens.filter((token, i) => {
    const gap = i === 0 ? sentence.slice(0, token.start) : gapBefore(tokens, i, sentence);
    for (const character of gap) {
      if (/[([]/.test(character)) depth++;
      else if (/[)\]]/.test(character)) depth = Math.max(0, depth - 1);
    }
    return depth === 0;
  });
}

function pauseBetween(sentence: string, start: number, end: number): "comma" | "stop" | undefined {
  if (end - start <= 1 && (start === end || sentence.charAt(start) === " ")) return undefined;
  const gap = sentence.slice(start, end);
  if (gap === ", ") return "comma";
  const outside = gap.replace(/[([].*[)\]]/su, "");
  if (/[;:!?\uFFFC\u2014]|\s[-\u2013]\s|\.\s/u.test(outside)) return "stop";
  return outside.includes(",") ? "comma" : undefined;
}

/** "Do" is a verb of its own in "do without" only. */
const FORMS_OF_DO = verbReadings(["do"]);

/** "took over" is one verb. */
function joinParticles(tokens: Token[]): void {
  for (let i = 0; i < tokens.length - 1; i++) {
    const [token, particle] = [tokens[i]!, tokens[i + 1]!];
    const verb = token.verb ?? FORMS_OF_DO.get(token.word);
    if (verb === undefined || token.mention !== undefined || particle.mention !== undefined) continue;
    const lemma = `${verb.lemma} ${particle.word}`;
    if (!PHRASAL_VERBS.has(lemma)) continue;
    tokens.splice(i, 2, { ...token, end: particle.end, kind: "verb", verb: { ...verb, lemma } });
  }
}

const OPENS_NOUN = new Set<TokenKind | undefined>(["determiner", "noun", "pronoun"]);

/** Decides between verb and noun: a word that can be a verb may be a noun here, one that only compromise knows a verb. */
function decideVerb(tokens: readonly Token[], i: number): void {
  const token = tokens[i]!;
  if (token.kind === "verb" && !isVerbHere(tokens, i)) token.kind = "noun";
  else if (token.kind === "noun" && isUnknownVerb(tokens, i)) {
    token.kind = "verb";
    token.verb = { lemma: token.word, forms: ["past"] };
  }
}

/** A word behind "will", or one that compromise takes for a verb where one can stand. */
function isUnknownVerb(tokens: readonly Token[], i: number): boolean {
  const { mention, tagged, hyphened } = tokens[i]!;
  if (mention !== undefined || hyphened) return false;
  if (previous(tokens, i)?.kind === "modal") return true;
  if (tagged === "noun" || SURE_NOUN.test(tokens[i]!.word) || !isBehindSubject(tokens, i)) return false;
  if (tagged === undefined) tokens[i]!.uncertain = true;
  return tagged === "verb";
}

/** By its ending or its digits. */
const SURE_NOUN = /\d|(?:tion|sion|ity|ment|ness|ance|ence|ists?|ics|al|ic|ive|ous|ship)$/u;

function isBehindSubject(tokens: readonly Token[], i: number): boolean {
  const before = previous(tokens, i);
  if (before?.kind === "pronoun" || before?.kind === "relative" || before?.kind === "modal") return true;
  return before?.mention !== undefined && !before.possessive && OPENS_NOUN.has(following(tokens, i)?.kind);
}

function isVerbHere(tokens: readonly Token[], i: number): boolean {
  const { verb, hyphened } = tokens[i]!;
  const before = previous(tokens, i);
  if (hyphened || verb === undefined) return false;
  if (before?.kind === "determiner" || before?.possessive === true) return false;
  if (tokens[i]!.mention !== undefined && !OPENS_NOUN.has(following(tokens, i)?.kind)) return false;
  if (PREDICATE_ADJECTIVES.has(verb.lemma)) return /^(?:on|upon|for)$/u.test(following(tokens, i)?.word ?? "");
  if (verb.forms.includes("ing")) return isParticipleHere(tokens, i, before);
  if (verb.forms.includes("past") || verb.forms.includes("participle")) return isPastHere(tokens, i, before);
  return isPresentHere(tokens, i, before);
}

/** The token before, adverbs left out. */
function previous(tokens: readonly Token[], i: number): Token | undefined {
  let at = i - 1;
  while (tokens[at]?.kind === "adverb") at--;
  return tokens[at];
}

function following(tokens: readonly Token[], i: number): Token | undefined {
  let at = i + 1;
  while (tokens[at]?.kind === "adverb") at++;
  return tokens[at];
}

function isParticipleHere(tokens: readonly Token[], i: number, before: Token | undefined): boolean {
  const after = following(tokens, i);
  if (before?.kind === "auxiliary" && BE.has(before.word)) return true;
  if (after?.word === "of") return false;
  const takesIt = OPENS_NOUN.has(after?.kind) || takesPreposition(tokens[i]!, after);
  if (before?.kind === "noun") return takesIt && (before.mention !== undefined || !isFrameNoun(tokens[i]!.word));
  return takesIt;
}

function isPastHere(tokens: readonly Token[], i: number, before: Token | undefined): boolean {
  const after = following(tokens, i);
  if (before === undefined) return after?.kind !== "noun";
  if (before.kind === "preposition" || before.kind === "to" || before.kind === "stop") return after?.kind !== "noun";
  if (before.kind === "conjunction" || before.kind === "comma")
    return after?.kind !== "noun" || hasVerbBefore(tokens, i);
  return true;
}

function hasVerbBefore(tokens: readonly Token[], i: number): boolean {
  return /^(?:verb|noun|preposition)$/u.test(tokens[i - 2]?.kind ?? "");
}

/** Behind these, a word that can be a verb is one. */
const SUBJECT_OR_MODAL = new Set<TokenKind>(["modal", "negation", "pronoun", "relative"]);

function isPresentHere(tokens: readonly Token[], i: number, before: Token | undefined): boolean {
  const { verb, word } = tokens[i]!;
  const after = following(tokens, i);
  if (before === undefined || before.kind === "preposition" || before.kind === "stop") return false;
  if (!agreesInNumber(tokens, i, before)) return false;
  if (before.kind === "auxiliary") return /^(?:do|does|did)$/u.test(before.word);
  if (before.kind === "verb" && !/^(?:help|let|make|go)$/u.test(before.verb!.lemma)) return false;
  if (before.kind === "to") return verb!.forms.includes("base") && !(isFrameNoun(word) && after?.word === "of");
  return SUBJECT_OR_MODAL.has(before.kind) || isPresentBehind(tokens, i, before, after);
}

/** "the American fund Altaris": one name alone has no verb in the plural, but for wishes ("that China share"). */
function agreesInNumber(tokens: readonly Token[], i: number, before: Token): boolean {
  const { forms } = tokens[i]!.verb!;
  if (before.kind !== "noun" || forms.length > 1 || forms[0] !== "base" || !isSingular(tokens, i, before)) return true;
  return tokens
    .slice(0, i)
    .some(({ kind, word }) => LIFTS_NUMBER.has(kind) || word === "that" || word === "let" || word === "help");
}

/** What makes a name the last of several, or the verb behind it an infinitive. */
const LIFTS_NUMBER = new Set<TokenKind>(["auxiliary", "conjunction", "modal"]);

function isSingular(tokens: readonly Token[], i: number, before: Token): boolean {
  let at = tokens.lastIndexOf(before, i) - 1;
  while (tokens[at]?.kind === "noun" && tokens[at]!.mention === undefined) at--;
  if (tokens[at] !== undefined && isPreposition(tokens[at]!)) return false;
  if (before.mention === undefined)
    return /^(?:an?|its|his|her|this|one)$/u.test(tokens[at]?.word ?? "") && !before.word.endsWith("s");
  if (NATIONALITY_WORDS.has(before.word)) return true;
  return before.mention.entity !== undefined && !isPlural(before.mention) && !before.mention.text.endsWith("s");
}

/** Whether a present tense or infinitive form behind a noun, a list or a pause is a verb. */
function isPresentBehind(tokens: readonly Token[], i: number, before: Token, after: Token | undefined): boolean {
  const { verb, word, tagged } = tokens[i]!;
  if (!isFrameNoun(word)) return canPrecedePresent(before, verb!) || after?.kind !== "noun";
  if (isCompound(tokens[i]!, after)) return false;
  if (OPENS_NOUN.has(after?.kind)) return true;
  if (after !== undefined && !takesPreposition(tokens[i]!, after) && isPreposition(after)) return false;
  if (isInRelativeClause(tokens, i)) return true;
  if (hasFiniteVerbBehind(tokens, i)) return false;
  if (tagged === undefined) tokens[i]!.uncertain = true;
  return tagged !== "noun";
}

/** A bare noun before a word in its base form is more often part of a compound ("trade support measures"). */
function canPrecedePresent(before: Token | undefined, verb: VerbReading): boolean {
  if (before?.kind !== "noun" || before.mention !== undefined || verb.forms.includes("third")) return true;
  return /[a-z]{2}s$/u.test(before.word) && !before.word.endsWith("ss");
}

function isFrameNoun(word: string): boolean {
  return FRAME_NOUNS.has(word) || ROLE_NOUNS.has(word);
}

/** "the data that China controls are" */
function isInRelativeClause(tokens: readonly Token[], i: number): boolean {
  let at = i - 1;
  while (tokens[at]?.kind === "noun" || tokens[at]?.kind === "determiner" || tokens[at]?.kind === "adverb") at--;
  return tokens[at]?.kind === "relative";
}

/** "US export controls" */
function isCompound({ verb }: Token, after: Token | undefined): boolean {
  return verb!.forms.includes("base") && after !== undefined && after.mention === undefined && isFrameNoun(after.word);
}

function isPreposition({ kind }: Token): boolean {
  return kind === "preposition" || kind === "to";
}

/** Whether a frame of the verb asks for the preposition behind it. */
function takesPreposition({ verb }: Token, after: Token | undefined): boolean {
  if (after === undefined || !isPreposition(after)) return false;
  const frames = VERB_FRAMES_BY_LEMMA.get(verb!.lemma) ?? [];
  return frames.some(({ source, targets }) => [...source, ...targets].some((slot) => slot === after.word));
}

function hasFiniteVerbBehind(tokens: readonly Token[], i: number): boolean {
  for (let at = i + 1; at < tokens.length; at++) {
    const { kind, verb } = tokens[at]!;
    if (kind === "stop" || kind === "comma" || kind === "relative" || kind === "subordinator") return false;
    if (kind === "auxiliary" || kind === "modal") return true;
    if (kind === "verb" && tokens[at - 1]?.kind !== "to" && !verb!.forms.includes("ing")) return true;
  }
  return false;
}
