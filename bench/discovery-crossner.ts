/**
 * Recall, precision and F1 of named actors on a CrossNER-style file, beside two libraries that run on the same sentences:
 *
 *     npx tsx bench/discovery-crossner.ts FILE.jsonl
 *
 * Each line is `{"text","mentions":[{"start","end","label"}]}` with UTF-16 offsets. One rule for all systems: the labels of
 * `ACTOR_LABELS` are gold; a prediction without a capital is no name and is left out; one that overlaps gold is right; one
 * that overlaps only mentions of other labels (election, event, location, misc) is neither right nor wrong; any other is wrong.
 */
import { readFileSync } from "node:fs";
import { createTagger, loadDefaultTaxonomy, facetOf, overlaps, type Span } from "../src/core";
import { loadScript } from "../test/unit/scripts/load-script";
import { type FindNames, namePeers } from "./name-peers";

const ACTOR_LABELS = new Set(["country", "organisation", "politicalparty", "politician", "person"]);

interface Sentence {
  readonly text: string;
  readonly mentions: readonly (Span & { readonly label: string })[];
}

interface Rates {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

function readSentences(path: string): Sentence[] {
  const lines = readFileSync(path, "utf8").split("\n");
  return lines.filter((line) => line.trim() !== "").map((line) => JSON.parse(line) as Sentence);
}

/** Precision over the predictions that count, recall over the gold, by what makes two spans agree. */
function rate(sentences: readonly Sentence[], found: readonly (readonly Span[])[], agree: typeof overlaps): Rates {
  let [right, wrong, goldFound, gold] = [0, 0, 0, 0];
  sentences.forEach(({ mentions }, i) => {
    const actors = mentions.filter(({ label }) => ACTOR_LABELS.has(label));
    const others = mentions.filter(({ label }) => !ACTOR_LABELS.has(label));
    for (const span of found[i]!) {
      if (actors.some((actor) => agree(actor, span))) right++;
      else if (actors.some((actor) => overlaps(actor, span)) || !others.some((other) => overlaps(other, span))) wrong++;
    }
    gold += actors.length;
    goldFound += actors.filter((actor) => found[i]!.some((span) => agree(actor, span))).length;
  });
  const precision = right / Math.max(1, right + wrong);
  const recall = goldFound / Math.max(1, gold);
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

function sameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

function ownSystem(discovery: boolean): FindNames {
  const tagger = createTagger(loadDefaultTaxonomy(), { discovery });
  return (text) => tagger.tag(text).mentions.filter((mention) => facetOf(mention.class) === "actor");
}

interface PeerInstaller {
  readonly PEERS: string;
  readonly installPeers: () => Promise<void>;
}

async function systems(): Promise<ReadonlyMap<string, FindNames>> {
  const { installPeers, PEERS } = await loadScript<PeerInstaller>("../bench/install-peers.mjs");
  await installPeers();
  return new Map<string, FindNames>([
    ["healthgeo", ownSystem(true)],
    ["healthgeo without discovery", ownSystem(false)],
    ...namePeers(PEERS),
  ]);
}

function rounded(rates: Rates): Rates {
  const round = (share: number) => Math.round(share * 1000) / 1000;
  return { precision: round(rates.precision), recall: round(rates.recall), f1: round(rates.f1) };
}

async function main(path: string | undefined): Promise<void> {
  if (path === undefined) {
    console.error("Name a CrossNER-style file: npx tsx bench/discovery-crossner.ts FILE.jsonl");
    process.exitCode = 2;
    return;
  }
  const sentences = readSentences(path);
  for (const [system, find] of await systems()) {
    const found = sentences.map(({ text }) =>
      find(text).filter(({ start, end }) => /\p{Lu}/u.test(text.slice(start, end))),
    );
    const overlap = rounded(rate(sentences, found, overlaps));
    const exact = rounded(rate(sentences, found, sameSpan));
    console.log(JSON.stringify({ bench: "discovery.crossner", system, sentences: sentences.length, overlap, exact }));
  }
}

void main(process.argv[2]);
