import type { Chunk, ChunkedSentence, NounPhrase } from "../chunks";
import type { Preposition } from "../frames";
import type { Complements } from "./arguments";
import { listFrom } from "./coordination";

/** The complements behind chunk `i - 1`, up to the end of its clause. */
export function complementsFrom(sentence: ChunkedSentence, i: number, mayHaveObject = true): Complements {
  const { chunks } = sentence;
  const prepositions = new Map<Preposition, readonly NounPhrase[]>();
  let object: readonly NounPhrase[] = [];
  let at = i;
  for (;;) {
    const chunk = chunks[at];
    if (chunk?.kind === "noun" && mayHaveObject && prepositions.size === 0) {
      const list = listFrom(sentence, at);
      object = [...object, ...list.phrases];
      at = list.next;
    } else if (chunk?.kind === "preposition" && chunks[at + 1]?.kind === "noun") {
      const preposition = chunk.word as Preposition;
      const list = listFrom(sentence, at + 1, preposition === "between");
      const others = prepositions.get(preposition) ?? [];
      const isAttached = preposition !== "of" || at === i;
      const isFirst = others.length === 0 || /^(?:conjunction|comma)$/u.test(chunks[at - 1]?.kind ?? "");
      if (isAttached && isFirst) prepositions.set(preposition, [...others, ...list.phrases]);
      at = list.next;
    } else if (isCoordinatedPreposition(sentence, at) || isListedPreposition(sentence, at, prepositions)) at++;
    else {
      const stranded = isStranded(chunks, at) ? { stranded: (chunk as { word: Preposition }).word } : {};
      return { object, prepositions, ...stranded, next: at };
    }
  }
}

/** A preposition at the end of a clause. */
function isStranded(chunks: readonly Chunk[], at: number): boolean {
  if (chunks[at]?.kind !== "preposition") return false;
  const next = chunks[at + 1];
  return (
    next === undefined ||
    next.kind === "comma" ||
    next.kind === "stop" ||
    (next.kind === "verb" && next.form === "finite")
  );
}

/** "on China, on India and on Brazil": a comma before a preposition that was there already. */
function isListedPreposition(
  { chunks, coordinates }: ChunkedSentence,
  at: number,
  prepositions: ReadonlyMap<Preposition, unknown>,
): boolean {
  const [comma, link] = [chunks[at], chunks[at + 1]];
  if (!coordinates || comma?.kind !== "comma" || link?.kind !== "preposition") return false;
  return prepositions.has(link.word as Preposition) && chunks[at + 2]?.kind === "noun";
}

/** "on China and on India": the conjunction between two like prepositions is passed over. */
function isCoordinatedPreposition({ chunks, coordinates }: ChunkedSentence, at: number): boolean {
  if (!coordinates || chunks[at]?.kind !== "conjunction") return false;
  return chunks[at + 1]?.kind === "preposition" && chunks[at - 1]?.kind === "noun";
}
