import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../../src/cli/run";
import {
  createTagger,
  decisionIdOf,
  type DependencyMap,
  type LedgerChange,
  loadDefaultTaxonomy,
  newRelation,
  parseLedger,
  quoteOf,
  rejectMention,
  serializeLedger,
  updateLedger,
} from "../../../src/core";

async function map(...args: string[]): Promise<{ code: number; data: string; messages: string }> {
  let data = "";
  let messages = "";
  const code = await run(["map", ...args], {
    data: (text) => void (data += text),
    message: (text) => void (messages += text),
  });
  return { code, data, messages };
}

describe("healthgeo map", () => {
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "healthgeo-map-"));
    await mkdir(join(folder, "reports"));
    await mkdir(join(folder, ".hidden"));
    await writeFile(join(folder, "reports", "a.md"), "India supplies vaccines to Kenya.\n");
    await writeFile(join(folder, ".hidden", "b.md"), "China supplies vaccines to Kenya.\n");
    await writeFile(join(folder, "notes.bin"), "Brazil supplies vaccines to Kenya.\n");
  });

  after(async () => {
    await rm(folder, { recursive: true });
  });

  it("reads the texts of a folder and below, but no hidden ones", async () => {
    const { code, data } = await map(folder);
    assert.equal(code, 0);
    const { nodes } = JSON.parse(data) as { nodes: { id: string }[] };
    assert.deepEqual(
      nodes.map(({ id }) => id).filter((id) => ["india", "china", "brazil", "kenya"].includes(id)),
      ["india", "kenya"],
    );
  });

  it("counts what people decided on relations and mentions, unless told not to", async () => {
    const text = "India supplies vaccines to Kenya. Gavi funds Kenya.\n";
    const desk = join(folder, ".desk");
    const written = async (record: LedgerChange): Promise<void> => {
      const ledger = serializeLedger(updateLedger(parseLedger("", "a.md.jsonl"), record));
      await writeFile(join(desk, ".healthgeo", "annotations", "a.md.jsonl"), ledger);
    };
    const edges = async (...args: string[]) => {
      const { data } = await map(join(desk, "a.md"), ...args);
      const { edges: all } = JSON.parse(data) as DependencyMap;
      return all.map(({ source, type, target }) => `${source} ${type} ${target}`).sort();
    };
    await mkdir(join(desk, ".healthgeo", "annotations"), { recursive: true });
    await writeFile(join(desk, "a.md"), text);
    const found = await edges();
    assert.ok(found.includes("gavi funds kenya"));
    const at = (words: string, from = 0) => {
      const start = text.indexOf(words, from);
      return quoteOf(text, { start, end: start + words.length });
    };
    const gavi = { source: at("Gavi"), target: at("Kenya", text.indexOf("Gavi")) };
    const signature = { time: "2026-07-01T09:30:00Z" };
    await written({ putRecords: [newRelation({ type: "funds", status: "rejected", ...gavi }, signature)] });
    const without = found.filter((edge) => edge !== "gavi funds kenya");
    assert.deepEqual(await edges(), without);
    assert.deepEqual(await edges("--no-decisions"), found);
    await written({ putRecords: [newRelation({ type: "controls", ...gavi }, signature)] });
    assert.deepEqual(await edges(), [...found, "gavi controls kenya"].sort());
    const [mention] = createTagger(loadDefaultTaxonomy())
      .tag(text)
      .mentions.filter(({ entity }) => entity === "gavi");
    await written({ put: [rejectMention(text, mention!, "mention", { ...signature, id: decisionIdOf })] });
    assert.deepEqual(await edges(), without);
  });

  for (const format of ["graphml", "svg"]) {
    it(`writes ${format} by the ending of the file, and says what it wrote`, async () => {
      const out = join(folder, "out", `map.${format}`);
      const { code, messages } = await map(folder, "--out", out);
      assert.equal(code, 0);
      assert.match(await readFile(out, "utf8"), new RegExp(`<${format}`, "u"));
      assert.match(messages, /nodes, 2 edges from 1 texts/u);
    });
  }

  it("refuses a format that it does not know, and a missing file", async () => {
    assert.match((await map(folder, "--format", "dot")).messages, /"dot" is not a format of map/u);
    assert.match((await map(join(folder, "none.md"))).messages, /none\.md: cannot be read/u);
    assert.equal((await map()).code, 2);
  });
});
