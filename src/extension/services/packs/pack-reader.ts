import { l10n, workspace, type Uri } from "vscode";
import { MAX_PACK_BYTES, type LoadedPack, type PackLayer, type Problem } from "../../../core";
import { NotUtf8Error, readText } from "../files";
import type { PackCache } from "./pack-cache";

/** Reads the packs of one layer. A pack that breaks keeps its last good version, and the same text is not parsed again. */
export class PackReader {
  readonly #read = new Map<string, LoadedPack>();
  readonly #layer: PackLayer;
  readonly #cache: PackCache;

  constructor(layer: PackLayer, cache: PackCache) {
    this.#layer = layer;
    this.#cache = cache;
  }

  async read(uri: Uri): Promise<LoadedPack> {
    const key = uri.toString();
    const loaded = await loadPack(uri, this.#layer, this.#read.get(key), this.#cache);
    this.#read.set(key, loaded);
    return loaded;
  }

  /** Forgets all packs but those at some addresses. */
  retain(addresses: readonly string[]): void {
    const retained = new Set(addresses);
    for (const address of this.#read.keys()) if (!retained.has(address)) this.#read.delete(address);
  }
}

async function loadPack(
  uri: Uri,
  layer: PackLayer,
  before: LoadedPack | undefined,
  cache: PackCache,
): Promise<LoadedPack> {
  try {
    const { size } = await workspace.fs.stat(uri);
    if (size > MAX_PACK_BYTES) return { source: "", pack: before?.pack, problems: [tooLarge(uri)] };
    const source = (await readText(uri)) ?? "";
    if (source === before?.source) return before;
    const { pack, problems } = await cache.parse(source, uri.toString(), layer);
    return { source, pack: pack ?? before?.pack, problems };
  } catch (error) {
    return { source: "", pack: before?.pack, problems: [unreadable(uri, error)] };
  }
}

/** A file of that size is not read at all. */
function tooLarge(uri: Uri): Problem {
  const message = l10n.t("The file is larger than {0} MB; split it into several packs.", MAX_PACK_BYTES / 1e6);
  return { severity: "error", code: "pack.too-large", message, uri: uri.toString(), line: 1 };
}

/** Why a file or folder of packs could not be read, as a problem there. */
export function unreadable(uri: Uri, error: unknown): Problem {
  const code = error instanceof NotUtf8Error ? "pack.not-utf8" : "pack.unreadable";
  const message = error instanceof Error ? error.message : String(error);
  return { severity: "error", code, message, uri: uri.toString() };
}
