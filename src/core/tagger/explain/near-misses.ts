import { expandTerm } from "../../taxonomy/forms/expansion";
import { inflectionsOf } from "../../taxonomy/forms/inflection";
import type { LexicalTerm } from "../../taxonomy/lexicon/lexicon";
import type { ClassId } from "../../taxonomy/scheme";
import type { GrammarRule } from "../../taxonomy/model";
import type { Evidence, MentionOrigin, Sense } from "../../taxonomy/sense";
import { spellingsOf } from "../../taxonomy/forms/spelling";
import type { Taxonomy } from "../../taxonomy/taxonomy";
import { overlaps, type Span } from "../../text/span";
import { foldWord, Gap } from "../../text/code-units";
import { WordList } from "../../text/words";
import type { BlockText } from "../block/block-text";
import { differsByOneLetter } from "./edit-distance";

/** A term or rule that nearly matched; offsets in UTF-16 code units. */
export interface NearMiss extends Span {
  /** The words that fit, or are nearly right. */
  readonly text: string;
  /** `unfinished`: a longer term begins here and goes on otherwise; `letter`: one letter is wrong; `rule`: a rule woke in vain. */
  readonly kind: "unfinished" | "letter" | "rule";
  /** Absent for ignored phrases. */
  readonly class?: ClassId;
  readonly entity?: string;
  readonly by: MentionOrigin;
  readonly evidence: Evidence;
  /** What kept it from matching. */
  readonly reason: string;
}

/** Of each kind, how many near misses are worth reading. */
export const MOST_NEAR_MISSES = 8;
/** A longer selection is no question about one word. */
const MOST_WORDS = 40;
/** How many words before the selection a term may begin that reaches into it. */
const LEAD = 6;
/** A term begins here if so many of its words fit, or this share of them. */
const FITTING_WORDS = 2;
const FITTING_SHARE = 0.6;
/** Shorter words differ from too many by one letter. */
const SHORTEST_MISSPELT = 5;
/** A common word stands in thousands of terms; these are tried. */
const MOST_CANDIDATES = 1500;

/** A word of the text, in the spelling that stands for all its spellings. */
interface TextWord extends Span {
  readonly key: string;
  /** The `Gap` before it. */
  readonly gap: number;
}

/**
 * Finds the terms that nearly matched a selection. It reads the terms as packs write them, so that the lexicon need not be
 * built for it, and collects their words at the first question.
 */
export class NearMissFinder {
  #terms: ReadonlyMap<string, readonly LexicalTerm[]> | undefined;

  constructor(readonly taxonomy: Taxonomy) {}

