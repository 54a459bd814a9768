import { FileSystemError, FileType, Uri, workspace } from "vscode";
import { SafeFile, type Folder } from "../safe-file";

/** Longer than VS Code needs between deleting a file and renaming another one to its name. */
const RENAME_MS = 100;

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
  const bytes = await safeFile(uri).read();
  return bytes === undefined ? undefined : decode(uri, bytes);
}

/** Replaces a text if it is still `expected`, which is undefined for no file; returns whether it was. See `writeText`. */
export async function replaceText(uri: Uri, text: string, expected: string | undefined): Promise<boolean> {
  return safeFile(uri).replace(new TextEncoder().encode(text), (current) => {
    return (current === undefined ? undefined : decode(uri, current)) === expected;
  });
}

/** Removes what is left of a file that was being written when the computer stopped. */
export async function tidyFile(uri: Uri): Promise<void> {
  await safeFile(uri).tidy();
}

function decode(uri: Uri, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new NotUtf8Error(uri);
  }
}

/**
 * Writes a file so that a reader sees either the old text or the new one, never a part; makes missing folders. See
 * `SafeFile` for what happens where the file system cannot do that in one step.
 */
export async function writeText(uri: Uri, text: string): Promise<void> {
  await writeBytes(uri, new TextEncoder().encode(text));
}

/** Writes a file as `writeText` does. */
export async function writeBytes(uri: Uri, content: Uint8Array): Promise<void> {
  await safeFile(uri).replace(content, () => true);
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

/** A file itself, or all files in a folder and in the folders in it. */
export async function filesUnder(uri: Uri): Promise<Uri[]> {
  if ((await fileType(uri)) !== FileType.Directory) return [uri];
  const names = await filesIn(uri);
  return (await Promise.all(names.map((name) => filesUnder(Uri.joinPath(uri, name))))).flat();
}

function safeFile(uri: Uri): SafeFile {
  const name = uri.path.slice(uri.path.lastIndexOf("/") + 1);
  return new SafeFile(folderOf(Uri.joinPath(uri, "..")), name, () => {
    return new Promise((resolve) => setTimeout(resolve, RENAME_MS));
  });
}

function folderOf(folder: Uri): Folder {
  const file = (name: string) => Uri.joinPath(folder, name);
  return {
    read: (name) => readBytes(file(name)),
    write: async (name, content) => {
      await workspace.fs.createDirectory(folder);
      await workspace.fs.writeFile(file(name), content);
    },
    rename: async (from, to) => {
      await workspace.fs.rename(file(from), file(to), { overwrite: true });
    },
    delete: (name) => deleteFile(file(name)),
    names: () => filesIn(folder),
  };
}

/**
 * The content of a file; undefined where there is no such file.
 *
 * @throws FileSystemError where the file cannot be read
 */
export async function readBytes(uri: Uri): Promise<Uint8Array | undefined> {
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
