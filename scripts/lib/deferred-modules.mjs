import { createRequire } from "node:module";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { build } from "esbuild";
import { DEFERRED_FILES, EAGER_PARTS, lazyFiles, LOADER } from "./lazy-files.mjs";
import { ROOT } from "./paths.mjs";

const NAMESPACE = "deferred-modules";

/** Which file holds a module. */
const fileOf = new Map(
  Object.entries(DEFERRED_FILES).flatMap(([file, modules]) => modules.map((module) => [module, file])),
);
/** What modules export, as long as the bundle of their file is the same. */
const known = new Map();

/**
 * An esbuild plugin that leaves the modules of `DEFERRED_FILES` out of a bundle. In their place stand doors: a function that
 * calls the one in the file, a class that makes an instance of the one there. Constants are written out.
 *
 * @param own the file that is being bundled; absent for the extension
 */
export function deferModules(own) {
  return {
    name: "deferred-modules",
    setup({ onStart, onResolve, onLoad }) {
      onStart(() => {
        for (const module of DEFERRED_FILES[own] ?? []) known.delete(module);
      });
      onResolve({ filter: /^\./, namespace: "file" }, ({ path, resolveDir, kind }) => {
        if (kind !== "import-statement") return undefined;
        const stem = join(resolveDir, path);
        const module = [`${stem}.ts`, join(stem, "index.ts")].find((each) => fileOf.has(each));
        return module === undefined || fileOf.get(module) === own ? undefined : { path: module, namespace: NAMESPACE };
      });
      onResolve({ filter: /^\.\//, namespace: NAMESPACE }, ({ path }) => ({ path, external: true }));
      onLoad({ filter: /./, namespace: NAMESPACE }, async ({ path: module }) => ({
        contents: await sourceOfDoors(module, own),
        resolveDir: ROOT,
      }));
    },
  };
}

/** The source of the bundle that holds the modules of a file. */
export function sourceOfDeferred(file) {
  return reexport(DEFERRED_FILES[file]);
}

/**
 * An esbuild plugin that leaves out the built-in packs as the library embeds them; the extension reads `taxonomy.bin`. What
 * asks for them all the same is refused by the bundler.
 */
export const WITHOUT_EMBEDDED_PACKS = {
  name: "without-embedded-packs",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\/taxonomy\/built-in$/ }, () => ({ path: "nothing", namespace: "without-embedded-packs" }));
    onLoad({ filter: /./, namespace: "without-embedded-packs" }, () => ({ contents: "module.exports = {};" }));
  },
};

/** The source of what stands in the place of a module. */
async function sourceOfDoors(module, own) {
  const eager = EAGER_PARTS[module] ?? [];
  const [all, ...parts] = await Promise.all([module, ...eager].map(exportsOf));
  const isEager = (name) => parts.some((part) => Object.hasOwn(part, name));
  const deferred = Object.fromEntries(Object.entries(all).filter(([name]) => !isEager(name)));
  const file = fileOf.get(module);
  const required = `require("./${file}")`;
  return own === undefined
    ? [
        `import { requireLazyFile } from ${JSON.stringify(LOADER)};`,
        reexport(eager),
        doors(deferred, `requireLazyFile("${file}", () => ${required})`),
      ].join("\n")
    : [reexport(eager), doors(deferred, required)].join("\n");
}

function reexport(modules) {
  return modules.map((module) => `export * from ${JSON.stringify(module)};`).join("\n");
}

/**
 * The source of a module that exports doors.
 *
 * @param values what stands behind them, by name; what is undefined gets none
 * @param load an expression that gives an object with the same names
 * @throws {Error} where a value is neither a function nor a class nor plain data
 */
export function doors(values, load) {
  const defined = Object.entries(values).filter(([, value]) => value !== undefined);
  const lines = defined.map(([name, value]) => `export const ${name} = ${doorTo(name, value)};`);
  return ["let file;", `const open = () => (file ??= ${load});`, ...lines].join("\n");
}

function doorTo(name, value) {
  if (typeof value !== "function") return plainData(name, value);
  if (!/^class\b/.test(Function.prototype.toString.call(value))) return `(...args) => open().${name}(...args)`;
  return [
    "/* @__PURE__ */ new Proxy(function () {}, {",
    `  construct: (_, args) => Reflect.construct(open().${name}, args),`,
    `  get: (_, key) => open().${name}[key],`,
    "})",
  ].join("\n");
}

/** Constants are written out: they are read, not called. */
function plainData(name, value) {
  const json = JSON.stringify(value);
  if (json === undefined || !isDeepStrictEqual(JSON.parse(json), value))
    throw new Error(`${name} is neither a function nor plain data; name its module among the eager parts.`);
  return json;
}

/** What a module exports, by name: found out by running it. */
function exportsOf(module) {
  if (!known.has(module)) known.set(module, run(module));
  return known.get(module);
}

async function run(path) {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: [path],
    alias: { yaml: join(ROOT, "node_modules", "yaml", "browser", "index.js") },
    bundle: true,
    write: false,
    format: "cjs",
    platform: "node",
    target: "es2022",
    external: ["vscode"],
    plugins: [lazyFiles(""), WITHOUT_EMBEDDED_PACKS],
  });
  const module = { exports: {} };
  const evaluate = new Function("module", "exports", "require", outputFiles[0].text);
  const require = createRequire(path);
  evaluate(module, module.exports, (name) => (name === "vscode" ? editorStandIn() : require(name)));
  return module.exports;
}

/** As much of the editor's API as modules touch when they are loaded: whatever they take out of it is there. */
function editorStandIn() {
  return new Proxy(class {}, { get: (target, key) => (key in target ? target[key] : editorStandIn()) });
}
