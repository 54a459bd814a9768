import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { overlaps, type Span } from "../src/core";

/** The libraries measured beside ours, exact, so that figures can be repeated. */
const PEERS = { "wink-nlp": "2.4.0", "wink-eng-lite-web-model": "1.8.1", compromise: "14.17.0" } as const;

/** Finds the spans of names in a sentence, in UTF-16 code units. */
export type FindNames = (text: string) => readonly Span[];

/** Loads the libraries from a cache folder, which it fills from the npm registry at the first call. */
export async function peersIn(cache: string): Promise<ReadonlyMap<string, FindNames>> {
  const load = createRequire(join(install(cache), "package.json"));
  const wink = winkReader(load("wink-nlp") as Wink, load("wink-eng-lite-web-model"));
  const { default: compromise } = (await import(load.resolve("compromise"))) as { default: Compromise };
  return new Map<string, FindNames>([
    ["compromise", (text) => compromiseNames(compromise, text)],
    ["wink-nlp entities", (text) => wink(text).entities],
    ["wink-nlp proper nouns", (text) => properNounRuns(text, wink(text))],
  ]);
}

function install(cache: string): string {
  const folder = join(cache, "bench-peers");
  const isInstalled = Object.keys(PEERS).every((name) => existsSync(join(folder, "node_modules", name)));
  const packages = Object.entries(PEERS).map(([name, version]) => `${name}@${version}`);
  const options = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-save"];
  if (!isInstalled) {
    execFileSync("npm", ["install", "--prefix", folder, ...options, ...packages], { stdio: ["ignore", 2, 2] });
  }
  return folder;
}

interface CompromiseView {
  json(options: object): { offset: { start: number; length: number } }[];
}
type Compromise = (text: string) => Record<"people" | "places" | "organizations", () => CompromiseView>;

/** What compromise itself takes for persons, places and organizations. */
function compromiseNames(compromise: Compromise, text: string): Span[] {
  const document = compromise(text);
  const views = [document.people(), document.places(), document.organizations()];
  const found = views.flatMap((view) => view.json({ offset: true }));
  return found.map(({ offset: { start, length } }) => ({ start, end: start + length }));
}

interface WinkItems {
  out(what: unknown): readonly unknown[];
}
interface WinkModel {
  readonly its: Record<"pos" | "span" | "precedingSpaces", unknown>;
  readonly readDoc: (text: string) => Record<"entities" | "tokens", () => WinkItems>;
}
type Wink = (model: unknown) => WinkModel;

interface WinkToken extends Span {
  readonly partOfSpeech: string;
}
interface WinkReading {
  readonly tokens: readonly WinkToken[];
  readonly entities: readonly Span[];
}

function winkReader(wink: Wink, model: unknown): (text: string) => WinkReading {
  const { its, readDoc }: WinkModel = wink(model);
  return (text) => {
    const document = readDoc(text);
    const words = document.tokens().out(undefined) as readonly string[];
    const gaps = document.tokens().out(its.precedingSpaces) as readonly string[];
    const partsOfSpeech = document.tokens().out(its.pos) as readonly string[];
    let at = 0;
    const tokens = words.map((word, i): WinkToken => {
      const start = at + gaps[i]!.length;
      at = start + word.length;
      return { start, end: at, partOfSpeech: partsOfSpeech[i]! };
    });
    const spans = document.entities().out(its.span) as readonly (readonly [number, number])[];
    return {
      tokens,
      entities: spans.map(([first, last]) => ({ start: tokens[first]!.start, end: tokens[last]!.end })),
    };
  };
}

/** wink-nlp has no entities for names; the most it can do is runs of proper nouns, without its dates and amounts. */
function properNounRuns(text: string, { tokens, entities }: WinkReading): Span[] {
  const runs: Span[] = [];
  for (const { start, end, partOfSpeech } of tokens) {
    const last = runs.at(-1);
    if (partOfSpeech !== "PROPN") continue;
    if (last !== undefined && /^\s*$/.test(text.slice(last.end, start)))
      runs[runs.length - 1] = { start: last.start, end };
    else runs.push({ start, end });
  }
  return runs.filter((run) => !entities.some((entity) => overlaps(entity, run)));
}
