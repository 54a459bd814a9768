const IRREGULAR_PLURALS = new Map(
  Object.entries({
    analysis: "analyses",
    basis: "bases",
    child: "children",
    crisis: "crises",
    criterion: "criteria",
    datum: "data",
    diagnosis: "diagnoses",
    hypothesis: "hypotheses",
    index: "indices",
    man: "men",
    medium: "media",
    phenomenon: "phenomena",
    person: "persons",
    woman: "women",
    genus: "genera",
    stratum: "strata",
  }),
);
const IRREGULAR_SINGULARS = new Map([...IRREGULAR_PLURALS].map(([singular, plural]) => [plural, singular]));

/** Words that end like a plural but are not one, or whose singular is another word. */
const NOT_PLURAL = /(?:ics|ss|us|is|ous|sis)$/;
const NO_SINGULAR = new Set(
  "affairs aids arms customs data goods means news premises proceeds savings series species whereabouts media".split(
    " ",
  ),
);
/** Plurals in "-uses" of nouns in "-use" ("causes", "warehouses"); all others are of nouns in "-us" ("viruses"). */
const OF_NOUN_IN_USE = /(?:[ao]|^(?:ab|dis|exc|f|m|mis|over|r|re|recl|ref)?)uses$/;
/** Mass nouns; their plural is not written, or is a verb form. */
const NO_PLURAL = new Set(
  "data information equipment research software hardware compute health evidence knowledge know-how staff personnel media privacy consent equity".split(
    " ",
  ),
);

/**
 * The regular plural and singular of a folded English noun, itself first.
 * Words that could only be mangled ("genomics", "analysis" aside) are left alone.
 */
export function inflectionsOf(word: string): readonly string[] {
  const singular = singularOf(word);
  if (singular !== undefined) return [word, singular];
  const plural = pluralOf(word);
  return plural === undefined ? [word] : [word, plural];
}

function pluralOf(word: string): string | undefined {
  if (NO_PLURAL.has(word) || NO_SINGULAR.has(word) || !/\p{L}$/u.test(word) || /(?:ics|[^su]s)$/.test(word)) {
    return IRREGULAR_PLURALS.get(word);
  }
  const irregular = IRREGULAR_PLURALS.get(word);
  if (irregular !== undefined) return irregular;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  if (/(?:s|x|z|ch|sh)$/.test(word)) return `${word}es`;
  return `${word}s`;
}

/** The singular of a folded English noun; undefined where the word is no plural, or could only be mangled. */
export function singularOf(word: string): string | undefined {
  const irregular = IRREGULAR_SINGULARS.get(word);
  if (irregular !== undefined && !NO_SINGULAR.has(word)) return irregular;
  if (word.length < 4 || !word.endsWith("s") || NOT_PLURAL.test(word) || NO_SINGULAR.has(word)) return undefined;
  if (/[^aeiou]ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|zz|ch|sh)es$/.test(word) || (word.endsWith("uses") && !OF_NOUN_IN_USE.test(word)))
    return word.slice(0, -2);
  return word.slice(0, -1);
}
