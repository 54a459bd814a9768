import { FileSystemError, Uri, workspace, type FileType } from "vscode";

/** A file that cannot be read as text, so that nothing may be written over it. */
export class NotUtf8Error extends Error {
  constructor(readonly uri: Uri) {
    super(`${workspace.asRelativePath(uri)} is not UTF-8 text. Save it as UTF-8 and try again.`);
    this.name = "NotUtf8Error";
  }
}

/**
 * The text of a file; undefined where there is no such file.
 *
 * @throws NotUtf8Error where the bytes are not UTF-8, FileSystemError where the file cannot be read
 */
export async function readText(uri: Uri): Promise<string | undefined> {
  const bytes = await readBytes(uri);
  if (bytes === undefined) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new NotUtf8Error(uri);
  }
}

/** Writes a file so that a reader sees either the old text or the new one, never a part; makes missing folders. */
export async function writeText(uri: Uri, text: string): Promise<void> {
  const temporary = uri.with({ path: `${uri.path}.${Math.random().toString(36).slice(2, 10)}.tmp` });
  await workspace.fs.createDirectory(Uri.joinPath(uri, ".."));
  await workspace.fs.writeFile(temporary, new TextEncoder().encode(text));
  try {
    await workspace.fs.rename(temporary, uri, { overwrite: true });
  } catch (error) {
    await workspace.fs.delete(temporary);
    throw error;
  }
}

/** Removes a file; one that is not there is no error. */
export async function deleteFile(uri: Uri): Promise<void> {
  try {
    await workspace.fs.delete(uri);
  } catch (error) {
    if (!isNotFound(error)) throw error;
  }
}

/** What there is at a place; undefined where there is nothing. */
export async function fileType(uri: Uri): Promise<FileType | undefined> {
  try {
    return (await workspace.fs.stat(uri)).type;
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

/** Names of the files in a folder, sorted; none where there is no such folder. */
export async function filesIn(folder: Uri): Promise<string[]> {
  try {
    const entries = await workspace.fs.readDirectory(folder);
    return entries.map(([name]) => name).sort();
  } catch (error) {
    if (isNotFound(error)) return [];
    throw error;
  }
}

async function readBytes(uri: Uri): Promise<Uint8Array | undefined> {
  try {
    return await workspace.fs.readFile(uri);
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

function isNotFound(error: unknown): boolean {
  return error instanceof FileSystemError && (error.code === "FileNotFound" || error.code === "FileNotADirectory");
}
