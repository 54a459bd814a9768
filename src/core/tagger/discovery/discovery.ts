import type { Sense } from "../../taxonomy/sense";
import type { Taxonomy } from "../../taxonomy/taxonomy";
import { overlapping, type Span } from "../../text/span";
import { WordList } from "../../text/words";
import type { Abbreviation } from "../document/abbreviations";
import type { BlockText } from "../block/block-text";
import {
  beginsWithTitle,
  contextGuess,
  type Guess,
  guessOfDefined,
  guessOfRun,
  guessOfWord,
  isAcronym,
  isCommonAcronym,
  isNameShape,
} from "./class-guess";
import { type NameRun, RunReader, wordsIn } from "./name-runs";
import { Reading } from "../reading";

/** Below everything that a taxonomy or an author says. */
export const CANDIDATE_PRECEDENCE = -1;

/** A place that may be a name, though its block does not say so; the rest of the document may. */
export interface Lead extends Span {
  readonly text: string;
  readonly isAcronym: boolean;
}

/** What a block by itself says of names that the taxonomy lacks. */
export interface Discoveries {
  /** Sorted by start; they overlap neither each other nor what was taken. */
  readonly candidates: readonly Reading[];
  /** Sorted by start. */
  readonly leads: readonly Lead[];
}

export const NO_DISCOVERIES: Discoveries = { candidates: [], leads: [] };

/** A run, and what it seems to be as far as is known yet. */
interface Item {
  readonly run: NameRun;
  guess: Guess | undefined;
}

/**
 * Finds names that the taxonomy lacks, by words and shapes alone: bodies by the word that says their kind, persons by given
 * names, titles and initials, followers of parties, short forms beside a name, and other runs of capitalised words. What it
 * finds are candidates for a person to judge. Takes time linear in the block.
 */
export class Discovery {
  readonly #words = new WordList();

  constructor(readonly taxonomy: Taxonomy) {}

  /**
   * @param taken what the taxonomy or the author reads in the block, sorted, not overlapping; nothing is found there
   * @param abbreviations that the block defines
   */
  find(block: BlockText, taken: readonly Reading[], abbreviations: readonly Abbreviation[]): Discoveries {
    const { prose } = block;
    const defined = longFormsIn(prose, taken, abbreviations);
    const named = sorted([...taken, ...defined]);
    const titles = quotedTitlesIn(prose).filter((title) => overlapping(named, title).length === 0);
    this.#words.read(prose);
    const runs = new RunReader(block, this.#words, sorted([...named, ...titles])).read();
    const items = runs.map(withoutTitle).map((run) => ({ run, guess: guessOf(run) }));
    guessByNeighbours(prose, items, named);
    // What the block defines says its definition, whatever stands around it.
    const shortForms = new Set(abbreviations.map(({ short }) => prose.slice(short.start, short.end)));
    for (const item of items) if (shortForms.has(prose.slice(item.run.start, item.run.end))) item.guess = undefined;
    return this.#discoveries(prose, items, defined);
  }

  #discoveries(prose: string, items: readonly Item[], defined: readonly Reading[]): Discoveries {
    const candidates: Reading[] = [...defined];
    const leads: Lead[] = [];
    for (const { run, guess } of items) {
      const { start, end } = run;
      if (guess !== undefined) candidates.push(new Reading(start, end, candidateSense(guess)));
      else if (isLead(run)) leads.push(leadOf(run, prose.slice(start, end)));
    }
    return { candidates: sorted(candidates.filter(({ sense }) => this.taxonomy.classes.has(sense.class!))), leads };
  }
}

/** The sense of a candidate; `entity` is local to its document. */
export function candidateSense({ class: classId, confidence, reason }: Guess, entity?: string): Sense {
  return {
    class: classId,
    entity,
    by: "discovery",
    confidence,
    evidence: { pattern: detached(reason) },
    precedence: CANDIDATE_PRECEDENCE,
  };
}

/** A copy that does not keep the whole document in memory, as a slice of it may. */
export function detached(slice: string): string {
  return ` ${slice}`.slice(1);
}

function sorted<T extends Span>(spans: T[]): T[] {
  return spans.sort((a, b) => a.start - b.start);
}

/** The long forms for which the block defines short forms, as far as they are free. */
function longFormsIn(prose: string, taken: readonly Reading[], abbreviations: readonly Abbreviation[]): Reading[] {
  const found: Reading[] = [];
  for (const { long } of abbreviations) {
    const span = freePart(prose, long, overlapping(taken, long));
    const guess = span && guessOfDefined(wordsIn(prose, span));
    if (guess !== undefined && span!.start >= (found.at(-1)?.end ?? 0))
      found.push(new Reading(span!.start, span!.end, candidateSense(guess)));
  }
  return found;
}

