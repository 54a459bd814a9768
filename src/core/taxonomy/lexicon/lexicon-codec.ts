import { HASH_FACTOR, symbolOfFolded } from "../../text/code-units";
import type { LexiconIndex } from "./lexicon-index";

/**
 * The stored form of an index: integers in base 128, seven bits a byte, least significant first, the high bit on all but the last
 * (LEB128, as in DWARF 4, section 7.6). Columns that rise are stored as differences, columns that hover as steps, so that the
 * package's compression finds more to save. Every list has its length before it. Strings are one text in UTF-8 with `SEPARATOR`
 * between them, because the platform splits a text much faster than anything reads letters.
 */
const FORMAT = 4;

export function encodeIndex(index: LexiconIndex): Uint8Array {
  const out = new IntegerWriter();
  out.integer(FORMAT);
  out.strings(index.spellings);
  out.integers(steps(index.words));
  out.integers(steps(index.rootNodes));
  out.integers(steps(index.rootAccepts));
  out.integers(differences(index.edgeStarts));
  out.integers(differencesByNode(index.edgeSymbols, index.edgeStarts));
  out.integers(steps(index.edgeNodes));
  out.integers(steps(index.edgeAccepts));
  out.integers(steps(index.acceptLists));
  const { terms, flags, capitals, capitalPatterns, exact } = index.demands;
  out.integers(differences(terms));
  out.integers(flags);
  out.integers(capitals);
  out.strings(capitalPatterns);
  out.integers([...exact.keys()]);
  for (const words of exact.values()) out.strings(words);
  return out.bytes();
}

/**
 * Reads what `encodeIndex` wrote.
 *
 * @throws {RangeError} if the bytes were not written by this version of `encodeIndex`
 */
export function decodeIndex(bytes: Uint8Array): LexiconIndex {
  const input = new IntegerReader(bytes);
  if (input.integer() !== FORMAT) throw new RangeError("The compiled lexicon is of another version; build it again.");
  const joined = input.joined();
  const spellings = split(joined);
  const hashes = hashesOf(joined);
  const words = walked(input.integers());
  const rootNodes = walked(input.integers());
  const rootAccepts = walked(input.integers());
  const edgeStarts = sums(input.integers());
  const edgeSymbols = sumsByNode(input.integers(), edgeStarts);
  const edgeNodes = walked(input.integers());
  const edgeAccepts = walked(input.integers());
  const acceptLists = walked(input.integers());
  const terms = sums(input.integers());
  const flags = input.integers();
  const capitals = input.integers();
  const capitalPatterns = input.strings();
  const exact = new Map(Array.from(input.integers(), (demand) => [demand, input.strings()]));
  const demands = { terms, flags, capitals, capitalPatterns, exact };
  return {
    spellings,
    hashes,
    words,
    rootNodes,
    rootAccepts,
    edgeStarts,
    edgeSymbols,
    edgeNodes,
    edgeAccepts,
    acceptLists,
    demands,
  };
}

function differences(rising: Int32Array): Int32Array {
  return rising.map((value, i) => value - (rising[i - 1] ?? 0));
}

function sums(values: Int32Array): Int32Array {
  for (let i = 1; i < values.length; i++) values[i]! += values[i - 1]!;
  return values;
}

/** Of each number the step from the last one that is not 0, even forwards and odd backwards, plus 1; 0 stays what it is. */
function steps(values: Int32Array): Int32Array {
  let last = 0;
  return values.map((value) => {
    if (value === 0) return 0;
    const step = value - last;
    last = value;
    return 1 + (step < 0 ? -2 * step - 1 : 2 * step);
  });
}

/** The numbers of `steps`. */
function walked(values: Int32Array): Int32Array {
  let last = 0;
  for (let i = 0; i < values.length; i++) {
    const step = values[i]! - 1;
    if (step < 0) continue;
    last += (step >>> 1) ^ -(step & 1);
    values[i] = last;
  }
  return values;
}

/** Symbols rise within a node and fall where the next one begins. */
function differencesByNode(symbols: Int32Array, starts: Int32Array): Int32Array {
  const result = symbols.slice();
  forEachNode(starts, (start, end) => {
    for (let i = end - 1; i > start; i--) result[i]! -= result[i - 1]!;
  });
  return result;
}

