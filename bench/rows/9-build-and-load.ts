import type { Context } from "../context";
import { buildLexicon, indexTerms, loadIndex, serializeIndex } from "../engine";
import { Pyahocorasick } from "../peers/pyahocorasick";
import type { Measured, Row } from "../row";
import { median, medianRatio } from "../support/statistics";
import { takeTurns, time } from "../support/turns";

/** pyahocorasick 1.4.1, a C extension, building 100,000 terms on the machine of the project's survey; quoted, not measured. */
const QUOTED_MS = 208;
const ROUNDS = 7;

async function compareBuilds(context: Context, terms: readonly string[]): Promise<Measured> {
  const measure = "build from strings against pyahocorasick";
  const peer = Pyahocorasick.find();
  const build = () => buildLexicon(terms, "plain");
  build();
  const ours: number[] = [];
  const theirs: number[] = [];
  // It times itself, so that the start of Python is not counted.
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(await time(build));
    theirs.push(peer?.buildTime(context.termsFile("100k")) ?? QUOTED_MS);
  }
  return {
    measure,
    value: medianRatio(ours, theirs),
    ours: { value: median(ours), unit: "ms" },
    peer: {
      name: peer === undefined ? "pyahocorasick, quoted from another machine" : "pyahocorasick",
      value: median(theirs),
      unit: "ms",
    },
  };
}

export const buildAndLoad: Row = {
  id: "9",
  async *run(context) {
    const terms = context.terms("100k");
    yield await compareBuilds(context, terms);
    const serialized = serializeIndex(indexTerms(terms, "plain"));
    const times = await takeTurns(
      { build: () => buildLexicon(terms, "plain"), load: () => loadIndex(serialized, terms.length) },
      { rounds: ROUNDS },
    );
    yield {
      measure: "load of a prebuilt index against the build",
      value: medianRatio(times.load, times.build),
      ours: { value: median(times.load), unit: "ms" },
      peer: { name: "our build", value: median(times.build), unit: "ms" },
      details: { fileBytes: serialized.length },
    };
  },
};
