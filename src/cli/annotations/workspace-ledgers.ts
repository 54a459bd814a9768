import { readdir, stat } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { documentPathOf, type Ledger, LEDGER_FOLDER, parseLedger } from "../../core";
import { UsageError } from "../command";
import { readText } from "../files";

/** A ledger with the document it belongs to. */
export interface DocumentLedger {
  readonly ledger: Ledger;
  /** Relative to the workspace folder, with slashes. */
  readonly document: string;
  /** The workspace folder; undefined where the ledger lies in none. */
  readonly workspace: string | undefined;
}

/** The ledgers that a path names: one file, all of a folder, or all of a workspace folder; sorted by path. */
export async function ledgersOf(path: string): Promise<DocumentLedger[]> {
  const info = await statOf(path);
  if (!info.isDirectory()) return [await readLedger(path, undefined)];
  const inWorkspace = join(path, LEDGER_FOLDER);
  const folder = await statOf(inWorkspace).then(
    () => inWorkspace,
    () => path,
  );
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".jsonl")).sort();
  if (names.length === 0) throw new UsageError(`${path}: holds no ledger (${LEDGER_FOLDER}/**/*.jsonl).`);
  return Promise.all(names.map((name) => readLedger(join(folder, name), folder)));
}

async function readLedger(path: string, folder: string | undefined): Promise<DocumentLedger> {
  const { workspace, name } = placeOf(path, folder);
  const document = documentPathOf(name);
  if (document === undefined) throw new UsageError(`${path}: is not a ledger; the name of one ends in .jsonl.`);
  return { ledger: parseLedger(await readText(path), path), document, workspace };
}

/** The workspace folder of a ledger and its name in the ledger folder, as its path tells; else its name in `folder`. */
function placeOf(path: string, folder: string | undefined): { workspace: string | undefined; name: string } {
  const full = resolve(path).split(sep).join("/");
  const marker = `/${LEDGER_FOLDER}/`;
  const at = full.lastIndexOf(marker);
  if (at >= 0) return { workspace: full.slice(0, at) || "/", name: full.slice(at + marker.length) };
  const name =
    folder === undefined ? full.slice(full.lastIndexOf("/") + 1) : relative(folder, path).split(sep).join("/");
  return { workspace: undefined, name };
}

async function statOf(path: string) {
  return stat(path).catch(() => {
    throw new UsageError(`${path}: cannot be read; name a workspace folder, a folder of ledgers or a ledger.`);
  });
}
