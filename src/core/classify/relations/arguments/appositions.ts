import type { Chunk, ChunkedSentence, NounPhrase } from "../chunks";
import { isPossessor } from "../noun-phrases";
import type { Subject } from "./arguments";
import { listTo } from "./coordination";

/** Where the aside begins that the comma before the verb at chunk `i` closes: "BGI, a Chinese company, holds". */
export function asideBefore(chunks: readonly Chunk[], i: number): number | undefined {
  for (let at = i - 2; at > 0 && chunks[at]!.kind !== "stop"; at--) {
    const isAside = chunks[at]!.kind === "comma" && (opensAside(chunks[at + 1]) || isSingle(chunks, at + 1, i));
    if (isAside && chunks[at - 1]?.kind === "noun") return at + 1;
  }
  return undefined;
}

function opensAside(chunk: Chunk | undefined): boolean {
  if (/^(?:relative|preposition|examples|subordinator)$/u.test(chunk?.kind ?? "")) return true;
  if (chunk?.kind === "verb") return chunk.form === "ing" || chunk.form === "participle";
  return chunk?.kind === "noun" && (/^(?:an?|the|one|its|their|our)$/u.test(chunk.determiner) || isPossessor(chunk));
}

/** Between two commas before a verb, a phrase without "and" is no item of a list. */
function isSingle(chunks: readonly Chunk[], first: number, verb: number): boolean {
  const aside = chunks.slice(first, verb - 1);
  return aside[0]?.kind === "noun" && aside.every(({ kind }) => kind === "noun" || kind === "preposition");
}

/** The subject before an aside; where it has no name, the name in the aside: "India's regulator, the CDSCO, cleared". */
export function subjectBeforeAside(sentence: ChunkedSentence, i: number): Subject | undefined {
  const subject = listTo(sentence, i - 2);
  const aside = sentence.chunks[i];
  if (aside?.kind !== "noun" || subject === undefined || aside.head.mention?.entity === undefined) return subject;
  return subject.phrases.some(({ head }) => head.mention !== undefined) ? subject : { ...subject, phrases: [aside] };
}

/** "Kenya's main supplier, Illumina, raised prices": the name between commas behind the phrase at chunk `i`. */
export function nameBehind(chunks: readonly Chunk[], i: number): NounPhrase | undefined {
  const [comma, name, end] = chunks.slice(i + 1, i + 4);
  if (comma?.kind !== "comma" || name?.kind !== "noun" || name.head.mention?.entity === undefined) return undefined;
  return end === undefined || end.kind === "comma" || end.kind === "stop" ? name : undefined;
}
