import { buildLexicon, indexTerms, loadIndex, serializeIndex } from "../engine";
import type { Row } from "../row";
import { median, medianRatio } from "../support/statistics";
import { takeTurns } from "../support/turns";

/** pyahocorasick 1.4.1, a C extension, building 100,000 terms on the machine of the project's survey; quoted, not measured. */
const QUOTED_MS = 208;

export const buildAndLoad: Row = {
  id: "9",
  async *run(context) {
    const terms = context.terms("100k");
    const serialized = serializeIndex(indexTerms(terms, "plain"));
    const times = await takeTurns(
      { build: () => buildLexicon(terms, "plain"), load: () => loadIndex(serialized, terms.length) },
      { rounds: 7 },
    );
    const build = { value: median(times.build), unit: "ms" } as const;
    yield {
      measure: "build from strings against pyahocorasick",
      value: build.value / QUOTED_MS,
      ours: build,
      peer: { name: "pyahocorasick, quoted from another machine", value: QUOTED_MS, unit: "ms" },
    };
    yield {
      measure: "load of a prebuilt index against the build",
      value: medianRatio(times.load, times.build),
      ours: { value: median(times.load), unit: "ms" },
      peer: { name: "our build", ...build },
      details: { fileBytes: serialized.length },
    };
  },
};
