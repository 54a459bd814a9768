import type { ReviewedMention } from "../../../src/core";

/** A suggested mention of China at the start of a document, but for what is said otherwise. */
export function reviewedMention(parts: Partial<ReviewedMention> = {}): ReviewedMention {
  const text = parts.text ?? "China";
  const start = parts.start ?? 0;
  return {
    start,
    end: start + text.length,
    text,
    class: "actor.state",
    by: "lexicon",
    confidence: 0.95,
    evidence: { pattern: text, pack: "test", uri: "test.yaml", line: 1 },
    status: "suggested",
    ...parts,
  };
}
