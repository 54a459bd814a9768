import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(__dirname, "..", "..", "..");

/** The texts that the extension shows, as `l10n.t("…")` has them in the sources. */
function textsOfSources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return textsOfSources(path);
    const source = readFileSync(path, "utf8");
    return [...source.matchAll(/l10n\.t\(\s*("(?:[^"\\]|\\.)*")/g)].map(
      ([, literal]) => JSON.parse(literal!) as string,
    );
  });
}

describe("the texts of the extension", () => {
  const texts = [...new Set(textsOfSources(join(ROOT, "src", "extension")))].sort();

  it("are all in the bundle that translators start from, and nothing else is", () => {
    const bundle = JSON.parse(readFileSync(join(ROOT, "l10n", "bundle.l10n.json"), "utf8")) as Record<string, string>;
    assert.deepEqual(Object.keys(bundle).sort(), texts);
    for (const [key, text] of Object.entries(bundle)) assert.equal(text, key);
  });

  it("are literals, so that they can be found", () => {
    const sources = readAll(join(ROOT, "src", "extension"));
    const calls = [...sources.matchAll(/l10n\.t\(/g)].length;
    const literals = [...sources.matchAll(/l10n\.t\(\s*"/g)].length;
    assert.equal(literals, calls);
  });
});

function readAll(folder: string): string {
  return readdirSync(folder, { withFileTypes: true })
    .map((entry) =>
      entry.isDirectory() ? readAll(join(folder, entry.name)) : readFileSync(join(folder, entry.name), "utf8"),
    )
    .join("\n");
}
