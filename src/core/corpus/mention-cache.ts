import type { Evidence } from "../tagger/mention";
import type { MentionSense, MentionSenses, PackedMentions } from "./packed-mentions";

/** What a cache is of: one whose key differs says nothing. */
interface CacheHead {
  readonly format: typeof FORMAT;
  readonly key: string;
}

/** The mentions of a text, by the hash of that text. */
export interface CachedMentions {
  readonly hash: string;
  readonly packed: PackedMentions;
}

const FORMAT = "healthgeo mentions 1";

/**
 * Writes mentions line by line: a head; senses as objects, each before the first text that needs it; texts as arrays of their
 * hash and their packed mentions. One line at a time, so that the caller decides how long to go on.
 *
 * @param key what the mentions hang on beside the text: taxonomy and options
 */
export function* writeMentionCache(
  key: string,
  texts: Iterable<CachedMentions>,
  senses: MentionSenses,
): Generator<string> {
  yield `${JSON.stringify({ format: FORMAT, key } satisfies CacheHead)}\n`;
  const numbers = new Map<number, number>();
  for (const { hash, packed } of texts) {
    const written: (string | number)[] = [hash];
    for (let at = 0; at < packed.length; at += 3) {
      const sense = packed[at + 2]!;
      let number = numbers.get(sense);
      if (number === undefined) {
        numbers.set(sense, (number = numbers.size));
        yield `${JSON.stringify(senses.at(sense))}\n`;
      }
      written.push(packed[at]!, packed[at + 1]!, number);
    }
    yield `${JSON.stringify(written)}\n`;
  }
}

/**
 * Reads what `writeMentionCache` wrote, a line at a time; lines that only define a sense give undefined. It ends at the first line
 * that is damaged, or at once where the cache is of another key: what is not in it is made again.
 *
 * @param senses receives the senses
 */
export function* readMentionCache(
  source: string,
  key: string,
  senses: MentionSenses,
): Generator<CachedMentions | undefined, void> {
  const numbers: number[] = [];
  let isHead = true;
  for (let from = 0; from < source.length;) {
    const end = source.indexOf("\n", from);
    // A line without an end was cut off.
    if (end < 0) return;
    const value = parsed(source.slice(from, end));
    from = end + 1;
    if (isHead) {
      if (!isHeadOf(value, key)) return;
      isHead = false;
    } else if (Array.isArray(value)) {
      const cached = cachedMentions(value, numbers);
      if (cached === undefined) return;
      yield cached;
    } else {
      if (!isSense(value)) return;
      numbers.push(senses.numberOf(value));
      yield undefined;
    }
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function isHeadOf(value: unknown, key: string): boolean {
  const { format, key: written } = (value ?? {}) as Partial<CacheHead>;
  return format === FORMAT && written === key;
}

function cachedMentions([hash, ...places]: readonly unknown[], numbers: readonly number[]): CachedMentions | undefined {
  if (typeof hash !== "string" || places.length % 3 !== 0) return undefined;
  const packed = new Uint32Array(places.length);
  for (const [i, place] of places.entries()) {
    if (typeof place !== "number" || !Number.isSafeInteger(place) || place < 0) return undefined;
    const number = i % 3 === 2 ? numbers[place] : place;
    if (number === undefined) return undefined;
    packed[i] = number;
  }
  return { hash, packed };
}

function isSense(value: unknown): value is MentionSense {
  if (typeof value !== "object" || value === null) return false;
  const { class: classId, by, confidence, evidence, entity = "" } = value as Record<keyof MentionSense, unknown>;
  const pattern = (evidence as Partial<Evidence> | null | undefined)?.pattern;
  return [classId, by, entity, pattern].every((each) => typeof each === "string") && typeof confidence === "number";
}
