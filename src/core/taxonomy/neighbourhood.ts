import { foldPhrase } from "./forms/fold-phrase";
import { NEIGHBOUR_TAGS, type NeighbourTag, type Term } from "./model";

/** The words of a phrase in order: folded words and neighbour tags. */
export type NeighbourPhrase = readonly string[];

/** What a term asks of the words directly beside its match. An empty list asks nothing. */
export interface Neighbourhood {
  readonly after: readonly NeighbourPhrase[];
  readonly notAfter: readonly NeighbourPhrase[];
  readonly before: readonly NeighbourPhrase[];
  readonly notBefore: readonly NeighbourPhrase[];
}

/** Longer phrases beside a term are refused; the tagger looks no farther. */
export const MAX_NEIGHBOUR_WORDS = 8;

export function isNeighbourTag(word: string): word is NeighbourTag {
  return NEIGHBOUR_TAGS.some((tag) => tag === word);
}

/** Reads a phrase as packs write it: words in any spelling of their capitals, and tags such as `#Surname`. */
export function neighbourPhrase(written: string): NeighbourPhrase {
  return written.split(/\s+/).flatMap((part) => {
    if (part.startsWith("#")) return [part];
    return foldPhrase(part)
      .split(" ")
      .filter((word) => word !== "");
  });
}

/** What a term asks of its neighbours, if it asks anything. */
export function neighbourhoodOf({ after, notAfter, before, notBefore }: Term): Neighbourhood | undefined {
  if ((after ?? notAfter ?? before ?? notBefore) === undefined) return undefined;
  return {
    after: phrasesOf(after),
    notAfter: phrasesOf(notAfter),
    before: phrasesOf(before),
    notBefore: phrasesOf(notBefore),
  };
}

function phrasesOf(written: readonly string[] = []): NeighbourPhrase[] {
  return written.map(neighbourPhrase);
}

/** Whether words that end with `phrase` end with one of others for that alone. */
export function endsWithOneOf(phrase: NeighbourPhrase, others: readonly NeighbourPhrase[]): boolean {
  return others.some((other) => other.length <= phrase.length && isSame(phrase.slice(-other.length), other));
}

/** Whether words that begin with `phrase` begin with one of others for that alone. */
export function startsWithOneOf(phrase: NeighbourPhrase, others: readonly NeighbourPhrase[]): boolean {
  return others.some((other) => isSame(phrase.slice(0, other.length), other));
}

function isSame(a: NeighbourPhrase, b: NeighbourPhrase): boolean {
  return a.length === b.length && a.every((word, i) => word === b[i]);
}
