import { beginning } from "../corpus/prose";
import { RULES } from "../corpus/rules";
import { BenchRules, sentencesOf } from "../engine";
import { CompromiseRules } from "../peers/compromise";
import type { Measured, Row } from "../row";
import { median, medianRatio, megabytesPerSecond } from "../support/statistics";
import { takeTurns, type Work } from "../support/turns";

/** In UTF-16 code units. */
const SAMPLE = 50_000;

export const rules: Row = {
  id: "15",
  async *run(context) {
    const text = beginning(context.text("1MB"), SAMPLE);
    const sentences = sentencesOf(text);
    const [ours, theirs] = [new BenchRules(RULES), new CompromiseRules(RULES)];
    const read = ours.read(sentences);
    const tagged = theirs.read(text);
    const details = {
      rules: RULES.length,
      sentences: sentences.length,
      ourMatches: ours.matchRead(read),
      peerMatches: theirs.match(tagged),
    };
    const compare = async (measure: string, contenders: Record<"ours" | "peer", Work>): Promise<Measured> => {
      const times = await takeTurns(contenders, { rounds: 7 });
      const speed = (milliseconds: readonly number[]) =>
        ({ value: megabytesPerSecond(Buffer.byteLength(text), median(milliseconds)), unit: "MB/s" }) as const;
      const value = medianRatio(times.peer, times.ours);
      return { measure, value, ours: speed(times.ours), peer: { name: "compromise", ...speed(times.peer) }, details };
    };
    yield await compare("tagging included", {
      ours: () => ours.match(sentences),
      peer: () => theirs.match(theirs.read(text)),
    });
    yield await compare("sentences tagged before", {
      ours: () => ours.matchRead(read),
      peer: () => theirs.match(tagged),
    });
  },
};
