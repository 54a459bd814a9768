import type { Problem } from "../../problem";
import type { GrammarRule } from "../../taxonomy/model";
import type { Sense } from "../../taxonomy/sense";
import type { Taxonomy } from "../../taxonomy/taxonomy";
import { overlaps, type Span } from "../../text/span";
import type { Abbreviation } from "../document/abbreviations";
import type { BlockText } from "./block-text";
import { compileGrammar, type Grammar } from "../grammar/grammar";
import { Discovery, type Discoveries, NO_DISCOVERIES } from "../discovery/discovery";
import { findInlineTags } from "./inline-tags";
import { LexiconMatcher } from "../lexicon/lexicon-matcher";
import { MOST_NEAR_MISSES, type NearMiss, NearMissFinder, ruleMiss } from "../explain/near-misses";
import { Reading, type RefusedReading } from "../reading";
import { withoutVerbs } from "../lexicon/verbs";

/** Finds all readings of a block: what its own text supports, whatever the rest of the document says. */
export class BlockTagger {
  readonly #matcher: LexiconMatcher;
  readonly #grammar: Grammar;
  readonly #senseOf: ReadonlyMap<GrammarRule, Sense>;
  readonly #nearMisses: NearMissFinder;
  readonly #discovery: Discovery | undefined;

  /**
   * @param discovery whether names that the taxonomy lacks are looked for
   * @param base a tagger whose taxonomy has the same rules; they are not compiled again
   */
  constructor(
    readonly taxonomy: Taxonomy,
    discovery = false,
    base?: BlockTagger,
  ) {
    this.#discovery = discovery ? new Discovery(taxonomy) : undefined;
    this.#matcher = new LexiconMatcher(taxonomy.lexicons);
    this.#nearMisses = new NearMissFinder(taxonomy);
    if (base === undefined) {
      this.#senseOf = new Map(taxonomy.rules.map(({ rule, sense }) => [rule, sense]));
      this.#grammar = compileGrammar([...this.#senseOf.keys()], (rule) => this.#senseOf.get(rule)?.evidence.uri ?? "");
    } else {
      this.#senseOf = base.#senseOf;
      this.#grammar = base.#grammar;
    }
  }

  /** Rules that cannot run. */
  get problems(): readonly Problem[] {
    return this.#grammar.problems;
  }

  read(block: BlockText, refused?: RefusedReading[]): Reading[] {
    return [...this.readSentences(block, refused), ...this.readTags(block)];
  }

  /** What the words of a block, or of some of its sentences, say. */
  readSentences(block: BlockText, refused?: RefusedReading[]): Reading[] {
    return [...withoutVerbs(this.#matcher.match(block, refused), block.prose, refused), ...this.#matchRules(block)];
  }

  /** What the author tagged in a block. */
  readTags(block: BlockText): Reading[] {
    return findInlineTags(block, this.taxonomy);
  }

  /** Whether a term may reach over the end of a sentence into the one that begins at an offset. */
  mayReachInto(prose: string, sentenceStart: number): boolean {
    return this.#matcher.mayReachInto(prose, sentenceStart);
  }

  get discovers(): boolean {
    return this.#discovery !== undefined;
  }

  /** Names that the taxonomy lacks, outside the readings that won. */
  discover(block: BlockText, won: readonly Reading[], abbreviations: readonly Abbreviation[]): Discoveries {
    return this.#discovery?.find(block, won, abbreviations) ?? NO_DISCOVERIES;
  }

  /** Terms and rules that nearly matched in a range of the block, whose offsets are the block's. For explanations only. */
  nearMisses(block: BlockText, range: Span): NearMiss[] {
    return [...this.#nearMisses.find(block, range), ...this.#rulesInVain(block, range)];
  }

  #rulesInVain({ prose, sentences }: BlockText, range: Span): NearMiss[] {
    const misses = sentences
      .filter((sentence) => overlaps(sentence, range))
      .flatMap((sentence) => {
        const { start } = sentence;
        const inSentence = { start: range.start - start, end: range.end - start };
        const woken = this.#grammar.wokenInVain(prose.slice(start, sentence.end), inSentence);
        return woken.map((match): NearMiss => {
          const span = { start: start + match.start, end: start + match.end };
          return ruleMiss(match.rule, this.#senseOf.get(match.rule)!, prose.slice(span.start, span.end), span);
        });
      });
    return misses.slice(0, MOST_NEAR_MISSES);
  }

  #matchRules({ prose, sentences }: BlockText): Reading[] {
    if (this.#senseOf.size === 0) return [];
    return sentences.flatMap((sentence) =>
      this.#grammar.match(prose.slice(sentence.start, sentence.end)).map(({ start, end, rule }) => {
        return new Reading(sentence.start + start, sentence.start + end, this.#senseOf.get(rule)!);
      }),
    );
  }
}
