import { join } from "node:path";
import { ROOT } from "./paths.mjs";

const CORE = join(ROOT, "src", "core");

/** The readers of documents that are imported, with their packages: too large to be fetched before somebody imports one. */
export const DOCUMENT_FILES = {
  mammoth: "mammoth.js",
  [join(CORE, "documents", "pdf-library.ts")]: "pdf.js",
  [join(CORE, "documents", "readers.ts")]: "document-readers.js",
};

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
  [join(CORE, "taxonomy", "exchange", "formats.ts")]: "taxonomy-formats.js",
  ...DOCUMENT_FILES,
};

const LOADER = join(ROOT, "src", "extension", "lazy-files.ts");
const NAMESPACE = "lazy-file";

const names = Object.values(LAZY_FILES);
const documentNames = Object.values(DOCUMENT_FILES);

/** Names the files for the extension, which fetches them where a host cannot require them. */
export const LAZY_FILE_NAMES = {
  LAZY_FILES: JSON.stringify(names.filter((name) => !documentNames.includes(name))),
  DOCUMENT_FILES: JSON.stringify(documentNames),
};

/**
 * An esbuild plugin that leaves what `LAZY_FILES` names out of a bundle, so that a document which asks for none does not pay
 * for reading them. The extension's bundle asks `src/extension/lazy-files.ts` for them; such a file itself requires others, as
 * both the hosts on Node and that loader understand.
 *
 * @param but the one that is being bundled; absent for the extension
 * @param files that are left out
 */
export function lazyFiles(but, files = LAZY_FILES) {
  return {
    name: "lazy-files",
    setup({ onResolve, onLoad }) {
      onResolve(
        { filter: /^(?:[a-z]|\.\/(?:formats|readers|pdf-library)$)/, namespace: "file" },
        ({ path, resolveDir, kind }) => {
          const entry = path.startsWith(".") ? join(resolveDir, `${path}.ts`) : path;
          const file = entry === but || kind === "entry-point" ? undefined : files[entry];
          if (file === undefined) return undefined;
          return but === undefined ? { path: file, namespace: NAMESPACE } : { path: `./${file}`, external: true };
        },
      );
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

/**
 * An esbuild plugin that takes from mammoth its own way to unzip, which knows no limits and needs files or another package: it is
 * given archives that are open already (see `docx-reader.ts`).
 */
export const OPEN_ARCHIVES = {
  name: "open-archives",
  setup({ onResolve, onLoad }) {
    const isMammoth = (importer) => /[\\/]mammoth[\\/](?:lib|browser)[\\/]/.test(importer);
    const resolve = (path) => (args) =>
      isMammoth(args.importer) ? { path, namespace: "open-archives", pluginData: args.resolveDir } : undefined;
    onResolve({ filter: /^\.\/unzip$/ }, resolve("unzip"));
    onResolve({ filter: /^jszip$/ }, resolve("jszip"));
    onLoad({ filter: /^unzip$/, namespace: "open-archives" }, ({ pluginData }) => ({
      contents: `const { resolve } = require("./promises");\nexports.openZip = ({ file }) => resolve(file);`,
      resolveDir: pluginData,
    }));
    onLoad({ filter: /^jszip$/, namespace: "open-archives" }, () => ({ contents: "" }));
  },
};

/** An esbuild plugin for a build that can load one file only and leaves the readers of documents out. */
export const WITHOUT_READERS = {
  name: "without-readers",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\/readers$/ }, () => ({ path: "readers", namespace: "without-readers" }));
    onLoad({ filter: /./, namespace: "without-readers" }, () => ({ contents: "module.exports = undefined;" }));
  },
};
