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
  if (sentences.size === 0) return NO_CUES;
  return cuesOf([...rule.all, ...rule.any], cues).filter(({ sentence }) => sentences.has(sentence));
}

function sentencesMeeting({ all, any, not }: NumberedRule, cues: Cues): Set<number> {
  const required = any.length === 0 ? all.map((each) => [each]) : [...all.map((each) => [each]), any];
  let sentences: Set<number> | undefined;
  for (const conditions of required) {
    const meeting = sentencesOf(conditions, cues);
    sentences = sentences === undefined ? meeting : new Set([...sentences].filter((at) => meeting.has(at)));
    if (sentences.size === 0) return sentences;
  }
  const refused = sentencesOf(not, cues);
  return new Set([...(sentences ?? [])].filter((at) => !refused.has(at)));
}

function sentencesOf(conditions: readonly number[], cues: Cues): Set<number> {
  const sentences = new Set<number>();
  for (const condition of conditions)
    for (const { sentence } of cues.get(condition) ?? NO_CUES) sentences.add(sentence);
  return sentences;
}

function cuesOf(conditions: readonly number[], cues: Cues): readonly Cue[] {
  return conditions.flatMap((condition) => cues.get(condition) ?? NO_CUES);
}
