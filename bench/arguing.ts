/**
 * What themes and relations cost beside tagging, turn and turn about with and without them, against the budgets of the design:
 * a keystroke in 1 MB of Markdown with p95 under 10 ms, no slice of the thread over 16 ms, heap growth under 40 MB.
 *
 *     node --expose-gc --import tsx bench/arguing.ts [--json | --write docs/evaluation.md]
 *
 * Times are processor time: what else the machine does hardly changes them. `--json` prints a line for each measure, as `npm run bench` does. Paragraphs are those of `test/gold`, each with a number of its own, so
 * that no cache by text helps.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import {
  createTagger,
  createThemeClassifier,
  loadDefaultTaxonomy,
  type Mention,
  PassageReader,
  RelationIndex,
  type ThemeClassifier,
} from "../src/core";
import { Random } from "./support/random";
import { formatLine, lineOf } from "./support/report";
import { median, quantile } from "./support/statistics";

const [BEGIN, END] = ["<!-- arguing: written by bench/arguing.ts -->", "<!-- arguing: end -->"];
const OWN = join(__dirname, "..", "test", "gold", "passages.jsonl");
const [LENGTH, ROUNDS, KEYSTROKES] = [1_000_000, 5, 60];
/** As in `src/extension/services/ledger`. */
const SLICE_MS = 8;

const taxonomy = loadDefaultTaxonomy();
const tagger = createTagger(taxonomy);
const { values } = parseArgs({ options: { json: { type: "boolean" }, write: { type: "string" } } });

function markdown(): string {
  const lines = readFileSync(OWN, "utf8").split("\n");
  const texts = lines.filter((line) => line !== "").map((line) => (JSON.parse(line) as { text: string }).text);
  let text = "";
  for (let i = 0; text.length < LENGTH; i++)
    text += `${i % 8 === 0 ? `## Part ${i}\n\n` : ""}${texts[i % texts.length]!} No. ${i}.\n\n`;
  return text;
}

/** A document with themes and relations that follow its edits, as the extension keeps them. */
class ArguedDocument {
  readonly #reader = new PassageReader("markdown");
  readonly #index = new RelationIndex();
  /** How long each slice held the thread, in milliseconds. */
  readonly slices: number[] = [];

  constructor(readonly classifier: ThemeClassifier) {}

  /** Reads the text in slices; returns how many themes and relations it has. */
  follow(text: string, mentions: readonly Mention[]): number {
    this.#inSlices((isTimeUp) => this.#reader.advance(text, isTimeUp));
    const { passages } = this.#reader;
    let [next, count] = [0, 0];
    this.#inSlices((isTimeUp) => {
      for (; next < passages.length && !isTimeUp(); next++)
        count += this.classifier.classify([passages[next]!], mentions).length;
      return next === passages.length;
    });
    this.#inSlices((isTimeUp) => {
      if (!this.#index.read(passages, mentions, isTimeUp)) return false;
      count += this.#index.relations(passages, mentions).length;
      return true;
    });
    return count;
  }

  #inSlices(work: (isTimeUp: () => boolean) => boolean): void {
    for (let isDone = false; !isDone;) {
      const began = processorTime();
      isDone = work(() => processorTime() - began > SLICE_MS);
      this.slices.push(processorTime() - began);
    }
  }
}

