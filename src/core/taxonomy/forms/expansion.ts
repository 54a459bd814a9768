/** The most strings one term may stand for; more is a mistake or an attack. */
export const MAX_EXPANSIONS = 3000;

/**
 * The strings that a term written with alternatives stands for: `(a|b)` is one of them, `[x]` may be absent.
 * Groups nest. Parentheses without a bar are literal, so "Regulation (EU) 2016/679" stays itself.
 *
 * @returns the expansions, or why the notation is wrong.
 */
export function expandTerm(notation: string): { expansions: string[] } | { error: string } {
  if (!/[[\]|]/.test(notation)) return { expansions: [notation] };
  const parser = new ExpansionParser(notation);
  const expansions = parser.parse();
  if (expansions === undefined) return { error: parser.error };
  const distinct = new Set(expansions.map((text) => text.replace(/\s+/g, " ").trim()));
  distinct.delete("");
  return { expansions: [...distinct] };
}

const MAX_NESTING = 8;
const LITERAL_RUN = /^[^()[\]|]+/;

/** Recursive descent over `sequence := (literal | "(" sequence ("|" sequence)+ ")" | "[" sequence ("|" sequence)* "]")*`. */
class ExpansionParser {
  error = "";
  #at = 0;
  #depth = 0;

  constructor(readonly notation: string) {}

  parse(): string[] | undefined {
    const expansions = this.#sequence();
    if (expansions !== undefined && this.#at < this.notation.length) {
      return this.#fail(`"${this.notation[this.#at]!}" at character ${this.#at + 1} closes nothing`);
    }
    return expansions;
  }

  #sequence(): string[] | undefined {
    let expansions = [""];
    while (this.#at < this.notation.length) {
      const piece = this.#piece();
      if (piece === "end") return expansions;
      if (piece === undefined) return undefined;
      if (expansions.length * piece.length > MAX_EXPANSIONS) {
        return this.#fail(`it stands for more than ${MAX_EXPANSIONS} strings; split it into several terms`);
      }
      expansions = expansions.flatMap((head) => piece.map((tail) => head + tail));
    }
    return expansions;
  }

  #piece(): string[] | "end" | undefined {
    const character = this.notation[this.#at]!;
    if (character === "|" || character === "]") return "end";
    if (character === "[") return this.#group("]", [""]);
    if (character === "(") {
      const kind = this.#parenthesis();
      if (kind === "alternatives") return this.#group(")", []);
      if (kind === "literal") return this.#group(")", [])?.map((inside) => `(${inside})`);
    }
    if (character === ")" && this.#depth > 0) return "end";
    const literal = LITERAL_RUN.exec(this.notation.slice(this.#at))?.[0] ?? character;
    this.#at += literal.length;
    return [literal];
  }

  #group(close: string, initial: string[]): string[] | undefined {
    if (++this.#depth > MAX_NESTING) return this.#fail(`groups nest more than ${MAX_NESTING} deep`);
    const open = this.#at;
    const alternatives = initial;
    do {
      this.#at++;
      const alternative = this.#sequence();
      if (alternative === undefined) return undefined;
      alternatives.push(...alternative);
    } while (this.notation[this.#at] === "|");
    if (this.notation[this.#at] !== close) {
      return this.#fail(`"${this.notation[open]!}" at character ${open + 1} is not closed by "${close}"`);
    }
    this.#at++;
    this.#depth--;
    return alternatives;
  }

  /** What the parenthesis at hand opens: alternatives if it holds a bar of its own, nothing if it is never closed. */
  #parenthesis(): "alternatives" | "literal" | "unclosed" {
    let depth = 0;
    let bar = false;
    for (let i = this.#at; i < this.notation.length; i++) {
      const character = this.notation[i];
      if (character === "(" || character === "[") depth++;
      else if (character === "|" && depth === 1) bar = true;
      else if ((character === ")" || character === "]") && --depth === 0) return bar ? "alternatives" : "literal";
    }
    return bar ? "alternatives" : "unclosed";
  }

  #fail(reason: string): undefined {
    this.error ||= reason;
  }
}

/** Whether a term stands for itself alone, so that words out of a text may be written as a term. */
export function isPlainTerm(text: string): boolean {
  const expanded = expandTerm(text);
  return "expansions" in expanded && expanded.expansions.length === 1 && expanded.expansions[0] === text;
}
