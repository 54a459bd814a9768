import assert from "node:assert/strict";
import fc from "fast-check";
import { documentPathOf, LEDGER_FOLDER, ledgerPathOf } from "../../../../../src/core/annotations/ledger/ledger-path";

function pathOf(documentPath: string): string | undefined {
  const place = ledgerPathOf(documentPath);
  return "path" in place ? place.path : undefined;
}

describe("ledgerPathOf", () => {
  it("puts the ledger of a document at its own path in the ledger folder", () => {
    assert.equal(pathOf("reports/2026/east africa.md"), ".healthgeo/annotations/reports/2026/east africa.md.jsonl");
    assert.equal(pathOf("./Ökonomie//日本.txt"), ".healthgeo/annotations/Ökonomie/日本.txt.jsonl");
  });

  const refused: readonly (readonly [path: string, why: RegExp])[] = [
    ["", /has no file name/],
    [".", /has no file name/],
    ["/etc/passwd", /not in the workspace folder/],
    ["\\\\server\\share\\a.md", /not in the workspace folder/],
    ["C:\\reports\\a.md", /not in the workspace folder/],
    ["c:/reports/a.md", /not in the workspace folder/],
    ["file:///reports/a.md", /not in the workspace folder/],
    ["../a.md", /contains "\.\."/],
    ["reports/../../a.md", /contains "\.\."/],
    ["reports/..", /contains "\.\."/],
    ["reports/", /is a folder/],
    [".healthgeo/taxonomy/a.yaml", /HealthGeo's own files/],
    ["sub/.HealthGeo/annotations/a.md.jsonl", /HealthGeo's own files/],
  ];
  for (const [path, why] of refused) {
    it(`refuses "${path}"`, () => {
      const place = ledgerPathOf(path);
      assert.match("reason" in place ? place.reason : "", why);
    });
  }

  it("replaces what Windows does not take in names", () => {
    const folder = ".healthgeo/annotations/";
    assert.equal(pathOf('a:b*c?"<d>|e\\f.md'), `${folder}a%3Ab%2Ac%3F%22%3Cd%3E%7Ce%5Cf.md.jsonl`);
    assert.equal(pathOf("etc. /x.md"), `${folder}etc.%20/x.md.jsonl`);
    assert.equal(pathOf("notes.../x"), `${folder}notes..%2E/x.jsonl`);
    assert.equal(pathOf("aux/con.md"), `${folder}%61ux/%63on.md.jsonl`);
    assert.equal(pathOf("auxiliary/console.md"), `${folder}auxiliary/console.md.jsonl`);
    assert.equal(pathOf("100%25.md"), `${folder}100%2525.md.jsonl`);
  });

  it("stays in its folder, with safe names, and gives no two documents one ledger", () => {
    const name = fc.string({
      unit: fc.constantFrom("a", "B", ".", " ", "%", "2", "0", "\\", ":", "\u0001", "é", "con", "nul"),
      minLength: 1,
    });
    const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join("/"));
    fc.assert(
      fc.property(path, path, (one, other) => {
        const [a, b] = [pathOf(one), pathOf(other)];
        for (const place of [a, b]) {
          if (place === undefined) continue;
          assert.match(place, /^\.healthgeo\/annotations\/.*\.jsonl$/);
          for (const part of place.split("/")) assert.doesNotMatch(part, /[<>:"|?*\\]|^(con|nul)(\.|$)|[. ]$|^$/i);
        }
        const normal = (documentPath: string): string =>
          documentPath
            .split("/")
            .filter((part) => part !== ".")
            .join("/");
        if (a !== undefined) assert.equal(documentPathOf(a.slice(LEDGER_FOLDER.length + 1)), normal(one));
        if (a !== undefined && a === b) assert.equal(normal(one), normal(other));
      }),
      { numRuns: 2000 },
    );
  });
});

describe("documentPathOf", () => {
  it("knows a ledger by its extension", () => {
    assert.equal(documentPathOf("reports/a%3Ab.md.jsonl"), "reports/a:b.md");
    assert.equal(documentPathOf("reports/a.md"), undefined);
  });
});
