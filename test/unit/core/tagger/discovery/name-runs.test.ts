import assert from "node:assert/strict";
import { BlockText } from "../../../../../src/core/tagger/block/block-text";
import { type NameRun, RunReader } from "../../../../../src/core/tagger/discovery/name-runs";
import { WordList } from "../../../../../src/core/text/words";

function runsIn(text: string, ...taken: string[]): readonly NameRun[] {
  const words = new WordList();
  words.read(text);
  const spans = taken.map((phrase) => ({ start: text.indexOf(phrase), end: text.indexOf(phrase) + phrase.length }));
  return new RunReader(new BlockText(text, []), words, spans).read();
}

describe("runs of capitalised words", () => {
  const cases: [name: string, text: string, expected: string[]][] = [
    ["end at other words and at pauses", "met Kivu Board, Anna and Bob there", ["Kivu Board", "Anna", "Bob"]],
    [
      "cross of and for behind a head only",
      "the League for the Left, Mango of Kivu",
      ["League for the Left", "Mango", "Kivu"],
    ],
    ["cross particles", "saw Ada van der Berg", ["Ada van der Berg"]],
    ["cross initials", "saw Q. R. Zomborra", ["Q. R. Zomborra"]],
    ["cross a hyphen and an ampersand", "saw Ada-Marie Kivu & Sons", ["Ada-Marie Kivu & Sons"]],
    ["cross an apostrophe inside a name", "saw Mary O'Brien", ["Mary O'Brien"]],
    ["end at a possessive", "saw Kivu's Mango", ["Kivu", "Mango"]],
    ["cross the possessive of an owner in names", "the People's League", ["People's League"]],
    ["do not begin inside a compound", "the pro-Kivu League", ["League"]],
    ["begin behind the words that open a sentence", "However Kivu rose. The Mango fell.", ["Kivu", "Mango"]],
  ];
  for (const [name, text, expected] of cases) {
    it(name, () => {
      assert.deepEqual(
        runsIn(text).map(({ start, end }) => text.slice(start, end)),
        expected,
      );
    });
  }

  it("stay out of what is taken", () => {
    assert.deepEqual(
      runsIn("saw the Great Kivu Mango League", "Kivu").map(({ words }) => words.map(({ text }) => text).join(" ")),
      ["Great", "Mango League"],
    );
  });

  it("know where a capital says nothing", () => {
    assert.deepEqual(
      runsIn("Mango fell.").map(({ isInitial }) => isInitial),
      [true],
    );
    assert.deepEqual(
      runsIn("then Mango fell.").map(({ isInitial }) => isInitial),
      [false],
    );
    assert.ok(runsIn("The Rise of the Mango League").every(({ isHeadline }) => isHeadline));
    assert.ok(runsIn("Led by the Mango League.").every(({ isHeadline }) => !isHeadline));
    assert.ok(runsIn("THE MANGO LEAGUE MET.").every(({ isHeadline }) => isHeadline));
  });

  it("skip an ordinary word at the start, which the block writes in lower case too", () => {
    const runs = runsIn("Support Kivu. They lend support.");
    assert.deepEqual(
      runs.map(({ words }) => words[0]?.text),
      ["Kivu"],
    );
  });

  it("know the words around them up to a pause", () => {
    const [run] = runsIn("a team led by Kivu who left");
    assert.deepEqual(
      [run?.before, run?.after],
      [
        ["by", "led"],
        ["who", "left"],
      ],
    );
    const [alone] = runsIn("a team, Kivu, who left");
    assert.deepEqual(
      [alone?.before, alone?.after],
      [
        ["", ""],
        ["", ""],
      ],
    );
  });
});
