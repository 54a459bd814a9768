import { modalityOfPhrase, type NounReading } from "./noun-reading";

/** Things that a company makes: "sequencers from Illumina". Data and samples from somewhere are not supplied. */
const PRODUCTS = new Set([
  "infrastructure.production",
  "infrastructure.sequencing",
  "infrastructure.compute",
  "infrastructure.ai",
]);

/** It is likely, but the text says so of a sale or a gift only. */
const CONFIDENCE = 0.6;

/** "machines from Illumina": what comes from a company is supplied by it. */
export function readOrigin(noun: NounReading): void {
  const { reading, phrase, i } = noun;
  const { mention } = phrase.head;
  if (mention === undefined || !PRODUCTS.has(mention.class)) return;
  const [link, maker] = [reading.chunks[i + 1], reading.chunks[i + 2]];
  if (link?.kind !== "preposition" || link.word !== "from" || maker?.kind !== "noun") return;
  const makers = reading.ends(reading.finder.phrasesFrom(i + 2)).filter((end) => end.mention.class === "actor.company");
  reading.joinEnds("supplies", makers, reading.ends([phrase]), {
    evidence: reading.context.tokens[link.first]!,
    via: "noun:from",
    modality: modalityOfPhrase(noun),
    confidence: CONFIDENCE,
    oneTarget: true,
  });
}
