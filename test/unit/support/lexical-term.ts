import type { LexicalTerm } from "../../../src/core/taxonomy/lexicon/lexicon";

/** A term that asks nothing of the text around it. */
export function lexicalTerm(pattern: string): LexicalTerm {
  return {
    sense: {
      class: "actor.state",
      entity: undefined,
      by: "lexicon",
      confidence: 1,
      evidence: { pattern },
      precedence: 0,
    },
    near: [],
    notNear: [],
    beside: undefined,
    ambiguous: false,
    retired: false,
  };
}
