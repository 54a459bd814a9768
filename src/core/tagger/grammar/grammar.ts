import type { Problem } from "../../problem";
import type { GrammarRule } from "../../taxonomy/model";
import { overlaps, type Span } from "../../text/span";
import { WordList } from "../../text/words";
import { type Compromise, loadMatcher, loadTagger, type MatchToken } from "./compromise";
import { isSyntaxError, type MatchExpression, parseMatchExpression } from "./match-syntax";
import { isWord, RuleIndex } from "./rule-index";
import { addTags, readSentence, type SentenceReading, spanOf } from "./sentence-terms";

/** A stretch of a sentence that a rule found; offsets in UTF-16 code units of the sentence. */
export interface RuleMatch extends Span {
  readonly rule: GrammarRule;
}

/** Rules ready to run. */
export interface Grammar {
  /** What is wrong with the rules that were left out. */
  readonly problems: readonly Problem[];
  /**
   * Every stretch that a rule finds in the sentence, sorted by start, longer ones first. Stretches of different rules may
   * overlap. A sentence of more than `MAX_SENTENCE` code units is not prose and has none.
   */
  match(sentence: string): RuleMatch[];
  /** Rules that a word in a range of the sentence wakes, but that find nothing there. For explanations only. */
  wokenInVain(sentence: string, range: Span): RuleMatch[];
}

/** In UTF-16 code units. Bounds the time that one sentence can take. */
export const MAX_SENTENCE = 10_000;

/**
 * Compiles rules into one grammar. A sentence is read only by the rules whose words it holds, and compromise is loaded by
 * the first sentence that wakes a rule: its matcher for every rule, its tagger for those that ask for parts of speech.
 *
 * How a rule matches, beyond compromise's match syntax:
 * - a word written with a capital matches only so written, a word in lower case matches in any case and diacritics;
 * - a hyphen between words is a space, a possessive 's is not there;
 * - a match stays inside a phrase, that is between two pauses (comma, bracket, quotation mark, dash, possessive); a rule that
 *   asks for punctuation crosses all but brackets and quotation marks, one that asks for the sentence's ends crosses anything;
 * - a [capture] is the mention, the rest of the match its context.
 *
 * @param uriOf names the file of a rule in problems
 */
export function compileGrammar(
  rules: readonly GrammarRule[],
  uriOf: (rule: GrammarRule) => string = () => "",
): Grammar {
  const problems: Problem[] = [];
  const compiled: CompiledRule[] = [];
  for (const rule of rules) {
    const result = compileRule(rule, uriOf(rule));
    if (result instanceof CompiledRule) compiled.push(result);
    else problems.push(result);
  }
  return new RuleSet(compiled, problems);
}

/** Compiles one rule, or says what is wrong with its match expression. */
export function compileRule(rule: GrammarRule, uri: string): CompiledRule | Problem {
  const expression = parseMatchExpression(rule.match);
  if (!isSyntaxError(expression)) return new CompiledRule(rule, expression);
  return ruleProblem(rule, uri, expression.code, expression.message);
}

export function ruleProblem(rule: GrammarRule, uri: string, code: string, message: string): Problem {
  const subject = code === "rule.hit" || code === "rule.miss" ? rule.id : rule.match;
  return {
    severity: "error",
    code,
    message: `Rule "${rule.id}": ${message}`,
    uri,
    line: rule.line,
    column: 1,
    subject,
  };
}

class RuleSet implements Grammar {
  readonly #index = new RuleIndex();
  readonly #words = new WordList();

  constructor(
    readonly rules: readonly CompiledRule[],
    readonly problems: readonly Problem[],
  ) {
    for (const { expression } of rules) this.#index.add(expression.indexWords);
  }

