import type { Sense } from "../../taxonomy/sense";
import { Reading } from "../reading";

/** A short form that a block defines, and what its long form means there. */
export interface Definition {
  readonly short: string;
  readonly sense: Sense;
}

/** The short forms of a document, by short form. */
export type Definitions = ReadonlyMap<string, Definition>;

/** More than people change between two looks at a passage; each costs a search in the passage. */
const MOST_CHANGES = 32;

/** Of the table of beginnings; enough to tell most other words from short forms. */
const BEGINNINGS = 0x1000;
const SPACE = 0x20;
const WORD_CHARACTER = /[\p{L}\p{N}]/u;

/**
 * The short forms of a document, looked for all at once: where one may begin, each length that any of them has is looked up, so that a search
 * takes time linear in the text, however many there are. They begin with a letter or a digit and have two to ten characters.
 */
export class ShortForms {
  /** Made when first looked for, for a document may be read block by block before anything is. */
  #lookUp: LookUp | undefined;

  /** Whether one of them may hold the end of a sentence: a stop and a space, or a stop that needs none. */
  readonly maySpanSentences: boolean;
  /** How often a short form changed its meaning before this. */
  readonly #changes: number;
  /** The spellings whose meaning changed last, the latest at the end. */
  readonly #changed: readonly string[];

  /**
   * @param before what the document said before
   * @param changed the spellings that meant something else, or nothing, then or now
   */
  constructor(
    readonly definitions: Definitions,
    before?: ShortForms,
    changed: readonly string[] = [],
  ) {
    this.maySpanSentences = [...definitions.keys()].some((short) => /[.!?…]\S*\s|[。！？]/u.test(short));
    this.#changes = changed.length + (before === undefined ? 0 : before.#changes);
    this.#changed = [...(before === undefined ? [] : before.#changed), ...changed].slice(-MOST_CHANGES);
  }

  /**
   * Whether these short forms say the same in a text as earlier ones of the same document. May say no where they do; to know for
   * certain, they would have to be looked for.
   */
  sayTheSameIn(prose: string, earlier: ShortForms): boolean {
    const changes = this.#changes - earlier.#changes;
    if (changes > this.#changed.length) return false;
    return !this.#changed.slice(this.#changed.length - changes).some((spelling) => prose.includes(spelling));
  }

  /** Where a short form stands as a word of its own, a plural s allowed, in the order of the text. */
  readingsIn(prose: string): Reading[] {
    const readings: Reading[] = [];
    if (this.definitions.size === 0) return readings;
    const { lengths, beginnings } = (this.#lookUp ??= lookUpOf(this.definitions));
    for (let start = 0; start < prose.length - 1; start++) {
      if (beginnings[beginningAt(prose, start)] !== 1 || isWordCharacter(prose, start - 1)) continue;
      for (const length of lengths) {
        const definition = this.#definitionAt(prose, start, length);
        if (definition === undefined) continue;
        const end = start + length + Number(prose[start + length] === "s");
        if (!isWordCharacter(prose, end)) readings.push(new Reading(start, end, definition.sense));
      }
    }
    return readings;
  }

  #definitionAt(prose: string, start: number, length: number): Definition | undefined {
    return start + length > prose.length ? undefined : this.definitions.get(prose.slice(start, start + length));
  }
}

interface LookUp {
  readonly lengths: readonly number[];
  /** By `beginningAt`, 1 where a short form begins so. */
  readonly beginnings: Uint8Array;
}

function lookUpOf(definitions: Definitions): LookUp {
  const spellings = [...definitions.keys()];
  const beginnings = new Uint8Array(BEGINNINGS);
  for (const spelling of spellings) beginnings[beginningAt(spelling, 0)] = 1;
  return { lengths: [...new Set(spellings.map(({ length }) => length))], beginnings };
}

/** A number for the two code units at an offset; some others share it. */
function beginningAt(text: string, offset: number): number {
  return ((text.charCodeAt(offset) << 6) ^ text.charCodeAt(offset + 1)) & (BEGINNINGS - 1);
}

function isWordCharacter(text: string, index: number): boolean {
  return text.charCodeAt(index) !== SPACE && WORD_CHARACTER.test(text.charAt(index));
}
