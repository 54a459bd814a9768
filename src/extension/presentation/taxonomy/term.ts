import type { Mention } from "../../../core";

/**
 * The term behind a mention for people to read: as its pack writes it, but the words found where the pack writes many
 * terms as one, "(genomic|genetic) data", and where no term of a pack is behind it.
 */
export function termOf({ by, evidence, text }: Pick<Mention, "by" | "evidence" | "text">): string {
  const isPlain = by === "lexicon" && !/[[(|]/.test(evidence.pattern);
  return (isPlain ? evidence.pattern : text).replace(/\s+/g, " ");
}
