import { NATIONALITY_WORDS } from "../../tagger/nationality-words";
import { isPlural } from "./resolution";
import type { Token, TokenKind } from "./token";
import type { VerbReading } from "./verb-forms";
import { BE, FRAME_NOUNS, PREDICATE_ADJECTIVES, ROLE_NOUNS, VERB_FRAMES_BY_LEMMA } from "./word-classes";

const OPENS_NOUN = new Set<TokenKind | undefined>(["determiner", "noun", "pronoun"]);

/**
 * Decides between verb and noun, word by word: one that can be a verb may be a noun here, one that only compromise knows a verb.
 * What was decided of a word helps with those behind it.
 */
export function decideVerbs(tokens: readonly Token[]): void {
  for (let i = 0; i < tokens.length; i++) decideVerb(tokens, i);
}

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