/** The part of a long form behind what is taken at its start: "Italian" is, in "Italian Democratic Socialists". */
function freePart(prose: string, long: Span, taken: readonly Span[]): Span | undefined {
  let start = taken.at(-1)?.end ?? long.start;
  while (start < long.end && /\s/.test(prose.charAt(start))) start++;
  return start < long.end ? { start, end: long.end } : undefined;
}

const QUOTED = /[“"«‘]([^“”"«»‘\n]{1,160})[”"»’]/g;

/** Quoted stretches whose words of weight all have capitals: titles of works, names of songs. */
function quotedTitlesIn(prose: string): Span[] {
  return [...prose.matchAll(QUOTED)]
    .filter(([, inner]) => /\p{Lu}/u.test(inner!) && !/(?:^|\s)\p{Ll}{4}/u.test(inner!))
    .map(({ 0: whole, index }) => ({ start: index, end: index + whole.length }));
}

/** A run without the title before a person's name, which then stands before it. */
function withoutTitle(run: NameRun): NameRun {
  const { words } = run;
  if (!beginsWithTitle(words)) return run;
  return { ...run, start: words[1]!.start, words: words.slice(1), before: [words[0]!.folded, ""], isInitial: false };
}

function guessOf(run: NameRun): Guess | undefined {
  if (run.isHeadline) return undefined;
  return run.words.length === 1 ? guessOfWord(run) : guessOfRun(run);
}

/** A single word that may be a name, or several that say nothing because of where they stand. */
function isLead({ words, isHeadline }: NameRun): boolean {
  const word = words[0]!;
  if (words.length > 1) return isHeadline;
  return isAcronym(word.text) ? !isCommonAcronym(word.text) : isNameShape(word);
}

function leadOf({ start, end, words }: NameRun, text: string): Lead {
  return { start, end, text: detached(text), isAcronym: words.length === 1 && isAcronym(text) };
}

/** What stands beside a run: a candidate, or something that was taken. */
interface Neighbour extends Span {
  readonly class: string | undefined;
  readonly isName: boolean;
}

/** Gives single words the class of the name that they stand in brackets behind, or in a list of persons with. */
function guessByNeighbours(prose: string, items: readonly Item[], named: readonly Reading[]): void {
  let previous: Neighbour | undefined;
  let nextNamed = 0;
  for (const item of items) {
    const { run } = item;
    for (; nextNamed < named.length && named[nextNamed]!.end <= run.start; nextNamed++) {
      const reading = named[nextNamed]!;
      previous = {
        start: reading.start,
        end: reading.end,
        class: reading.sense.class,
        isName: isPersonName(prose, reading),
      };
    }
    const gap = previous === undefined ? "" : prose.slice(previous.end, Math.min(run.start, previous.end + 8));
    if (item.guess === undefined && previous !== undefined) item.guess = guessBehind(prose, item.run, previous, gap);
    const { guess } = item;
    previous = { start: run.start, end: run.end, class: guess?.class, isName: guess?.class === "actor.person" };
  }
}

function guessBehind(
  prose: string,
  { words, start, end, isHeadline }: NameRun,
  left: Neighbour,
  gap: string,
): Guess | undefined {
  if (words.length > 1 || isHeadline || left.class === undefined) return undefined;
  const word = words[0]!;
  const name = prose.slice(left.start, left.end);
  if (isAcronym(word.text) && /^\s?\($/.test(gap) && /^[),;]/.test(prose.charAt(end)) && /\p{Lu}/u.test(name)) {
    if (isCommonAcronym(word.text) || left.class.startsWith("sovereignty.")) return undefined;
    return contextGuess(left.class, `in brackets behind “${name}”`);
  }
  const isListed = /^(?:,|,? and|,? or)\s$/.test(gap) && start - left.end === gap.length;
  if (isListed && left.isName && isNameShape(word) && /^(?:[,;.]|$| and )/.test(prose.slice(end, end + 5)))
    return contextGuess("actor.person", `in a list with “${name}”`);
  return undefined;
}

/** A person's name of two words or more, as against an office. */
function isPersonName(prose: string, { start, end, sense }: Reading): boolean {
  if (sense.class !== "actor.person") return false;
  const words = wordsIn(prose, { start, end });
  return words.length > 1 && isNameShape(words.at(-1)!);
}
