import assert from "node:assert/strict";
import * as vscode from "vscode";
import { PackCache } from "../../../src/extension/services/packs/pack-cache";
import { access, read, write } from "./support";

const URI = "file:///thesaurus.yaml";
const ENTITIES = Array.from(
  { length: 2000 },
  (_, i) => `  - { id: ward-${i}, class: actor.research, label: Ward ${i} of the Mwanza Hospital }`,
);
const SOURCE = `id: wards\ntitle: Wards\nversion: 1.0.0\nlanguage: en\nentities:\n${ENTITIES.join("\n")}\n`;

describe("large packs", () => {
  let folder: vscode.Uri;
  let log: vscode.LogOutputChannel;

  before(async () => {
    const { services } = await access();
    folder = vscode.Uri.joinPath(services.context.storageUri!, "pack-cache-test");
    log = services.log;
  });
  afterEach(async () => vscode.workspace.fs.delete(folder, { recursive: true }));

  const window = (version = "1") => new PackCache(folder, () => Promise.resolve(version), log);

  async function filesKept(): Promise<vscode.Uri[]> {
    const kept = vscode.Uri.joinPath(folder, "packs");
    const entries = await vscode.workspace.fs.readDirectory(kept);
    return entries.map(([name]) => vscode.Uri.joinPath(kept, name)).sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  async function packIn(cache: PackCache) {
    const { pack, problems } = await cache.parse(SOURCE, URI, "workspace");
    assert.deepEqual(problems, []);
    return pack!;
  }

  it("are read by the next window as they were parsed and indexed", async () => {
    const first = window();
    const pack = await packIn(first);
    const index = await first.index([pack]);
    const next = window();
    const again = await packIn(next);
    assert.deepEqual(JSON.stringify(again), JSON.stringify(pack));
    assert.deepEqual(await next.index([again]), index);
    const [kept] = (await filesKept()).filter(({ path }) => path.endsWith(".json"));
    await write(kept!, (await read(kept!)).replace('"title":"Wards"', '"title":"As kept"'));
    assert.equal((await packIn(window())).title, "As kept");
  });

  it("are parsed again where what was kept is damaged or of another version, which is forgotten then", async () => {
    const cache = window();
    await cache.index([await packIn(cache)]);
    const old = await filesKept();
    for (const file of old) await write(file, "{");
    const next = window();
    const pack = await packIn(next);
    assert.equal(pack.entities.length, ENTITIES.length);
    assert.ok((await next.index([pack])) !== undefined);
    await packIn(window("2"));
    const now = await filesKept();
    assert.ok(now.every(({ path }) => !old.some((file) => file.path === path)));
  });
});
