import { isFrameNoun } from "../noun-phrases";
import type { SentenceReading } from "../sentence-relations";
import { readFrameNoun } from "./frame-nouns";
import { readOrigin } from "./origins";
import { readRole } from "./roles";

/** Relations that nouns state: "X's reliance on Y", "a deal between X and Y", "X, a supplier of Y", "machines from X". */
export function readNounRelations(reading: SentenceReading): void {
  reading.chunks.forEach((phrase, i) => {
    if (phrase.kind !== "noun") return;
    const noun = { reading, phrase, i };
    if (isFrameNoun(phrase)) readFrameNoun(noun);
    readRole(noun);
    readOrigin(noun);
  });
}
