import type { Row } from "../row";
import { median, medianRatio, megabytesPerSecond } from "../support/statistics";
import { takeTurns } from "../support/turns";
import { createOurs } from "./matcher-comparison";

export const listSize: Row = {
  id: "7",
  async *run(context) {
    const text = context.text("10MB");
    const matchers = {
      "1k": createOurs(context, "1k"),
      "10k": createOurs(context, "10k"),
      "100k": createOurs(context, "100k"),
    };
    const times = await takeTurns(
      {
        "1k": () => matchers["1k"].match(text),
        "10k": () => matchers["10k"].match(text),
        "100k": () => matchers["100k"].match(text),
      },
      { rounds: 7 },
    );
    const speed = (count: keyof typeof times) => megabytesPerSecond(Buffer.byteLength(text), median(times[count]));
    for (const [count, measure] of [
      ["100k", "100k terms against 10k"],
      ["1k", "1k terms against 10k"],
    ] as const) {
      yield {
        measure,
        value: medianRatio(times["10k"], times[count]),
        ours: { value: speed(count), unit: "MB/s" },
        peer: { name: "ours, 10k terms", value: speed("10k"), unit: "MB/s" },
      };
    }
  },
};
