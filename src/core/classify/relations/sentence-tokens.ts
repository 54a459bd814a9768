import type { SentenceTerm } from "../../tagger/grammar/sentence-terms";
import type { RelatableMention } from "./relation-mention";
import type { Token, TokenKind } from "./token";
import { type VerbReading, verbReadings } from "./verb-forms";
import { joinFixedPhrases } from "./fixed-phrases";
import { decideVerbs } from "./part-of-speech";
import {
  ADVERBS,
  AUXILIARIES,
  BE,
  CONJUNCTIONS,
  DETERMINERS,
  EXAMPLE_WORDS,
  MODALS,
  NEGATIONS,
  PHRASAL_VERBS,
  POSSESSIVES,
  PREDICATE_ADJECTIVES,
  PREPOSITION_WORDS,
  PRONOUNS,
  RELATIVES,
  SUBORDINATORS,
  VERB_FRAMES_BY_LEMMA,
  VERBS,
} from "./word-classes";

/**
 * The tokens of a sentence with what each does in it. What stands in brackets is left out: short forms, references, asides.
 *
 * @param terms the sentence's words, with compromise's tags or without
 * @param mentions those of the sentence, with offsets of the document
 * @param offset where the sentence begins in the document
 */
export function readTokens(
  terms: readonly SentenceTerm[],
  sentence: string,
  mentions: readonly RelatableMention[],
  offset: number,
): Token[] {
  const tokens = withPauses(withoutBrackets(joinMentions(terms, mentions, offset), sentence), sentence);
  joinFixedPhrases(tokens);
  joinParticles(tokens);
  decideVerbs(tokens);
  return tokens;
}

function withPauses(tokens: readonly Token[], sentence: string): Token[] {
  const paused: Token[] = [];
  let end = tokens[0]?.start ?? 0;
  for (const token of tokens) {
    const pause = pauseBetween(sentence, end, token.start);
    if (pause !== undefined) paused.push(wordless(pause, token.start));
    paused.push(token);
    end = token.end;
  }
  return paused;
}

function wordless(kind: TokenKind, at: number): Token {
  return { start: at, end: at, word: "", kind, possessive: false, hyphened: false };
}

function joinMentions(terms: readonly SentenceTerm[], mentions: readonly RelatableMention[], offset: number): Token[] {
  const tokens: Token[] = [];
  let next = 0;
  let last: RelatableMention | undefined;
  for (const term of terms) {
    const [start, end] = [term.start + offset, term.end + offset];
    while (next < mentions.length && mentions[next]!.end <= start) next++;
    const candidate = mentions[next];
    const mention = candidate !== undefined && candidate.start < end ? candidate : undefined;
    if (mention === undefined || mention !== last) tokens.push(tokenOf(term, mention));
    else {
      const whole = { ...tokens.at(-1)!, end: term.end, word: term.normal, possessive: isPossessive(term) };
      tokens[tokens.length - 1] = whole;
    }
    last = mention;
  }
  return tokens;
}

const HYPHENS = "-\u2010\u2011\u2013";

/** A generic mention of one word may be a verb that the tagger took for a noun: "India supplies vaccines". */
function tokenOf(term: SentenceTerm, mention: RelatableMention | undefined): Token {
  const { start, end, pre, normal: word, text, tags } = term;
  const [possessive, hyphened] = [isPossessive(term), pre.length === 1 && HYPHENS.includes(pre)];
  if (mention !== undefined) {
    const verb = mention.entity === undefined && mention.text === text ? VERBS.get(word) : undefined;
    const mayBeVerb = verb !== undefined && VERB_FRAMES_BY_LEMMA.has(verb.lemma);
    return mayBeVerb
      ? { start, end, word, possessive, hyphened, mention, kind: "verb", verb }
      : { start, end, word, possessive, hyphened, mention, kind: "noun" };
  }
  const kind = kindOf(word, text);
  const tagged = tags.size === 0 ? undefined : partOfSpeech(tags);
  const token: Token = { start, end, word, possessive, hyphened, kind };
  if (kind === "verb") token.verb = readingOf(word)!;
  return tagged === undefined ? token : { ...token, tagged };
}

