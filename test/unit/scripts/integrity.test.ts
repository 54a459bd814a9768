import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadScript } from "./load-script";

interface Integrity {
  readonly verifyIntegrity: (file: string, integrity: string) => Promise<void>;
}

describe("the integrity check of fetched packages", () => {
  let folder: string;
  let file: string;
  let verifyIntegrity: Integrity["verifyIntegrity"];
  const integrityOf = (text: string) => `sha512-${createHash("sha512").update(text).digest("base64")}`;

  before(async () => {
    ({ verifyIntegrity } = await loadScript<Integrity>("lib/integrity.mjs"));
    folder = await mkdtemp(join(tmpdir(), "healthgeo-"));
    file = join(folder, "package.tgz");
    await writeFile(file, "the content");
  });

  after(async () => {
    await rm(folder, { recursive: true });
  });

  it("accepts the file that was pinned", async () => {
    await verifyIntegrity(file, integrityOf("the content"));
  });

  it("refuses a file with other content, and names it", async () => {
    await assert.rejects(verifyIntegrity(file, integrityOf("the contents")), /package\.tgz is not the file expected/);
  });

  it("refuses a pin that it cannot check", async () => {
    for (const pin of ["", "sha1-abc", "sha512-abc"]) await assert.rejects(verifyIntegrity(file, pin), /not a sha512/);
  });
});
