import type { RelatableMention } from "./relation-mention";
import { facetOf } from "../../taxonomy/scheme";
import { isNumber } from "./fixed-phrases";
import type { Modality } from "./modality";
import { modalityOfGroup } from "./modality";
import type { Token } from "./token";
import {
  AUXILIARIES,
  BE,
  DENYING_VERBS,
  INTENDING_VERBS,
  NEGATIONS,
  PLAIN_CATENATIVES,
  POSSESSIVES,
  REPORTING_VERBS,
} from "./word-classes";

/** A noun phrase without its complements: "the largest supplier", "China's regulators", "it". Numbers are of tokens. */
export interface NounPhrase {
  readonly kind: "noun";
  readonly first: number;
  /** Number of the last token, the head. */
  readonly last: number;
  readonly head: Token;
  /** Mentions before the head and whose it is, in order. */
  readonly modifiers: readonly RelatableMention[];
  /** "the", "no", "its"; empty without one. */
  readonly determiner: string;
  /** The head of what only measures it or names what is done with it: "half of the data", "imports of syringes". */
  readonly measure?: Token;
  /** Whose it is, where that stands behind it: "the reports of the FDA". */
  readonly origin?: NounPhrase;
  readonly tokens: readonly Token[];
}

/** A verb with its auxiliaries: "has not been hosted", "plans to restrict". */
export interface VerbGroup {
  readonly kind: "verb";
  readonly first: number;
  readonly last: number;
  readonly head: Token;
  readonly lemma: string;
  readonly passive: boolean;
  /** Has a subject of its own before it; others take that of the verb or noun before them. */
  readonly form: "finite" | "infinitive" | "ing" | "participle";
  readonly modality: Modality;
}

export interface Link {
  readonly kind:
    "preposition" | "conjunction" | "relative" | "subordinator" | "examples" | "comma" | "stop" | "negation";
  readonly word: string;
  readonly first: number;
  readonly last: number;
}

export type Chunk = NounPhrase | VerbGroup | Link;

/** A sentence as the finder of arguments reads it. */
export interface ChunkedSentence {
  readonly chunks: readonly Chunk[];
  /** Whether phrases and verbs that "and" or a comma joins share what is said of one of them. */
  readonly coordinates: boolean;
}

/** Groups tokens into noun phrases, verb groups and the words that link them; ", however," links nothing. */
export function readChunks(tokens: readonly Token[]): Chunk[] {
  const chunks: Chunk[] = [];
  for (let i = 0; i < tokens.length;) {
    const chunk = readVerbGroup(tokens, i) ?? readNounPhrase(tokens, i) ?? readLink(tokens, i);
    if (chunk?.kind === "comma" && chunks.at(-1)?.kind === "comma") chunks.pop();
    else if (chunk !== undefined) chunks.push(chunk);
    i = (chunk?.last ?? i) + 1;
  }
  return chunks;
}

const IN_NOUN_PHRASE = new Set(["noun", "determiner"]);

function readNounPhrase(tokens: readonly Token[], first: number): NounPhrase | undefined {
  if (tokens[first]!.kind === "pronoun") return nounPhrase(tokens, first, first);
  let last = first;
  while (last < tokens.length && IN_NOUN_PHRASE.has(tokens[last]!.kind)) {
    if (last > first && tokens[last]!.kind === "determiner" && tokens[last - 1]!.kind !== "determiner") break;
    if (last > first && tokens[last]!.mention !== undefined && isDate(tokens, first, last)) break;
    if (last > first && isSum(tokens, last)) break;
    last++;
    if (tokens[last - 1]!.possessive) break;
    const adverb = tokens[last]?.kind === "adverb" || tokens[last]?.kind === "verb";
    if (adverb && tokens[last - 1]!.kind === "determiner" && tokens[last + 1]?.kind === "noun") last++;
  }
  last--;
  if (last > first && /^(?:available|accessible)$/u.test(tokens[last]!.word)) last--;
  return last < first ? undefined : nounPhrase(tokens, first, last);
}

/** "In March 2025 China restricted": the year closes the phrase of time in front of the subject. */
function isDate(tokens: readonly Token[], first: number, next: number): boolean {
  return tokens[first - 1]?.kind === "preposition" && /^(?:19|20)\d\d$/u.test(tokens[next - 1]!.word);
}

