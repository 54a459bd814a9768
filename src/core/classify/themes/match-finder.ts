import type { Problem } from "../../problem";
import { compileGrammar, type Grammar } from "../../tagger/grammar/grammar";
import type { GrammarRule, ThemeCondition } from "../../taxonomy/model";
import type { ConditionTable } from "./conditions";

/** Runs the match expressions of conditions as grammar rules: compromise reads only sentences with a word that wakes one. */
export class MatchFinder {
  readonly #grammar: Grammar;
  readonly #numberOf = new Map<GrammarRule, number>();

  constructor({ conditions, uris }: ConditionTable) {
    conditions.forEach((condition, number) => {
      const rule = ruleOf(condition);
      if (rule !== undefined) this.#numberOf.set(rule, number);
    });
    this.#grammar = compileGrammar([...this.#numberOf.keys()], (rule) => uris[this.#numberOf.get(rule)!]!);
  }

  /** Expressions that cannot run. */
  get problems(): readonly Problem[] {
    return this.#grammar.problems;
  }

  /** Calls back for every match, with the number of its condition; offsets are the sentence's. */
  find(sentence: string, onFound: (start: number, end: number, condition: number) => void): void {
    if (this.#numberOf.size === 0) return;
    for (const { start, end, rule } of this.#grammar.match(sentence)) onFound(start, end, this.#numberOf.get(rule)!);
  }
}

function ruleOf({ match, line }: ThemeCondition): GrammarRule | undefined {
  return match === undefined ? undefined : { id: match, class: "", match, hits: [], misses: [], line };
}
