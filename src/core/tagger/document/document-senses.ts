import type { Sense } from "../../taxonomy/sense";
import { overlapping } from "../../text/span";
import type { Reading, RefusedReading } from "../reading";
import { resolve } from "../resolution";

/** What a block says of the meanings of ambiguous names, by `meaningOf`. */
export interface Testimony {
  /** Meanings that stand in the block beyond doubt: by a name that means nothing else, or with the words it asks for. */
  readonly sure: ReadonlySet<string>;
  /** Meanings for which capitals speak, and nothing else. */
  readonly likely: ReadonlySet<string>;
  /** Meanings whose names mean something else in the block. */
  readonly contrary: ReadonlySet<string>;
}

/** What a document as a whole makes of a meaning; undefined where it says nothing. */
export type Verdict = "upheld" | "dismissed" | undefined;

/** What two readings share that name the same thing, or the same kind of thing by the same term. */
export function meaningOf({ entity, class: classId = "", evidence }: Sense): string {
  return entity ?? `${classId} ${evidence.pattern}`;
}

/** What the readings of a block say. */
export function testimonyOf(readings: readonly Reading[]): Testimony {
  const isPlain = readings.every(({ standing, sense }) => standing === undefined && sense.class !== undefined);
  // Nothing is ignored and nothing is in doubt, as in most blocks.
  if (isPlain) return { sure: meaningsOf(readings), likely: NOTHING, contrary: NOTHING };
  const won = resolve(withoutDoubtful(readings));
  return {
    // "Turkish delegation" is one mention, but speaks of Turkey all the same.
    sure: meaningsOf(readings.filter((reading) => reading.standing === undefined && !isIgnored(reading, won))),
    likely: meaningsOf(won.filter(({ standing }) => standing === "likely")),
    contrary: meaningsOf(readings.filter((reading) => isContrary(reading) && !isRefuted(reading, won))),
  };
}

const NOTHING: ReadonlySet<string> = new Set();

function meaningsOf(readings: readonly Reading[]): ReadonlySet<string> {
  return new Set(readings.map(({ sense }) => meaningOf(sense)));
}

function isIgnored(reading: Reading, won: readonly Reading[]): boolean {
  return overlapping(won, reading).some((winner) => winner.sense.class === undefined);
}

/** A stronger condition of the same entity may have held where one term's failed. */
function isRefuted(contrary: Reading, won: readonly Reading[]): boolean {
  return overlapping(won, contrary).some((reading) => meaningOf(reading.sense) === meaningOf(contrary.sense));
}

function isContrary({ standing }: Reading): boolean {
  return standing === "contrary";
}

/** The readings that count whatever the rest of the document says, or as long as it does not object. */
export function withoutDoubtful(readings: readonly Reading[]): readonly Reading[] {
  const isDoubtful = ({ standing }: Reading) => standing !== undefined && standing !== "likely";
  return readings.some(isDoubtful) ? readings.filter((reading) => !isDoubtful(reading)) : readings;
}

/**
 * One sense per document (Gale, Church and Yarowsky 1992): what the blocks of a document together make of names that are
 * ordinary words too. A name that means one thing only settles the sense of the ambiguous ones; where none stands, capitals
 * do, unless the document uses the word for something else as well.
 */
export class DocumentSenses {
  /** By kind of testimony, in how many blocks each meaning has it. */
  readonly #blocks = {
    sure: new Map<string, number>(),
    likely: new Map<string, number>(),
    contrary: new Map<string, number>(),
  };

  /** Takes back testimony that was added, and adds other; what is in both lists costs nothing. */
  replace(removed: readonly Testimony[], added: readonly Testimony[]): void {
    for (const testimony of removed) if (!added.includes(testimony)) this.#count(testimony, -1);
    for (const testimony of added) if (!removed.includes(testimony)) this.#count(testimony, 1);
  }

  verdictOn(meaning: string): Verdict {
    const { sure, likely, contrary } = this.#blocks;
    if (sure.has(meaning)) return "upheld";
    if (contrary.has(meaning)) return "dismissed";
    return likely.has(meaning) ? "upheld" : undefined;
  }

  #count(testimony: Testimony, change: number): void {
    for (const kind of ["sure", "likely", "contrary"] as const) {
      const counts = this.#blocks[kind];
      for (const meaning of testimony[kind]) {
        const count = (counts.get(meaning) ?? 0) + change;
        if (count === 0) counts.delete(meaning);
        else counts.set(meaning, count);
      }
    }
  }
}

/** The readings that count under a document's verdicts. */
export function readingsUnder(
  verdictOn: (meaning: string) => Verdict,
  readings: readonly Reading[],
  lost?: RefusedReading[],
): readonly Reading[] {
  if (readings.every(({ standing }) => standing === undefined)) return readings;
  return readings.filter((reading) => {
    const { standing, sense } = reading;
    if (standing === undefined) return true;
    // What a condition refused was reported with the condition.
    if (standing === "contrary") return false;
    const verdict = verdictOn(meaningOf(sense));
    const counts = standing === "likely" ? verdict !== "dismissed" : verdict === "upheld";
    if (!counts) lost?.push({ reading, reason: REASONS[standing] });
    return counts;
  });
}

const REASONS = {
  likely: "the document uses the word for something else, and no unambiguous name says that this is meant",
  "sentence-start": "every word has a capital at the start of a sentence, and nothing else says that the name is meant",
  shouted: "every word has capitals in this line, and nothing else says that the name is meant",
} as const;
