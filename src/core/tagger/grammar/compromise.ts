/** A word as compromise's matcher sees it. */
export interface CompromiseTerm {
  /** As written. */
  readonly text: string;
  /** Folded, what a word in lower case is compared with. */
  readonly normal: string;
  /** What stands between the word and its neighbours. */
  readonly pre: string;
  readonly post: string;
  readonly tags: Set<string>;
}

/** One compiled token of a match expression; the members we touch. */
export interface MatchToken {
  word?: string;
  /** The property of a term that `word` must equal; absent: its text or its normal form. */
  use?: string;
  readonly tag?: string;
  readonly optional?: boolean;
  /** Whether the token repeats. */
  readonly greedy?: boolean;
  readonly choices?: readonly (readonly MatchToken[])[];
  /** Name of the capture group the token belongs to. */
  readonly group?: string;
}

/** Where a match lies: index of the document, first term, term after the last. */
export type MatchPointer = readonly [document: number, start: number, end: number];

/** What we use of compromise 14. Its own types describe views of whole documents, which we do not build. */
export interface Compromise {
  (text: string): { readonly docs: readonly (readonly CompromiseTerm[])[] };
  parseMatch(expression: string, options: { caseSensitive: boolean }): MatchToken[];
  methods(): {
    readonly one: {
      match(
        documents: readonly (readonly CompromiseTerm[])[],
        todo: { regs: readonly MatchToken[]; group?: string },
      ): { readonly ptrs: readonly MatchPointer[] };
    };
  };
  model(): { readonly one: { readonly tagSet: Readonly<Record<string, unknown>> } };
}

// Required where they are first called, not imported: the core answers synchronously, and a document that wakes no rule
// must not pay for evaluating either build. Bundlers keep a `require` inside a function lazy in every output format.
/* eslint-disable @typescript-eslint/no-require-imports */

/** The matcher without word classes: 90 KB, loads in 10 ms. */
export function loadMatcher(): Compromise {
  return require("compromise/one") as Compromise;
}

/** The matcher with the part-of-speech tagger: 300 KB, loads in 150 ms and reads a sentence in about a millisecond. */
export function loadTagger(): Compromise {
  return require("compromise/two") as Compromise;
}
