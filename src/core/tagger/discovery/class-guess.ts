import type { ClassId } from "../../taxonomy/scheme";
import { GIVEN_NAMES } from "./given-names";
import {
  ACTORS_VERBS,
  COMMON_ACRONYMS,
  COMPANY_SUFFIXES,
  GROUP_WORDS,
  HEAD_CLASSES,
  LEADING_HEADS,
  NEVER_ALONE,
  NON_ACTOR_HEADS,
  PERSONAL_PARTICIPLES,
  PLACE_PREPOSITIONS,
  PLAIN_HEADS,
  TITLES,
} from "./name-heads";
import type { NameRun, RunWord } from "./name-runs";
import { FIELD_WORDS, NO_SURNAMES, PLACE_LEADS } from "./name-words";
import { NATIONALITY_WORDS } from "../nationality-words";

/**
 * How far each kind of evidence is to be believed, strongest first. All lie below what terms and rules have, for nobody
 * has listed these names; steps say which evidence is better, they are no measured probabilities.
 */
export const CANDIDATE_CONFIDENCE = {
  /** The document defines a short form for it. */
  definition: 0.55,
  /** A word of the name says what kind of body it is. */
  head: 0.5,
  /** A title, a given name or initials mark a person. */
  person: 0.45,
  /** The document names the same elsewhere with better evidence. */
  elsewhere: 0.4,
  /** It stands where only names of a kind stand: in brackets behind a name, before a verb of persons, in a list of names. */
  context: 0.35,
  /** Several words with capitals, and nothing more. */
  shape: 0.25,
} as const;

/** What a name seems to be, and by what. */
export interface Guess {
  readonly class: ClassId;
  readonly confidence: number;
  /** The evidence in words. */
  readonly reason: string;
}

/** Guesses what a run of several words names; undefined where it is no name of a body or a person, as far as one can tell. */
export function guessOfRun(run: NameRun): Guess | undefined {
  const { words, before } = run;
  return byHead(words) ?? byPerson(words, before[0]) ?? byGroup(words) ?? byShape(run);
}

/** Guesses whether a single word is a name, by what stands around it. */
export function guessOfWord(run: NameRun): Guess | undefined {
  const word = run.words[0]!;
  if (isAcronym(word.text)) return isCommonAcronym(word.text) ? undefined : guessOfAcronym(run);
  if (!run.isInitial && GROUP_WORDS.has(word.folded)) return groupGuess(word.text);
  if (!isNameShape(word)) return undefined;
  const [before, beforeThat] = run.before;
  if (TITLES.has(before)) return personGuess(`the title “${before}”`);
  if (PLACE_PREPOSITIONS.has(before) || before === "from") return undefined;
  if (before === "by" && PERSONAL_PARTICIPLES.has(beforeThat))
    return contextGuess(classOfActing(word), `behind “${beforeThat} by”`);
  const verb = verbOf(run);
  const isPlural = run.isInitial && /[^s]s$/.test(word.folded);
  return verb === undefined || isPlural ? undefined : contextGuess(classOfActing(word), `before “${verb}”`);
}

/** A word with a capital in its midst is a firm rather than a person. */
function classOfActing({ text }: RunWord): ClassId {
  return /^(?!Mac|Mc|De|Di|La|Le|Van)\p{L}*\p{Ll}\p{Lu}/u.test(text) ? "actor.company" : "actor.person";
}

function guessOfAcronym(run: NameRun): Guess | undefined {
  const verb = verbOf(run);
  if (verb !== undefined) return contextGuess("actor.civil-society", `before “${verb}”`);
  if (run.before[0] !== "the" || !CLOSING.has(run.after[0])) return undefined;
  return { class: "actor.civil-society", confidence: CANDIDATE_CONFIDENCE.shape, reason: "capitals behind “the”" };
}

