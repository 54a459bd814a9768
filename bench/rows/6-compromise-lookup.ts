import { beginning, splitParagraphs } from "../corpus/prose";
import { CompromiseLookup } from "../peers/compromise";
import type { Row } from "../row";
import { compareMatchers, createOurs } from "./matcher-comparison";

/** In UTF-16 code units; the whole text would take compromise minutes. */
const SAMPLE = 200_000;

export const compromiseLookup: Row = {
  id: "6",
  async *run(context) {
    const text = beginning(context.text("1MB"), SAMPLE);
    const paragraphs = splitParagraphs(text);
    const peer = new CompromiseLookup(context.terms("10k"));
    const comparison = { measure: "10k terms", text, rounds: 7, timed: () => peer.find(paragraphs) };
    yield await compareMatchers(createOurs(context, "10k"), peer, comparison);
  },
};
