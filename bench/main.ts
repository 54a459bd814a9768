import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compileTaxonomy, createTagger, extendTaxonomy, loadBuiltInPacks, type Taxonomy } from "../src/core";
import { measure, report } from "./measure";
import { benchThesaurus } from "./thesaurus";

/** The samples' prose, repeated to a million code units: real sentences, dense with terms. */
function millionUnits(): string {
  const root = join(__dirname, "..", "samples");
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) => /\.(md|txt)$/.test(file));
  const prose = files.sort().map((file) => readFileSync(join(root, file), "utf8"));
  const once = prose.map((text) => text.replace(/^---[\s\S]*?\n---\n/, "")).join("\n\n");
  return once.repeat(Math.ceil(1_000_000 / once.length)).slice(0, 1_000_000);
}

function benchTaxonomy(): Taxonomy {
  const builtIn = loadBuiltInPacks();
  const { result, figures } = measure(() => extendTaxonomy(builtIn, []), 5);
  report("taxonomy.compile", { ...measure(() => compileTaxonomy(builtIn.packs), 3).figures });
  report("taxonomy.load", { ...figures, terms: result.lexicons[0]!.terms.length, entities: result.entities.size });
  return result;
}

/** What the machine needs merely to look at each code unit: the measure of everything that reads text. */
function benchFloor(text: string): number {
  const { figures } = measure(() => {
    let sum = 0;
    for (let i = 0; i < text.length; i++) sum = (sum + text.charCodeAt(i)) | 0;
    return sum;
  }, 9);
  report("floor.charCodeAt", { ...figures, units: text.length });
  return figures.medianMs;
}

function benchTagging(text: string, taxonomy: Taxonomy, floorMs: number): void {
  const withRules = createTagger(taxonomy);
  const withoutRules = createTagger({ ...taxonomy, rules: [] });
  for (const [name, tagger] of [["all", withRules] as const, ["lexicon", withoutRules] as const]) {
    for (const format of ["plain", "markdown"] as const) {
      const { result, figures } = measure(() => tagger.tag(text, { format }).mentions.length, 5);
      const timesFloor = Math.round(figures.medianMs / floorMs);
      report(`tag.1MB.${name}.${format}`, { ...figures, mentions: result, timesFloor });
    }
  }
}

const KEYSTROKES = 1000;

function benchKeystrokes(text: string, taxonomy: Taxonomy): void {
  const session = createTagger(taxonomy).open(text, { format: "markdown" });
  session.mentions();
  const times: number[] = [];
  let seed = 7;
  for (let i = 0; i < KEYSTROKES; i++) {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    const start = seed % text.length;
    const began = performance.now();
    session.edit({ start, end: start, text: "e" });
    session.mentions();
    times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(share * KEYSTROKES)]!;
  report("keystroke.1MB.markdown", { medianMs: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99), runs: KEYSTROKES });
}

const text = millionUnits();
const taxonomy = benchTaxonomy();
const floorMs = benchFloor(text);
benchTagging(text, taxonomy, floorMs);
benchKeystrokes(text, taxonomy);
benchThesaurus(text, taxonomy);