/** The verb behind a run that only persons and bodies take for a subject. */
function verbOf({ after: [next, further] }: NameRun): string | undefined {
  const verb = ADVERBS.has(next) ? further : next;
  if (ACTORS_VERBS.has(verb)) return verb;
  return AUXILIARIES.has(next) && PERSONAL_PARTICIPLES.has(further) ? `${next} ${further}` : undefined;
}

export function contextGuess(classId: ClassId, reason: string): Guess {
  return { class: classId, confidence: CANDIDATE_CONFIDENCE.context, reason };
}

/** Guesses what kind of body a long form names that the document abbreviates; undefined where it names none. */
export function guessOfDefined(words: readonly RunWord[]): Guess | undefined {
  const classId = classOfDefined(words);
  const confidence = CANDIDATE_CONFIDENCE.definition;
  return classId === undefined ? undefined : { class: classId, confidence, reason: "the document abbreviates it" };
}

function classOfDefined(words: readonly RunWord[]): ClassId | undefined {
  const core = words.slice(0, complementOf(words));
  const plain = core.at(-1);
  if (plain !== undefined && core.length > 1 && PLAIN_HEADS.has(plain.folded)) return HEAD_CLASSES.get(plain.folded);
  const capitals = words.filter(isCapital);
  const head = core.findLast(isCapital);
  if (head === undefined || capitals.length < 2 || !words[0]!.isCapital || !words.at(-1)!.isCapital) return undefined;
  if (NON_ACTOR_HEADS.has(head.folded) || capitals.every(isPlain)) return undefined;
  return (byHead(words) ?? byGroup(words))?.class ?? "actor.civil-society";
}

/** A person's title before a name: "Senator Warren" is Warren; "Prince Edward Island" and "General Assembly" are whole. */
export function beginsWithTitle(words: readonly RunWord[]): boolean {
  const [first, second] = words;
  return TITLES.has(first!.folded) && second?.isCapital === true && words.slice(1).filter(isCapital).every(isNameShape);
}

/** Two to six capitals or as many letters of which two are capitals: "ADQ", "FdL", "IMechE". */
export function isAcronym(text: string): boolean {
  return /^(?=\P{Lu}*\p{Lu}\P{Lu}*\p{Lu})[\p{L}\p{N}]{2,6}$/u.test(text) || /^\p{Lu}{2,6}s?$/u.test(text);
}

/** "DNA" and "NGOs", but not "MpS". */
export function isCommonAcronym(text: string): boolean {
  return /^\P{Ll}+s?$/u.test(text) && COMMON_ACRONYMS.has(text.toLowerCase());
}

/** A word with one capital at its start that no list knows for anything but a name. */
export function isNameShape({ text, folded }: RunWord): boolean {
  return /^\p{Lu}\p{L}*\p{Ll}\p{L}*$/u.test(text) && text.length > 2 && NOT_NAMES.every((list) => !list.has(folded));
}

function isCapital(word: RunWord): boolean {
  return word.isCapital;
}

const NOT_NAMES = [NO_SURNAMES, FIELD_WORDS, NATIONALITY_WORDS, NON_ACTOR_HEADS, NEVER_ALONE, HEAD_CLASSES, TITLES];

/** Words after an acronym that show it to be the whole phrase, not the beginning of one: "the UUP and"; empty at a pause. */
const CLOSING = new Set(
  (
    " a after against also although an and as at because before but by can could did does during for from had has have if in " +
    "into is it its may must of on or over s said says shall should since so than that the their then they to under until " +
    "was were when where which while who will with would"
  ).split(" "),
);

const AUXILIARIES = new Set("be been had has is was were".split(" "));
const ADVERBS = new Set(
  "again also eventually finally first formerly initially later narrowly never previously soon still subsequently then unsuccessfully".split(
    " ",
  ),
);

function byHead(words: readonly RunWord[]): Guess | undefined {
  const head = headOf(words);
  if (head === undefined) return undefined;
  const classId = HEAD_CLASSES.get(head.folded)!;
  return { class: classId, confidence: CANDIDATE_CONFIDENCE.head, reason: `“${head.text}” in the name` };
}

