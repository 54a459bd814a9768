import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { Context } from "./context";
import { prepareCorpus } from "./corpus/prepare";
import type { Row } from "./row";
import { ROWS } from "./rows";
import { readMachineFacts } from "./support/machine";
import { performancePage, type Versions } from "./support/page";
import { formatLine, type Line, lineOf } from "./support/report";
import { serveAsPoolWorker } from "./workspace/pool";

// Started by bench/run.mjs, which says how. Without --measure it prepares the corpus and gives each row a process of its own,
// so that no row inherits the heap and the compiled code of another; with --measure it is such a process.

const OPTIONS = {
  root: { type: "string" },
  cache: { type: "string" },
  row: { type: "string", multiple: true },
  "write-docs": { type: "boolean" },
  measure: { type: "string" },
} as const;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: OPTIONS });
  const { root = "", cache = "", row: wanted, measure } = values;
  const folders = { peers: join(cache, "bench-peers"), corpus: join(cache, "bench-corpus") };
  const context = new Context(folders);
  if (measure !== undefined) {
    await measureRow(findRow(measure), context);
    return;
  }
  const rows = wanted?.map(findRow) ?? ROWS;
  const writesDocs = values["write-docs"] === true;
  if (writesDocs && wanted !== undefined) throw new Error("--write-docs needs every row; leave out --row.");
  const facts = readMachineFacts();
  if (facts.load > facts.cores / 2) console.error(`the machine is busy (load ${facts.load}); do not trust the figures`);
  prepareCorpus(context);
  const lines: Line[] = [];
  for (const { id } of rows) lines.push(...(await runRow(id)));
  if (writesDocs) {
    const page = performancePage(lines, facts, readVersions(root));
    writeFileSync(join(root, "docs", "performance.md"), page);
  }
}

function findRow(id: string): Row {
  const row = ROWS.find((candidate) => candidate.id === id);
  if (row === undefined)
    throw new Error(`There is no row "${id}"; use one of ${ROWS.map((known) => known.id).join(", ")}.`);
  return row;
}

async function measureRow(row: Row, context: Context): Promise<void> {
  for await (const outcome of row.run(context)) console.log(formatLine(lineOf(row.id, outcome)));
}

/** Measures a row in a process of its own and passes its lines on; one that fails is skipped, with the reason on stderr. */
async function runRow(id: string): Promise<Line[]> {
  const args = ["--expose-gc", __filename, ...process.argv.slice(2).filter((arg) => arg !== "--write-docs")];
  const child = spawn(process.execPath, [...args, "--measure", id], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  const lines: Line[] = [];
  const take = (line: Line) => {
    console.log(formatLine(line));
    lines.push(line);
  };
  for await (const line of createInterface({ input: child.stdout })) take(JSON.parse(line) as Line);
  const code = await ended;
  if (code !== 0) {
    take({ row: id, skipped: "the measurement failed; see the error output of the run" });
    process.exitCode = 1;
  }
  return lines;
}

function readVersions(root: string): Versions {
  const peers = JSON.parse(readFileSync(join(root, "bench", "peers.json"), "utf8")) as Versions;
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { devDependencies: Versions };
  return { ...peers, compromise: manifest.devDependencies["compromise"]! };
}

if (!serveAsPoolWorker()) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
