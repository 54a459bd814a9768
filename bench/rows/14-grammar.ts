import { beginning } from "../corpus/prose";
import { createBenchTagger } from "../engine";
import { tagWithCompromise } from "../peers/compromise";
import type { Row } from "../row";
import { median, medianRatio, megabytesPerSecond } from "../support/statistics";
import { takeTurns } from "../support/turns";

/** In UTF-16 code units; compromise takes seconds and half a gigabyte for ten times as much. */
const SAMPLE = 100_000;

export const grammar: Row = {
  id: "14",
  async *run(context) {
    const text = beginning(context.text("1MB"), SAMPLE);
    const tagger = createBenchTagger("rules");
    const times = await takeTurns(
      { ours: () => tagger.tag(text), compromise: () => tagWithCompromise(text) },
      { rounds: 9, warmUps: 2 },
    );
    const bytes = Buffer.byteLength(text);
    yield {
      measure: "rules only",
      value: medianRatio(times.compromise, times.ours),
      ours: { value: megabytesPerSecond(bytes, median(times.ours)), unit: "MB/s" },
      peer: { name: "compromise", value: megabytesPerSecond(bytes, median(times.compromise)), unit: "MB/s" },
      details: { rules: tagger.taxonomy.rules.length, mentions: tagger.tag(text).mentions.length },
    };
  },
};
