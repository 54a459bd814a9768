import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { loadBuiltInPacks } from "../../../src/core/taxonomy/built-in";
import type { Pack } from "../../../src/core/taxonomy/model";
import { packOf } from "../support/taxonomies";
import { loadScript } from "./load-script";

interface TaxonomyTableModule {
  TAXONOMY_PAGE: string;
  taxonomyPage(packs: readonly Pack[]): Promise<string>;
}

describe("the page of what the taxonomy knows", () => {
  let script: TaxonomyTableModule;

  before(async () => {
    script = await loadScript<TaxonomyTableModule>("taxonomy-table.mjs");
  });

  it("counts what packs hold, by class and by pack", async () => {
    const page = await script.taxonomyPage([
      packOf(
        `classes:
  - { id: actor.state, label: States, definition: States. }
  - { id: infrastructure.data, label: Data, definition: Data. }
entities:
  - { id: china, class: actor.state, label: China, terms: [PRC] }
  - { id: chad, class: actor.state, label: Chad }
terms:
  infrastructure.data: [data bank, "(gene|seed) bank"]
ignore: [blood bank]
tests:
  - { text: In China., expect: [{ text: China }] }
`,
      ),
    ]);
    const rows = page.split("\n").flatMap((line) => (line.startsWith("|") ? [cellsOf(line)] : []));
    for (const row of [
      ["`actor.state`", "States", "2", "3", "0", "0"],
      ["`infrastructure.data`", "Data", "0", "0", "2", "0"],
      ["**Total**", "", "2", "3", "2", "0"],
      ["[test](../test.yaml)", "Test", "2", "3", "2", "0", "1", "1"],
    ]) {
      assert.ok(
        rows.some((cells) => cells.join("|") === row.join("|")),
        `${row.join(" ")}\n${page}`,
      );
    }
  });

  it("is up to date; `npm run docs:taxonomy` writes it", async () => {
    const committed = await readFile(script.TAXONOMY_PAGE, "utf8");
    assert.equal(committed.replaceAll("\r\n", "\n"), await script.taxonomyPage(loadBuiltInPacks().packs));
  });
});

function cellsOf(row: string): string[] {
  return row
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());
}
