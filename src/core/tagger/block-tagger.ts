import type { Problem } from "../problem";
import type { GrammarRule } from "../taxonomy/model";
import type { Sense } from "../taxonomy/sense";
import type { Taxonomy } from "../taxonomy/taxonomy";
import type { BlockText } from "./block-text";
import { compileGrammar, type Grammar } from "./grammar";
import { findInlineTags } from "./inline-tags";
import { LexiconMatcher } from "./lexicon-matcher";
import type { Reading, RefusedReading } from "./reading";

/** Finds all readings of a block: what its own text supports, whatever the rest of the document says. */
export class BlockTagger {
  readonly #matcher: LexiconMatcher;
  readonly #grammar: Grammar;
  readonly #senseOf: ReadonlyMap<GrammarRule, Sense>;

  constructor(readonly taxonomy: Taxonomy) {
    this.#matcher = new LexiconMatcher(taxonomy.lexicons);
    this.#senseOf = new Map(taxonomy.rules.map(({ rule, sense }) => [rule, sense]));
    this.#grammar = compileGrammar([...this.#senseOf.keys()], (rule) => this.#senseOf.get(rule)?.evidence.uri ?? "");
  }

  /** Rules that cannot run. */
  get problems(): readonly Problem[] {
    return this.#grammar.problems;
  }

  read(block: BlockText, refused?: RefusedReading[]): Reading[] {
    return [
      ...this.#matcher.match(block, refused),
      ...this.#matchRules(block),
      ...findInlineTags(block, this.taxonomy),
    ];
  }

  #matchRules({ prose, sentences }: BlockText): Reading[] {
    if (this.#senseOf.size === 0) return [];
    return sentences.flatMap((sentence) =>
      this.#grammar.match(prose.slice(sentence.start, sentence.end)).map(({ start, end, rule }) => ({
        start: sentence.start + start,
        end: sentence.start + end,
        sense: this.#senseOf.get(rule)!,
      })),
    );
  }
}
