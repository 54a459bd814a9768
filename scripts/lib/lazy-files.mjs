import { join } from "node:path";
import { ROOT } from "./paths.mjs";

/**
 * What few documents or commands ask for: the builds of compromise for grammar rules, the exchange formats of taxonomies and
 * the packages that read them. They come in files of their own.
 */
export const LAZY_FILES = {
  "compromise/one": "compromise-one.js",
  "compromise/two": "compromise-two.js",
  "fast-xml-parser": "fast-xml-parser.js",
  "n3/lib/N3Parser": "n3-parser.js",
  papaparse: "papaparse.js",
  [join(ROOT, "src", "core", "taxonomy", "exchange", "formats.ts")]: "taxonomy-formats.js",
};

const LOADER = join(ROOT, "src", "extension", "lazy-files.ts");
const NAMESPACE = "lazy-file";

/** Names the files for the extension, which fetches them where a host cannot require them. */
export const LAZY_FILE_NAMES = { LAZY_FILES: JSON.stringify(Object.values(LAZY_FILES)) };

/**
 * An esbuild plugin that leaves what `LAZY_FILES` names out of a bundle, so that a document which asks for none does not pay
 * for reading them. The extension's bundle asks `src/extension/lazy-files.ts` for them; such a file itself requires others, as
 * both the hosts on Node and that loader understand.
 *
 * @param but the one that is being bundled; absent for the extension
 */
export function lazyFiles(but) {
  return {
    name: "lazy-files",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^(?:[a-z]|\.\/formats$)/, namespace: "file" }, ({ path, resolveDir, kind }) => {
        const entry = path.startsWith(".") ? join(resolveDir, `${path}.ts`) : path;
        const file = entry === but || kind === "entry-point" ? undefined : LAZY_FILES[entry];
        if (file === undefined) return undefined;
        return but === undefined ? { path: file, namespace: NAMESPACE } : { path: `./${file}`, external: true };
      });
      onResolve({ filter: /^\.\//, namespace: NAMESPACE }, ({ path }) => ({ path, external: true }));
      onLoad({ filter: /./, namespace: NAMESPACE }, ({ path }) => ({ contents: callOfLoader(path), resolveDir: ROOT }));
    },
  };
}

function callOfLoader(file) {
  return [
    `const { requireLazyFile } = require(${JSON.stringify(LOADER)});`,
    `module.exports = requireLazyFile("${file}", () => require("./${file}"));`,
  ].join("\n");
}
