import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, it } from "mocha";
import { ROOT } from "../../scripts/lib/paths.mjs";

const CLI = join(ROOT, "dist", "cli.js");

function healthgeo(args, input = "") {
  return spawnSync(process.execPath, [CLI, ...args], { input, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
}

describe("the built command line", () => {
  const documents = Array.from({ length: 150 }, (_, i) => ({
    id: `d${i}`,
    text: `Report ${i}: WHO and China share data.`,
  }));
  const input = documents.map((document) => `${JSON.stringify(document)}\n`).join("");

  it("gives the same lines in the same order on one thread and on several", () => {
    const alone = healthgeo(["tag", "--documents"], input);
    assert.equal(alone.status, 0, alone.stderr);
    assert.equal(alone.stdout.trimEnd().split("\n").length, documents.length);
    assert.equal(healthgeo(["tag", "--documents", "--jobs", "2"], input).stdout, alone.stdout);
    assert.equal(healthgeo(["tag", "--documents", "--jobs"], input).stdout, alone.stdout);
  });

  it("names the bad line wherever it is tagged", () => {
    const broken = `${input}{"id":1}\n`;
    for (const jobs of [[], ["--jobs", "2"]]) {
      const { status, stderr } = healthgeo(["tag", "--documents", ...jobs], broken);
      assert.equal(status, 2);
      assert.match(stderr, /standard input:151: "text" must be text/);
    }
  });

  it("stops in silence where its reader does", () => {
    const { status, stderr } = spawnSync("sh", ["-c", `"${process.execPath}" "${CLI}" tag --documents | head -n 1`], {
      input,
      encoding: "utf8",
    });
    assert.equal(status, 0);
    assert.equal(stderr, "");
  });

  it("says its version", () => {
    assert.match(healthgeo(["--version"]).stdout, /^\d+\.\d+\.\d+\n$/);
  });
});
