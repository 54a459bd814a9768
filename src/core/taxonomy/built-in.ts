import builtIn from "./built-in-packs.generated.json";
import { type CompiledPacks, extendTaxonomy } from "./compiled-packs";
import type { Taxonomy } from "./taxonomy";

/** The packs that ship with the product, parsed and indexed when it was built. */
export function loadBuiltInPacks(): CompiledPacks {
  return builtIn as CompiledPacks;
}

let defaultTaxonomy: Taxonomy | undefined;

/** The built-in packs alone, made ready at the first call. */
export function loadDefaultTaxonomy(): Taxonomy {
  return (defaultTaxonomy ??= extendTaxonomy(loadBuiltInPacks(), []));
}
