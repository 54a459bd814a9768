import { expandTerm } from "../../taxonomy/forms/expansion";
import { type LexicalTerm, Lexicon } from "../../taxonomy/lexicon/lexicon";
import { minimize } from "../../taxonomy/lexicon/lexicon-index";
import type { ThemeCondition } from "../../taxonomy/model";
import type { Sense } from "../../taxonomy/sense";
import { TermTrie } from "../../taxonomy/lexicon/term-trie";
import { formsOf } from "../../taxonomy/forms/word-forms";
import { BlockText } from "../../tagger/block/block-text";
import { judge } from "../../tagger/lexicon/term-conditions";
import { TermMatches, TermScanner } from "../../tagger/lexicon/term-scanner";
import { ConditionsBy } from "./conditions";

/** Phrases mean nothing in themselves: they become no mention. */
const SENSE: Sense = {
  class: undefined,
  entity: undefined,
  by: "lexicon",
  confidence: 1,
  evidence: { pattern: "" },
  precedence: 0,
};

/** Finds the phrases of conditions in a text, by the matcher that finds terms and in the forms in which terms are found. */
export class PhraseScanner {
  readonly #scanner: TermScanner;
  readonly #conditionsOf = new Map<LexicalTerm, readonly number[]>();
  readonly #matches = new TermMatches();

  constructor(conditions: readonly ThemeCondition[]) {
    const trie = new TermTrie();
    const terms: LexicalTerm[] = [];
    for (const [phrase, numbers] of new ConditionsBy(conditions, phrasesOf).entries) {
      trie.add(formsOf(phrase, { case: undefined, isName: false, plural: true }));
      const term = termOf();
      terms.push(term);
      this.#conditionsOf.set(term, numbers);
    }
    this.#scanner = new TermScanner(new Lexicon(minimize(trie), terms));
  }

  /** Calls back for every phrase found, with the numbers of the conditions that it stands in; offsets are the text's. */
  scan(prose: string, onFound: (start: number, end: number, conditions: readonly number[]) => void): void {
    const matches = this.#matches;
    matches.clear();
    this.#scanner.scan(prose, matches);
    const { lexicon } = this.#scanner;
    const block = new BlockText(prose, []);
    for (let i = 0; i < matches.count; i++) {
      const [start, end, demand] = [matches.startOf(i), matches.endOf(i), matches.demandOf(i)];
      const accept = lexicon.acceptOf(demand);
      if (lexicon.conditions[demand] !== 0 && judge(accept, block, { start, end }).objection !== undefined) continue;
      onFound(start, end, this.#conditionsOf.get(accept.term)!);
    }
  }
}

function phrasesOf({ phrases }: ThemeCondition): string[] {
  return phrases.flatMap((phrase) => {
    const expanded = expandTerm(phrase);
    return "error" in expanded ? [] : expanded.expansions;
  });
}

function termOf(): LexicalTerm {
  return { sense: SENSE, near: [], notNear: [], beside: undefined, ambiguous: false, retired: false };
}
