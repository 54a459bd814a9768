import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../../src/cli/run";

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
