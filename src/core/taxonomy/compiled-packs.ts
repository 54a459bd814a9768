import { decodeIndex, encodeIndex } from "./lexicon/lexicon-codec";
import type { LexiconIndex } from "./lexicon/lexicon-index";
import type { Pack } from "./model";
import { compileTaxonomy, indexPacks, type Taxonomy } from "./taxonomy";

/** Packs read, checked and indexed, as the build leaves the built-in ones in `dist/taxonomy.bin`. */
export interface CompiledPacks {
  readonly packs: readonly Pack[];
  readonly index: LexiconIndex;
}

export function compilePacks(packs: readonly Pack[]): CompiledPacks {
  return { packs, index: indexPacks(packs) };
}

/** In bytes: the length of the packs as JSON in UTF-8, least significant byte first. The JSON follows, then the index. */
const HEADER = 4;

export function encodeCompiledPacks({ packs, index }: CompiledPacks): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify(packs));
  const encodedIndex = encodeIndex(index);
  const bytes = new Uint8Array(HEADER + json.length + encodedIndex.length);
  new DataView(bytes.buffer).setUint32(0, json.length, true);
  bytes.set(json, HEADER);
  bytes.set(encodedIndex, HEADER + json.length);
  return bytes;
}

/**
 * Reads what `encodeCompiledPacks` wrote.
 *
 * @throws {RangeError} or {SyntaxError} if it was not written by this version of it
 */
export function decodeCompiledPacks(bytes: Uint8Array): CompiledPacks {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const indexStart = HEADER + view.getUint32(0, true);
  const packs = JSON.parse(new TextDecoder().decode(bytes.subarray(HEADER, indexStart))) as readonly Pack[];
  return { packs, index: decodeIndex(bytes.subarray(indexStart)) };
}

/**
 * The taxonomy of the built-in packs and those given, which win over them.
 *
 * @param othersIndex made by `indexPacks` of the others in the order of their layers; without it, it is made now
 */
export function extendTaxonomy(
  { packs, index }: CompiledPacks,
  others: readonly Pack[],
  othersIndex?: LexiconIndex,
): Taxonomy {
  return compileTaxonomy([...packs, ...others], index, othersIndex);
}
