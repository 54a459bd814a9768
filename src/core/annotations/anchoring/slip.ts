/** Shorter words are too often one letter from another: Iran and Iraq, Gambia and Zambia, Ireland and Iceland. */
const SHORTEST_WORD = 8;

const WORDS = /\p{L}+/gu;

/**
 * Whether two texts are the same but for one slip of the pen: in one long word one small letter too many, too few,
 * another, or two that changed places. Capitals and figures must be the same, since they tell names apart.
 */
export function isSlip(a: string, b: string): boolean {
  const [wordsOfA, wordsOfB] = [a.match(WORDS) ?? [], b.match(WORDS) ?? []];
  if (wordsOfA.length !== wordsOfB.length || a.replace(WORDS, "") !== b.replace(WORDS, "")) return false;
  const different = wordsOfA.flatMap((word, at) => (word === wordsOfB[at]! ? [] : [[word, wordsOfB[at]!] as const]));
  const [pair] = different;
  return different.length === 1 && pair !== undefined && isSlipInWord(...pair);
}

function isSlipInWord(a: string, b: string): boolean {
  if (Math.max(a.length, b.length) < SHORTEST_WORD) return false;
  const start = sharedStart(a, b);
  const end = sharedStart(reversed(a.slice(start)), reversed(b.slice(start)));
  const [restOfA, restOfB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (!/^\p{Ll}*$/u.test(restOfA + restOfB)) return false;
  return Math.max(restOfA.length, restOfB.length) === 1 || (restOfA.length === 2 && reversed(restOfA) === restOfB);
}

function sharedStart(a: string, b: string): number {
  let shared = 0;
  while (shared < a.length && a[shared] === b[shared]) shared++;
  return shared;
}

function reversed(text: string): string {
  return Array.from(text).reverse().join("");
}
