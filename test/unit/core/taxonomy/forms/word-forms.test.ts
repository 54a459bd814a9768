import assert from "node:assert/strict";
import fc from "fast-check";
import { type FormOptions, formsOf } from "../../../../../src/core/taxonomy/forms/word-forms";
import { Gap } from "../../../../../src/core/text/code-units";
import { WordList } from "../../../../../src/core/text/words";

const NAME: FormOptions = { case: undefined, isName: true, plural: false };
const GENERIC: FormOptions = { case: undefined, isName: false, plural: true };
const ANY: FormOptions = { case: "any", isName: false, plural: false };

/** The forms of a term, each as its words. */
function textsOf(written: string, options: FormOptions): string[] {
  return formsOf(written, options).map(({ words }) => words.map(({ folded }) => folded).join(" "));
}

function capitalsOf(written: string, options: FormOptions): string {
  return formsOf(written, options)[0]!
    .words.map(({ capitals }) => capitals)
    .join("");
}

describe("the forms of a term", () => {
  const cases: [written: string, options: FormOptions, forms: string[]][] = [
    ["Gene bank", GENERIC, ["gene bank", "genebank", "gene banks", "genebanks"]],
    ["Santé publique", ANY, ["sante publique"]],
    ["Health care & data", ANY, ["health care data", "healthcare data", "health care and data", "healthcare and data"]],
    ["data centre", ANY, ["data centre", "datacenter"]],
    ["WHO", NAME, ["who", "w h o"]],
    ["…", ANY, []],
  ];
  for (const [written, options, forms] of cases) {
    it(`${written}: ${forms.length === 0 ? "none" : forms.join(", ")}`, () => {
      assert.deepEqual(textsOf(written, options), forms);
    });
  }

  it("keep their letters where these count", () => {
    assert.deepEqual(formsOf("the MinION, Mk1B", { ...ANY, case: "exact" })[0]!.exact, ["the", "MinION", "Mk1B"]);
  });
});

describe("the words of a term", () => {
  it("are those of a text", () => {
    const unit = fc.constantFrom(...Array.from("abZ1é健\u0301\u200b ,.-&\n\r🧬"));
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 30 }), (written) => {
        const list = new WordList();
        list.read(written);
        const expected = Array.from({ length: list.count }, (_, i) => ({
          raw: written.slice(list.starts[i], list.ends[i]),
          hash: list.hashes[i],
          gap: i === 0 ? Gap.soft : list.gaps[i],
        }));
        const { words } = formsOf(written, { ...ANY, case: "exact" })[0] ?? { words: [] };
        assert.deepEqual(
          words.map(({ raw, hash, gap }) => ({ raw, hash, gap })),
          expected,
        );
      }),
      { numRuns: 2000 },
    );
  });
});

describe("the capitals of a term", () => {
  const cases: [written: string, options: FormOptions, capitals: string][] = [
    ["World Health Organization", NAME, "111"],
    ["WHO", NAME, "2"],
    ["H5N1 virus", NAME, "20"],
    ["iPhone of UNESCO", NAME, "002"],
    ["Über ÉTÉ", NAME, "12"],
    ["3D-Druck", NAME, "11"],
    ["健康 آسيا क़लम", NAME, "000"],
    ["Sequencing of RNA and EMPHASIS", GENERIC, "00200"],
    ["WHO", ANY, "0"],
  ];
  for (const [written, options, capitals] of cases) {
    it(`bind in "${written}" as ${capitals}`, () => {
      assert.equal(capitalsOf(written, options), capitals);
    });
  }
});
