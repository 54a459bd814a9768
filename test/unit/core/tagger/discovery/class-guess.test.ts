import assert from "node:assert/strict";
import {
  beginsWithTitle,
  guessOfDefined,
  isAcronym,
  isCommonAcronym,
  isNameShape,
} from "../../../../../src/core/tagger/discovery/class-guess";
import { wordsIn } from "../../../../../src/core/tagger/discovery/name-runs";

const words = (text: string) => wordsIn(text, { start: 0, end: text.length });

describe("guessing what a name is of", () => {
  it("knows acronyms by their capitals", () => {
    for (const text of ["LCG", "FdL", "IMechE", "LCGs", "G20A"]) assert.ok(isAcronym(text), text);
    for (const text of ["Lagos", "A", "LAGOSCITY", "abc"]) assert.ok(!isAcronym(text), text);
  });

  it("knows the short forms that no body bears, but no mixture of capitals for one of them", () => {
    for (const text of ["DNA", "NGOs", "PCR"]) assert.ok(isCommonAcronym(text), text);
    for (const text of ["LCG", "MpS"]) assert.ok(!isCommonAcronym(text), text);
  });

  it("takes no word of public life, of places or of peoples for a surname", () => {
    for (const text of ["Zomborra", "McKivu"]) assert.ok(isNameShape(words(text)[0]!), text);
    for (const text of ["Ministry", "Health", "Kenyan", "Treaty", "Muslim", "University", "Senator", "kivu", "Li"])
      assert.ok(!isNameShape(words(text)[0]!), text);
  });

  it("tells a person's title from the first word of a name", () => {
    for (const text of ["Senator Zomborra", "Queen Amina Kivu"]) assert.ok(beginsWithTitle(words(text)), text);
    for (const text of ["General Assembly", "Prince Edward Island", "Mango League"])
      assert.ok(!beginsWithTitle(words(text)), text);
  });

  it("reads a long form by its head, in lower case too where the word is clear", () => {
    const classOf = (text: string) => guessOfDefined(words(text))?.class;
    assert.equal(classOf("Kivu Mango University"), "actor.research");
    assert.equal(classOf("national mango registry"), "infrastructure.data");
    assert.equal(classOf("Mango League for the Left"), "actor.civil-society");
    assert.equal(classOf("Kivu Mango Mountain"), undefined);
    assert.equal(classOf("mango copying process"), undefined);
    assert.equal(classOf("Public Health"), undefined);
  });
});
