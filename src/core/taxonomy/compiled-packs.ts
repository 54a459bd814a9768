import type { LexiconIndex } from "./lexicon-index";
import type { Pack } from "./model";
import { compileTaxonomy, indexPacks, type Taxonomy } from "./taxonomy";

/** The built-in packs as the build leaves them in `dist/taxonomy.json`: read, checked and indexed. */
export interface CompiledPacks {
  readonly packs: readonly Pack[];
  readonly index: LexiconIndex;
}

export function compilePacks(packs: readonly Pack[]): CompiledPacks {
  return { packs, index: indexPacks(packs) };
}

/** Reads what the build wrote; it was checked then. */
export function parseCompiledPacks(json: string): CompiledPacks {
  return JSON.parse(json) as CompiledPacks;
}

/** The taxonomy of the built-in packs and those given, which win over them. */
export function extendTaxonomy({ packs, index }: CompiledPacks, others: readonly Pack[]): Taxonomy {
  return compileTaxonomy([...packs, ...others], index);
}
