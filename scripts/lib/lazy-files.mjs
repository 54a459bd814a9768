import { existsSync } from "node:fs";
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
 * the packages that read them. They come in files of their own, which the core requires where it needs them.
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

/**
 * What comes in files of its own and is imported, by the file that holds it. Whoever imports one of these modules from outside its
 * file gets doors to what it exports, and the file is loaded when somebody first goes through one (`deferred-modules.mjs`). A
 * module that stands in no list comes with those that import it; so the state of a session must not stand in a module.
 */
export const DEFERRED_FILES = {
  // What tags documents, and all of the core that is not below.
  "engine.js": core("index", "tagger/mention-key", "tagger/mention-name"),
  // Markdown and its parser, which the core reads passages, reports and tags with.
  "markdown.js": core("text/markdown"),
  // Reading and writing packs, with the YAML of front matter.
  "packs.js": core(
    "inline/front-matter",
    "taxonomy/authoring/locate-problem",
    "taxonomy/authoring/pack-completion",
    "taxonomy/authoring/pack-fixes",
    "taxonomy/authoring/pack-index",
    "taxonomy/authoring/pack-rename",
    "taxonomy/authoring/pack-source",
    "taxonomy/authoring/term-summary",
    "taxonomy/packs/pack-broader",
    "taxonomy/packs/pack-edit",
    "taxonomy/packs/pack-format",
    "taxonomy/packs/pack-insert",
    "taxonomy/packs/pack-parser",
    "taxonomy/snippets/snippet",
    "taxonomy/snippets/snippet-conflicts",
    "taxonomy/snippets/snippet-merge",
    "taxonomy/snippets/snippet-selection",
    "taxonomy/packs/yaml-reader",
  ),
  "relations.js": core(
    "classify/relations",
    "classify/relations/counted-relations",
    "classify/relations/decide-relations",
    "classify/relations/reviewed-relations",
    "corpus/document-relations",
    "evaluation/relation-scores",
  ),
  // What corpora are made into: reports, networks, maps.
  "reports.js": core(
    "classify/dependency-map",
    "classify/dependency-map-drawing",
    "classify/dependency-map-graphml",
    "classify/dependency-map-svg",
    "corpus/key-passages",
    "corpus/network",
    "corpus/report",
    "corpus/report-html",
    "corpus/report-markdown",
  ),
  // What views show once somebody looks.
  "views.js": extension(
    "presentation/entities/entity-search",
    "presentation/entities/entity-tree",
    "presentation/explanation-text",
    "presentation/marks/preview-mentions",
    "presentation/marks/preview-tags",
    "presentation/relations/relation-tree",
    "presentation/review/review-tree",
    "presentation/taxonomy/code-snippets",
    "presentation/taxonomy/taxonomy-tree",
  ),
  // The panels in the editor area.
  "panels.js": extension(
    "features/dependency-map/dependency-map-page",
    "features/insight/insight-page",
    "features/pages/corpus-panel",
  ),
};

/** Of a deferred module what need not wait: short functions that are called during activation, or very often. */
export const EAGER_PARTS = {
  [core("index")[0]]: core("taxonomy/scheme", "text/format", "text/span"),
};

function core(...modules) {
  return modules.map((module) => sourceOf(join(CORE, ...module.split("/"))));
}

function extension(...modules) {
  return modules.map((module) => sourceOf(join(ROOT, "src", "extension", ...module.split("/"))));
}

function sourceOf(path) {
  const source = [`${path}.ts`, join(path, "index.ts")].find((each) => existsSync(each));
  if (source === undefined) throw new Error(`${path} is gone; take it out of the lists of scripts/lib/lazy-files.mjs.`);
  return source;
}

export const LOADER = join(ROOT, "src", "extension", "lazy-files.ts");
const NAMESPACE = "lazy-file";

const names = [...Object.values(LAZY_FILES), ...Object.keys(DEFERRED_FILES)];
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
