/**
 * Measures how decisions find their place in edited texts: one JSON line for each edit, intensity and strategy.
 *
 *     node --import tsx bench/anchoring.ts [FOLDER | FILE.jsonl]… [--seeds=FIRST-LAST] [--mistakes]
 *
 * Without a path the samples are used. Each report is edited once for each seed: 1-3 unless others are given.
 * `--mistakes` prints to stderr what was placed wrongly.
 */
import { join } from "node:path";
import { copyParagraphs, EDITS } from "./anchoring/edits";
import { readReports } from "./anchoring/reports";
import { scoreEdit, STRATEGIES } from "./anchoring/score";

const SHARES = { light: 0.02, medium: 0.1, heavy: 0.3 };

const flags = process.argv.slice(2).filter((argument) => argument.startsWith("--"));
const paths = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const seeds = seedsFrom(flags.find((flag) => flag.startsWith("--seeds="))?.slice("--seeds=".length) ?? "1-3");
const reports = (paths.length === 0 ? [join(__dirname, "..", "samples")] : paths).flatMap(readReports);

for (const [edit, apply] of Object.entries({ ...EDITS, "passages copied": copyParagraphs })) {
  for (const [intensity, share] of Object.entries(SHARES)) {
    for (const [strategy, find] of Object.entries(STRATEGIES)) {
      const { mistakes, ...score } = scoreEdit(find, reports, apply, share, seeds);
      const foundShare = score.surviving === 0 ? 1 : Math.round((score.found / score.surviving) * 10_000) / 10_000;
      console.log(JSON.stringify({ bench: "anchoring", edit, intensity, strategy, ...score, foundShare }));
      if (flags.includes("--mistakes"))
        for (const mistake of mistakes) console.error(`${edit}, ${strategy}:\n  ${mistake}`);
    }
  }
}

function seedsFrom(range: string): number[] {
  const [first = 1, last = first] = range.split("-").map(Number);
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
