import type { ClassId } from "../taxonomy/scheme";
import { foldWord, isLetter, isLowerCase } from "../text/code-units";
import { overlapping, type Span } from "../text/span";
import { NATIONALITY_LEADS, NATIONALITY_WORDS } from "./nationality-words";
import { Reading, type RefusedReading } from "./reading";

/**
 * Lets a qualifier join the generic mention behind it, by the scheme's rules 1 and 4: the longest noun phrase is the mention, and
 * a nationality inside it is part of it. "Swiss patents", "Chinese state-owned hospitals" and "NIH policy" are one mention each,
 * of the class of their noun. A possessive ("China's hospitals") never joins.
 *
 * @param won readings that do not overlap, sorted by start
 * @param prose of the block
 */
export function joinQualifiers(won: readonly Reading[], prose: string, lost?: RefusedReading[]): Reading[] {
  const joined: Reading[] = [];
  for (const reading of won) {
    const start = qualifierStart(reading, joined, prose);
    const inside = start === reading.start ? [] : overlapping(joined, { start, end: reading.start });
    const isFree = inside.every((other) => other.start >= start && other.sense.class !== undefined);
    if (start === reading.start || !isFree) {
      joined.push(reading);
      continue;
    }
    joined.splice(joined.length - inside.length, inside.length);
    joined.push(new Reading(start, reading.end, reading.sense, reading.standing));
    const reason = `it qualifies "${reading.sense.evidence.pattern}" behind it and is part of that mention`;
    for (const other of inside) lost?.push({ reading: other, reason });
  }
  return joined;
}

/** Where the phrase begins whose noun the reading is; the reading's own start where nothing before it belongs to it. */
function qualifierStart(reading: Reading, before: readonly Reading[], prose: string): number {
  const { sense, start } = reading;
  if (sense.class === undefined || (sense.by !== "lexicon" && sense.by !== "rule")) return start;
  if (sense.entity !== undefined && !isNamedInstitution(sense.class, reading, prose)) return start;
  const from = nationalityStart(prose, coordinatedStart(prose, reading));
  if (from !== start || sense.entity !== undefined) return from;
  const last = before.at(-1);
  return last !== undefined && isAttributive(last, reading, prose) ? last.start : start;
}

/** Institutions and laws are told apart by country ("French Public Health Code"); firms and persons are only described by it. */
function isNamedInstitution(classId: ClassId, { start, end }: Span, prose: string): boolean {
  return (classId === "actor.agency" || classId === "sovereignty.governance") && prose.slice(start, end).includes(" ");
}

