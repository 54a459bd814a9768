import type { Problem } from "../../problem";
import type { Tagger } from "../../tagger/tagger";
import type { Theme } from "../../taxonomy/model";
import { readPassages } from "../../text/passages";
import type { ThemeClassifier } from "./theme-classifier";

/** The ids of the themes that a text has, read as plain text. */
export type ThemesOf = (text: string) => ReadonlySet<string>;

/** Asks a tagger and a classifier of one taxonomy. */
export function themesOfText(tagger: Tagger, classifier: ThemeClassifier): ThemesOf {
  return (text) => {
    const assigned = classifier.classify(readPassages(text, "plain"), tagger.tag(text).mentions);
    return new Set(assigned.map(({ theme }) => theme));
  };
}

/**
 * Checks a theme by its own examples: every hit must have it, no miss may.
 *
 * @param uri names the file of the theme in problems
 * @param themesOf reads with a taxonomy that holds the theme
 */
export function checkThemeExamples(theme: Theme, uri: string, themesOf: ThemesOf): Problem[] {
  const problem = (code: string, what: string, example: string): Problem => ({
    severity: "error",
    code,
    message: `The theme "${theme.id}" ${what}: "${example}"`,
    uri,
    line: theme.line,
    subject: theme.id,
  });
  return [
    ...theme.hits
      .filter((example) => !themesOf(example).has(theme.id))
      .map((example) => problem("theme.hit", "is not found in its hit example; add or strengthen a rule", example)),
    ...theme.misses
      .filter((example) => themesOf(example).has(theme.id))
      .map((example) => problem("theme.miss", "is found in its miss example; narrow a rule", example)),
  ];
}
