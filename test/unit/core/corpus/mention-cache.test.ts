import assert from "node:assert/strict";
import fc from "fast-check";
import { readMentionCache, writeMentionCache } from "../../../../src/core/corpus/mention-cache";
import { fitsText, MentionSenses } from "../../../../src/core/corpus/packed-mentions";
import type { Mention } from "../../../../src/core/tagger/mention";

const mentionParts = fc.record({
  gap: fc.nat({ max: 40 }),
  length: fc.integer({ min: 1, max: 20 }),
  entity: fc.option(fc.constantFrom("china", "__proto__", "kemri"), { nil: undefined }),
  confidence: fc.constantFrom(0.5, 0.95),
  pattern: fc.string({ maxLength: 8 }),
});

/** A text and mentions in it, sorted and free of overlaps. */
const tagged = fc.array(mentionParts, { maxLength: 12 }).map((parts) => {
  let end = 0;
  const spans = parts.map(({ gap, length, ...rest }) => {
    const start = end + gap;
    end = start + length;
    return { start, end, ...rest };
  });
  const text = Array.from({ length: end + 3 }, (_, i) => String.fromCharCode(97 + (i % 26))).join("");
  const mentions = spans.map(({ start, end: to, entity, confidence, pattern }): Mention => ({
    start,
    end: to,
    text: text.slice(start, to),
    class: "actor.state",
    ...(entity === undefined ? {} : { entity }),
    by: "lexicon",
    confidence,
    evidence: { pattern, pack: "test", line: 3 },
  }));
  return { text, mentions };
});

describe("packed mentions", () => {
  it("are the same mentions when they are unpacked, and fit their text", () => {
    fc.assert(
      fc.property(fc.array(tagged, { maxLength: 5 }), (documents) => {
        const senses = new MentionSenses();
        const packed = documents.map(({ mentions }) => senses.pack(mentions));
        for (const [i, { text, mentions }] of documents.entries()) {
          assert.deepEqual(senses.unpack(packed[i]!, text), mentions);
          assert.ok(fitsText(packed[i]!, text.length, senses));
        }
      }),
    );
  });

  it("keep each sense once", () => {
    const senses = new MentionSenses();
    const sense = { class: "actor.state", by: "lexicon", confidence: 1, evidence: { pattern: "China" } } as const;
    assert.equal(senses.numberOf(sense), senses.numberOf({ ...sense, evidence: { pattern: "China" } }));
    assert.notEqual(senses.numberOf(sense), senses.numberOf({ ...sense, entity: "china" }));
  });

  it("do not fit a shorter text, overlap, or name a sense that there is not", () => {
    const senses = new MentionSenses();
    senses.numberOf({ class: "actor.state", by: "rule", confidence: 1, evidence: { pattern: "x" } });
    assert.ok(fitsText(new Uint32Array([0, 5, 0, 5, 2, 0]), 7, senses));
    assert.ok(!fitsText(new Uint32Array([0, 5, 0, 5, 2, 0]), 6, senses));
    assert.ok(!fitsText(new Uint32Array([0, 5, 0, 4, 2, 0]), 9, senses));
    assert.ok(!fitsText(new Uint32Array([0, 5, 1]), 9, senses));
    assert.ok(!fitsText(new Uint32Array([0, 0, 0]), 9, senses));
  });
});

describe("the mention cache", () => {
  const write = (documents: readonly { hash: string; mentions: readonly Mention[] }[], key = "k") => {
    const senses = new MentionSenses();
    const texts = documents.map(({ hash, mentions }) => ({ hash, packed: senses.pack(mentions) }));
    return [...writeMentionCache(key, texts, senses)].join("");
  };
  const read = (source: string, key = "k") => {
    // A table that holds other senses already, as that of a running scan does.
    const senses = new MentionSenses();
    senses.numberOf({ class: "actor.person", by: "rule", confidence: 1, evidence: { pattern: "other" } });
    const found = [...readMentionCache(source, key, senses)].filter((each) => each !== undefined);
    return { senses, found };
  };

  it("gives back what was written, whatever senses are known already", () => {
    fc.assert(
      fc.property(fc.array(tagged, { maxLength: 5 }), (documents) => {
        const source = write(documents.map(({ mentions }, i) => ({ hash: `h${i}`, mentions })));
        const { senses, found } = read(source);
        assert.deepEqual(
          found.map(({ hash, packed }, i) => [hash, senses.unpack(packed, documents[i]!.text)]),
          documents.map(({ mentions }, i) => [`h${i}`, mentions]),
        );
      }),
    );
  });

  it("holds nothing for another taxonomy", () => {
    assert.deepEqual(read(write([{ hash: "h", mentions: [] }], "old"), "new").found, []);
  });

  it("keeps what stands before damage and never throws", () => {
    const source = write([
      { hash: "a", mentions: [] },
      { hash: "b", mentions: [] },
    ]);
    assert.equal(read(source.slice(0, -2)).found.length, 1);
    assert.equal(read(source.replace('["b"', '["b",1,2')).found.length, 1);
    assert.equal(read(source.replace('["b"', '["b",0,1,99')).found.length, 1);
    assert.deepEqual(read('{"format":').found, []);
    fc.assert(
      fc.property(fc.string(), fc.nat({ max: source.length }), (noise, at) => {
        for (const { packed } of read(source.slice(0, at) + noise + source.slice(at)).found)
          assert.ok(packed instanceof Uint32Array);
      }),
    );
  });
});
