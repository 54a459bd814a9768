import { hash64, type Taxonomy } from "../../../core";

/** What the mentions of a text hang on beside the text. */
export interface TaggedWith {
  /** Of HealthGeo. */
  readonly version: unknown;
  /** The file of the built-in packs. */
  readonly builtIn: { readonly size: number; readonly mtime: number };
  /** Whether names are proposed that the packs lack. */
  readonly discovery: boolean;
  readonly packs: Taxonomy["packs"];
}

/** The same for the same program, packs and options, in another window too. Built-in packs count by their file. */
export function scanKey({ version, builtIn, discovery, packs }: TaggedWith): string {
  const contents = packs.map((pack) => (pack.layer === "built-in" ? [pack.id, pack.version] : contentOf(pack)));
  return hash64(JSON.stringify([version, builtIn.size, builtIn.mtime, discovery, contents]));
}

const hashes = new WeakMap<object, string>();

/** Packs do not change, so that a large one is written out once only. */
function contentOf(pack: Taxonomy["packs"][number]): string {
  let hash = hashes.get(pack);
  if (hash === undefined) hashes.set(pack, (hash = hash64(JSON.stringify(pack))));
  return hash;
}
