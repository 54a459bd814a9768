import type { Context } from "../context";
import { WholeWordFilter } from "../support/spans";
import type { PeerMatcher } from "./peer";

interface DoubleArrayModule {
  readonly AhoCorasick: new (keywords: string[]) => {
    matchInText(text: string): readonly { readonly begin: number; readonly end: number }[];
  };
}

/** `@monyone/aho-corasick/fast`: an automaton over characters in a double array. */
export function createDoubleArray(context: Context, terms: readonly string[]): PeerMatcher {
  const { AhoCorasick } = context.require("@monyone/aho-corasick/fast") as DoubleArrayModule;
  const automaton = new AhoCorasick(lowerCased(terms));
  return {
    name: "@monyone/aho-corasick/fast",
    match: (text) => {
      const filter = new WholeWordFilter(text);
      for (const { begin, end } of automaton.matchInText(text.toLowerCase())) filter.add(begin, end);
      return filter.leftmostLongest();
    },
  };
}

/** The package gives the offset of a match's last unit and the terms that end there. */
type ObjectAutomaton = new (keywords: string[]) => {
  search(text: string): readonly (readonly [last: number, terms: readonly string[]])[];
};

/** `ahocorasick`: an automaton over characters in plain objects. */
export function createObjectAutomaton(context: Context, terms: readonly string[]): PeerMatcher {
  const AhoCorasick = context.require("ahocorasick") as ObjectAutomaton;
  const automaton = new AhoCorasick(lowerCased(terms));
  return {
    name: "ahocorasick",
    match: (text) => {
      const filter = new WholeWordFilter(text);
      for (const [last, found] of automaton.search(text.toLowerCase())) {
        for (const term of found) filter.add(last + 1 - term.length, last + 1);
      }
      return filter.leftmostLongest();
    },
  };
}

function lowerCased(terms: readonly string[]): string[] {
  return terms.map((term) => term.toLowerCase());
}