/** "promised WHO 500 million dollars": a number behind an actor begins another phrase. */
function isSum(tokens: readonly Token[], i: number): boolean {
  const { word, mention } = tokens[i]!;
  const actor = tokens[i - 1]!.mention;
  if (mention !== undefined || actor === undefined || facetOf(actor.class) !== "actor") return false;
  return isNumber(word) && !/^(?:19|20)\d\d$/u.test(word);
}

function nounPhrase(tokens: readonly Token[], first: number, last: number): NounPhrase {
  const own = tokens.slice(first, last + 1);
  const possessor = tokens[first - 1]?.possessive === true ? [tokens[first - 1]!] : [];
  const modifiers = [...possessor, ...own.slice(0, -1)].flatMap(({ mention }) =>
    mention === undefined ? [] : [mention],
  );
  const determiners = own.filter(({ kind }) => kind === "determiner").map(({ word }) => word);
  const determiner = determiners.find((word) => POSSESSIVES.has(word)) ?? determiners[0] ?? "";
  return { kind: "noun", first, last, head: tokens[last]!, modifiers, determiner, tokens: own };
}

const LINK_KINDS = new Set<string>([
  "conjunction",
  "relative",
  "subordinator",
  "examples",
  "comma",
  "stop",
  "negation",
]);

function readLink(tokens: readonly Token[], i: number): Link | undefined {
  const { kind, word } = tokens[i]!;
  const link = { word, first: i, last: i };
  if (kind === "to" || kind === "preposition") return { ...link, kind: "preposition" };
  return LINK_KINDS.has(kind) ? { ...link, kind: kind as Link["kind"] } : undefined;
}

const GROUP_KINDS = new Set(["auxiliary", "modal", "negation", "adverb", "verb", "to"]);

/** The longest verb group that begins at a token; "plans to restrict" and "was barred from exporting" are one. */
function readVerbGroup(tokens: readonly Token[], first: number): VerbGroup | undefined {
  if (!/^(?:auxiliary|modal|negation|verb|to)$/u.test(tokens[first]!.kind)) return undefined;
  let head = -1;
  for (let i = first; i < tokens.length && canFollow(tokens, i, head); i++) {
    if (tokens[i]!.kind === "verb") head = i;
    if (head >= 0 && tokens[i]!.kind === "verb" && !leadsOn(tokens, i)) break;
  }
  if (head < 0) head = copulaAt(tokens, first);
  if (head < 0) return undefined;
  return verbGroup(tokens, first, head);
}

function canFollow(tokens: readonly Token[], i: number, head: number): boolean {
  const { kind, word } = tokens[i]!;
  if (GROUP_KINDS.has(kind)) return true;
  if (head < 0 || kind !== "preposition" || word !== "from") return false;
  return tokens[i + 1]?.verb?.forms.includes("ing") === true && DENYING_VERBS.has(tokens[head]!.verb!.lemma);
}

/** "stopped sending", "keeps supplying" */
const GERUND_LEADERS = new Set("avoid begin cease continue keep start stop".split(" "));

/** Whether the verb carries another: "plans to", "is banned from", or an adverb and another verb right behind an auxiliary. */
function leadsOn(tokens: readonly Token[], i: number): boolean {
  const { lemma } = tokens[i]!.verb!;
  let next = i + 1;
  while (tokens[next]?.kind === "adverb") next++;
  if (tokens[next]?.word === "from") return canFollow(tokens, next, i);
  if (tokens[next]?.kind === "verb")
    return GERUND_LEADERS.has(lemma) && tokens[next]?.verb?.forms.includes("ing") === true;
  if (tokens[next]?.kind !== "to" || verbAfter(tokens, next) === undefined) return false;
  return [INTENDING_VERBS, DENYING_VERBS, PLAIN_CATENATIVES, REPORTING_VERBS].some((verbs) => verbs.has(lemma));
}

function verbAfter(tokens: readonly Token[], i: number): Token | undefined {
  let at = i + 1;
  while (tokens[at]?.kind === "adverb" || tokens[at]?.kind === "auxiliary") at++;
  return tokens[at]?.kind === "verb" ? tokens[at] : undefined;
}

