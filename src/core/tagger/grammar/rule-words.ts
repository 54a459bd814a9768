import { isSyntaxError, parseMatchExpression, SHAPE_TAGS } from "./match-syntax";

/** By which words a rule finds the sentences that it reads, or why it cannot. */
export type RuleSummary =
  | { readonly error: string }
  /** A sentence must hold a word of every list. */
  | { readonly indexWords: readonly (readonly string[])[] };

/** Sums up the match expression of a rule. */
export function describeRule(match: string): RuleSummary {
  const expression = parseMatchExpression(match);
  if (isSyntaxError(expression)) return { error: expression.message };
  const written = (word: string, capital: boolean) => (capital ? word.charAt(0).toUpperCase() + word.slice(1) : word);
  return {
    indexWords: expression.indexWords.map((list) => list.map(({ folded, capital }) => written(folded, capital))),
  };
}

const OUR_TAGS: Readonly<Record<string, string>> = {
  NameWord: "A word as names are written, with a capital.",
  NameLead: "A name word that another one follows in the same phrase.",
  NameRun: "A name word, or a small word that carries a name on.",
  NumberCode: "A word with a digit: 301, 2025/327.",
  NationalityWord: "An adjective of nationality or region: Chinese, South African.",
  GivenName: "A given name that is common somewhere.",
  Surname: "A word or an initial that can follow a given name.",
};

const COMPROMISE_TAGS: Readonly<Record<string, string>> = {
  Noun: "A noun of any kind.",
  Singular: "A noun in the singular.",
  Plural: "A noun in the plural.",
  ProperNoun: "A noun that names one thing.",
  Possessive: "A noun with 's.",
  Pronoun: "I, she, they …",
  Place: "A place of any kind.",
  Country: "A country.",
  City: "A city.",
  Region: "A state, province or region.",
  Organization: "A company, school, team or body.",
  Company: "A company.",
  Person: "A person's name.",
  FirstName: "A given name.",
  LastName: "A family name.",
  Honorific: "Dr, President, Minister …",
  Demonym: "Kenyan, Brazilian …",
  Adjective: "An adjective.",
  Verb: "A verb of any kind.",
  Gerund: "A verb in -ing.",
  Adverb: "An adverb.",
  Determiner: "the, this, each …",
  Preposition: "of, in, for …",
  Conjunction: "and, or, but …",
  Value: "A number, in digits or words.",
  Ordinal: "First, 2nd …",
  Cardinal: "One, 2 …",
  Year: "A year.",
  Month: "A month.",
  Date: "A date or a part of one.",
  Acronym: "A word of capitals: NATO.",
};

/** The tags that rules commonly ask for, with what they mean: our own, then those of compromise. */
export function tagsForRules(): ReadonlyMap<string, string> {
  return new Map(
    [...SHAPE_TAGS].map((tag) => [tag, OUR_TAGS[tag] ?? ""] as const).concat(Object.entries(COMPROMISE_TAGS)),
  );
}
