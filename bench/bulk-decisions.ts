/**
 * Measures how long it takes to accept thousands of suggestions at once and to take that back, without an editor and on
 * a disk that takes no time: one JSON line for each, with the median milliseconds of each step and of all together.
 *
 *     node --import tsx bench/bulk-decisions.ts [ROUNDS]
 */
import {
  acceptMention,
  createTagger,
  decisionIdOf,
  loadDefaultTaxonomy,
  OccurrenceIndex,
  review,
  type Ledger,
  type LedgerChange,
} from "../src/core";
import { LedgerWriter, type SharedText } from "../src/extension/ledger-writer";
import { EntityIndex, groupsOf } from "../src/extension/presentation/entities/entity-index";
import { EntityTree } from "../src/extension/presentation/entities/entity-tree";
import { parseReviewFilter } from "../src/extension/presentation/review/review-filter";
import { queueOf, type QueueLabels } from "../src/extension/presentation/review/review-queue";
import { ReviewTree } from "../src/extension/presentation/review/review-tree";
import { TrackedPlaces } from "../src/extension/tracked-places";
import { median } from "./support/statistics";

/** Each has two mentions, as the report of the integration test. */
const SECTIONS = 2500;
const URI = "report.md.jsonl";
const STAMP = { author: "Rosalind", time: "2026-07-01T09:30:00Z", id: decisionIdOf };

const taxonomy = loadDefaultTaxonomy();
const text = Array.from(
  { length: SECTIONS },
  (_, i) => `Section ${i}: China shares genomic data with partner ${i}.\n`,
).join("\n");
const { mentions } = createTagger(taxonomy).tag(text, { format: "markdown" });
const classOrder = [...taxonomy.classes.keys()];
const labels: QueueLabels = {
  classLabel: (id) => taxonomy.classes.get(id)?.label ?? id,
  entityLabel: (id) => taxonomy.entities.get(id)?.label,
};

/** Milliseconds by step. */
type Times = Map<string, number>;

async function timed<T>(times: Times, step: string, work: () => T | Promise<T>): Promise<T> {
  const began = performance.now();
  const result = await work();
  times.set(step, (times.get(step) ?? 0) + performance.now() - began);
  return result;
}

/** A text that one window alone writes. */
function textInMemory(): SharedText {
  let content: string | undefined;
  return {
    read: () => Promise.resolve(content),
    replace: (next) => {
      content = next;
      return Promise.resolve(true);
    },
  };
}

/** One change, in the steps in which the extension makes it: it shows before it is written. */
async function make(times: Times, writer: LedgerWriter, places: TrackedPlaces, change: LedgerChange): Promise<void> {
  const { ledger: before } = await writer.read();
  const ledger = await timed(times, "apply", () => writer.apply(before, change));
  const joined = await timed(times, "review", () => reviewWith(places, ledger));
  await timed(times, "views", () => {
    const queue = queueOf(joined, parseReviewFilter(""), labels);
    const entityLabels = { ...labels, classOrder, candidates: "Candidates" };
    const index = new EntityIndex();
    const document = { uri: URI, path: URI, text, mentions: joined.mentions };
    index.add(document, groupsOf(document));
    new EntityTree({ index, labels: entityLabels, filter: "", grouping: "class" }).roots.at(0);
    return new ReviewTree({ uri: URI, review: joined, queue, grouping: "class", labels, classOrder }, new Map()).roots;
  });
  await timed(times, "write", () => writer.write(change));
  await timed(times, "look again", () => writer.restore());
}

function reviewWith(places: TrackedPlaces, ledger: Ledger): ReturnType<typeof review> {
  const joined = review(text, mentions, places.current(ledger.decisions), ledger);
  places.requote(text, places.current(ledger.decisions), joined);
  places.update(ledger.decisions, joined);
  return joined;
}

async function measure(): Promise<{ readonly accepting: Times; readonly undoing: Times }> {
  const accepting: Times = new Map();
  const undoing: Times = new Map();
  const writer = new LedgerWriter(textInMemory(), URI, () => true);
  const places = new TrackedPlaces();
  const decisions = await timed(accepting, "decide", () => {
    const index = new OccurrenceIndex(
      text,
      mentions.map((mention) => mention.text),
    );
    return mentions.map((mention) => acceptMention(index, mention, STAMP));
  });
  await make(accepting, writer, places, { put: decisions });
  await make(undoing, writer, places, { remove: decisions.map(({ id }) => id) });
  return { accepting, undoing };
}

function print(what: string, rounds: readonly Times[]): void {
  const milliseconds = (values: readonly number[]) => Math.round(median(values));
  const steps = [...rounds[0]!.keys()].map((step) => [step, milliseconds(rounds.map((times) => times.get(step)!))]);
  const all = milliseconds(rounds.map((times) => [...times.values()].reduce((sum, each) => sum + each, 0)));
  console.log(
    JSON.stringify({ bench: "bulk-decisions", what, mentions: mentions.length, ...Object.fromEntries(steps), all }),
  );
}

async function main(): Promise<void> {
  const rounds = [];
  for (let round = Number(process.argv[2] ?? 9); round > 0; round--) rounds.push(await measure());
  print(
    "accepted",
    rounds.map(({ accepting }) => accepting),
  );
  print(
    "undone",
    rounds.map(({ undoing }) => undoing),
  );
}

void main();
