import type { Sense } from "../taxonomy/sense";
import { overlaps } from "../text/span";
import type { Reading, RefusedReading } from "./reading";
import { resolve } from "./resolution";

/** What a block says of the meanings of ambiguous names, by `meaningOf`. */
export interface Testimony {
  /** Meanings that stand in the block beyond doubt: by a name that means nothing else, or with the words it asks for. */
  readonly sure: ReadonlySet<string>;
  /** Meanings for which capitals speak, and nothing else. */
  readonly likely: ReadonlySet<string>;
  /** Meanings whose names mean something else in the block. */
  readonly contrary: ReadonlySet<string>;
}

/**
 * One sense per document (Gale, Church and Yarowsky 1992): what a document as a whole makes of names that are ordinary words
 * too. A name that means one thing only settles the sense of the ambiguous ones; where none stands, capitals do, unless the
 * document uses the word for something else as well.
 */
export interface Verdicts {
  /** Meanings whose doubtful readings count. */
  readonly upheld: ReadonlySet<string>;
  /** Meanings whose likely readings do not count. */
  readonly dismissed: ReadonlySet<string>;
}

export const NO_VERDICTS: Verdicts = { upheld: new Set(), dismissed: new Set() };

/** What two readings share that name the same thing, or the same kind of thing by the same term. */
export function meaningOf({ entity, class: classId = "", evidence }: Sense): string {
  return entity ?? `${classId} ${evidence.pattern}`;
}

/** @param length of the block in UTF-16 code units */
export function testimonyOf(readings: readonly Reading[], length: number): Testimony {
  const won = resolve(withoutDoubtful(readings), length);
  const meaningsOf = (those: readonly Reading[]) => new Set(those.map(({ sense }) => meaningOf(sense)));
  return {
    // "Turkish delegation" is one mention, but speaks of Turkey all the same.
    sure: meaningsOf(readings.filter((reading) => reading.standing === undefined && !isIgnored(reading, won))),
    likely: meaningsOf(won.filter(({ standing }) => standing === "likely")),
    contrary: meaningsOf(readings.filter((reading) => isContrary(reading) && !isRefuted(reading, won))),
  };
}

function isIgnored(reading: Reading, won: readonly Reading[]): boolean {
  return won.some((winner) => winner.sense.class === undefined && overlaps(winner, reading));
}

/** A stronger condition of the same entity may have held where one term's failed. */
function isRefuted(contrary: Reading, won: readonly Reading[]): boolean {
  return won.some((reading) => overlaps(reading, contrary) && meaningOf(reading.sense) === meaningOf(contrary.sense));
}

/** The readings that count whatever the rest of the document says, or as long as it does not object. */
export function withoutDoubtful(readings: readonly Reading[]): readonly Reading[] {
  const isDoubtful = ({ standing }: Reading) => standing !== undefined && standing !== "likely";
  return readings.some(isDoubtful) ? readings.filter((reading) => !isDoubtful(reading)) : readings;
}

/** Joins what the blocks of a document say of the meanings in question. */
export function verdictsOn(meanings: ReadonlySet<string>, testimonies: readonly Testimony[]): Verdicts {
  const upheld = new Set<string>();
  const dismissed = new Set<string>();
  for (const meaning of meanings) {
    const has = (kind: keyof Testimony) => testimonies.some((testimony) => testimony[kind].has(meaning));
    if (has("sure")) upheld.add(meaning);
    else if (has("contrary")) dismissed.add(meaning);
    else if (has("likely")) upheld.add(meaning);
  }
  return { upheld, dismissed };
}

/** The readings that count under a document's verdicts. */
export function readingsUnder(
  { upheld, dismissed }: Verdicts,
  readings: readonly Reading[],
  lost?: RefusedReading[],
): readonly Reading[] {
  if (readings.every(({ standing }) => standing === undefined)) return readings;
  return readings.filter((reading) => {
    const { standing, sense } = reading;
    if (standing === undefined) return true;
    // What a condition refused was reported with the condition.
    if (standing === "contrary") return false;
    const meaning = meaningOf(sense);
    const counts = standing === "likely" ? !dismissed.has(meaning) : upheld.has(meaning);
    if (!counts) lost?.push({ reading, reason: REASONS[standing] });
    return counts;
  });
}

const REASONS = {
  likely: "the document uses the word for something else, and no unambiguous name says that this is meant",
  "sentence-start": "every word has a capital at the start of a sentence, and nothing else says that the name is meant",
  shouted: "every word has capitals in this line, and nothing else says that the name is meant",
} as const;

function isContrary({ standing }: Reading): boolean {
  return standing === "contrary";
}
