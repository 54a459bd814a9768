import { join } from "node:path";
import { ROOT } from "./paths.mjs";

/**
 * What few documents or commands ask for: the builds of compromise for grammar rules, the exchange formats of taxonomies and
 * the packages that read them. They come in files of their own where a host can load several.
 */
export const LAZY_FILES = {
  "compromise/one": "compromise-one.js",
  "compromise/two": "compromise-two.js",
  "fast-xml-parser": "fast-xml-parser.js",
  "n3/lib/N3Parser": "n3-parser.js",
  papaparse: "papaparse.js",
  [join(ROOT, "src", "core", "taxonomy", "exchange", "formats.ts")]: "taxonomy-formats.js",
};

/**
 * An esbuild plugin that leaves what `LAZY_FILES` names out of a bundle and has it require their files beside it, so that a
 * document which asks for none does not pay for reading them.
 *
 * @param but the one that is being bundled
 */
export function lazyFiles(but) {
  return {
    name: "lazy-files",
    setup({ onResolve }) {
      onResolve({ filter: /^(?:[a-z]|\.\/formats$)/ }, ({ path, resolveDir, kind }) => {
        const entry = path.startsWith(".") ? join(resolveDir, `${path}.ts`) : path;
        const file = entry === but || kind === "entry-point" ? undefined : LAZY_FILES[entry];
        return file === undefined ? undefined : { path: `./${file}`, external: true };
      });
    },
  };
}
