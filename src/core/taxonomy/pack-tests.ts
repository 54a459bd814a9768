import type { Mention } from "../tagger/mention";
import type { Problem } from "../problem";
import type { ExpectedMention, Pack } from "./model";

/** Tags a pack test's text as plain text. */
export type TagText = (text: string) => readonly Mention[];

export interface PackTestReport {
  readonly passed: number;
  /** One for every expectation that does not hold, at the test's line. */
  readonly failures: readonly Problem[];
}

/** Runs the tests a pack carries; the pack must be part of the taxonomy that `tag` uses. */
export function runPackTests(pack: Pack, tag: TagText): PackTestReport {
  let passed = 0;
  const failures: Problem[] = [];
  for (const test of pack.tests) {
    const mentions = tag(test.text);
    const messages = [
      ...test.expect.flatMap((expected) => missing(expected, mentions)),
      ...test.forbid.flatMap((forbidden) => intruding(forbidden, mentions)),
    ];
    if (messages.length === 0) passed++;
    for (const message of messages) {
      const text = `${message} in the test text "${test.text}"`;
      failures.push({ severity: "error", code: "pack.test-failed", message: text, uri: pack.uri, line: test.line });
    }
  }
  return { passed, failures };
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
