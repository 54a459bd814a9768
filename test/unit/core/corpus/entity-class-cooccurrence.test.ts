import assert from "node:assert/strict";
import fc from "fast-check";
import { cooccurrence, COOCCURRENCE_WINDOWS, entityClassCooccurrence, mentionsTogether } from "../../../../src/core";
import { corpora, documentOf } from "../../support/corpus-documents";

describe("the co-occurrence of entities and classes", () => {
  // Four sentences; states stand in three of them.
  const documents = [documentOf("a.md", "China met Kenya and China. China has a biobank. Kenya left.\n\nNobody came.")];
  const found = entityClassCooccurrence(documents, { window: "sentence" });
  const pair = (entity: string, classId: string) =>
    found.pairs.find((each) => each.entity === entity && each.class === classId);

  it("counts the windows in which an entity stands beside something of a class", () => {
    assert.equal(found.windows, 4);
    assert.equal(pair("china", "infrastructure.data")?.together, 1);
    assert.equal(pair("kenya", "infrastructure.data"), undefined);
  });

  it("does not take an entity for its own neighbour", () => {
    // China's neighbours of its class: in one sentence Kenya. States other than China stand in two sentences.
    assert.equal(pair("china", "actor.state")?.together, 1);
    assert.equal(pair("china", "actor.state")?.expected, (2 * 2) / 4);
    assert.equal(pair("infrastructure.data|biobank", "infrastructure.data"), undefined);
  });

  it("leaves generic terms out of the rows only where asked, and takes the most frequent first", () => {
    const keys = (options: object) =>
      entityClassCooccurrence(documents, { window: "sentence", ...options }).entities.map(({ key }) => key);
    assert.deepEqual(keys({}), ["china", "kenya", "infrastructure.data|biobank"]);
    assert.deepEqual(keys({ namedOnly: true }), ["china", "kenya"]);
    assert.deepEqual(keys({ top: 1 }), ["china"]);
  });
});

describe("the mentions behind a co-occurrence", () => {
  it("stand in exactly the windows that were counted", () => {
    fc.assert(
      fc.property(corpora, fc.constantFrom(...COOCCURRENCE_WINDOWS), (documents, window) => {
        const byEntity = cooccurrence(documents, { window, by: "entity" }).pairs;
        for (const { a, b, together } of byEntity) {
          const mentions = documents.map((document) => mentionsTogether(document, a, b, window));
          if (window === "document") assert.equal(mentions.filter((each) => each.length > 0).length, together);
          assert.ok(mentions.flat().length >= together);
        }
        for (const { entity, class: classId } of entityClassCooccurrence(documents, { window }).pairs)
          assert.ok(documents.some((document) => mentionsTogether(document, entity, classId, window).length > 0));
      }),
    );
  });

  it("are those of the first item, in the order of the text", () => {
    const document = documentOf("a.md", "China met Kenya, and China paid. China left.");
    const places = mentionsTogether(document, "china", "kenya", "sentence").map(({ start }) => start);
    assert.deepEqual(places, [0, 21]);
  });
});
