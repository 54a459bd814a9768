import type { Uri } from "vscode";
import { parsePack, type LoadedPack, type PackLayer, type Problem } from "../../core";
import { NotUtf8Error, readText } from "./files";

/** Reads a pack file; one that broke keeps the pack it held before, and the same text is not parsed again. */
export async function loadPack(uri: Uri, layer: PackLayer, before: LoadedPack | undefined): Promise<LoadedPack> {
  try {
    const source = (await readText(uri)) ?? "";
    if (source === before?.source) return before;
    const { pack, problems } = parsePack(source, uri.toString(), layer);
    return { source, pack: pack ?? before?.pack, problems };
  } catch (error) {
    return { source: "", pack: before?.pack, problems: [unreadable(uri, error)] };
  }
}

/** Why a file or folder of packs could not be read, as a problem there. */
export function unreadable(uri: Uri, error: unknown): Problem {
  const code = error instanceof NotUtf8Error ? "pack.not-utf8" : "pack.unreadable";
  const message = error instanceof Error ? error.message : String(error);
  return { severity: "error", code, message, uri: uri.toString() };
}