  match(sentence: string): RuleMatch[] {
    const woken = this.#woken(sentence);
    if (woken.length === 0) return [];
    const reader = new SentenceReader(sentence, this.#words);
    return woken.flatMap((rule) => rule.match(reader)).sort((a, b) => a.start - b.start || b.end - a.end);
  }

  wokenInVain(sentence: string, range: Span): RuleMatch[] {
    const woken = this.#woken(sentence);
    const reader = new SentenceReader(sentence, this.#words);
    return woken.flatMap((rule) => {
      const waker = this.#wakerOf(rule, sentence, range);
      const isInVain = !rule.match(reader).some((match) => overlaps(match, range));
      return waker !== undefined && isInVain ? [{ ...waker, rule: rule.rule }] : [];
    });
  }

  /** Leaves the sentence's words in `#words`. */
  #woken(sentence: string): CompiledRule[] {
    if (sentence.length > MAX_SENTENCE) return [];
    this.#words.read(sentence);
    return this.#index.rulesFor(sentence, this.#words).map((number) => this.rules[number]!);
  }

  /** The first word of a range that the rule is found by. */
  #wakerOf({ expression }: CompiledRule, sentence: string, range: Span): Span | undefined {
    const { count, starts, ends } = this.#words;
    const spans = Array.from({ length: count }, (_, i) => ({ start: starts[i]!, end: ends[i]! }));
    return spans
      .filter((span) => overlaps(span, range))
      .find(({ start, end }) => expression.indexWords.flat().some((word) => isWord(word, sentence.slice(start, end))));
  }
}

/** A sentence read for rules; it is tagged with parts of speech when the first rule asks for them. */
export class SentenceReader {
  readonly reading: SentenceReading;
  #isTagged = false;

  /** @param words the sentence's words */
  constructor(
    readonly sentence: string,
    words: WordList,
  ) {
    this.reading = readSentence(sentence, words);
  }

  tag(): void {
    if (this.#isTagged) return;
    addTags(this.sentence, this.reading.terms, loadTagger());
    this.#isTagged = true;
  }
}

export class CompiledRule {
  #tokens: MatchToken[] | undefined;

  constructor(
    readonly rule: GrammarRule,
    readonly expression: MatchExpression,
  ) {}

  /** The rule's matches in a sentence, whether or not its index words stand there. */
  match(reader: SentenceReader): RuleMatch[] {
    const { needsTagger, reach } = this.expression;
    if (needsTagger) reader.tag();
    const engine = needsTagger ? loadTagger() : loadMatcher();
    const regs = (this.#tokens ??= compileTokens(this.expression.source, engine));
    const group = regs.find((token) => token.group !== undefined)?.group;
    const { terms, clauses, phrases } = reader.reading;
    const stretches = { phrase: phrases, clause: clauses, sentence: [terms] }[reach];
    const { ptrs } = engine.methods().one.match(stretches, group === undefined ? { regs } : { regs, group });
    return ptrs.flatMap(([stretch, first, end]) => {
      const span = spanOf(reader.sentence, stretches[stretch]!.slice(first, end));
      return span === undefined ? [] : [{ ...span, rule: this.rule }];
    });
  }
}

/** Never matches. Compromise ends a repetition at the first word that its next token matches; before this it cannot. */
const NOWHERE: MatchToken = { tag: "Nowhere", optional: true };

/**
 * Compromise's tokens with capitals kept, where words in lower case still match in any case. `#NameLead+` takes all leading
 * words of a name, even if one of them could be its last: "Drug Regulation Act" does not end at "Regulation".
 */
function compileTokens(source: string, engine: Compromise): MatchToken[] {
  const tokens = engine.parseMatch(source, { caseSensitive: true });
  tokens.forEach(freeLowerCase);
  return tokens.flatMap((token) => (token.tag === "NameLead" && token.greedy === true ? [token, NOWHERE] : [token]));
}

function freeLowerCase(token: MatchToken): void {
  if (token.word === token.word?.toLowerCase()) delete token.use;
  token.choices?.forEach((sequence) => {
    sequence.forEach(freeLowerCase);
  });
}
