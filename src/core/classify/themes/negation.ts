import type { Span } from "../../text/span";

const NEGATOR =
  /(?<![\p{L}\p{N}])(?:not|no|never|neither|nor|without|cannot|none|nobody|nothing|hardly|barely|instead of|rather than)(?![\p{L}\p{N}])|n['’]t(?!\p{L})/giu;
/** What begins as a negation does and is none: "not only", "no longer just". */
const PSEUDO =
  /^(?:not|no longer|cannot)\s+(?:\w+\s+)?(?:only|just|merely|simply|least|solely|alone)(?!\p{L})|^no\s+(?:doubt|less|fewer)(?!\p{L})|^not\s+(?:until|unlike)(?!\p{L})|^nothing\s+(?:but|less)(?!\p{L})/iu;
/** Where the reach of a negation ends before its words are up. */
const TERMINATION =
  /[,;:()[\]—–•]|(?<!\p{L})(?:but|however|although|though|because|since|unless|whereas|while)(?!\p{L})/iu;
/** In words; the window of NegEx. */
const REACH = 6;

/**
 * The stretches of a sentence that a negation reaches: from a negating word to the end of its clause, six words at most, by the
 * trigger and window method of NegEx (Chapman and others 2001). Offsets in UTF-16 code units of the sentence.
 */
export function negatedSpans(sentence: string): Span[] {
  const spans: Span[] = [];
  for (const match of sentence.matchAll(NEGATOR)) {
    const rest = sentence.slice(match.index, match.index + 200);
    if (PSEUDO.test(rest)) continue;
    const start = match.index + match[0].length;
    spans.push({ start, end: start + reachIn(sentence.slice(start, start + 200)) });
  }
  return spans;
}

/** How far a negation reaches into what follows it, in UTF-16 code units. */
function reachIn(following: string): number {
  const clause = following.slice(0, TERMINATION.exec(following)?.index ?? following.length);
  const words = [...clause.matchAll(/[\p{L}\p{N}'’-]+/gu)];
  const last = words[Math.min(words.length, REACH) - 1];
  return last === undefined ? 0 : last.index + last[0].length;
}

/** Whether a stretch begins where a negation reaches. */
export function isNegated(negated: readonly Span[], { start }: Span): boolean {
  return negated.some((span) => span.start <= start && start < span.end);
}
