import { loadDefaultTaxonomy, type Taxonomy } from "../src/core";
import { BlockText } from "../src/core/tagger/block/block-text";
import { CompiledRule, compileRule, SentenceReader } from "../src/core/tagger/grammar/grammar";
import { RuleIndex } from "../src/core/tagger/grammar/rule-index";
import type { Session } from "../src/core/tagger/session";
import { createTagger, type Tagger } from "../src/core/tagger/tagger";
import { judge } from "../src/core/tagger/lexicon/term-conditions";
import { TermMatches, TermScanner } from "../src/core/tagger/lexicon/term-scanner";
import { expandTerm } from "../src/core/taxonomy/forms/expansion";
import { type LexicalTerm, Lexicon } from "../src/core/taxonomy/lexicon/lexicon";
import { decodeIndex, encodeIndex } from "../src/core/taxonomy/lexicon/lexicon-codec";
import { type LexiconIndex, minimize } from "../src/core/taxonomy/lexicon/lexicon-index";
import { TermTrie } from "../src/core/taxonomy/lexicon/term-trie";
import { type FormOptions, formsOf } from "../src/core/taxonomy/forms/word-forms";
import type { TextFormat } from "../src/core/text/format";
import { splitSentences } from "../src/core/text/sentences";
import type { Span } from "../src/core/text/span";
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
  beside: undefined,
  ambiguous: false,
  retired: false,
};

/** Strings made into what the build of the product writes down. */
export function indexTerms(terms: readonly string[], mode: TermMode): LexiconIndex {
  const trie = new TermTrie();
  for (const term of terms) trie.add(formsOf(term, OPTIONS[mode]));
  return minimize(trie);
}

/** An index as the build writes it to a file. */
export function serializeIndex(index: LexiconIndex): Uint8Array {
  return encodeIndex(index);
}

/** What the product does with that file when it starts. */
export function loadIndex(serialized: Uint8Array, termCount: number): Lexicon {
  return lexiconOf(decodeIndex(serialized), termCount);
}

/** An index ready to match with. */
export function lexiconOf(index: LexiconIndex, termCount: number): Lexicon {
  return new Lexicon(index, new Array<LexicalTerm>(termCount).fill(TERM));
}

/** From strings to an engine that is ready to match. */
export function buildLexicon(terms: readonly string[], mode: TermMode): Lexicon {
  return lexiconOf(indexTerms(terms, mode), terms.length);
}

/** Finds terms in a text: whole words, the leftmost, of those the longest whose conditions hold. */
export class TermMatcher {
  readonly #scanner: TermScanner;
  readonly #matches = new TermMatches();

  constructor(lexicon: Lexicon) {
    this.#scanner = new TermScanner(lexicon);
  }

  match(text: string): Spans {
    const matches = this.#matches;
    matches.clear();
    this.#scanner.scan(text, matches);
    const { lexicon } = this.#scanner;
    const block = new BlockText(text, []);
    const spans = new Int32Array(2 * matches.count);
    let count = 0;
    // Matches come by rising start, of one start by rising end, so a later one of the same start is longer.
    for (let i = 0; i < matches.count; i++) {
      const start = matches.startOf(i);
      const end = matches.endOf(i);
      const extendsLast = count > 0 && spans[count - 2] === start;
      if (!extendsLast && count > 0 && start < spans[count - 1]!) continue;
      if (isRefused(lexicon, matches.demandOf(i), block, { start, end })) continue;
      if (!extendsLast) count += 2;
      spans[count - 2] = start;
      spans[count - 1] = end;
    }
    return spans.subarray(0, count);
  }
}

function isRefused(lexicon: Lexicon, demand: number, block: BlockText, span: Span): boolean {
  return lexicon.conditions[demand] !== 0 && judge(lexicon.acceptOf(demand), block, span).objection !== undefined;
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
  /** In UTF-16 code units. */
  length: number;

  constructor(tagger: Tagger, text: string, format: TextFormat) {
    this.length = text.length;
    this.#session = tagger.open(text, { format });
    this.#session.mentions();
  }

  get text(): string {
    return this.#session.text;
  }

  /** Types a character and reads the mentions around it; returns how many they are. */
  type(offset: number, character: string): number {
    this.#session.edit({ start: offset, end: offset, text: character });
    this.length += character.length;
    return this.#session.mentionsIn({ start: offset, end: offset + character.length }).length;
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
