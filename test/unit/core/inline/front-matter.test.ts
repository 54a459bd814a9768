import assert from "node:assert/strict";
import fc from "fast-check";
import { parse } from "yaml";
import { writeTagsToFrontMatter, writeThemesToFrontMatter } from "../../../../src/core/inline/front-matter";
import type { TagLabel } from "../../../../src/core/inline/tag-syntax";
import { applyEdit } from "../../../../src/core/text/span";

const LABELS: readonly TagLabel[] = [
  { class: "infrastructure.data", entity: "uk-biobank" },
  { class: "actor.state" },
  { class: "infrastructure.data", entity: "uk-biobank" },
];
const LIST = "healthgeo:\n  - class: actor.state\n  - class: infrastructure.data\n    entity: uk-biobank\n";

function write(text: string, labels = LABELS): string {
  const change = writeTagsToFrontMatter(text, labels);
  assert.ok("edit" in change, JSON.stringify(change));
  return change.edit === undefined ? text : applyEdit(text, change.edit);
}

describe("writeTagsToFrontMatter", () => {
  it("makes front matter where there is none", () => {
    assert.equal(write("# Report\n"), `---\n${LIST}---\n\n# Report\n`);
  });

  it("adds its key behind the others and leaves those byte for byte", () => {
    const rest = "title:   'A'  # note\ntags: [a,\n  b]\n";
    assert.equal(write(`---\n${rest}---\nText\n`), `---\n${rest}${LIST}---\nText\n`);
  });

  it("replaces its key where it stands", () => {
    const text = "---\ntitle: A\nhealthgeo:\n  - class: actor.agency\n# about the date\ndate: 2026-01-01\n...\nText\n";
    assert.equal(write(text), `---\ntitle: A\n${LIST}# about the date\ndate: 2026-01-01\n...\nText\n`);
  });

  it("takes its key away where nothing is tagged", () => {
    assert.equal(write(`---\ntitle: A\n${LIST}date: 2026\n---\n`, []), "---\ntitle: A\ndate: 2026\n---\n");
    assert.equal(write("Text\n", []), "Text\n");
  });

  it("keeps Windows line ends", () => {
    assert.equal(
      write("---\r\ntitle: A\r\n---\r\nText\r\n"),
      `---\r\ntitle: A\r\n${LIST.replaceAll("\n", "\r\n")}---\r\nText\r\n`,
    );
  });

  it("quotes ids that YAML would read as something else", () => {
    const written = write("", [{ class: "actor.state", entity: "no" }]);
    assert.match(written, /entity: "no"/);
  });

  for (const [what, text] of [
    ["is not valid", "---\na: [b\n---\n"],
    ["is no list of keys", "---\n- a\n---\n"],
    ["is one flow mapping", "---\n{ a: b }\n---\n"],
    ["refers to what would go", "---\nhealthgeo: &x\n  - class: actor.agency\nother: *x\n---\n"],
  ] as const)
    it(`refuses front matter that ${what}`, () => {
      assert.ok("reason" in writeTagsToFrontMatter(text, LABELS));
    });

  it("changes nothing the second time and nothing but its own key", () => {
    const lines = fc.constantFrom(
      ...[
        "title: A",
        "# a comment",
        "nested:\n  a: 1\n  # inside\n  b: 2",
        "text: |\n  one\n  two",
        "",
        "list:\n- a\n- b",
      ],
      ...["healthgeo:\n- class: actor.agency", "healthgeo: []", "healthgeo:", "healthgeo: {a: 1} # mine"],
    );
    const label = fc.record({
      class: fc.constantFrom("actor.state", "infrastructure.data"),
      entity: fc.constantFrom("who", "on", "12"),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(lines, { selector: (line) => line.split(":")[0] }),
        fc.array(label),
        fc.constantFrom("\n", "\r\n"),
        (parts, labels, eol) => {
          const text = `---\n${parts.map((line) => `${line}\n`).join("")}---\n\nBody: x\n`.replaceAll("\n", eol);
          const change = writeTagsToFrontMatter(text, labels);
          if ("reason" in change) return assert.fail(`${change.reason}\n${text}`);
          const after = change.edit === undefined ? text : applyEdit(text, change.edit);
          assert.equal(write(after, labels), after);
          const others = (source: string) =>
            source.split(/\r?\n/).filter((line) => !/healthgeo|^- class|^ {2}- class|^ {4}entity/.test(line));
          assert.deepEqual(others(after), others(text));
          const read = parse(after.split(/^---\r?$/m)[1]!) as { healthgeo?: TagLabel[] } | null;
          const expected = new Set(labels.map(({ class: classId, entity }) => `${classId} ${entity}`));
          assert.deepEqual(
            new Set((read?.healthgeo ?? []).map(({ class: classId, entity }) => `${classId} ${entity!}`)),
            expected,
          );
        },
      ),
    );
  });
});

describe("writeThemesToFrontMatter", () => {
  it("lists themes once and sorted under a key of their own, beside the tags", () => {
    const change = writeThemesToFrontMatter(`---\n${LIST}---\nText\n`, [
      "impact.equity",
      "impact.ai-reliance",
      "impact.equity",
    ]);
    assert.ok("edit" in change && change.edit !== undefined);
    assert.equal(
      applyEdit(`---\n${LIST}---\nText\n`, change.edit),
      `---\n${LIST}healthgeo-themes:\n  - impact.ai-reliance\n  - impact.equity\n---\nText\n`,
    );
  });

  it("takes its key away where there is no theme, and nothing else", () => {
    const text = `---\n${LIST}healthgeo-themes:\n  - impact.equity\n---\nText\n`;
    const change = writeThemesToFrontMatter(text, []);
    assert.ok("edit" in change && change.edit !== undefined);
    assert.equal(applyEdit(text, change.edit), `---\n${LIST}---\nText\n`);
  });
});
