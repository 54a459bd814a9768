import { splitParagraphs } from "../corpus/prose";
import { createBenchTagger, OpenDocument } from "../engine";
import { tagWithCompromise } from "../peers/compromise";
import type { Row } from "../row";
import { median, medianRatio, quantile } from "../support/statistics";
import { time } from "../support/turns";
import { Typist } from "./keystrokes";

const ROUNDS = 20;
const KEYSTROKES = 50;
const PARAGRAPHS = 5;
/** Both run for about a tenth of a second before the clock starts, so that both are compiled. */
const WARM_UP = { keystrokes: 2000, paragraphs: 20 };

export const keystrokePlain: Row = {
  id: "11",
  async *run(context) {
    const text = context.text("1MB");
    const paragraphs = splitParagraphs(text);
    const typist = new Typist(new OpenDocument(createBenchTagger("gazetteer"), text, "plain"), 11);
    typist.typeSome(WARM_UP.keystrokes);
    paragraphs.slice(0, WARM_UP.paragraphs).forEach(tagWithCompromise);
    const [ours, theirs]: [number[][], number[][]] = [[], []];
    for (let round = 0; round < ROUNDS; round++) {
      ours.push(typist.typeSome(KEYSTROKES));
      const some = paragraphs.slice(round * PARAGRAPHS, (round + 1) * PARAGRAPHS);
      const times: number[] = [];
      for (const paragraph of some) times.push(await time(() => tagWithCompromise(paragraph)));
      theirs.push(times);
    }
    yield {
      measure: "median",
      value: medianRatio(theirs.map(median), ours.map(median)),
      ours: { value: 1000 * median(ours.flat()), unit: "µs" },
      peer: { name: "compromise, one paragraph", value: 1000 * median(theirs.flat()), unit: "µs" },
      details: { p99us: 1000 * quantile(ours.flat(), 0.99), keystrokes: ROUNDS * KEYSTROKES },
    };
  },
};
