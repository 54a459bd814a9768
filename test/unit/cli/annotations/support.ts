import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import {
  addMention,
  type Decision,
  decisionIdOf,
  parseLedger,
  serializeLedger,
  updateLedger,
} from "../../../../src/core";
import type { ExitCode } from "../../../../src/cli/command";
import { run } from "../../../../src/cli/run";

export const REPORT = "China and the WHO share genomic data.\n";

export interface Outcome {
  readonly code: ExitCode;
  readonly data: string;
  readonly messages: string;
}

/** Runs a command line in this process. */
export async function healthgeo(...args: string[]): Promise<Outcome> {
  let data = "";
  let messages = "";
  const code = await run(args, {
    data: (text) => void (data += text),
    message: (text) => void (messages += `${text}\n`),
  });
  return { code, data, messages };
}

/** A decision on words of `REPORT`. */
export function decide(author: string, words: string, classId: string, time = "2026-07-01T09:30:00Z"): Decision {
  const start = REPORT.indexOf(words);
  const stamp = { author, time, id: decisionIdOf };
  return addMention(REPORT, { start, end: start + words.length }, { class: classId }, stamp);
}

/** The text of a ledger. */
export function ledger(...decisions: readonly Decision[]): string {
  return serializeLedger(updateLedger(parseLedger("", "ledger"), { put: decisions }));
}

export async function write(folder: string, name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  return path;
}
