import type { Sense } from "../../taxonomy/sense";
import { CANDIDATE_CONFIDENCE, isNameShape } from "./class-guess";
import type { Abbreviation } from "../document/abbreviations";
import { candidateSense, detached, type Discoveries, type Lead } from "./discovery";
import { wordsIn } from "./name-runs";
import type { Reading } from "../reading";

/** What a block tells the rest of its document of a name. */
export interface KnownName {
  readonly text: string;
  /** What it means; `no-name` for the short form of something else, `seen` for capitals that stand there and may be a name. */
  readonly sense: Sense | "no-name" | "seen";
}

/** What a block tells the rest of its document: its candidates, the surnames of persons, and what it says of capitals. */
export function namesIn(
  prose: string,
  taken: readonly Reading[],
  { candidates, leads }: Discoveries,
  abbreviations: readonly Abbreviation[],
): KnownName[] {
  return [
    ...candidates.map(({ start, end, sense }) => repeated(detached(prose.slice(start, end)), sense)),
    ...[...taken, ...candidates].flatMap((reading) => surnameOf(prose, reading) ?? []),
    ...abbreviations.map(({ short }) => known(detached(prose.slice(short.start, short.end)), "no-name")),
    ...leads.filter(({ isAcronym }) => isAcronym).map(({ text }) => known(text, "seen")),
  ];
}

function known(text: string, sense: KnownName["sense"]): KnownName {
  return { text, sense };
}

function repeated(text: string, { class: classId, entity, confidence }: Sense): KnownName {
  const reason = `“${text}” elsewhere in the document`;
  const sense = candidateSense(
    { class: classId!, confidence: Math.min(confidence, CANDIDATE_CONFIDENCE.elsewhere), reason },
    entity,
  );
  return { text, sense };
}

/** The surname of a person whom the block names in full; by it the rest of the document may speak of the person. */
function surnameOf(prose: string, { start, end, sense }: Reading): KnownName | undefined {
  if (sense.class !== "actor.person" || isGeneric(sense)) return undefined;
  const words = wordsIn(prose, { start, end });
  const surname = words.at(-1);
  if (words.length < 2 || surname === undefined || !isNameShape(surname)) return undefined;
  const reason = `the surname of “${prose.slice(start, end)}”`;
  const confidence = CANDIDATE_CONFIDENCE.elsewhere;
  return {
    text: detached(surname.text),
    sense: candidateSense({ class: sense.class, confidence, reason }, sense.entity),
  };
}

/** A term for offices and kinds of persons, whose last word is nobody's surname. */
function isGeneric({ by, entity }: Sense): boolean {
  return entity === undefined && (by === "lexicon" || by === "inline");
}

/** All that is said of one name: each meaning once, with the number of times it was given. */
interface NameRecord {
  readonly meanings: Map<string, { readonly sense: Sense; count: number }>;
  noName: number;
  seen: number;
  /** What comes of it all; settled when something is said, for it is asked far more often. */
  meaning: Sense | undefined;
}

/**
 * The names of a document, by which its blocks settle their leads. Nothing hangs on the order of the blocks. Of several
 * meanings the best founded counts, and of equals the first in the alphabet.
 */
export class DocumentNames {
  readonly #records = new Map<string, NameRecord>();

  add(names: readonly KnownName[]): void {
    for (const name of names) this.#count(name, 1);
  }

  /** Takes back names that were added. */
  remove(names: readonly KnownName[]): void {
    for (const name of names) this.#count(name, -1);
  }

  meaningOf({ text, isAcronym }: Lead): Sense | undefined {
    const plural = isAcronym && text.endsWith("s") ? this.#records.get(text.slice(0, -1)) : undefined;
    return this.#records.get(text)?.meaning ?? plural?.meaning;
  }

  #count({ text, sense }: KnownName, change: number): void {
    let record = this.#records.get(text);
    if (record === undefined)
      this.#records.set(text, (record = { meanings: new Map(), noName: 0, seen: 0, meaning: undefined }));
    if (sense === "no-name") record.noName += change;
    else if (sense === "seen") record.seen += change;
    else countMeaning(record, sense, change);
    record.meaning = meaningIn(record);
    if (record.meanings.size === 0 && record.noName === 0 && record.seen === 0) this.#records.delete(text);
  }
}

function countMeaning({ meanings }: NameRecord, sense: Sense, change: number): void {
  const key = keyOf(sense);
  const count = (meanings.get(key)?.count ?? 0) + change;
  if (count === 0) meanings.delete(key);
  else meanings.set(key, { sense, count });
}

/** What the document defines as something else is no name, whatever it looks like. */
function meaningIn({ meanings, noName, seen }: NameRecord): Sense | undefined {
  if (noName > 0) return undefined;
  let best: Sense | undefined;
  for (const { sense } of meanings.values()) if (best === undefined || isBetter(sense, best)) best = sense;
  return best ?? (seen > 1 ? RECURRING : undefined);
}

function isBetter(a: Sense, b: Sense): boolean {
  return a.confidence > b.confidence || (a.confidence === b.confidence && keyOf(a) < keyOf(b));
}

const RECURRING: Sense = candidateSense({
  class: "actor.civil-society",
  confidence: CANDIDATE_CONFIDENCE.shape,
  reason: "capitals that recur in the document",
});

function keyOf({ class: classId = "", entity = "", confidence, evidence }: Sense): string {
  return [classId, entity, confidence, evidence.pattern].join("\n");
}

/** Whether two meanings of a lead make the same mention. */
export function isSameMeaning(a: Sense | undefined, b: Sense | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && keyOf(a) === keyOf(b));
}
