import assert from "node:assert/strict";
import fc from "fast-check";
import { DocumentText } from "../../../../src/core/text/document-text";
import { evenParts, PieceSequence } from "../../../../src/core/text/piece-sequence";
import { applyEdit } from "../../../../src/core/text/span";
import { editOf, randomMoves } from "../../support/arbitrary-text";

/** Long enough to be kept in many pieces. */
const longText = fc
  .tuple(fc.string({ maxLength: 40 }), fc.integer({ min: 0, max: 2000 }))
  .map(([line, count]) => `${line}\n`.repeat(count));

describe("the text of a document", () => {
  it("is after edits what the edits make of it, as a whole and in parts", () => {
    fc.assert(
      fc.property(longText, randomMoves, fc.nat(), fc.nat(300), (start, moves, from, length) => {
        const document = new DocumentText(start);
        let text = start;
        for (const move of moves) {
          const edit = editOf(move, text);
          document.edit(edit);
          text = applyEdit(text, edit);
          assert.equal(document.length, text.length);
          const at = from % (text.length + 1);
          assert.equal(document.slice({ start: at, end: at + length }), text.slice(at, at + length));
        }
        assert.equal(document.toString(), text);
      }),
      { numRuns: 200 },
    );
  });
});

describe("a sequence of pieces", () => {
  const strings = fc.array(fc.string({ maxLength: 4 }), { maxLength: 600 });

  it("finds pieces by index and offset as a list of them does", () => {
    fc.assert(
      fc.property(strings, fc.nat(600), fc.nat(40), strings, (pieces, at, remove, insert) => {
        const list = [...pieces];
        const sequence = new PieceSequence(pieces);
        const index = Math.min(at, list.length);
        const removed = Math.min(remove, list.length - index);
        sequence.splice(index, removed, insert);
        list.splice(index, removed, ...insert);
        assert.equal(sequence.count, list.length);
        assert.equal(sequence.length, list.join("").length);
        let start = 0;
        list.forEach((piece, i) => {
          assert.deepEqual(sequence.at(i), { piece, index: i, start });
          if (piece !== "") assert.equal(sequence.indexAt(start), i);
          start += piece.length;
        });
        assert.equal(sequence.indexAt(start), list.length);
        assert.deepEqual(
          Array.from(sequence.from(index), ({ piece }) => piece),
          list.slice(index),
        );
      }),
      { numRuns: 100 },
    );
  });

  it("parts what is too long evenly", () => {
    assert.deepEqual(evenParts("abcdefg", 3), ["abc", "def", "g"]);
    assert.deepEqual(evenParts("abcd", 3), ["ab", "cd"]);
    assert.deepEqual(evenParts("", 3), []);
  });
});
