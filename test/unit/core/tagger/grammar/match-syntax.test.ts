import assert from "node:assert/strict";
import fc from "fast-check";
import {
  isSyntaxError,
  type MatchExpression,
  parseMatchExpression,
} from "../../../../../src/core/tagger/grammar/match-syntax";

function read(source: string): MatchExpression {
  const result = parseMatchExpression(source);
  if (isSyntaxError(result)) assert.fail(`${source}: ${result.message}`);
  return result;
}

function indexWords(source: string): string[] {
  return read(source).indexWords.map((words) =>
    words.map(({ folded, capital }) => (capital ? `${folded}^` : folded)).join("|"),
  );
}

function refusal(source: string): string {
  const result = parseMatchExpression(source);
  return isSyntaxError(result) ? result.code : "accepted";
}

describe("parseMatchExpression", () => {
  describe("finds the words a sentence must hold", () => {
    const cases: readonly [source: string, words: readonly string[]][] = [
      ["#NameWord+ agency", ["agency"]],
      ["#NameWord+ Agency", ["agency^"]],
      ["University of the? #NameWord+", ["university^"]],
      ["(Ministry|Department) of #NameWord+", ["ministry^|department^"]],
      ["#NameWord+ (Task Force|Committee of Ministers)", ["task^|committee^"]],
      ["#NameWord+ and (Accountability|Cosmetic) Act", ["accountability^|cosmetic^", "act^"]],
      ["(Agency && !#Verb) of", ["agency^"]],
      ["(agency|authority)? Ministry", ["ministry^"]],
      ["!agency Ministry", ["ministry^"]],
      ["agency{0,2} ministry", ["ministry"]],
      ["agency{,2} ministry", ["ministry"]],
      ["agency{1,2} of", ["agency"]],
      ["[#NameWord+ Diagnostics] !#NameWord?", ["diagnostics^"]],
      ["the R&D office", ["r^", "office"]],
      ["U.S. of #NameWord", ["u^"]],
      ["^Ministry * health$", ["ministry^", "health"]],
      ["{walk} ministry", ["ministry"]],
      ["COVID-19 of #NameWord", ["covid^"]],
    ];
    for (const [source, words] of cases) {
      it(source, () => {
        assert.deepEqual(indexWords(source), words);
      });
    }
  });

  it("asks for the tagger only where a rule asks for parts of speech", () => {
    assert.equal(read("#NameLead+ Agency of #NumberCode").needsTagger, false);
    assert.equal(read("@isTitleCase Agency").needsTagger, false);
    assert.equal(read("#Place+ county government").needsTagger, true);
    assert.equal(read("(#Noun|x) government").needsTagger, true);
    assert.equal(read("{walk} government").needsTagger, true);
    assert.deepEqual(read("#place county (#Noun|x)").tags, ["Place", "Noun"]);
  });

  it("looks beyond a phrase only where a rule speaks of punctuation or of the sentence's ends", () => {
    assert.equal(read("#NameWord+ Agency").reach, "phrase");
    assert.equal(read("^the Agency").reach, "sentence");
    assert.equal(read("the Agency$").reach, "sentence");
    assert.equal(read("(#NameWord && @hasComma) Agency").reach, "clause");
    assert.equal(read("^(#NameWord && @hasComma) Agency").reach, "sentence");
  });

  it("chooses sentences by the words behind a listed tag", () => {
    const words = read("#GivenName #Surname").indexWords.flat();
    assert.ok(words.some(({ folded, capital }) => folded === "maria" && capital));
    assert.equal(read("#NationalityWord firms").indexWords.length, 2);
    assert.equal(read("#GivenName #Surname").needsTagger, false);
  });

  it("refuses what would run on every sentence", () => {
    for (const source of [
      "",
      "#NameWord+",
      "the #NameWord",
      "(Agency|#NameWord)",
      "agency?",
      "!agency",
      "*",
      "médecins",
    ]) {
      assert.equal(refusal(source), "rule.index-word", source);
    }
  });

  it("refuses what compromise would misread, and regular expressions", () => {
    const sources = [
      "/a+b/ agency",
      "(agency",
      "agency)",
      "((a|b) c|d) agency",
      "(agency|)",
      "(a && b|c) agency",
      "(a && b)+ agency",
      "(a|b){2,3} agency",
      "#NameWord* agency",
      "~agency~",
      "<Noun> agency",
      "%Noun|Verb% agency",
      "@isMagic agency",
      "health-care agency",
      "[agency",
      "agency]",
      "[a] [b] agency",
      "agency{2",
      "agency??",
    ];
    for (const source of sources) assert.equal(refusal(source), "rule.syntax", source);
  });

  it("says what to write instead", () => {
    const result = parseMatchExpression("#NameWord* agency");
    assert.ok(isSyntaxError(result));
    assert.equal(result.message, '"#NameWord*" cannot be read. For "none or more" write +? behind the word or tag.');
  });

  it("never throws", () => {
    const piece = fc.constantFrom(..."()[]{}|&!?+*^$#@./~<>% abZ9é-,'".split(""), "&&", "#Tag", "agency", "{1,2}");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        parseMatchExpression(pieces.join(""));
      }),
      { numRuns: 3000 },
    );
  });
});
