/** Names our GUIDs (RFC 9562, version 5): the same key has the same GUID in every export. */
const NAMESPACE = "6f0d5a0e-54c1-5c1f-9c55-3a0f7e1d2b84";

const GUID = /^\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?$/i;

/** The GUID of a key. */
export function guidOf(key: string): string {
  const name = new TextBytes(key).bytes;
  const space = NAMESPACE.replaceAll("-", "").match(/../g)!;
  const hash = sha1([...space.map((pair) => parseInt(pair, 16)), ...name]).slice(0, 16);
  hash[6] = (hash[6]! & 0x0f) | 0x50;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = hash.map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** A GUID as written, braces or not, in lower case; undefined where it is none. */
export function normalGuid(written: string): string | undefined {
  return GUID.exec(written)?.[1]?.toLowerCase();
}

/** UTF-8 bytes of a text; the core knows no host that could encode it. */
class TextBytes {
  readonly bytes: number[] = [];

  constructor(text: string) {
    for (const character of text) this.#add(character.codePointAt(0)!);
  }

  #add(point: number): void {
    const tail = (shift: number) => 0x80 | ((point >> shift) & 0x3f);
    if (point < 0x80) this.bytes.push(point);
    else if (point < 0x800) this.bytes.push(0xc0 | (point >> 6), tail(0));
    else if (point < 0x10000) this.bytes.push(0xe0 | (point >> 12), tail(6), tail(0));
    else this.bytes.push(0xf0 | (point >> 18), tail(12), tail(6), tail(0));
  }
}

/** SHA-1 (FIPS 180-4), which version 5 asks for; it names things here and protects nothing. */
function sha1(message: readonly number[]): number[] {
  const words = paddedWords(message);
  const state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  for (let at = 0; at < words.length; at += 16) {
    const w = words.slice(at, at + 16);
    for (let i = 16; i < 80; i++) w.push(rotated(w[i - 3]! ^ w[i - 8]! ^ w[i - 14]! ^ w[i - 16]!, 1));
    let [a, b, c, d, e] = state as [number, number, number, number, number];
    for (let i = 0; i < 80; i++) {
      const [f, k] = roundOf(i, b, c, d);
      const next = (rotated(a, 5) + f + e + k + w[i]!) | 0;
      [e, d, c, b, a] = [d, c, rotated(b, 30), a, next];
    }
    [a, b, c, d, e].forEach((value, i) => (state[i] = (state[i]! + value) | 0));
  }
  return state.flatMap((word) => [24, 16, 8, 0].map((shift) => (word >>> shift) & 0xff));
}

function paddedWords(message: readonly number[]): number[] {
  const length = ((message.length + 8) >> 6) * 16 + 16;
  const words = new Array<number>(length).fill(0);
  [...message, 0x80].forEach((byte, i) => (words[i >> 2]! |= byte << (24 - (i % 4) * 8)));
  words[length - 1] = message.length * 8;
  return words;
}

function roundOf(i: number, b: number, c: number, d: number): [f: number, k: number] {
  if (i < 20) return [(b & c) | (~b & d), 0x5a827999];
  if (i < 40) return [b ^ c ^ d, 0x6ed9eba1];
  return i < 60 ? [(b & c) | (b & d) | (c & d), 0x8f1bbcdc] : [b ^ c ^ d, 0xca62c1d6];
}

function rotated(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}
