import type { Mask } from "./block";

/** E-mail and web addresses, DOIs and citation keys: identifiers, not prose, in every format. */
const REFERENCE =
  /\b(?:https?|ftp):\/\/[^\s<>"')\]}]+|\bwww\.[^\s<>"')\]}]+|\bdoi:\s?10\.[^\s<>")\]}]+|\b10\.\d{4,9}\/[^\s<>")\]}]+|\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+|(?<![\w@])-?@[A-Za-z_][\w:.#$%&+?<>~/-]*/g;

/** What every reference contains; most blocks hold none of it and are spared the pattern. */
const HINTS = ["@", "://", "www.", "10.", "doi:"];

/** Masks over identifiers in a block's text. */
export function maskReferences(blockText: string): Mask[] {
  if (!HINTS.some((hint) => blockText.includes(hint))) return [];
  const masks: Mask[] = [];
  for (const match of blockText.matchAll(REFERENCE)) {
    const end = match.index + match[0].replace(/[.,;:!?]+$/, "").length;
    if (end > match.index) masks.push({ start: match.index, end, kind: "barrier" });
  }
  return masks;
}
