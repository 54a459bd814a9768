import type { Clause } from "./clause";

/** Verbs that a plural subject does with each other; "work" only with "together". */
const RECIPROCAL = new Set([
  ..."collaborate cooperate partner compete agree ally vie race merge".split(" "),
  "team up",
]);

/** "China and India compete": whether those named by the subject do it with each other. */
export function isReciprocal({ reading: { context }, group, fill }: Clause): boolean {
  if (fill("with").length + fill("alongside").length + fill("against").length > 0 || fill("subject").length < 2)
    return false;
  const next = context.tokens[group.last + 1]?.word;
  return RECIPROCAL.has(group.lemma) || (group.lemma === "work" && next === "together");
}

/** "Yale and Oxford run the laboratory jointly" */
export function isJoint({ reading: { context, chunks }, group, complements }: Clause): boolean {
  const end = chunks[complements.next]?.first ?? context.tokens.length;
  return context.tokens.slice(group.first, end).some(({ word }) => word === "jointly" || word === "together");
}