const FULL_STOP = 0x2e;
const CLOSEST_CONTEXT = 80;
const COORDINATED = /(?<![\p{L}\p{N}.'’-])(?:\p{L}+[- ])?\p{Lu}\p{L}*(?=,? (?:and|or) $)/u;

/** Start of a nationality joined by "and" to the one that the mention itself begins with: "Swedish and [Danish hospitals]". */
function coordinatedStart(prose: string, { start, end }: Span): number {
  if (!isCapital(prose.charCodeAt(start))) return start;
  const first = /^\p{Lu}\p{Ll}+/u.exec(prose.slice(start, end))?.[0] ?? "";
  if (!isNationality(first)) return start;
  const from = Math.max(0, start - CLOSEST_CONTEXT);
  const match = COORDINATED.exec(prose.slice(from, start));
  const length = match === null || isAbbreviation(match[0]) ? 0 : nationalityLength(match[0]);
  return length === 0 ? start : from + match!.index + match![0].length - length;
}

/** A nationality with its lead, perhaps a second one, and perhaps one adjective of the field before the noun. */
const NATIONALITY_BEFORE =
  /(?<![\p{L}\p{N}.'’-])(?:(?<first>(?:\p{L}+[- ])?(?:U\.[KS]\.|\p{Lu}\p{L}*))(?<joint>,? (?:and|or) ))?(?<last>(?:\p{L}+[- ])?(?:U\.[KS]\.|\p{Lu}\p{L}*))(?: (?<adjective>\p{Ll}[\p{Ll}-]+))?\s$/u;

function nationalityStart(prose: string, start: number): number {
  const space = prose[start - 1];
  if (space !== " " && space !== "\n") return start;
  const from = Math.max(0, start - CLOSEST_CONTEXT);
  const before = prose.slice(from, start);
  if (!endsNearNationality(before)) return start;
  const match = NATIONALITY_BEFORE.exec(before);
  const { first, joint = "", last = "", adjective } = match?.groups ?? {};
  if (match === null || (adjective !== undefined && !PLAIN_ADJECTIVES.has(adjective))) return start;
  const length = nationalityLength(last);
  const word = last.slice(last.length - length);
  if (length === 0 || isPlaceAlone(prose.slice(0, from + match.index + match[0].lastIndexOf(word)), word)) return start;
  const tail = match[0].length - (first ?? "").length - joint.length - (last.length - length);
  if (first === undefined || length < last.length || isAbbreviation(word)) return start - tail;
  const firstLength = isAbbreviation(first) ? 0 : nationalityLength(first);
  return firstLength === 0 ? start - tail : start - tail - joint.length - firstLength;
}

/** Whether one of the last two words is a nationality, as one is where `NATIONALITY_BEFORE` holds; few are. */
function endsNearNationality(before: string): boolean {
  let end = before.length - 1;
  for (let words = 0; words < 2 && end > 0; words++) {
    let start = end;
    while (start > 0 && isInNationality(before.charCodeAt(start - 1))) start--;
    if (isCapital(before.charCodeAt(start)) && isNationality(before.slice(start, end))) return true;
    end = before.lastIndexOf(" ", start - 1);
  }
  return false;
}

function isInNationality(unit: number): boolean {
  return unit === FULL_STOP || isLetter(unit);
}

function isCapital(unit: number): boolean {
  return isLetter(unit) && !isLowerCase(unit);
}

/** Length of the nationality at the end of one or two words; 0 where there is none. */
function nationalityLength(words: string): number {
  const [lead, second] = words.split(/[- ]/);
  const word = second ?? lead!;
  if (!isNationality(word)) return 0;
  return second !== undefined && isLead(lead!) ? words.length : word.length;
}

function isNationality(word: string): boolean {
  return isAbbreviation(word) ? word === word.toUpperCase() : NATIONALITY_WORDS.has(foldWord(word));
}

function isLead(word: string): boolean {
  return /^\p{Lu}/u.test(word) && (NATIONALITY_LEADS.has(foldWord(word)) || NATIONALITY_WORDS.has(foldWord(word)));
}

function isAbbreviation(words: string): boolean {
  return /^(?:us|u\.s\.|uk|u\.k\.|eu)$/i.test(words);
}

/** "In the US patients wait" names a place before the patients; "in Chinese hospitals" does not. */
function isPlaceAlone(before: string, nationality: string): boolean {
  return isAbbreviation(nationality) && /\b(?:across|in|inside|of|outside|to|within) the $/i.test(before.slice(-12));
}

/** Adjectives that stand between a nationality and its noun without being defined by a term. */
const PLAIN_ADJECTIVES: ReadonlySet<string> = new Set(
  (
    "academic adult advanced ageing basic big biological biomedical biotech civil civilian clinical commercial corporate " +
    "covid-19 democratic digital domestic early economic elderly electronic emerging export federal foreign former free " +
    "fundamental generic genetic genomic government health industrial institutional internal large leading legal local " +
    "low-income major medical military modern multinational national nuclear official pharmaceutical political poor " +
    "population private progressive provincial public regional regulatory research rural sanitary scientific security " +
    "senior small social sovereign state state-backed state-controlled state-funded state-linked state-owned state-run " +
    "strategic tech technical technological technology top trade university urban vaccine young"
  ).split(" "),
);

/** Countries whose short names stand before nouns like adjectives. */
const ATTRIBUTIVE_STATE = /^(?:U\.?S\.?|U\.?K\.?|United (?:States|Kingdom)|UAE|Hong Kong|New Zealand|Taiwan)$/u;
/** Whether a name stands directly before a generic noun as its attribute: "Gavi countries", "GDPR fines". */
function isAttributive(name: Reading, noun: Reading, prose: string): boolean {
  if (noun.start !== name.end + 1 || prose[name.end] !== " ") return false;
  const { class: classId, entity, by } = name.sense;
  if (classId === undefined || by === "inline" || entity === undefined) return false;
  const words = prose.slice(name.start, name.end);
  if (words.endsWith(".") && /[\p{Lu}\p{N}]/u.test(prose[noun.start]!)) return false;
  if (classId === "actor.person") return false;
  return classId !== "actor.state" || !(!ATTRIBUTIVE_STATE.test(words) || isPlaceBefore(prose.slice(0, name.start)));
}

function isPlaceBefore(before: string): boolean {
  return /\b(?:across|in|inside|of|outside|to|within) (?:the )?$/i.test(before.slice(-12));
}
