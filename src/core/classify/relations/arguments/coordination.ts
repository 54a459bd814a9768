import { facetOf } from "../../../taxonomy/scheme";
import type { Chunk, ChunkedSentence, NounPhrase, VerbGroup } from "../chunks";
import type { Subject } from "./arguments";
import { chainTo, type PhraseChain, phraseFrom } from "./attachment";
import { beforeRelativeClause } from "./relative-clauses";

/** In chunks. */
const LONGEST_ASIDE = 7;

/**
 * A noun phrase and those joined to it behind it: "vaccines, syringes and drugs", "partners including WHO and Gavi".
 *
 * @param isOneParty whether the list cannot end at one item, as behind "between"
 */
export function listFrom(
  { chunks, coordinates }: ChunkedSentence,
  first: number,
  isOneParty = false,
): { readonly phrases: readonly NounPhrase[]; readonly next: number } {
  let { phrase, next } = phraseFrom(chunks, first);
  const phrases = [phrase];
  let settled = { count: 1, next };
  while (coordinates) {
    const joint = jointAt(chunks, next);
    if (joint === undefined || chunks[joint.next]?.kind !== "noun") break;
    ({ phrase, next } = phraseFrom(chunks, joint.next));
    if (joint.kind !== "examples" && !isOneParty && isFiniteVerb(chunks[next])) break;
    phrases.push(phrase);
    if (joint.kind === "comma") continue;
    settled = { count: phrases.length, next };
  }
  return { phrases: phrases.slice(0, settled.count), next: settled.next };
}

/** Behind a phrase, it makes this the subject and so the beginning of another clause. */
function isFiniteVerb(chunk: Chunk | undefined): boolean {
  return chunk?.kind === "verb" && chunk.form === "finite";
}

/** How two items of a list are joined, and the chunk of the second. */
interface Joint {
  /** A comma alone holds only if an "and" follows. */
  readonly kind: "comma" | "and" | "examples";
  readonly next: number;
}

function jointAt(chunks: readonly Chunk[], at: number): Joint | undefined {
  const [chunk, second] = [chunks[at], chunks[at + 1]];
  if (chunk?.kind === "conjunction" && chunk.word !== "but") return { kind: "and", next: at + 1 };
  if (chunk?.kind === "examples") return { kind: "examples", next: at + 1 };
  if (chunk?.kind !== "comma") return undefined;
  if (second?.kind === "conjunction" && second.word !== "but") return { kind: "and", next: at + 2 };
  if (second?.kind === "examples") return { kind: "examples", next: at + 2 };
  if (second?.kind === "verb" || second?.kind === "relative") return jointBehindAside(chunks, at + 1);
  return { kind: "comma", next: at + 1 };
}

/** "the EU, represented by the Commission, and EDCTP": what stands between two commas in a list does not end it. */
function jointBehindAside(chunks: readonly Chunk[], from: number): Joint | undefined {
  const aside = chunks[from];
  if (aside?.kind === "verb" && aside.form !== "participle") return undefined;
  const close = chunks.findIndex(({ kind }, at) => at > from && (kind === "comma" || kind === "stop"));
  const joins = chunks[close]?.kind === "comma" && chunks[close + 1]?.kind === "conjunction";
  return joins && close - from < LONGEST_ASIDE ? { kind: "and", next: close + 2 } : undefined;
}

/** The subject whose last noun phrase stands at chunk `last`, with its complements and those joined to it before it. */
export function listTo({ chunks, coordinates }: ChunkedSentence, last: number): Subject | undefined {
  let { head, first } = chainTo(chunks, beforeRelativeClause(chunks, last));
  if (isComplement(chunks, first)) return undefined;
  const phrases = [head];
  let joined = coordinates && joinedBefore(chunks, first);
  while (joined !== false && chunks[joined]?.kind === "noun") {
    const chain = chainTo(chunks, joined);
    if (isObject(chunks, chain.first) || isComplement(chunks, chain.first)) break;
    if (isListOfComplements(chain, head)) phrases.shift();
    ({ head, first } = chain);
    phrases.unshift(head);
    joined = itemBefore(chunks, first);
  }
  return { phrases, first };
}

/** Whether the phrase at chunk `i` hangs on a preposition that hangs on nothing: "In Kenya". */
function isComplement(chunks: readonly Chunk[], i: number): boolean {
  return chunks[i - 1]?.kind === "preposition";
}

function isObject(chunks: readonly Chunk[], i: number): boolean {
  return chunks[i - 1]?.kind === "verb";
}

/** The chunk that "and" at the end of a list joins to the one at `first`; false where none does. */
function joinedBefore(chunks: readonly Chunk[], first: number): number | false {
  const before = chunks[first - 1];
  if (before?.kind !== "conjunction" || before.word === "but") return false;
  return chunks[first - 2]?.kind === "comma" ? first - 3 : first - 2;
}

function itemBefore(chunks: readonly Chunk[], first: number): number | false {
  return chunks[first - 1]?.kind === "comma" ? first - 2 : joinedBefore(chunks, first);
}

/** "experts from the FDA and the EMA": names of one kind are joined behind the preposition. */
function isListOfComplements({ head, nearest }: PhraseChain, last: NounPhrase): boolean {
  const [inner, outer] = [nearest.head.mention, last.head.mention];
  if (head.head === nearest.head || inner?.entity === undefined || outer?.entity === undefined) return false;
  return head.head.mention?.entity === undefined && facetOf(inner.class) === facetOf(outer.class);
}

/** Whether two verbs can have one subject: "prohibits" and "lets", but not "prohibits" and "demand". */
export function agrees(verb: VerbGroup, other: VerbGroup | undefined): boolean {
  const [forms, others] = [verb, other].map((group) => group?.head.verb?.forms);
  if (forms === undefined || others === undefined) return true;
  return !(forms.includes("base") && others.includes("third")) && !(forms.includes("third") && others.includes("base"));
}
