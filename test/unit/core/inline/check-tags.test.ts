import assert from "node:assert/strict";
import fc from "fast-check";
import { applyEdits } from "../../../../src/core/inline/convert-tags";
import { checkTags } from "../../../../src/core/inline/check-tags";
import type { TextFormat } from "../../../../src/core/text/format";
import { taxonomyOf } from "../../support/taxonomies";

const taxonomy = taxonomyOf(
  'entities:\n  - { id: uk-biobank, label: UK Biobank, class: infrastructure.data, terms: ["UK Biobank"] }\n',
);
const check = (text: string, format: TextFormat) => checkTags(text, format, taxonomy, "file:///report.md");

interface Case {
  readonly format: TextFormat;
  readonly text: string;
  readonly code: string;
  readonly wrong: string;
  /** The text after the first fix. */
  readonly fixed: string;
  readonly removed: string;
}

const CASES: Readonly<Record<string, Case>> = {
  "a misspelt class": {
    format: "markdown",
    text: "The [UK Biobank]{.infrastructre-data} here",
    code: "inline.unknown-class",
    wrong: "infrastructre-data",
    fixed: "The [UK Biobank]{.infrastructure-data} here",
    removed: "The UK Biobank here",
  },
  "a class with a dot": {
    format: "markdown",
    text: "The [UK Biobank]{.infrastructure.data} here",
    code: "inline.unknown-class",
    wrong: "infrastructure.data",
    fixed: "The [UK Biobank]{.infrastructure-data} here",
    removed: "The UK Biobank here",
  },
  "an unknown entity": {
    format: "markdown",
    text: '[UK Biobank]{.infrastructure-data entity="uk-biobnak"}',
    code: "inline.unknown-entity",
    wrong: "uk-biobnak",
    fixed: '[UK Biobank]{.infrastructure-data entity="uk-biobank"}',
    removed: "UK Biobank",
  },
  "a missing class": {
    format: "markdown",
    text: "[UK Biobank]{entity=uk-biobank}",
    code: "inline.no-class",
    wrong: "[UK Biobank]{entity=uk-biobank}",
    fixed: '[UK Biobank]{.infrastructure-data entity="uk-biobank"}',
    removed: "UK Biobank",
  },
  "a brace that is not closed": {
    format: "markdown",
    text: "The [UK Biobank]{.infrastructure-data holds data.",
    code: "inline.unclosed",
    wrong: "]{.infrastructure-data",
    fixed: "The [UK Biobank]{.infrastructure-data} holds data.",
    removed: "The UK Biobank holds data.",
  },
  "a bracket that is not closed": {
    format: "markdown",
    text: "The [UK Biobank{.infrastructure-data} holds data.",
    code: "inline.unclosed",
    wrong: "[UK Biobank{.infrastructure-data}",
    fixed: "The [UK Biobank]{.infrastructure-data} holds data.",
    removed: "The UK Biobank holds data.",
  },
  "an unknown class of a macro": {
    format: "latex",
    text: "\\healthgeo[class=infrastructure-data]{UK Biobank}",
    code: "inline.unknown-class",
    wrong: "infrastructure-data",
    fixed: "\\healthgeo[class=infrastructure.data]{UK Biobank}",
    removed: "UK Biobank",
  },
  "options that are not closed": {
    format: "latex",
    text: "\\healthgeo[class=infrastructure.data{UK Biobank}",
    code: "inline.unclosed",
    wrong: "\\healthgeo[class=infrastructure.data",
    fixed: "\\healthgeo[class=infrastructure.data]{UK Biobank}",
    removed: "UK Biobank}",
  },
  "a brace of a macro that is not closed": {
    format: "latex",
    text: "\\healthgeo[class=infrastructure.data]{UK Biobank\n\nNext.",
    code: "inline.unclosed",
    wrong: "\\healthgeo[class=infrastructure.data]{",
    fixed: "\\healthgeo[class=infrastructure.data]{UK Biobank}\n\nNext.",
    removed: "UK Biobank\n\nNext.",
  },
  "an unknown class of a span": {
    format: "html",
    text: '<p><span class="healthgeo infrastructure-dta">UK Biobank</span></p>',
    code: "inline.unknown-class",
    wrong: "infrastructure-dta",
    fixed: '<p><span class="healthgeo infrastructure-data">UK Biobank</span></p>',
    removed: "<p>UK Biobank</p>",
  },
  "a span that is not closed": {
    format: "html",
    text: '<p><span class="healthgeo infrastructure-data">UK Biobank</p>',
    code: "inline.unclosed",
    wrong: '<span class="healthgeo infrastructure-data">',
    fixed: '<p><span class="healthgeo infrastructure-data">UK Biobank</span></p>',
    removed: "<p>UK Biobank</p>",
  },
};

