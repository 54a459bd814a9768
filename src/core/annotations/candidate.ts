import type { ReviewedMention } from "./decision";

/** Whether a mention is a proposal of a name that the taxonomy lacks, which nobody has accepted. */
export function isCandidate({ by, status }: Pick<ReviewedMention, "by" | "status">): boolean {
  return by === "discovery" && status === "suggested";
}
