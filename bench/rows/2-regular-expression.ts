import { createRegularExpression } from "../peers/regular-expression";
import type { Row } from "../row";
import { compareMatchers, createOurs } from "./matcher-comparison";

const ROUNDS = { "1k": 15, "10k": 9, "100k": 7 } as const;

export const regularExpression: Row = {
  id: "2",
  async *run(context) {
    const text = context.text("1MB");
    for (const count of ["1k", "10k", "100k"] as const) {
      const peer = createRegularExpression(context.terms(count));
      const comparison = { measure: `${count} terms`, text, rounds: ROUNDS[count] };
      yield await compareMatchers(createOurs(context, count), peer, comparison);
    }
  },
};
