import { beginning, markdownOf } from "../corpus/prose";
import { createBenchTagger, OpenDocument } from "../engine";
import type { Row } from "../row";
import { median, medianRatio, quantile } from "../support/statistics";
import { Typist } from "./keystrokes";

const ROUNDS = 15;
const KEYSTROKES = 40;

export const documentSize: Row = {
  id: "13",
  *run(context) {
    const markdown = markdownOf(context.text("1MB"));
    const tagger = createBenchTagger("all");
    const open = (text: string) => new Typist(new OpenDocument(tagger, text, "markdown"), 13);
    const typists = { small: open(beginning(markdown, 100_000)), large: open(markdown) };
    typists.small.typeSome(200);
    typists.large.typeSome(200);
    const [small, large]: [number[][], number[][]] = [[], []];
    for (let round = 0; round < ROUNDS; round++) {
      small.push(typists.small.typeSome(KEYSTROKES));
      large.push(typists.large.typeSome(KEYSTROKES));
    }
    yield {
      measure: "1 MB against 100 KB",
      value: medianRatio(large.map(median), small.map(median)),
      ours: { value: median(large.flat()), unit: "ms" },
      peer: { name: "ours, 100 KB", value: median(small.flat()), unit: "ms" },
      details: { p99ms: quantile(large.flat(), 0.99), p99SmallMs: quantile(small.flat(), 0.99) },
    };
  },
};
