import builtInPacks from "./built-in-packs.generated.json";
import type { Pack } from "./model";
import { compileTaxonomy, type Taxonomy } from "./taxonomy";

/** The packs that ship with the product, parsed when it was built. */
export function loadBuiltInPacks(): readonly Pack[] {
  return builtInPacks as readonly Pack[];
}

let defaultTaxonomy: Taxonomy | undefined;

/** The built-in packs alone, compiled at the first call. */
export function loadDefaultTaxonomy(): Taxonomy {
  return (defaultTaxonomy ??= compileTaxonomy(loadBuiltInPacks()));
}
