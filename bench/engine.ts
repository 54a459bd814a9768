import { loadDefaultTaxonomy, type Taxonomy } from "../src/core";
import { BlockText } from "../src/core/tagger/block-text";
import { CompiledRule, compileRule, SentenceReader } from "../src/core/tagger/grammar";
import { LexiconMatcher } from "../src/core/tagger/lexicon-matcher";
import { RuleIndex } from "../src/core/tagger/rule-index";
import type { Session } from "../src/core/tagger/session";
import { createTagger, type Tagger } from "../src/core/tagger/tagger";
import { expandTerm } from "../src/core/taxonomy/expansion";
import { type LexicalTerm, Lexicon } from "../src/core/taxonomy/lexicon";
import { type LexiconIndex, LexiconIndexBuilder } from "../src/core/taxonomy/lexicon-index";
import { type FormOptions, formsOf } from "../src/core/taxonomy/word-forms";
import type { TextFormat } from "../src/core/text/format";
import { splitSentences } from "../src/core/text/sentences";
import { WordList } from "../src/core/text/words";
import type { Spans } from "./support/spans";

// All that the bench knows of our own engine stands in this file, so that a new engine is measured by changing it alone.

/** Every plain string that the built-in packs name things by, alternatives written out. */
export function taxonomyTerms(): string[] {
  return loadDefaultTaxonomy().packs.flatMap(({ entities, terms }) => {
    const written = [...entities.flatMap((entity) => entity.terms), ...terms.map(({ term }) => term)];
    return written.flatMap(({ text }) => {
      const expanded = expandTerm(text);
      return "error" in expanded ? [] : expanded.expansions;
    });
  });
}

/**
 * How strings become terms: `plain` as every peer reads them, any case and nothing added; `product` as packs read them, with
 * case modes and plurals. Compounds and spelling variants belong to both.
 */
export type TermMode = "plain" | "product";

const OPTIONS: Readonly<Record<TermMode, FormOptions>> = {
  plain: { case: "any", isName: true, plural: false },
  product: { case: undefined, isName: false, plural: true },
};

/** One meaning for all strings: the bench asks where terms stand, not what they mean. */
const TERM: LexicalTerm = {
  sense: {
    class: "actor.state",
    entity: undefined,
    by: "lexicon",
    confidence: 1,
    evidence: { pattern: "bench" },
    precedence: 0,
  },
  near: [],
  notNear: [],
  retired: false,
};

/** Strings made into what the build of the product writes down. */
export function indexTerms(terms: readonly string[], mode: TermMode): LexiconIndex {
  const builder = new LexiconIndexBuilder();
  for (const term of terms) builder.add(formsOf(term, OPTIONS[mode]));
  return builder.build();
}

/** An index as the build writes it to a file. */
export function serializeIndex(index: LexiconIndex): string {
  return JSON.stringify(index);
}

/** What the product does with that file when it starts. */
export function loadIndex(serialized: string, termCount: number): Lexicon {
  return lexiconOf(JSON.parse(serialized) as LexiconIndex, termCount);
}

/** An index ready to match with. */
export function lexiconOf(index: LexiconIndex, termCount: number): Lexicon {
  return new Lexicon(index, new Array<LexicalTerm>(termCount).fill(TERM));
}

/** From strings to an engine that is ready to match. */
export function buildLexicon(terms: readonly string[], mode: TermMode): Lexicon {
  return lexiconOf(indexTerms(terms, mode), terms.length);
}

/** Finds terms in a text: whole words, the leftmost, of those the longest. */
export class TermMatcher {
  readonly #matcher: LexiconMatcher;

  constructor(lexicon: Lexicon) {
    this.#matcher = new LexiconMatcher([lexicon]);
  }

  match(text: string): Spans {
    return leftmostLongest(this.#matcher.match(new BlockText(text, [])));
  }
}

/** Readings come by rising start, of one start by rising end. */
function leftmostLongest(readings: readonly { readonly start: number; readonly end: number }[]): Spans {
  const spans = new Int32Array(2 * readings.length);
  let count = 0;
  readings.forEach(({ start, end }, i) => {
    const behind = count === 0 ? 0 : spans[count - 1]!;
    if (readings[i + 1]?.start === start || start < behind) return;
    spans[count++] = start;
    spans[count++] = end;
  });
  return spans.subarray(0, count);
}

/** Which layers of the product work: the terms and what resolves them, the grammar rules, or everything. */
export type Layers = "gazetteer" | "rules" | "all";

/** A tagger with the built-in taxonomy. */
export function createBenchTagger(layers: Layers): Tagger {
  const taxonomy: Taxonomy = loadDefaultTaxonomy();
  if (layers === "all") return createTagger(taxonomy);
  return createTagger(layers === "gazetteer" ? { ...taxonomy, rules: [] } : { ...taxonomy, lexicons: [] });
}

/** A document as an editor keeps it. */
export class OpenDocument {
  readonly #session: Session;

  constructor(tagger: Tagger, text: string, format: TextFormat) {
    this.#session = tagger.open(text, { format });
    this.#session.mentions();
  }

  get text(): string {
    return this.#session.text;
  }

  /** Types a character and reads what the editor then shows; returns the number of mentions. */
  type(offset: number, character: string): number {
    this.#session.edit({ start: offset, end: offset, text: character });
    return this.#session.mentions().length;
  }
}

/** The sentences of a text. */
export function sentencesOf(text: string): string[] {
  return splitSentences(text).map(({ start, end }) => text.slice(start, end));
}

/** A sentence, its words, and the reader that rules share. */
interface ReadSentence {
  readonly sentence: string;
  readonly words: WordList;
  readonly reader: SentenceReader;
}

/** Match expressions run as packs run theirs: by the words that wake them. */
export class BenchRules {
  readonly #index = new RuleIndex();
  readonly #rules: CompiledRule[] = [];

  /** @throws {Error} when an expression is none of our grammar */
  constructor(expressions: readonly string[]) {
    for (const match of expressions) {
      const rule = compileRule({ id: match, class: "actor.state", match, hits: [], misses: [], line: 1 }, "");
      if (!(rule instanceof CompiledRule)) throw new Error(rule.message);
      this.#rules.push(rule);
      this.#index.add(rule.expression.indexWords);
    }
  }

  /** The number of matches in sentences as they stand, reading and tagging included. */
  match(sentences: readonly string[]): number {
    const words = new WordList();
    let matches = 0;
    for (const sentence of sentences) {
      words.read(sentence);
      let reader: SentenceReader | undefined;
      for (const rule of this.#index.rulesFor(sentence, words)) {
        reader ??= new SentenceReader(sentence, words);
        matches += this.#rules[rule]!.match(reader).length;
      }
    }
    return matches;
  }

  /** Reads and tags every sentence, for `matchRead`. */
  read(sentences: readonly string[]): ReadSentence[] {
    return sentences.map((sentence) => {
      const words = new WordList();
      words.read(sentence);
      const reader = new SentenceReader(sentence, words);
      reader.tag();
      return { sentence, words, reader };
    });
  }

  /** The number of matches in sentences that are read and tagged already. */
  matchRead(read: readonly ReadSentence[]): number {
    let matches = 0;
    for (const { sentence, words, reader } of read) {
      for (const rule of this.#index.rulesFor(sentence, words)) matches += this.#rules[rule]!.match(reader).length;
    }
    return matches;
  }
}
