import { WinkMatcher } from "../peers/wink";
import type { Row } from "../row";
import { compareMatchers, createOurs } from "./matcher-comparison";

export const wink: Row = {
  id: "3",
  async *run(context) {
    const text = context.text("1MB");
    const peer = new WinkMatcher(context, context.terms("10k"));
    const comparison = { measure: "10k terms", text, rounds: 9, timed: () => peer.tag(text) };
    yield await compareMatchers(createOurs(context, "10k"), peer, comparison);
  },
};
