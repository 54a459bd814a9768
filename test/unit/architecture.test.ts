import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, posix, relative, sep } from "node:path";
import ts from "typescript";

const ROOT = join(__dirname, "..", "..");

/** The packages that the core may use; they run anywhere. */
const CORE_PACKAGES = [
  "@lezer/common",
  "@lezer/markdown",
  "compromise",
  "d3-force",
  "fast-xml-parser",
  "ignore",
  "mammoth",
  "n3",
  "papaparse",
  "pdfjs-dist",
  "rehype-parse",
  "rehype-remark",
  "remark-gfm",
  "remark-stringify",
  "unified",
  "yaml",
];

/** The packages that web pages may use. */
const PAGE_PACKAGES = ["@observablehq/plot", "d3-force"];

/** What a page and the extension say to each other, the one thing that both import. */
const MESSAGES = /^src\/webview\/[^/]+\/messages\.ts$/;

interface Import {
  /** The importing file, from the root, with slashes. */
  readonly from: string;
  /** The imported file, likewise, or the name of a package. */
  readonly to: string;
}

const files = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => `src/${file.split(sep).join("/")}`);

const imports: readonly Import[] = files.flatMap((from) =>
  ts
    .preProcessFile(readFileSync(join(ROOT, from), "utf8"), true, true)
    .importedFiles.map(({ fileName }) => ({ from, to: resolve(from, fileName) })),
);

function resolve(from: string, specifier: string): string {
  if (!specifier.startsWith(".")) return specifier;
  const target = posix.join(posix.dirname(from), specifier);
  return [`${target}.ts`, `${target}/index.ts`].find((file) => files.includes(file)) ?? target;
}

const importsOf = (room: string) => imports.filter(({ from }) => from.startsWith(`src/${room}/`));
const show = (found: readonly Import[]) => found.map(({ from, to }) => `${from} imports ${to}`);

describe("the architecture", () => {
  it("keeps the core to itself and to packages that run anywhere", () => {
    const foreign = importsOf("core").filter(
      ({ to }) =>
        !to.startsWith("src/core/") && !CORE_PACKAGES.some((name) => to === name || to.startsWith(`${name}/`)),
    );
    assert.deepEqual(show(foreign), []);
  });

  it("keeps the core to what the language itself defines: no DOM, no Node, no console, no timers", () => {
    assert.deepEqual(typeErrorsWithoutAnyHost(), []);
  }).timeout(60_000);

  it("lets the command line and the extension into the core by its door only", () => {
    const sideways = ["cli", "extension"].flatMap((room) =>
      importsOf(room).filter(
        ({ to }) =>
          to.startsWith("src/") &&
          !to.startsWith(`src/${room}/`) &&
          to !== "src/core/index.ts" &&
          !(room === "extension" && MESSAGES.test(to)),
      ),
    );
    assert.deepEqual(show(sideways), []);
  });

  it("keeps the editor out of the command line, and Node out of the extension, which runs in a browser too", () => {
    const wrong = [
      ...importsOf("cli").filter(({ to }) => to === "vscode"),
      ...importsOf("extension").filter(({ to }) => to.startsWith("node:")),
    ];
    assert.deepEqual(show(wrong), []);
  });

  it("keeps web pages to themselves and to packages that draw", () => {
    const foreign = importsOf("webview").filter(
      ({ to }) => !to.startsWith("src/webview/") && !PAGE_PACKAGES.includes(to),
    );
    assert.deepEqual(show(foreign), []);
  });

  it("has no circle of imports", () => {
    assert.deepEqual(findCircle(), []);
  });
});

/** Type-checks the core with the settings of the published types, under which nothing of any host exists. */
function typeErrorsWithoutAnyHost(): string[] {
  const folder = join(ROOT, "scripts", "types");
  const { config } = ts.readConfigFile(join(folder, "tsconfig.json"), (path) => ts.sys.readFile(path)) as {
    config: unknown;
  };
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, folder);
  const core = files.filter((file) => file.startsWith("src/core/")).map((file) => join(ROOT, file));
  const program = ts.createProgram([...new Set([...fileNames, ...core])], options);
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const message = ts.flattenDiagnosticMessageText(messageText, " ");
    if (file === undefined || start === undefined) return message;
    return `${relative(ROOT, file.fileName)}:${file.getLineAndCharacterOfPosition(start).line + 1}: ${message}`;
  });
}

/** The first circle among the source files, as the list of its files; empty if there is none. */
function findCircle(): string[] {
  const finished = new Set<string>();
  const visit = (file: string, path: readonly string[]): string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (finished.has(file)) return [];
    for (const { to } of imports.filter(({ from }) => from === file)) {
      const circle = visit(to, [...path, file]);
      if (circle.length > 0) return circle;
    }
    finished.add(file);
    return [];
  };
  for (const file of files) {
    const circle = visit(file, []);
    if (circle.length > 0) return circle;
  }
  return [];
}
