import type { Decision } from "../decision";

/** Names a decision that has no id yet. */
export type DecisionIdentifier = (decision: Omit<Decision, "id">) => string;

/**
 * The id of a decision: 16 hexadecimal digits made from what it is about and who made it, not from what was decided.
 *
 * Ids made this way merge better in git than random ones. One person who decides on a place again, on another branch or
 * computer too, changes that one line; two people always write two lines, so neither overwrites the other. And since
 * ledgers are sorted by id, the lines of several people spread evenly over the file and rarely touch the same spot.
 * With 64 bits, two of 100,000 decisions in one ledger share an id with a chance of one in four thousand million.
 */
export const decisionIdOf: DecisionIdentifier = (decision) => {
  const { scope, quote, prefix, suffix, occurrence, author, curates } = decision;
  const place = scope === "document" ? [decision.class] : [prefix, suffix, occurrence?.nth, occurrence?.of];
  // One who annotated a place and then adjudicates it writes a second line: the first is still what they said alone.
  const role = curates === undefined ? [] : ["curated"];
  return hash64(JSON.stringify([scope, quote, author ?? null, ...place, ...role]));
};

/** Another id for a decision whose own id a contradicting decision has; always the same for the same verdict. */
export function contestedIdOf(id: string, verdict: string): string {
  return hash64(JSON.stringify([id, verdict]));
}

/** A 64-bit hash of UTF-16 code units: two multiplicative lanes, mixed into each other at the end (as in MurmurHash3). */
export function hash64(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 0x9e3779b1);
    b = Math.imul(b ^ unit, 0x5f356495);
  }
  const mixedA = finish(a ^ (b >>> 15));
  const mixedB = finish(b ^ (mixedA >>> 13));
  return hex(mixedA ^ mixedB) + hex(mixedB);
}

function finish(lane: number): number {
  let mixed = Math.imul(lane ^ (lane >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

function hex(lane: number): string {
  return (lane >>> 0).toString(16).padStart(8, "0");
}
