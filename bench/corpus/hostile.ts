/**
 * Texts that drive naive matchers off a cliff, each as long as the prose.
 *
 * @param terms of the matcher under test
 */
export function hostileTexts(prose: string, terms: readonly string[]): Readonly<Record<string, string>> {
  const units = prose.length;
  const longest = terms.reduce((long, term) => (term.split(" ").length > long.split(" ").length ? term : long), "");
  const prefix = longest.slice(0, longest.lastIndexOf(" "));
  return {
    "a long term's prefix, again and again": repeated(`${prefix} `, units),
    "nothing but terms": repeated(`${terms.slice(0, 10_000).join(" ")} `, units),
    "words of one letter": repeated("a b c d e f g h i j k l m n o p q r s t u v w x y z ", units),
    "accents on every vowel": prose.replace(/[aeiou]/g, (vowel) => ACCENTED[vowel]!),
    "no line breaks": prose.replace(/\s+/g, " "),
    "one word": repeated("health", units),
    "Chinese and Japanese": repeated("世界卫生组织发布全球健康报告。データ主権とワクチン供給、", units),
    "spaces, punctuation and emoji": repeated("  -- , . ; … ( ) ! ? 🧬 💉 🌍 ", units),
  };
}

const ACCENTED: Readonly<Record<string, string>> = { a: "á", e: "é", i: "í", o: "ö", u: "ü" };

function repeated(piece: string, units: number): string {
  return piece.repeat(Math.ceil(units / piece.length)).slice(0, units);
}
