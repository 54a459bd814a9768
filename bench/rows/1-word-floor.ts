import { buildLexicon, TermMatcher } from "../engine";
import type { Row } from "../row";
import { median, medianRatio, megabytesPerSecond } from "../support/statistics";
import { takeTurns } from "../support/turns";

const isWordUnit = new Uint8Array(0x10000).map((_, unit) => (/[\p{L}\p{N}]/u.test(String.fromCharCode(unit)) ? 1 : 0));

/** The least that anything which reads words must do. */
function countWords(text: string): number {
  let words = 0;
  let before = 0;
  for (let i = 0; i < text.length; i++) {
    const isWord = isWordUnit[text.charCodeAt(i)]!;
    words += isWord & ~before;
    before = isWord;
  }
  return words;
}

export const wordFloor: Row = {
  id: "1",
  async *run(context) {
    const text = context.text("1MB");
    const matcher = new TermMatcher(buildLexicon(context.terms("10k"), "product"));
    const times = await takeTurns({ ours: () => matcher.match(text), floor: () => countWords(text) }, { rounds: 21 });
    const bytes = Buffer.byteLength(text);
    yield {
      measure: "10k terms",
      value: medianRatio(times.floor, times.ours),
      ours: { value: megabytesPerSecond(bytes, median(times.ours)), unit: "MB/s" },
      peer: { name: "word loop", value: megabytesPerSecond(bytes, median(times.floor)), unit: "MB/s" },
      details: { bytes, words: countWords(text), spans: matcher.match(text).length / 2 },
    };
  },
};
