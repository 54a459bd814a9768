import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Context } from "../context";
import { splitParagraphs } from "../corpus/prose";
import { Random } from "../support/random";

/** UTF-8 bytes of the whole workspace, and roughly of a file. */
const TOTAL_BYTES = 100_000_000;
const FILE_BYTES = 20_000;

/** A folder of 100 MB in some 5,000 files of prose, written at the first call and kept. Returns the paths of the files. */
export function workspaceFiles(context: Context): { folder: string; files: string[] } {
  const text = context.text("10MB");
  const folder = join(context.folders.corpus, "workspace");
  const stamp = join(context.folders.corpus, "workspace.sha256");
  const hash = createHash("sha256").update(text).digest("hex");
  if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== hash) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFiles(splitParagraphs(text), folder);
    writeFileSync(stamp, hash);
  }
  return { folder, files: readdirSync(folder).map((file) => join(folder, file)) };
}

function writeFiles(paragraphs: readonly string[], folder: string): void {
  const random = new Random(100);
  let [written, size, count] = [0, 0, 0];
  let pending: string[] = [];
  while (written < TOTAL_BYTES) {
    for (const paragraph of random.shuffled(paragraphs)) {
      pending.push(paragraph);
      size += Buffer.byteLength(paragraph) + 2;
      if (size < FILE_BYTES) continue;
      writeFileSync(join(folder, `${String(++count).padStart(5, "0")}.md`), `${pending.join("\n\n")}\n`);
      written += size;
      [pending, size] = [[], 0];
      if (written >= TOTAL_BYTES) return;
    }
  }
}
