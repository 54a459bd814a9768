import { createReadStream } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { type Output, UsageError } from "./command";

const PACK_FILE = /\.ya?ml$/;

/**
 * The text of a file; a file that is missing, a folder, too large or not UTF-8 is a usage error that names it.
 *
 * @param limit in bytes
 */
export async function readText(path: string, limit = Infinity): Promise<string> {
  const size =
    limit === Infinity
      ? 0
      : await stat(path).then(
          ({ size }) => size,
          () => 0,
        );
  if (size > limit) {
    throw new UsageError(`${path}:1: is larger than ${Math.floor(limit / 1e6)} MB; take a part of it.`);
  }
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new UsageError(`${path}: cannot be read (${reasonOf(error)}).`);
  });
  return decodeUtf8(bytes, path);
}

/**
 * Writes a file so that a reader sees either the old text or the new one, never a part; makes missing folders.
 * What cannot be written is a usage error that names the file.
 */
export async function writeText(path: string, text: string): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(temporary, text);
    await rename(temporary, path);
  } catch (error) {
    // What could not be made cannot be removed either.
    await rm(temporary, { force: true }).catch(() => undefined);
    throw new UsageError(`${path}: cannot be written (${reasonOf(error)}).`);
  }
}

/**
 * Writes a text to the file that `--out` names; to standard output where it names none.
 *
 * @param note what to say of a file that was written
 */
export async function writeOut(
  text: string,
  path: string | undefined,
  output: Output,
  note?: (path: string) => string,
): Promise<void> {
  if (path === undefined) return output.data(text);
  await writeText(path, text);
  if (note !== undefined) output.message(note(path));
}

/** All of standard input as text. */
export async function readStandardInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return decodeUtf8(Buffer.concat(chunks), "standard input");
}

/** The lines of a UTF-8 file, or of standard input where `path` is "-", one by one, with their one-based numbers. */
export async function* readLines(path: string): AsyncGenerator<{ line: string; number: number }> {
  const input: Readable = path === "-" ? process.stdin : createReadStream(path);
  const failure = new Promise<never>((_, reject) => {
    input.once("error", (error: Error) => {
      reject(new UsageError(`${path}: cannot be read (${reasonOf(error)}).`));
    });
  });
  failure.catch(() => undefined);
  const lines = createInterface({ input, crlfDelay: Infinity })[Symbol.asyncIterator]();
  for (let number = 1; ; number++) {
    const next = await Promise.race([lines.next(), failure]);
    if (next.done === true) return;
    yield { line: next.value, number };
  }
}

/** The pack files a path names: itself, or the YAML files of a folder, sorted. */
export async function packFilesOf(path: string): Promise<string[]> {
  const info = await stat(path).catch((error: unknown) => {
    throw new UsageError(`${path}: cannot be read (${reasonOf(error)}).`);
  });
  if (!info.isDirectory()) return [path];
  const names = (await readdir(path)).filter((name) => PACK_FILE.test(name)).sort();
  if (names.length === 0) throw new UsageError(`${path}: the folder holds no taxonomy pack (*.yaml).`);
  return names.map((name) => join(path, name));
}

function decodeUtf8(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UsageError(
      `${path}: is not UTF-8 text; save it as UTF-8 (or convert it, for example with iconv) and try again.`,
    );
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const known: Readonly<Record<string, string>> = {
    ENOENT: "there is no such file",
    EISDIR: "it is a folder",
    EACCES: "permission denied",
  };
  return known[code] ?? (error instanceof Error ? error.message : String(error));
}
