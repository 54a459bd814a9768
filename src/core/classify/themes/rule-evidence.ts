import type { NumberedRule } from "./conditions";
import type { Cue, Cues } from "./cues";

const NO_CUES: readonly Cue[] = [];

/** The cues by which a rule is met, in the sentences or the passage in which all it asks comes together; none: it is not met. */
export function evidenceOf(rule: NumberedRule, cues: Cues): readonly Cue[] {
  if (rule.all.some((condition) => !cues.has(condition))) return NO_CUES;
  if (rule.any.length > 0 && !rule.any.some((condition) => cues.has(condition))) return NO_CUES;
  if (rule.within === "passage") {
    return rule.not.some((condition) => cues.has(condition)) ? NO_CUES : cuesOf([...rule.all, ...rule.any], cues);
  }
  const sentences = sentencesMeeting(rule, cues);
  return cuesOf([...rule.all, ...rule.any], cues).filter(({ sentence }) => sentences.has(sentence));
}

function sentencesMeeting({ all, any, not }: NumberedRule, cues: Cues): Set<number> {
  const required = all.map((condition) => sentencesOf([condition], cues));
  if (any.length > 0) required.push(sentencesOf(any, cues));
  const refused = sentencesOf(not, cues);
  const [first = new Set<number>(), ...others] = required;
  return new Set([...first].filter((at) => !refused.has(at) && others.every((sentences) => sentences.has(at))));
}

function sentencesOf(conditions: readonly number[], cues: Cues): Set<number> {
  return new Set(cuesOf(conditions, cues).map(({ sentence }) => sentence));
}

function cuesOf(conditions: readonly number[], cues: Cues): readonly Cue[] {
  return conditions.flatMap((condition) => cues.get(condition) ?? NO_CUES);
}