/** The word that says what kind of body a name is of: a legal form, the last word before "of", or a first word as in "Parti". */
function headOf(words: readonly RunWord[]): RunWord | undefined {
  const last = words.at(-1)!;
  if (COMPANY_SUFFIXES.has(last.folded)) return last;
  const core = words.slice(0, complementOf(words)).filter(isCapital);
  const head = core.at(-1)!;
  if (HEAD_CLASSES.has(head.folded)) return core.length > 1 || core.length < words.length ? head : undefined;
  if (NON_ACTOR_HEADS.has(head.folded)) return undefined;
  const first = words[0]!;
  if (LEADING_HEADS.has(first.folded)) return first;
  return NON_ACTOR_HEADS.has(last.folded)
    ? undefined
    : core.find(({ folded }) => folded === "party" || folded === "union");
}

/** Index of the word that begins a complement ("of the Left"), which says nothing of the kind; the length without one. */
function complementOf(words: readonly RunWord[]): number {
  const index = words.findIndex((word) => !word.isCapital && /^(?:of|for|against)$/.test(word.folded));
  return index < 0 ? words.length : index;
}

function byPerson(words: readonly RunWord[], before: string): Guess | undefined {
  if (words.some((word) => !word.isCapital && /^(?:of|for|and|against)$/.test(word.folded))) return undefined;
  const parts = words.filter(isCapital);
  const first = parts[0]!;
  const last = parts.at(-1)!;
  if (parts.length < 2 || parts.length > 5 || !isNameShape(last)) return undefined;
  if (TITLES.has(before)) return personGuess(`the title “${before}”`);
  if (GIVEN_NAMES.has(first.folded)) return personGuess(`the given name “${first.text}”`);
  if (parts.slice(0, -1).some(({ text }) => text.length === 1)) return personGuess("initials");
  return undefined;
}

function byGroup(words: readonly RunWord[]): Guess | undefined {
  const group = words.slice(0, complementOf(words)).findLast(isCapital)!;
  return GROUP_WORDS.has(group.folded) ? groupGuess(group.text) : undefined;
}

/** Several words with capitals: two or three that could be a person's, else a body's. */
function byShape({ words, isInitial, before, after }: NameRun): Guess | undefined {
  const parts = words.filter(isCapital);
  const head = words.slice(0, complementOf(words)).findLast(isCapital)!;
  const last = parts.at(-1)!;
  if (parts.length < 2 || NON_ACTOR_HEADS.has(last.folded) || NON_ACTOR_HEADS.has(head.folded)) return undefined;
  if (PLACE_PREPOSITIONS.has(before[0]) || PLACE_LEADS.has(parts[0]!.folded)) return undefined;
  if (NON_ACTOR_HEADS.has(after[0]) || NON_ACTOR_HEADS.has(parts[0]!.folded) || TITLES.has(last.folded))
    return undefined;
  if (parts.every(isPlain) || (isInitial && after[0] === "")) return undefined;
  const isPerson = parts.length <= 3 && parts.every(isNameShape);
  return {
    class: isPerson ? "actor.person" : "actor.civil-society",
    confidence: CANDIDATE_CONFIDENCE.shape,
    reason: "several words with capitals",
  };
}

/** A word that says what a thing is about or of whom, but names nothing. */
function isPlain({ folded }: RunWord): boolean {
  return FIELD_WORDS.has(folded) || NATIONALITY_WORDS.has(folded) || NO_SURNAMES.has(folded) || NEVER_ALONE.has(folded);
}

function personGuess(reason: string): Guess {
  return { class: "actor.person", confidence: CANDIDATE_CONFIDENCE.person, reason };
}

function groupGuess(text: string): Guess {
  return {
    class: "actor.civil-society",
    confidence: CANDIDATE_CONFIDENCE.elsewhere,
    reason: `“${text}” names a party`,
  };
}