function partOfSpeech(tags: ReadonlySet<string>): "noun" | "verb" | undefined {
  return tags.has("Verb") ? "verb" : tags.has("Noun") || tags.has("Adjective") ? "noun" : undefined;
}

function isPossessive({ possessive, text, post }: SentenceTerm): boolean {
  return possessive || (text.endsWith("s") && (post.startsWith("'") || post.startsWith("’")));
}

const NOT_ADVERBS = new Set("ally apply assembly early family italy monopoly rely reply supply".split(" "));

function kindOf(word: string, text: string): TokenKind {
  const kind = CLOSED_CLASSES.get(word);
  if (kind === "modal") return /^\p{Lu}./u.test(text) ? "noun" : "modal";
  if (kind !== undefined) return kind;
  if (word.endsWith("n't")) return "negation";
  if (word.endsWith("ly") && !NOT_ADVERBS.has(word)) return "adverb";
  return readingOf(word) === undefined ? "noun" : "verb";
}

/** What words of closed classes do; the first of several. */
const CLOSED_CLASSES = new Map<string, TokenKind>(
  (
    [
      ["adverb", ADVERBS],
      ["determiner", DETERMINERS],
      ["pronoun", [...PRONOUNS].filter((word) => !POSSESSIVES.has(word))],
      ["examples", EXAMPLE_WORDS],
      ["subordinator", SUBORDINATORS],
      ["relative", RELATIVES],
      ["conjunction", CONJUNCTIONS],
      ["preposition", PREPOSITION_WORDS],
      ["auxiliary", BE],
      ["auxiliary", AUXILIARIES],
      ["modal", MODALS],
      ["negation", NEGATIONS],
      ["to", ["to"]],
    ] as const
  ).flatMap(([kind, words]) => [...words].map((word) => [word, kind] as const)),
);

const UNKNOWN_PAST = /^[a-z]{3,}ed$/u;

/** Unknown words in -ed are verbs of no frame: they end a noun phrase. */
function readingOf(word: string): VerbReading | undefined {
  return (
    VERBS.get(word) ?? (UNKNOWN_PAST.test(word) ? { lemma: word, forms: ["past", "participle"] } : predicate(word))
  );
}

function predicate(word: string): VerbReading | undefined {
  return PREDICATE_ADJECTIVES.has(word) ? { lemma: word, forms: ["participle"] } : undefined;
}

function gapBefore(tokens: readonly Token[], i: number, sentence: string): string {
  return sentence.slice(tokens[i - 1]!.end, tokens[i]!.start);
}

function withoutBrackets(tokens: readonly Token[], sentence: string): Token[] {
  if (!/[([]/.test(sentence)) return [...tokens];
  let depth = 0;
  return tokens.filter((token, i) => {
    const gap = i === 0 ? sentence.slice(0, token.start) : gapBefore(tokens, i, sentence);
    for (const character of gap) {
      if (/[([]/.test(character)) depth++;
      else if (/[)\]]/.test(character)) depth = Math.max(0, depth - 1);
    }
    return depth === 0;
  });
}

function pauseBetween(sentence: string, start: number, end: number): "comma" | "stop" | undefined {
  if (end - start <= 1 && (start === end || sentence.charAt(start) === " ")) return undefined;
  const gap = sentence.slice(start, end);
  if (gap === ", ") return "comma";
  const outside = gap.replace(/[([].*[)\]]/su, "");
  if (/[;:!?\uFFFC\u2014]|\s[-\u2013]\s|\.\s/u.test(outside)) return "stop";
  return outside.includes(",") ? "comma" : undefined;
}

/** "Do" is a verb of its own in "do without" only. */
const FORMS_OF_DO = verbReadings(["do"]);

/** "took over" is one verb. */
function joinParticles(tokens: Token[]): void {
  for (let i = 0; i < tokens.length - 1; i++) {
    const [token, particle] = [tokens[i]!, tokens[i + 1]!];
    const verb = token.verb ?? FORMS_OF_DO.get(token.word);
    if (verb === undefined || token.mention !== undefined || particle.mention !== undefined) continue;
    const lemma = `${verb.lemma} ${particle.word}`;
    if (!PHRASAL_VERBS.has(lemma)) continue;
    tokens.splice(i, 2, { ...token, end: particle.end, kind: "verb", verb: { ...verb, lemma } });
  }
}
