import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../../src/cli/run";

async function healthgeo(...args: string[]): Promise<{ code: number; data: string; messages: string }> {
  let data = "";
  let messages = "";
  const code = await run(args, {
    data: (text) => void (data += text),
    message: (text) => void (messages += text),
  });
  return { code, data, messages };
}

describe("relations on the command line", () => {
  const text = "🧬 China may restrict exports of vaccines to Kenya.";
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "healthgeo-relations-"));
  });

  after(async () => {
    await rm(folder, { recursive: true });
  });

  async function file(name: string, line: unknown): Promise<string> {
    const path = join(folder, name);
    await writeFile(path, JSON.stringify(line));
    return path;
  }

  it("come with a document's mentions, by UTF-16 offsets", async () => {
    const { data } = await healthgeo("tag", "--documents", await file("in.jsonl", { id: "a", text }));
    const { relations } = JSON.parse(data) as { relations: { target: { start: number; end: number } }[] };
    const kenya = relations.find(({ target }) => text.slice(target.start, target.end) === "Kenya");
    assert.deepEqual(kenya, {
      type: "restricts",
      source: { start: 3, end: 8, text: "China" },
      target: { start: 45, end: 50, text: "Kenya" },
      modality: "possible",
      evidence: { start: 13, end: 21, text: "restrict" },
      confidence: 0.9,
    });
  });

  it("are scored where the gold has them", async () => {
    const mentions = [
      { start: 3, end: 8, class: "actor.state" },
      { start: 45, end: 50, class: "actor.state" },
    ];
    const relation = {
      type: "restricts",
      source: { start: 3, end: 8 },
      target: { start: 45, end: 50 },
      modality: "possible",
    };
    const gold = await file("gold.jsonl", { id: "a", text, mentions, relations: [relation] });
    const { relations } = JSON.parse((await healthgeo("evaluate", "--json", gold)).data) as {
      relations: { goldMentions: { withModality: { f1: number } }; tagged: { triples: { recall: number } } };
    };
    assert.equal(relations.goldMentions.withModality.f1, 1);
    assert.equal(relations.tagged.triples.recall, 1);
    assert.match((await healthgeo("evaluate", gold)).data, /^relations, gold mentions +1\.000/mu);
  });

  it("are not scored where the gold has none", async () => {
    const gold = await file("bare.jsonl", { id: "a", text, mentions: [] });
    assert.doesNotMatch((await healthgeo("evaluate", gold)).data, /relations/u);
  });

  for (const [name, relations, message] of [
    [
      "a type that is none",
      [{ type: "likes" }],
      /:1: relation 1: "likes" is not a type of relation; use one of controls/u,
    ],
    ["no list", {}, /:1: "relations" must be a list/u],
    ["a modality that is none", [{ type: "funds", modality: "sure" }], /"modality" must be one of asserted, negated/u],
    [
      "an end outside the text",
      [{ type: "funds", source: { start: 0, end: 999 } }],
      /its source: "start" and "end" must be UTF-16 offsets/u,
    ],
  ] as const) {
    it(`are refused with ${name}, by file and line`, async () => {
      const { code, messages } = await healthgeo(
        "evaluate",
        await file("bad.jsonl", { id: "a", text, mentions: [], relations }),
      );
      assert.equal(code, 2);
      assert.match(messages, message);
    });
  }
});
