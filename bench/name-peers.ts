import { createRequire } from "node:module";
import { join } from "node:path";
import compromise from "compromise";
import { overlaps, type Span } from "../src/core";

/** Finds the spans of names in a sentence, in UTF-16 code units. */
export type FindNames = (text: string) => readonly Span[];

/** The libraries measured beside ours; wink-nlp comes from the folder where peers are installed. */
export function namePeers(peersFolder: string): readonly (readonly [system: string, find: FindNames])[] {
  const load = createRequire(join(peersFolder, "package.json"));
  const wink = winkReader(load("wink-nlp") as Wink, load("wink-eng-lite-web-model"));
  return [
    ["compromise", compromiseNames],
    ["wink-nlp entities", (text) => wink(text).entities],
    ["wink-nlp proper nouns", (text) => properNounRuns(text, wink(text))],
  ];
}

interface Located {
  readonly offset: { readonly start: number; readonly length: number };
}

/** What compromise itself takes for persons, places and organizations, without the punctuation that it counts in. */
function compromiseNames(text: string): Span[] {
  const document = compromise(text);
  const views = [document.people(), document.places(), document.organizations()];
  const found = views.flatMap((view) => view.json({ offset: true }) as Located[]);
  return found.map(({ offset: { start, length } }) => {
    const words = text.slice(start, start + length);
    const before = /^[^\p{L}\p{N}]*/u.exec(words)![0].length;
    const behind = /(?:['’]s)?[^\p{L}\p{N}]*$/u.exec(words)![0].length;
    return { start: start + before, end: start + length - behind };
  });
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
