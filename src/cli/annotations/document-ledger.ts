import { stat } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { formatProblem, type Ledger, ledgerPathOf, parseLedger } from "../../core";
import type { Output } from "../command";
import { readText } from "../files";

/** The nearest folder, from this one upwards, that has decisions. */
export async function workspaceAbove(folder: string): Promise<string | undefined> {
  for (let at = folder; ; at = dirname(at)) {
    const info = await stat(join(at, ".healthgeo")).catch(() => undefined);
    if (info?.isDirectory() === true) return at;
    if (dirname(at) === at) return undefined;
  }
}

/** What people decided on a document; undefined where they decided nothing. Problems go to the message channel. */
export async function ledgerOf(
  path: string,
  workspace: string | undefined,
  output: Output,
): Promise<Ledger | undefined> {
  if (workspace === undefined) return undefined;
  const place = ledgerPathOf(relative(workspace, resolve(path)).split(sep).join("/"));
  if ("reason" in place) return undefined;
  const ledgerPath = join(workspace, place.path);
  const info = await stat(ledgerPath).catch(() => undefined);
  if (info === undefined) return undefined;
  const ledger = parseLedger(await readText(ledgerPath), ledgerPath);
  for (const problem of ledger.problems) output.message(formatProblem(problem));
  return ledger;
}
