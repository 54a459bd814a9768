import { formatProblem, type Ledger, type MergeConflict, mergeLedgers, parseLedger } from "../../core";
import { commandWithOptions, EXIT, type Output, UsageError } from "../command";
import { readText, writeOut } from "../files";

const HELP = `Usage: healthgeo annotations merge BASE OURS THEIRS [--out FILE]

Merges two ledgers that were made from a third, decision by decision. Where both sides decided a place differently, both
decisions are kept, each naming the other in "conflictsWith", for somebody to adjudicate; the file always stays a ledger.
Lines that hold no decision are kept. Exit 0 if there was no conflict, 1 if there was, 2 if a file cannot be read.

As a merge driver of git, so that ledgers never get conflict markers:
  git config merge.healthgeo.name "HealthGeo decisions"
  git config merge.healthgeo.driver "healthgeo annotations merge %O %A %B --out %A"
  echo ".healthgeo/annotations/**/*.jsonl merge=healthgeo" >> .gitattributes

Options:
  --out FILE     write the merged ledger to FILE instead of standard output
`;

export const mergeCommand = commandWithOptions({
  path: "annotations merge",
  summary: "merge two ledgers that were made from a third; a merge driver for git",
  help: HELP,
  options: { out: { type: "string" } },
  async run({ values, positionals }, output) {
    if (positionals.length !== 3) {
      throw new UsageError('merge takes three ledgers: BASE OURS THEIRS. See "healthgeo annotations merge --help".');
    }
    const [base, ours, theirs] = (await Promise.all(positionals.map(readLedger))) as [Ledger, Ledger, Ledger];
    const { source, conflicts } = mergeLedgers(base, ours, theirs);
    await writeOut(source, values.out, output);
    report(parseLedger(source, values.out ?? "merged ledger"), conflicts, output);
    return conflicts.length === 0 ? EXIT.ok : EXIT.findings;
  },
});

async function readLedger(path: string): Promise<Ledger> {
  return parseLedger(await readText(path), path);
}

function report(merged: Ledger, conflicts: readonly MergeConflict[], output: Output): void {
  for (const { standing, contested } of conflicts) {
    const line = merged.lineOf.get(standing.id);
    const message = `“${standing.quote}” was decided differently on both sides (${standing.id} and ${contested.id}). Both are kept; settle it with HealthGeo: Compare Annotators, or delete one line.`;
    const problem = { severity: "warning", code: "ledger.contested", message, uri: merged.uri } as const;
    output.message(formatProblem(line === undefined ? problem : { ...problem, line }));
  }
  for (const problem of merged.problems) output.message(formatProblem(problem));
}
