import { beginning, markdownOf } from "../corpus/prose";
import { createBenchTagger, OpenDocument } from "../engine";
import { createHarper } from "../peers/harper";
import type { Row } from "../row";
import { median, medianRatio, quantile } from "../support/statistics";
import { time } from "../support/turns";
import { Typist } from "./keystrokes";

const ROUNDS = 5;
const KEYSTROKES = 40;

export const keystrokeMarkdown: Row = {
  id: "12",
  async *run(context) {
    const text = beginning(markdownOf(context.text("1MB")), 100_000);
    const document = new OpenDocument(createBenchTagger("all"), text, "markdown");
    const lint = await createHarper(context);
    const firstLint = await time(() => lint(text));
    const typist = new Typist(document, 12);
    typist.typeSome(200);
    const [ours, theirs]: [number[][], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round++) {
      ours.push(typist.typeSome(KEYSTROKES));
      const edited = document.text;
      theirs.push(await time(() => lint(edited)));
    }
    yield {
      measure: "median",
      value: medianRatio(theirs, ours.map(median)),
      ours: { value: median(ours.flat()), unit: "ms" },
      peer: { name: "harper.js", value: median(theirs), unit: "ms" },
      details: { p99ms: quantile(ours.flat(), 0.99), keystrokes: ROUNDS * KEYSTROKES, harperFirstMs: firstLint },
    };
  },
};
