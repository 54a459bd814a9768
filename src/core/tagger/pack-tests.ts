import { checkThemeExamples, type ThemesOf } from "../classify/themes/theme-examples";
import type { Problem } from "../problem";
import type { ExpectedMention, Pack, PackTest } from "../taxonomy/model";
import type { Mention } from "./mention";
import { checkRuleExamples } from "./grammar/rule-examples";

/** Tags a pack test's text as plain text. */
export type TagText = (text: string) => readonly Mention[];

export interface PackTestReport {
  readonly passed: number;
  /** One for every expectation that does not hold, at the line of its test or rule. */
  readonly failures: readonly Problem[];
}

/**
 * Runs the tests of a pack and the examples of its rules and themes; the pack must be part of the taxonomy that `tag` and
 * `themesOf` use.
 */
export function runPackTests(pack: Pack, tag: TagText, themesOf: ThemesOf): PackTestReport {
  const ruleFailures = pack.rules.map((rule) => checkRuleExamples([rule], pack.uri));
  const testFailures = pack.tests.map((test) => runPackTest(test, pack, tag));
  const themeFailures = pack.themes.map((theme) => checkThemeExamples(theme, pack.uri, themesOf));
  const all = [...ruleFailures, ...themeFailures, ...testFailures];
  return { passed: all.filter((failures) => failures.length === 0).length, failures: all.flat() };
}

/** Runs one test of a pack: a problem for every expectation that does not hold. */
export function runPackTest(test: PackTest, pack: Pick<Pack, "uri">, tag: TagText): Problem[] {
  const mentions = tag(test.text);
  const failuresOf = (listed: readonly ExpectedMention[], messagesFor: typeof missing) =>
    listed.flatMap((mention) =>
      messagesFor(mention, mentions).map((message): Problem => ({
        severity: "error",
        code: "pack.test-failed",
        message: `${message} in the test text "${test.text}"`,
        uri: pack.uri,
        line: test.line,
        subject: mention.text,
      })),
    );
  return [...failuresOf(test.expect, missing), ...failuresOf(test.forbid, intruding)];
}

function missing(expected: ExpectedMention, mentions: readonly Mention[]): string[] {
  if (mentions.some((mention) => fits(expected, mention))) return [];
  const same = mentions.filter(
    (mention) => mention.text.includes(expected.text) || expected.text.includes(mention.text),
  );
  const instead = same.map((mention) => `"${mention.text}" as ${nameOf(mention)}`).join(", ");
  return [`"${expected.text}" is not tagged as ${nameOf(expected)}${instead === "" ? "" : ` but ${instead}`}`];
}

function intruding(forbidden: ExpectedMention, mentions: readonly Mention[]): string[] {
  const intruders = mentions.filter((mention) => fits(forbidden, mention));
  return intruders.map((mention) => `"${mention.text}" must not be tagged, but is as ${nameOf(mention)}`);
}

function fits(expected: ExpectedMention, mention: Mention): boolean {
  return (
    mention.text === expected.text &&
    (expected.class === undefined || mention.class === expected.class) &&
    (expected.entity === undefined || mention.entity === expected.entity)
  );
}

function nameOf({ class: classId, entity }: { class?: string; entity?: string }): string {
  return [classId ?? "any class", entity].filter((part) => part !== undefined).join(" ");
}