function sumsByNode(symbols: Int32Array, starts: Int32Array): Int32Array {
  forEachNode(starts, (start, end) => {
    for (let i = start + 1; i < end; i++) symbols[i]! += symbols[i - 1]!;
  });
  return symbols;
}

function forEachNode(starts: Int32Array, visit: (start: number, end: number) => void): void {
  for (let node = 0; node + 1 < starts.length; node++) visit(starts[node]!, starts[node + 1]!);
}

/** Stands in no word. */
const SEPARATOR = "\0";
const CONTINUED = 0x80;
const PAYLOAD = 0x7f;
const PAYLOAD_BITS = 7;

class IntegerWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;

  /** @param value not negative */
  integer(value: number): void {
    if (this.#length + 5 > this.#bytes.length) this.#grow();
    let rest = value;
    for (; rest >= CONTINUED; rest >>>= PAYLOAD_BITS) this.#bytes[this.#length++] = (rest & PAYLOAD) | CONTINUED;
    this.#bytes[this.#length++] = rest;
  }

  integers(values: Int32Array | readonly number[]): void {
    this.integer(values.length);
    for (const value of values) this.integer(value);
  }

  strings(values: readonly string[]): void {
    const text = new TextEncoder().encode(values.join(SEPARATOR));
    this.integer(values.length);
    this.integer(text.length);
    while (this.#length + text.length > this.#bytes.length) this.#grow();
    this.#bytes.set(text, this.#length);
    this.#length += text.length;
  }

  bytes(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  #grow(): void {
    const larger = new Uint8Array(this.#bytes.length * 2);
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}

const CUT_SHORT = "The compiled lexicon is cut short; build it again.";
const DAMAGED = "The compiled lexicon is damaged; build it again.";

/** Strings as they are stored. */
interface Joined {
  readonly count: number;
  /** The strings with `SEPARATOR` between them. */
  readonly text: string;
}

function split({ count, text }: Joined): string[] {
  const strings = count === 0 ? [] : text.split(SEPARATOR);
  if (strings.length !== count) throw new RangeError(DAMAGED);
  return strings;
}

/** What `hashFolded` gives for each string; one text is read faster than many. */
function hashesOf({ count, text }: Joined): Int32Array {
  const hashes = new Int32Array(count);
  const separator = SEPARATOR.charCodeAt(0);
  let hash = 0;
  let string = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === separator) {
      hashes[string++] = hash;
      hash = 0;
    } else hash = (Math.imul(hash, HASH_FACTOR) + symbolOfFolded(unit)) | 0;
  }
  if (count > 0) hashes[string] = hash;
  return hashes;
}

class IntegerReader {
  #at = 0;

  constructor(readonly bytes: Uint8Array) {}

  /** @throws {RangeError} behind the last byte */
  integer(): number {
    let value = 0;
    for (let shift = 0; ; shift += PAYLOAD_BITS) {
      const byte = this.bytes[this.#at++];
      if (byte === undefined) throw new RangeError(CUT_SHORT);
      value |= (byte & PAYLOAD) << shift;
      if (byte < CONTINUED) return value;
    }
  }

  /** @throws {RangeError} behind the last byte */
  integers(): Int32Array {
    const { bytes } = this;
    const values = new Int32Array(this.#length());
    let at = this.#at;
    for (let i = 0; i < values.length; i++) {
      let byte = bytes[at++]!;
      let value = byte & PAYLOAD;
      for (let shift = PAYLOAD_BITS; byte >= CONTINUED; shift += PAYLOAD_BITS) {
        byte = bytes[at++]!;
        value |= (byte & PAYLOAD) << shift;
      }
      values[i] = value;
    }
    if (at > bytes.length) throw new RangeError(CUT_SHORT);
    this.#at = at;
    return values;
  }

  strings(): string[] {
    return split(this.joined());
  }

  joined(): Joined {
    const count = this.#length();
    const byteLength = this.#length();
    const text = new TextDecoder().decode(this.bytes.subarray(this.#at, this.#at + byteLength));
    this.#at += byteLength;
    return { count, text };
  }

  /** No list is longer than the bytes that hold it. */
  #length(): number {
    const length = this.integer();
    if (length < 0 || length > this.bytes.length - this.#at) throw new RangeError(DAMAGED);
    return length;
  }
}
