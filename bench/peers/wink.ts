import type { Context } from "../context";
import type { PeerMatcher } from "./peer";

/** What we use of wink-nlp; `its` functions name what is asked of tokens and entities. */
interface Wink {
  readonly its: { readonly span: unknown; readonly value: unknown; readonly precedingSpaces: unknown };
  learnCustomEntities(
    patterns: readonly { name: string; patterns: readonly string[] }[],
    options: { matchValue: boolean; usePOS: boolean; useEntity: boolean },
  ): number;
  readDoc(text: string): {
    tokens(): { out(what: unknown): string[] };
    customEntities(): { out(what: unknown): (readonly [first: number, last: number])[] };
  };
}

/** wink-nlp with custom entities: sentences, and one pattern a term. */
export class WinkMatcher implements PeerMatcher {
  readonly name = "wink-nlp";
  readonly #nlp: Wink;

  constructor(context: Context, terms: readonly string[]) {
    const create = context.require("wink-nlp") as (model: unknown, pipe: readonly string[]) => Wink;
    this.#nlp = create(context.require("wink-eng-lite-web-model"), ["sbd", "cer"]);
    const patterns = [{ name: "term", patterns: terms.map((term) => term.toLowerCase()) }];
    this.#nlp.learnCustomEntities(patterns, { matchValue: false, usePOS: false, useEntity: false });
  }

  /** Tags only, which is what is timed: wink counts tokens, not code units. */
  tag(text: string): number {
    return this.#nlp.readDoc(text).customEntities().out(this.#nlp.its.span).length;
  }

  match(text: string): Int32Array {
    const { its } = this.#nlp;
    const document = this.#nlp.readDoc(text);
    const values = document.tokens().out(its.value);
    const starts: number[] = [];
    let at = 0;
    for (const value of values) {
      at = text.indexOf(value, at);
      starts.push(at);
      at += value.length;
    }
    const spans = document.customEntities().out(its.span);
    return Int32Array.from(spans.flatMap(([first, last]) => [starts[first]!, starts[last]! + values[last]!.length]));
  }
}
