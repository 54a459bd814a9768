import type { PeerMatcher } from "./peer";

/** One regular expression that holds all terms, the longest first so that it wins. */
export function createRegularExpression(terms: readonly string[]): PeerMatcher {
  const alternatives = [...terms].sort((a, b) => b.length - a.length).map(escape);
  const expression = new RegExp(`\\b(?:${alternatives.join("|")})\\b`, "gi");
  return {
    name: "RegExp",
    match: (text) => {
      const spans: number[] = [];
      expression.lastIndex = 0;
      for (let match = expression.exec(text); match !== null; match = expression.exec(text)) {
        spans.push(match.index, expression.lastIndex);
      }
      return Int32Array.from(spans);
    },
  };
}

function escape(term: string): string {
  return term.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