describe("checkTags", () => {
  for (const [what, { format, text, code, wrong, fixed, removed }] of Object.entries(CASES))
    it(`finds ${what} in ${format}, mends it and removes it`, () => {
      const problems = check(text, format);
      assert.deepEqual(
        problems.map((problem) => [problem.code, text.slice(problem.start, problem.end)]),
        [[code, wrong]],
      );
      const { fixes } = problems[0]!;
      assert.equal(applyEdits(text, fixes[0]!.edits), fixed);
      assert.deepEqual(check(fixed, format), []);
      assert.equal(fixes.at(-1)!.kind, "remove");
      // Options that swallowed the opening brace leave the closing one.
      if (code !== "inline.unclosed" || format !== "latex" || !removed.endsWith("}"))
        assert.equal(applyEdits(text, fixes.at(-1)!.edits), removed);
    });

  it("finds a tag that nothing opens, and can only remove it", () => {
    const [problem] = check("UK Biobank]{.infrastructure-data} holds", "markdown");
    assert.deepEqual(
      problem?.fixes.map(({ kind }) => kind),
      ["remove"],
    );
  });

  it("says where, in lines and columns from one", () => {
    const [problem] = check("First.\n\nThe [data]{.actor-stat} here", "markdown");
    const { line, column, endLine, endColumn } = problem!;
    assert.deepEqual([line, column, endLine, endColumn], [3, 13, 3, 23]);
  });

  const INNOCENT: readonly (readonly [TextFormat, string])[] = [
    ["markdown", "[Small caps]{.smallcaps} and [a mark]{.mark #id} and [X]{lang=fr}"],
    ["markdown", "`[UK Biobank]{.infrastructre-data}` and [a link](x){.external}"],
    ["markdown", 'An f-string f"{x}" and [1]{ and ]{ and {.note}'],
    ["markdown", "::: {.callout-note}\nText\n:::"],
    ["latex", "\\newcommand{\\healthgeo}[2][]{#2} and \\healthgeography{x} % \\healthgeo[class=x"],
    ["html", '<p><span class="note">x</span> <span>y</p>'],
  ];
  for (const [format, text] of INNOCENT)
    it(`says nothing of ${JSON.stringify(text)}`, () => {
      assert.deepEqual(check(text, format), []);
    });

  it("never fails and never points outside the text", () => {
    const pieces = fc.constantFrom(
      "[",
      "]",
      "{",
      "}",
      ".actor-stat",
      ".actor-state",
      " ",
      "\n",
      "x",
      'entity="',
      '"',
      "\\healthgeo",
      "<span ",
      'class="healthgeo a"',
      ">",
      "</span>",
      "class=",
    );
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 25 }),
        fc.constantFrom<TextFormat>("markdown", "latex", "html"),
        (parts, format) => {
          const text = parts.join("");
          for (const { start, end, fixes } of check(text, format)) {
            assert.ok(0 <= start && start < end && end <= text.length);
            for (const { edits } of fixes)
              for (const edit of edits) assert.ok(edit.start <= edit.end && edit.end <= text.length);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});
