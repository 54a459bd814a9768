import builtIn from "./built-in-packs.generated.json";
import { type CompiledPacks, decodeCompiledPacks, extendTaxonomy } from "./compiled-packs";
import type { Taxonomy } from "./taxonomy";

let packs: CompiledPacks | undefined;
let taxonomy: Taxonomy | undefined;

/** The packs that ship with the product, parsed and indexed when it was built. */
export function loadBuiltInPacks(): CompiledPacks {
  return (packs ??= decodeCompiledPacks(bytesOfBase64(builtIn)));
}

/** The built-in packs alone, made ready at the first call. */
export function loadDefaultTaxonomy(): Taxonomy {
  return (taxonomy ??= extendTaxonomy(loadBuiltInPacks(), []));
}

function bytesOfBase64(base64: string): Uint8Array {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
