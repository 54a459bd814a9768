import { mkdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { parseArgs } from "node:util";
import type { ExtensionContext, LogOutputChannel } from "vscode";
import {
  concordanceLines,
  concordanceOrder,
  corpusReportInSteps,
  createTagger,
  loadDefaultTaxonomy,
  reportAsHtml,
  type ConcordanceLine,
  type CorpusDocument,
} from "../../src/core";
import { InsightFigures } from "../../src/extension/presentation/insight/insight-figures";
import { CorpusService } from "../../src/extension/services/corpus-service";
import { TimeSlices } from "../../src/extension/services/scan/time-slices";
import { DEFAULT_OPTIONS } from "../../src/webview/insight/messages";
import { openWorkspace, Uri } from "./editor";
import { writeReports } from "./reports";

const { values } = parseArgs({ options: { root: { type: "string" }, cache: { type: "string" } } });
const [root, cache] = [values.root!, values.cache!];
const folder = join(cache, "bench", "reports");
const storage = join(cache, "bench", "reports-storage");

const taxonomy = loadDefaultTaxonomy();
const tagger = createTagger(taxonomy, { discovery: true });
writeReports(taxonomy, folder);
openWorkspace(folder, join(root, "package.json"));
rmSync(storage, { recursive: true, force: true });
mkdirSync(storage, { recursive: true });

void measureAll();

async function measureAll(): Promise<void> {
  const cold = await measured("scan, nothing kept", () => scanned());
  await new Promise((resolve) => setTimeout(resolve, 3000));
  print("kept on disk", { bytes: statSync(join(storage, "mentions.jsonl")).size });
  await measured("scan, mentions kept from before", () => scanned());
  await measured("scan, nothing changed", () => cold.scan());
  await measured("all mentions and passages once", async () => {
    const slices = new TimeSlices();
    let [mentions, passages] = [0, 0];
    for (const document of cold.documents()) {
      mentions += document.mentions.length;
      passages += document.passages.length;
      await slices.breathe();
    }
    print("corpus", { documents: cold.documents().length, mentions, passages });
  });
  await measured("figures of Insight, sliced", async () => {
    const slices = new TimeSlices();
    const figures = new InsightFigures(await readDocuments(cold, slices), taxonomy);
    return figures.insight({ ...DEFAULT_OPTIONS, scope: "workspace", items: "all" }, () => slices.breathe());
  });
  await measured("report, sliced", async () => {
    const slices = new TimeSlices();
    const documents = await readDocuments(cold, slices);
    const options = { title: "Reports", taxonomy, version: "bench", withDecisions: true, withDiscovery: true };
    const report = await slices.run(corpusReportInSteps(documents, options));
    return reportAsHtml(report!).length;
  });
  const lines = await measured("concordance of a class, sliced", async () => {
    const slices = new TimeSlices();
    const found: ConcordanceLine[] = [];
    for (const document of cold.documents()) {
      found.push(...concordanceLines(document, { kind: "class", class: "actor.state" }));
      if (found.length >= 50_000) break;
      await slices.breathe();
    }
    return found;
  });
  for (const count of [10_000, lines.length]) {
    const some = lines.slice(0, count);
    await measured(`sorting ${some.length} lines by context`, () =>
      Promise.resolve(concordanceOrder(some, ["left1", "left2", "left3"])),
    );
  }
}

/** As features hold documents that many look at: passages and mentions are made once. */
async function readDocuments(corpus: CorpusService, slices: TimeSlices): Promise<CorpusDocument[]> {
  const documents: CorpusDocument[] = [];
  for (const { path, format, text, passages, mentions } of corpus.documents()) {
    documents.push({ path, format, text, passages, mentions });
    await slices.breathe();
  }
  return documents;
}

async function scanned(): Promise<CorpusService> {
  const never = () => ({ dispose: () => undefined });
  const context = {
    storageUri: Uri.file(storage),
    extensionUri: Uri.file(root),
    extension: { packageJSON: { version: "bench" } },
  } as unknown as ExtensionContext;
  const service = new CorpusService(context, {
    taxonomy: { onDidChange: never } as never,
    tagging: { tagger, ready: () => Promise.resolve(tagger), documents: [], formatOf: () => undefined } as never,
    decisions: { onDidChange: never } as never,
    reviews: { onDidChange: never } as never,
    log: console as unknown as LogOutputChannel,
  });
  await service.scan();
  return service;
}

/** Tells how long something takes, how long it holds the thread at most, and what stays in memory. */
async function measured<T>(measure: string, run: () => Promise<T>): Promise<T> {
  gc!();
  const before = process.memoryUsage().heapUsed;
  const delays = monitorEventLoopDelay({ resolution: 1 });
  await new Promise((resolve) => setTimeout(resolve, 20));
  delays.enable();
  const start = performance.now();
  const result = await run();
  const ms = Math.round(performance.now() - start);
  // The delay of a block is noticed when the thread is free again.
  await new Promise((resolve) => setTimeout(resolve, 20));
  delays.disable();
  gc!();
  print(measure, {
    ms,
    longestBlockMs: Math.round(delays.max / 1e5) / 10,
    block99Ms: Math.round(delays.percentile(99) / 1e5) / 10,
    heapMB: Math.round((process.memoryUsage().heapUsed - before) / 1e5) / 10,
  });
  return result;
}

function print(measure: string, details: Readonly<Record<string, number>>): void {
  console.log(JSON.stringify({ measure, ...details }));
}
