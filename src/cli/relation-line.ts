import type { FoundRelation, Span } from "../core";

/** A relation as the command line's contract has it. Its ends are the mentions, also where the sentence says "it". */
export function relationLine({ type, source, target, modality, evidence, confidence }: FoundRelation, text: string) {
  const place = ({ start, end }: Span) => ({ start, end, text: text.slice(start, end) });
  return {
    type,
    source: place(source.mention),
    target: place(target.mention),
    modality,
    evidence: place(evidence),
    confidence: Math.round(confidence * 100) / 100,
  };
}
