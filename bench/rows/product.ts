import { compileTaxonomy, extendTaxonomy, loadBuiltInPacks } from "../../src/core";
import { markdownOf } from "../corpus/prose";
import { createBenchTagger } from "../engine";
import type { Measured, Row } from "../row";
import { median, megabytesPerSecond } from "../support/statistics";
import { takeTurns } from "../support/turns";

/** Figures of the product with its own taxonomy, for which there is no peer and no goal. */
export const product: Row = {
  id: "product",
  async *run(context): AsyncGenerator<Measured> {
    const builtIn = loadBuiltInPacks();
    const start = await takeTurns(
      { compile: () => compileTaxonomy(builtIn.packs), load: () => extendTaxonomy(builtIn, []) },
      { rounds: 5 },
    );
    yield { measure: "built-in taxonomy, compiled from packs", ours: { value: median(start.compile), unit: "ms" } };
    yield { measure: "built-in taxonomy, made ready from the index", ours: { value: median(start.load), unit: "ms" } };
    const plain = context.text("1MB");
    const markdown = markdownOf(plain);
    const [all, gazetteer] = [createBenchTagger("all"), createBenchTagger("gazetteer")];
    const times = await takeTurns(
      {
        "all layers, 1 MB of plain text": () => all.tag(plain, { format: "plain" }),
        "all layers, 1 MB of Markdown": () => all.tag(markdown, { format: "markdown" }),
        "terms only, 1 MB of plain text": () => gazetteer.tag(plain, { format: "plain" }),
        "terms only, 1 MB of Markdown": () => gazetteer.tag(markdown, { format: "markdown" }),
      },
      { rounds: 5 },
    );
    for (const [measure, milliseconds] of Object.entries(times)) {
      const bytes = Buffer.byteLength(measure.endsWith("Markdown") ? markdown : plain);
      yield { measure, ours: { value: megabytesPerSecond(bytes, median(milliseconds)), unit: "MB/s" } };
    }
  },
};
