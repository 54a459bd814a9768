import { createDoubleArray, createObjectAutomaton } from "../peers/aho-corasick";
import type { Row } from "../row";
import { compareMatchers, createOurs } from "./matcher-comparison";

export const ahoCorasick: Row = {
  id: "4",
  async *run(context) {
    const text = context.text("1MB");
    for (const create of [createDoubleArray, createObjectAutomaton]) {
      const peer = create(context, context.terms("10k"));
      const comparison = { measure: `${peer.name}, 10k terms`, text, rounds: 11 };
      yield await compareMatchers(createOurs(context, "10k"), peer, comparison);
    }
  },
};
