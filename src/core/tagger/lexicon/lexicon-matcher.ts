import { pairHash } from "../../taxonomy/lexicon/hash-filter";
import type { Accept, Lexicon } from "../../taxonomy/lexicon/lexicon";
import { hashWord, isInWord } from "../../text/code-units";
import { beginsWord, wordEnd, wordStart } from "../../text/word-bounds";
import type { BlockText } from "../block/block-text";
import { Reading, type RefusedReading } from "../reading";
import { describeObjection, judge, type Judgement } from "./term-conditions";
import { TermMatches, TermScanner } from "./term-scanner";

const FULL_STOP = 0x2e;
/** Of a term that asks nothing. */
const FREE: Judgement = {};

/**
 * Finds every term of lexicons in a block: all readings at all starts, of which resolution keeps one a span. Conditions
 * (capitals, neighbours) are checked on matches only, and a refused reading leaves the shorter ones standing.
 */
export class LexiconMatcher {
  readonly #scanners: readonly TermScanner[];
  readonly #matches = new TermMatches();
  /** Of those lexicons that have a term which may hold the end of a sentence. */
  readonly #pairsOverStops: readonly ReadonlySet<number>[];

  constructor(lexicons: readonly Lexicon[]) {
    this.#pairsOverStops = lexicons.map(({ pairsOverStops }) => pairsOverStops).filter(({ size }) => size > 0);
    this.#scanners = lexicons.map((lexicon) => new TermScanner(lexicon));
  }

  match(block: BlockText, refused?: RefusedReading[]): Reading[] {
    const readings: Reading[] = [];
    for (const scanner of this.#scanners) {
      this.#matches.clear();
      scanner.scan(block.prose, this.#matches);
      this.#keep(scanner.lexicon, block, readings, refused);
    }
    return readings;
  }

  /** Whether a term may reach over the end of a sentence into the one that begins at an offset. */
  mayReachInto(prose: string, sentenceStart: number): boolean {
    const pair = pairHash(hashOfWordBefore(prose, sentenceStart), hashOfWordFrom(prose, sentenceStart));
    return this.#pairsOverStops.some((pairs) => pairs.has(pair));
  }

  /** Keeps of the matches at one span the strongest that holds for sure, and those before it that the document decides on. */
  #keep(lexicon: Lexicon, block: BlockText, readings: Reading[], refused?: RefusedReading[]): void {
    const matches = this.#matches;
    let taken = -1;
    for (let i = 0; i < matches.count; i++) {
      const start = matches.startOf(i);
      const end = matches.endOf(i);
      if (taken >= 0 && matches.startOf(taken) === start && matches.endOf(taken) === end && refused === undefined)
        continue;
      const demand = matches.demandOf(i);
      const accept = lexicon.acceptOf(demand);
      const reading = readingOf(block, start, end, accept);
      const { objection, standing } = lexicon.conditions[demand] === 0 ? FREE : judge(accept, block, reading);
      if (standing !== undefined) readings.push(new Reading(reading.start, reading.end, reading.sense, standing));
      else if (objection === undefined) {
        taken = i;
        readings.push(reading);
      }
      if (objection !== undefined) refused?.push({ reading, reason: describeObjection(objection, accept) });
    }
  }
}

function hashOfWordBefore(prose: string, offset: number): number {
  let end = offset;
  while (end > 0 && !beginsWord(prose.charCodeAt(end - 1))) end--;
  let start = end;
  while (start > 0 && isInWord(prose.charCodeAt(start - 1))) start--;
  return hashWord(prose, start, end);
}

function hashOfWordFrom(prose: string, offset: number): number {
  const start = wordStart(prose, offset);
  return hashWord(prose, start, wordEnd(prose, start, prose.length));
}

function readingOf({ text }: BlockText, start: number, end: number, { term, endsInStop }: Accept): Reading {
  const stop = endsInStop && text.charCodeAt(end) === FULL_STOP ? 1 : 0;
  return new Reading(start, end + stop, term.sense);
}
