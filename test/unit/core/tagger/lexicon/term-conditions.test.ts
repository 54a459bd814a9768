import assert from "node:assert/strict";
import { taggerOf } from "../../../support/taxonomies";

/** The tagged words of a text, with one term of class `actor.state` in the taxonomy. */
function tagged(term: string, text: string): string[] {
  const tagger = taggerOf(`entities: [{ id: it, class: actor.state, label: Label, terms: [${term}] }]\n`);
  return tagger.tag(text, { format: "markdown" }).mentions.map((mention) => mention.text);
}

describe("a condition beside a term", () => {
  const cases: [name: string, term: string, text: string, expected: string[]][] = [
    [
      "after: holds directly before it",
      "{ text: Ruritania, after: [Kingdom of] }",
      "the Kingdom of Ruritania",
      ["Ruritania"],
    ],
    [
      "after: does not hold one word away",
      "{ text: Ruritania, after: [Kingdom of] }",
      "the Kingdom of old Ruritania",
      [],
    ],
    ["after: ignores capitals", "{ text: Ruritania, after: [kingdom of] }", "THE Kingdom Of Ruritania", ["Ruritania"]],
    ["notAfter: refuses directly before it", "{ text: Ruritania, notAfter: [Bank of] }", "the Bank of Ruritania", []],
    ["notAfter: spares a word away", "{ text: Ruritania, notAfter: [Bank] }", "the Bank in Ruritania", ["Ruritania"]],
    [
      "notAfter: does not reach over a comma",
      "{ text: Ruritania, notAfter: [Bank] }",
      "the Bank, Ruritania",
      ["Ruritania"],
    ],
    [
      "notAfter: does not reach over a sentence's end",
      "{ text: Ruritania, notAfter: [bank] }",
      "a bank. Ruritania",
      ["Ruritania"],
    ],
    [
      "notAfter: reaches over the stop of an abbreviation",
      "{ text: Ruritania, notAfter: [Dr] }",
      "to Dr. Ruritania",
      [],
    ],
    ["notAfter: reaches over a hyphen", "{ text: Ruritania, notAfter: [non] }", "a non-Ruritania post", []],
    ["notAfter: reaches over emphasis", "{ text: Ruritania, notAfter: [Bank of] }", "the **Bank of** *Ruritania*", []],
    [
      "notAfter: does not reach over code",
      "{ text: Ruritania, notAfter: [Bank] }",
      "Bank `x` Ruritania",
      ["Ruritania"],
    ],
    [
      "notAfter: does not take the end of a word",
      "{ text: Ruritania, notAfter: [let] }",
      "an outlet Ruritania",
      ["Ruritania"],
    ],
    [
      "before: holds directly behind it",
      "{ text: Ruritania, before: [signed] }",
      "then Ruritania signed",
      ["Ruritania"],
    ],
    ["before: does not hold one word away", "{ text: Ruritania, before: [signed] }", "then Ruritania never signed", []],
    ["before: reads a possessive", `{ text: Ruritania, before: ["'s army"] }`, "and Ruritania’s army", ["Ruritania"]],
    ["before: does not hold behind the last word", "{ text: Ruritania, before: [signed] }", "Ruritania", []],
    ["notBefore: refuses directly behind it", "{ text: Ruritania, notBefore: [Tech] }", "at Ruritania Tech", []],
    [
      "notBefore: does not reach into the next paragraph",
      "{ text: Ruritania, notBefore: [Tech] }",
      "at Ruritania\n\nTech",
      ["Ruritania"],
    ],
    ["#Surname: refuses a surname", '{ text: Chad, notBefore: ["#Surname"] }', "with Chad Brown", []],
    ["#Surname: refuses an initial", '{ text: Chad, notBefore: ["#Surname"] }', "with Chad B. Brown", []],
    [
      "#Surname: spares a word of public life",
      '{ text: Chad, notBefore: ["#Surname"] }',
      "the Chad Ministry",
      ["Chad"],
    ],
    [
      "#Surname: spares a hyphenated neighbour",
      '{ text: Chad, notBefore: ["#Surname"] }',
      "the Chad-Sudan border",
      ["Chad"],
    ],
    ["#Surname: spares the next clause", '{ text: Chad, notBefore: ["#Surname"] }', "in Chad, Brown said", ["Chad"]],
    ["#GivenName: refuses a given name", '{ text: Jordan, notAfter: ["#GivenName"] }', "met Michael Jordan", []],
    ["#GivenName: spares another name", '{ text: Jordan, notAfter: ["#GivenName"] }', "met Aqaba Jordan", ["Jordan"]],
    ["#NameWord: refuses any name", '{ text: Jordan, notAfter: ["#NameWord"] }', "met Aqaba Jordan", []],
  ];
  for (const [name, term, text, expected] of cases) {
    it(name, () => {
      assert.deepEqual(tagged(term, text), expected);
    });
  }

  it("is answered in bounded time in hostile text", () => {
    const text = "US ".repeat(50_000);
    assert.equal(tagged("{ text: US, notAfter: [let us], notBefore: [all] }", text).length, 0);
  });
});

describe("the capitals of an ordinary word", () => {
  const cases: [name: string, term: string, text: string, expected: string[]][] = [
    ["are evidence inside a sentence", "Turkey", "made in Turkey", ["Turkey"]],
    ["are none at the start of a sentence", "Turkey", "It rained. Turkey is a bird.", []],
    ["are none behind a number or a quotation mark", "Turkey", "1. “Turkey is a bird.”", []],
    ["are none in a line of capitals", "WHO", "WHO PAYS THE BILL", []],
    ["are evidence in the next line", "WHO", "WHO PAYS THE BILL\nAsk the WHO.", ["WHO", "WHO"]],
    ["are evidence where the acronym stands alone", "WHO", "- WHO\n- FAO", ["WHO"]],
    ["are enough at any place by case: capital", "{ text: Turkey, case: capital }", "Turkey is a bird.", ["Turkey"]],
    ["are enough at any place by case: acronym", "{ text: WHO, case: acronym }", "WHO PAYS THE BILL", ["WHO"]],
    ["are none by case: ambiguous for any name", "{ text: Ruritania, case: ambiguous }", "Ruritania fell.", []],
    ["still bind by case: ambiguous", "{ text: Ruritania, case: ambiguous }", "in ruritania", []],
    [
      "are not needed where the words stand that a term asks for",
      "{ text: Turkey, near: [NATO] }",
      "Turkey left NATO.",
      ["Turkey"],
    ],
    [
      "are not needed by the neighbour that a term asks for",
      "{ text: Turkey, before: [signed] }",
      "TURKEY SIGNED IT",
      ["TURKEY"],
    ],
    [
      "are enough for a name that is no ordinary word",
      "Kenya",
      "Kenya signed. KENYA LEADS THE WAY",
      ["Kenya", "KENYA"],
    ],
  ];
  for (const [name, term, text, expected] of cases) {
    it(name, () => {
      assert.deepEqual(tagged(term, text), expected);
    });
  }

  it("count again once another name says what is meant", () => {
    assert.deepEqual(tagged("Turkey", "Turkey is near.\n\nLabel agreed."), ["Turkey", "Label"]);
  });

  it("do not count anywhere once the word means something else", () => {
    const term = "{ text: Ruritania, case: ambiguous, notAfter: [Bank of] }";
    assert.deepEqual(tagged(term, "The Bank of Ruritania fell.\n\nPeople in Ruritania cried."), []);
    assert.deepEqual(tagged(term, "The Bank of Ruritania fell.\n\nPeople in Ruritania cried. Label said so."), [
      "Ruritania",
      "Label",
    ]);
  });
});
