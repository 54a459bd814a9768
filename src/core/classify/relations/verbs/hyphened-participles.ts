import type { NounPhrase } from "../chunks";
import { endOf } from "../relation-mention";
import type { SentenceReading } from "../sentence-relations";
import { VERB_FRAMES_BY_LEMMA, VERBS } from "../word-classes";
import { isOfKind } from "./object-kinds";

const CONFIDENCE = 0.9;

/** "Microsoft-hosted records", "Chinese-owned companies" */
export function readHyphenedParticiples(reading: SentenceReading, phrase: NounPhrase): void {
  const { tokens } = phrase;
  tokens.forEach((token, at) => {
    const owner = tokens[at - 1]?.mention;
    const verb = VERBS.get(token.word);
    if (!token.hyphened || owner === undefined || verb?.forms.includes("participle") !== true) return;
    for (const { type, source, voice, object } of VERB_FRAMES_BY_LEMMA.get(verb.lemma) ?? []) {
      if (source[0] !== "subject" || voice === "active") continue;
      if (object !== undefined && !isOfKind(object, [phrase], reading.context.sentence)) continue;
      const statement = {
        evidence: token,
        via: `hyphen:${verb.lemma}`,
        modality: "asserted",
        confidence: CONFIDENCE,
        oneTarget: false,
      } as const;
      if (reading.joinEnds(type, [endOf(owner)], reading.ends([phrase]), statement)) return;
    }
  });
}
