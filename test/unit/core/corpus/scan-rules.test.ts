import assert from "node:assert/strict";
import { Gitignores, Globs, ScanRules } from "../../../../src/core";

describe("globs of paths", () => {
  const cases: [glob: string, matching: string[], others: string[]][] = [
    ["**/*.{md,txt}", ["a.md", "x/y/b.TXT"], ["a.tex", "md"]],
    ["docs/*.md", ["docs/a.md"], ["a.md", "x/docs/a.md", "docs/x/a.md"]],
    ["*.md", ["a.md", "x/a.md"], ["a.mdx"]],
    ["**/node_modules", ["node_modules/", "x/node_modules/"], ["modules/"]],
    ["{a,b}/{c,d}.md", ["a/c.md", "b/d.md"], ["a/e.md"]],
    ["#1.md", ["#1.md"], ["1.md"]],
    ["!a.md", ["!a.md"], ["b.md"]],
  ];
  for (const [glob, matching, others] of cases) {
    it(`reads ${glob} as the editor does`, () => {
      const globs = new Globs([glob]);
      assert.deepEqual(
        [...matching, ...others].filter((path) => globs.matches(path)),
        matching,
      );
    });
  }

  it("stop at a hostile number of alternatives", () => {
    assert.equal(new Globs(["{a,b,c,d,e,f,g,h}".repeat(12)]).matches("a"), false);
  });
});

describe("the rules of a scan", () => {
  it("take what is included, and leave out what settings, git or we ourselves keep apart", () => {
    const rules = new ScanRules(["**/*.md"], ["**/archive"]);
    rules.gitignores.add("", "drafts/\n*.tmp.md\n");
    rules.gitignores.add("notes/", "!keep.tmp.md\n/private.md\n");
    const paths = ["a.md", "a.txt", "archive/a.md", "drafts/a.md", "x.tmp.md", "notes/keep.tmp.md", "notes/private.md"];
    assert.deepEqual(
      [...paths, "notes/x/private.md", ".healthgeo/x.md", "x/.git/a.md"].filter((path) => rules.reaches(path)),
      ["a.md", "notes/keep.tmp.md", "notes/x/private.md"],
    );
  });

  it("do not bring back what stands in an ignored folder", () => {
    const rules = new ScanRules(["**/*.md"], []);
    rules.gitignores.add("", "drafts/\n!drafts/a.md\n");
    assert.equal(rules.reaches("drafts/a.md"), false);
  });

  it("let the deepest .gitignore have the last word", () => {
    const gitignores = new Gitignores();
    gitignores.add("", "*.md\n");
    gitignores.add("a/", "!*.md\n");
    gitignores.add("a/b/", "c.md\n");
    assert.deepEqual(
      ["x.md", "a/x.md", "a/b/x.md", "a/b/c.md"].map((path) => gitignores.ignores(path)),
      [true, false, false, true],
    );
  });
});