  /** Near misses of terms that touch a range of a block; ends and offsets are the block's. */
  find(block: BlockText, range: Span): NearMiss[] {
    const words = wordsOf(block);
    const selected = words.flatMap((word, i) => (overlaps(word, range) ? [i] : []));
    if (selected.length === 0 || selected.length > MOST_WORDS) return [];
    return [
      ...best(this.#unfinished(block.text, words, Math.max(0, selected[0]! - LEAD), selected)),
      ...best(this.#misspelt(block.text, words, selected)),
    ];
  }

  #termsOf(word: string): readonly LexicalTerm[] {
    return this.#directory().get(word) ?? [];
  }

  #directory(): ReadonlyMap<string, readonly LexicalTerm[]> {
    return (this.#terms ??= termsByWord(this.taxonomy.lexicons.flatMap(({ terms }) => terms)));
  }

  #unfinished(text: string, words: readonly TextWord[], from: number, selected: readonly number[]): Candidate[] {
    const last = selected.at(-1)!;
    const found: Candidate[] = [];
    for (let first = from; first <= last && first + 1 < words.length; first++) {
      const second = new Set(this.#termsOf(words[first + 1]!.key));
      const terms = this.#termsOf(words[first]!.key).filter((term) => second.has(term));
      for (const term of terms.slice(0, MOST_CANDIDATES)) {
        const candidate = beginningOf(term, text, words, first);
        if (candidate !== undefined && first + candidate.fitting > selected[0]!) found.push(candidate);
      }
    }
    return found;
  }

  #misspelt(text: string, words: readonly TextWord[], selected: readonly number[]): Candidate[] {
    return selected.flatMap((at) => {
      const { key } = words[at]!;
      if (key.length < SHORTEST_MISSPELT || this.#directory().has(key)) return [];
      const similar = [...this.#directory().keys()].filter((word) => differsByOneLetter(word, key));
      return similar.flatMap((word) =>
        this.#termsOf(word)
          .slice(0, MOST_CANDIDATES)
          .flatMap((term) => misspeltPlace(term, text, words, at, word) ?? []),
      );
    });
  }
}

/** A near miss before the best are chosen. */
interface Candidate {
  readonly miss: NearMiss;
  readonly fitting: number;
  /** Of the term's words, how many fit: 0 to 1. */
  readonly share: number;
}

/** The best, one for each term. */
function best(candidates: readonly Candidate[]): NearMiss[] {
  const ranked = [...candidates].sort((a, b) => b.share - a.share || b.fitting - a.fitting);
  const known = new Set<string>();
  const misses = ranked.flatMap(({ miss }) => {
    const { uri = "", line = 0 } = miss.evidence;
    const key = `${uri}:${line}`;
    if (known.has(key)) return [];
    known.add(key);
    return [miss];
  });
  return misses.slice(0, MOST_NEAR_MISSES);
}

function beginningOf(
  term: LexicalTerm,
  text: string,
  words: readonly TextWord[],
  first: number,
): Candidate | undefined {
  let best: Candidate | undefined;
  for (const expansion of expansionsOf(term)) {
    const wanted = keysOf(expansion);
    let fitting = 0;
    while (fits(wanted, fitting, words, first + fitting, fitting === 0)) fitting++;
    const share = fitting / wanted.length;
    const isBeginning = fitting >= FITTING_WORDS || (fitting > 0 && share >= FITTING_SHARE);
    if (fitting === wanted.length) return undefined;
    if (!isBeginning || share <= (best?.share ?? 0)) continue;
    const span = { start: words[first]!.start, end: words[first + fitting - 1]!.end };
    const reason = `the term "${expansion}" begins here, but goes on with "${restOf(expansion, fitting)}", not with ${nextWord(text, words[first + fitting])}`;
    best = { fitting, share, miss: missOf("unfinished", term, text, span, reason) };
  }
  return best;
}

function misspeltPlace(
  term: LexicalTerm,
  text: string,
  words: readonly TextWord[],
  at: number,
  meant: string,
): Candidate | undefined {
  for (const expansion of expansionsOf(term)) {
    const wanted = keysOf(expansion);
    const offset = wanted.indexOf(meant);
    const first = at - offset;
    if (offset < 0 || first < 0) continue;
    const isFit = wanted.every((_, i) => {
      if (i === offset) return i === 0 || words[at]!.gap === Gap.soft;
      return fits(wanted, i, words, first + i, i === 0);
    });
    if (!isFit) continue;
    const span = { start: words[first]!.start, end: words[first + wanted.length - 1]!.end };
    const { start, end } = words[at]!;
    const reason = `"${text.slice(start, end)}" is one letter away from "${meant}" in the term "${expansion}"`;
    const share = (wanted.length - 1) / wanted.length;
    return { fitting: wanted.length - 1, share, miss: missOf("letter", term, text, span, reason) };
  }
  return undefined;
}

/** Whether a word of the text is the wanted word of a term, of which the last may be inflected. */
function fits(wanted: readonly string[], i: number, words: readonly TextWord[], at: number, isFirst: boolean): boolean {
  const word = words[at];
  const key = wanted[i];
  if (word === undefined || key === undefined || (!isFirst && word.gap !== Gap.soft)) return false;
  return word.key === key || (i === wanted.length - 1 && inflectionsOf(key).includes(word.key));
}

function missOf(kind: NearMiss["kind"], { sense }: LexicalTerm, text: string, span: Span, reason: string): NearMiss {
  const { class: classId, entity, by, evidence } = sense;
  return {
    ...span,
    text: text.slice(span.start, span.end),
    kind,
    ...(classId === undefined ? {} : { class: classId }),
    ...(entity === undefined ? {} : { entity }),
    by,
    evidence,
    reason,
  };
}

/** The near miss of a rule that a word woke and that found nothing around it. */
export function ruleMiss(
  { match }: GrammarRule,
  { class: classId, by, evidence }: Sense,
  text: string,
  span: Span,
): NearMiss {
  const reason = `"${text}" woke the rule, but the words around it do not fit: ${match}`;
  return { ...span, text, kind: "rule", ...(classId === undefined ? {} : { class: classId }), by, evidence, reason };
}

function termsByWord(terms: readonly LexicalTerm[]): ReadonlyMap<string, readonly LexicalTerm[]> {
  const byWord = new Map<string, LexicalTerm[]>();
  for (const term of terms) {
    if (term.retired) continue;
    for (const key of new Set(keysOf(term.sense.evidence.pattern))) {
      const known = byWord.get(key);
      if (known === undefined) byWord.set(key, [term]);
      else known.push(term);
    }
  }
  return byWord;
}

function expansionsOf({ sense: { evidence } }: LexicalTerm): readonly string[] {
  const expanded = expandTerm(evidence.pattern);
  return "expansions" in expanded ? expanded.expansions : [];
}

const scratch = new WordList();

function keysOf(text: string): string[] {
  scratch.read(text);
  return Array.from({ length: scratch.count }, (_, i) => keyOf(text.slice(scratch.starts[i], scratch.ends[i])));
}

function wordsOf({ prose, text }: BlockText): TextWord[] {
  scratch.read(prose);
  return Array.from({ length: scratch.count }, (_, i) => {
    const [start, end] = [scratch.starts[i]!, scratch.ends[i]!];
    return { start, end, key: keyOf(text.slice(start, end)), gap: scratch.gaps[i]! };
  });
}

function keyOf(word: string): string {
  return spellingsOf(foldWord(word))[0]!;
}

function nextWord(text: string, word: TextWord | undefined): string {
  return word === undefined ? "the end of the passage" : `"${text.slice(word.start, word.end)}"`;
}

/** A term as written, from its word of a number on. */
function restOf(expansion: string, fitting: number): string {
  scratch.read(expansion);
  return expansion.slice(scratch.starts[fitting]);
}
