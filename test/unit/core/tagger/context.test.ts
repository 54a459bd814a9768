import assert from "node:assert/strict";
import { loadDefaultTaxonomy } from "../../../../src/core/taxonomy/built-in";
import { overlaps, type Span } from "../../../../src/core/text/span";
import { createTagger } from "../../../../src/core/tagger/tagger";
import { acronyms } from "./context-cases/acronyms";
import type { ContextCase } from "./context-cases/context-case";
import { documentSense } from "./context-cases/document-sense";
import { fallback } from "./context-cases/fallback";
import { ordinaryWords } from "./context-cases/ordinary-words";
import { places } from "./context-cases/places";
import { refusals } from "./context-cases/refusals";

const tagger = createTagger(loadDefaultTaxonomy());
const OPTIONS = { format: "markdown" } as const;

/** The text without the brackets, and the span that they enclose. */
function unmark(marked: string): { text: string; span: Span } {
  const start = marked.indexOf("[[");
  const end = marked.indexOf("]]") - 2;
  assert.ok(start >= 0 && end > start, `no words in double brackets: ${marked}`);
  return { text: marked.replace("[[", "").replace("]]", ""), span: { start, end } };
}

function check([, marked, holds]: ContextCase): void {
  const { text, span } = unmark(marked);
  const touching = tagger.tag(text, OPTIONS).mentions.filter((mention) => overlaps(mention, span));
  const found = touching.map((mention) => `${mention.text}: ${mention.class} ${mention.entity ?? ""}`).join("; ");
  if (holds === "nothing") assert.equal(found, "");
  else if (holds.startsWith("not ")) {
    const meaning = holds.slice("not ".length);
    assert.ok(!touching.some((mention) => mention.entity === meaning || mention.class === meaning), found);
  } else {
    const isFound = touching.some(
      ({ start, end, entity, class: classId }) =>
        start === span.start && end === span.end && (entity === holds || classId === holds),
    );
    assert.ok(isFound, found === "" ? "nothing is tagged" : found);
  }
}

function outcome([, marked, holds]: ContextCase): string {
  const { text, span } = unmark(marked);
  const words = text.slice(span.start, span.end);
  if (holds === "nothing") return `"${words}" is not tagged`;
  return holds.startsWith("not ") ? `"${words}" is ${holds}` : `"${words}" is ${holds}`;
}

const groups: readonly [name: string, cases: readonly ContextCase[]][] = [
  ["acronyms that are words", acronyms],
  ["places and their namesakes", places],
  ["ordinary words of the field", ordinaryWords],
  ["one sense per document", documentSense],
  ["longest reading and fallback", fallback],
];

describe("context", () => {
  for (const [name, cases] of groups) {
    describe(name, () => {
      for (const one of cases) {
        it(`${one[0]}: ${outcome(one)}`, () => {
          check(one);
        });
      }
    });
  }

  describe("explaining a refusal names", () => {
    for (const [title, marked, reason] of refusals) {
      it(title, () => {
        const { text, span } = unmark(marked);
        const { readings } = tagger.explain(text, span, OPTIONS);
        const reasons = readings
          .filter(({ outcome: result }) => result === "rejected")
          .map((reading) => reading.reason);
        assert.ok(
          reasons.some((given) => reason.test(given)),
          reasons.join("\n"),
        );
      });
    }
  });
});
