import { FileType, l10n, workspace, type Uri } from "vscode";
import { formatOfPath, hash64, isReport, type TextFormat } from "../../../core";
import { guardLabel } from "../../labels";
import { guardOf } from "../../prose-document";
import { maxFileSize, scanSettings } from "../settings";

/** How a file looked when it was read: one that looks the same has not changed. */
export interface FileStamp {
  readonly mtime: number;
  /** In bytes. */
  readonly size: number;
}

/** A file of the workspace that was read. */
export interface ReadFile extends FileStamp {
  readonly text: string;
  readonly format: TextFormat;
  readonly hash: string;
}

/** Why a file is left out: a whole sentence for people. */
export interface LeftOut {
  readonly reason: string;
}

/**
 * A file as it was found: unchanged since it was last read, read now, left out, or nothing to read (undefined), because it is
 * no longer there or a report that HealthGeo wrote: a corpus does not count what is said about it.
 */
export type Found<T extends FileStamp> = { readonly known: T } | ReadFile | LeftOut | undefined;

/** How large a file may be that is read. */
export interface ReadLimits {
  readonly bytes: number;
  /** In UTF-16 code units: longer documents are not tagged in editors either. */
  readonly length: number;
}

/** Those that hold for a folder of the workspace; to ask for them costs more than to read a file. */
export function readLimits(folder: Uri): ReadLimits {
  return { bytes: scanSettings(folder).maxFileSize, length: maxFileSize(folder) };
}

/** Reads a file, unless it looks as it did when it was last read. */
export async function readProse<T extends FileStamp>(
  uri: Uri,
  known: T | undefined,
  limits: ReadLimits,
): Promise<Found<T>> {
  try {
    const { type, mtime, size } = await workspace.fs.stat(uri);
    if ((type & FileType.Directory) !== 0) return undefined;
    if (known?.mtime === mtime && known.size === size) return { known };
    if (size > limits.bytes) return { reason: tooLarge(size, limits.bytes) };
    const text = new TextDecoder("utf-8", { fatal: true }).decode(await workspace.fs.readFile(uri));
    const guard = guardOf(text, limits.length);
    if (guard !== undefined) return { reason: guardLabel(guard) };
    if (isReport(text)) return undefined;
    const format = formatOfPath(uri.path);
    return { mtime, size, text, format, hash: hashOf(text, format) };
  } catch (error) {
    if (error instanceof TypeError)
      return { reason: l10n.t("This file is not UTF-8 text. Save it as UTF-8 to have it scanned.") };
    if ((error as { code?: unknown }).code === "FileNotFound") return undefined;
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

/** The hash that a text is known by; its format decides what is prose in it. */
function hashOf(text: string, format: TextFormat): string {
  return `${format[0]!}${text.length.toString(36)}-${hash64(text)}`;
}

function tooLarge(size: number, limit: number): string {
  return l10n.t(
    "This file has {0} KB, and those above {1} KB are left out. The setting “healthgeo.scan.maxFileSize” raises the limit.",
    Math.ceil(size / 1000),
    Math.floor(limit / 1000),
  );
}