/** Of this process so far, in milliseconds. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function timed(work: () => unknown): number {
  const began = processorTime();
  work();
  return processorTime() - began;
}

interface Result {
  readonly measure: string;
  readonly budget: string;
  readonly without: number;
  readonly with: number;
  readonly unit: "ms" | "MB";
}

const text = markdown();

function tagAll(): readonly Mention[] {
  const session = tagger.open(text, { format: "markdown" });
  session.advance(() => false);
  return session.mentions();
}

function opening(): Result[] {
  const [slices, without, all]: number[][] = [[], [], []];
  for (let round = -1; round < ROUNDS; round++) {
    const document = new ArguedDocument(createThemeClassifier(taxonomy));
    const contenders = [
      [without!, tagAll],
      [all!, () => document.follow(text, tagAll())],
    ] as const;
    for (const [times, work] of round % 2 === 0 ? contenders : contenders.toReversed()) {
      const time = timed(work);
      if (round >= 0) times.push(time);
    }
    if (round >= 0) slices!.push(quantile(document.slices, 0.99));
  }
  return [
    { measure: "opening, all slices together", budget: "—", without: median(without!), with: median(all!), unit: "ms" },
    { measure: "slice, 99 of 100 under", budget: "16 ms", without: 0, with: median(slices!), unit: "ms" },
  ];
}

function typing(): Result[] {
  const session = tagger.open(text, { format: "markdown" });
  const document = new ArguedDocument(createThemeClassifier(taxonomy));
  document.follow(session.text, session.mentions());
  document.slices.length = 0;
  const random = new Random(7);
  const [tagging, following]: [number[], number[]] = [[], []];
  for (let i = 0; i < KEYSTROKES; i++) {
    const start = random.below(text.length);
    tagging.push(
      timed(() => {
        session.edit({ start, end: start, text: "e" });
        session.mentionsIn({ start: Math.max(0, start - 2000), end: start + 2000 });
      }),
    );
    following.push(timed(() => document.follow(session.text, session.mentions())));
  }
  const p95 = (times: readonly number[]) => quantile([...times], 0.95);
  return [
    {
      measure: "keystroke to the mentions in sight, p95",
      budget: "10 ms",
      without: p95(tagging),
      with: p95(tagging),
      unit: "ms",
    },
    {
      measure: "behind it, to all themes and relations, p95",
      budget: "—",
      without: 0,
      with: p95(following),
      unit: "ms",
    },
    { measure: "slice behind it, p95", budget: "16 ms", without: 0, with: p95(document.slices), unit: "ms" },
  ];
}

function memory(): Result[] {
  const atFirst = usedMegabytes();
  const session = tagger.open(text, { format: "markdown" });
  const mentions = session.mentions();
  const tagged = usedMegabytes();
  const classifier = createThemeClassifier(taxonomy);
  const ready = usedMegabytes();
  const document = new ArguedDocument(classifier);
  document.follow(text, mentions);
  const followed = usedMegabytes();
  // Both are used once more, so that they are still there when they are weighed.
  if (document.slices.length === 0 || session.text.length === 0) throw new Error("nothing was weighed");
  return [
    { measure: "memory of the themes, once", budget: "40 MB", without: 0, with: ready - tagged, unit: "MB" },
    {
      measure: "memory of the document",
      budget: "in it",
      without: tagged - atFirst,
      with: tagged - atFirst + followed - ready,
      unit: "MB",
    },
  ];
}

function usedMegabytes(): number {
  if (globalThis.gc === undefined) throw new Error("node runs without --expose-gc, so memory cannot be weighed");
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

function table(results: readonly Result[]): string {
  const rows = results.map(
    ({ measure, budget, without, with: all, unit }) =>
      `| ${measure} | ${without === 0 ? "—" : `${without.toFixed(1)} ${unit}`} | ${all.toFixed(1)} ${unit} | ${budget} |`,
  );
  return [
    "| 1 MB of Markdown | without | with themes and relations | budget |",
    "| --- | --: | --: | --: |",
    ...rows,
  ].join("\n");
}

function write(page: string, report: string): void {
  const old = readFileSync(page, "utf8");
  const [start, end] = [old.indexOf(BEGIN), old.indexOf(END)];
  if (start < 0 || end < start) throw new Error(`${page} has no "${BEGIN}" … "${END}"`);
  writeFileSync(page, `${old.slice(0, start)}${BEGIN}\n\n${report}\n\n${END}${old.slice(end + END.length)}`);
}

const weighed = memory();
const results = [...opening(), ...typing(), ...weighed];
if (values.write !== undefined) write(values.write, table(results));
else if (values.json !== true) console.log(table(results));
else {
  for (const { measure, without, with: all, unit } of results) {
    console.log(formatLine(lineOf("arguing", { measure, details: { without, with: all, unit } })));
  }
}