/** The last auxiliary of a group without another verb: "is", "has been", "has". */
function copulaAt(tokens: readonly Token[], first: number): number {
  let at = -1;
  for (let i = first; i < tokens.length && /^(?:auxiliary|modal|negation|adverb)$/u.test(tokens[i]!.kind); i++) {
    if (tokens[i]!.kind === "auxiliary") at = i;
  }
  return at;
}

function verbGroup(tokens: readonly Token[], first: number, last: number): VerbGroup {
  const own = tokens.slice(first, last + 1);
  const head = tokens[last]!;
  const before = own.slice(0, -1).filter(({ kind }) => kind !== "adverb" && kind !== "negation");
  const lemma = head.verb?.lemma ?? (BE.has(head.word) ? "be" : /^g[eo]ts?$/u.test(head.word) ? "get" : "have");
  const auxiliary = before.at(-1);
  const isAfterBe =
    auxiliary?.kind === "auxiliary" && /^(?:am|is|are|was|were|be|been|being|get|gets|got)$/u.test(auxiliary.word);
  const canPassive = head.verb?.forms.includes("participle") === true && lemma !== "dependent" && lemma !== "reliant";
  const isBare = before.length === 0 || before.every(({ kind }) => kind === "negation");
  const form = formOf(tokens, first, last, isBare);
  const passive = canPassive && (isAfterBe || form === "participle");
  return { kind: "verb", first, last, head, lemma, passive, form, modality: modalityOfGroup(own) };
}

function formOf(tokens: readonly Token[], first: number, last: number, isBare: boolean): VerbGroup["form"] {
  const { verb } = tokens[last]!;
  const lead = tokens[first]!;
  if (lead.kind === "to" || (NEGATIONS.has(lead.word) && tokens[first + 1]?.kind === "to")) return "infinitive";
  if (lead.verb?.forms.includes("ing") === true || lead.word === "being" || lead.word === "having") return "ing";
  if (!isBare || verb === undefined || AUXILIARIES.has(lead.word)) return "finite";
  if (verb.lemma === "dependent" || verb.lemma === "reliant") return "ing";
  const isOnlyParticiple =
    verb.forms.includes("participle") && !verb.forms.includes("past") && !verb.forms.includes("base");
  if (isOnlyParticiple) return "participle";
  if (!verb.forms.includes("participle") || !isReduced(tokens, last)) return "finite";
  return verb.forms.includes("past") || tokens[last + 1]?.word === "by" ? "participle" : "finite";
}

/** "data hosted by Microsoft", "medicines bought from India": an -ed form without an object of its own. */
function isReduced(tokens: readonly Token[], i: number): boolean {
  let at = i + 1;
  while (tokens[at]?.kind === "adverb") at++;
  const next = tokens[at];
  if (next === undefined || next.kind === "comma" || next.kind === "stop") return false;
  if (next.kind !== "preposition" && next.kind !== "to") return false;
  return takesAgent(tokens, i, next.word) && (next.word === "by" || hasOtherVerb(tokens, i));
}

/** A sentence has a finite verb; the one form in -ed in it is no participle. */
function hasOtherVerb(tokens: readonly Token[], i: number): boolean {
  return tokens.some(({ kind, verb }, at) => {
    if (kind === "auxiliary" || kind === "modal") return true;
    return kind === "verb" && at !== i && tokens[at - 1]?.kind !== "to" && verb?.forms.includes("ing") !== true;
  });
}

/** They have no passive, so that their form in -ed is a past tense. */
const INTRANSITIVE = new Set(
  (
    "depend rely invest collaborate cooperate partner compete vie race work agree belong reside lean hinge ally turn look live survive subsist " +
    "originate arrive travel contend accede lag trail merge liaise respond react answer retaliate counter reply chip_in chip_away team_up sign_up catch_up crack_down sign_off"
  )
    .split(" ")
    .map((lemma) => lemma.replace("_", " ")),
);

function takesAgent(tokens: readonly Token[], i: number, preposition: string): boolean {
  if (INTRANSITIVE.has(tokens[i]!.verb!.lemma)) return false;
  return preposition === "by" || tokens[i - 1]?.mention !== undefined || preposition !== "to";
}
