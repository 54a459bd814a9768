import { Uri, workspace, type LogOutputChannel } from "vscode";
import {
  decodeIndex,
  encodeIndex,
  hash64,
  indexPacks,
  parsePack,
  type LexiconIndex,
  type Pack,
  type PackLayer,
  type Problem,
} from "../../../core";
import { deleteFile, filesIn, fileType, writeBytes } from "../files";

/** In UTF-16 code units: a shorter pack is parsed faster than it is looked up. */
const WORTHWHILE = 100_000;

/**
 * Large packs of teams as an earlier window read and indexed them, in the extension's own storage: a thesaurus of a hundred
 * thousand terms takes seconds to parse and a moment to load. Whatever is missing or damaged is made again.
 */
export class PackCache {
  readonly #folder: Uri | undefined;
  readonly #version: () => Promise<string>;
  readonly #log: LogOutputChannel;
  /** What stands for a pack in the names of files; absent for packs that are too small to be kept. */
  readonly #keys = new WeakMap<Pack, string>();
  readonly #used = new Set<string>();

  /**
   * @param folder of the extension for this workspace; undefined where there is none, so that nothing is kept
   * @param version what the form of packs and indexes hangs on
   */
  constructor(folder: Uri | undefined, version: () => Promise<string>, log: LogOutputChannel) {
    this.#folder = folder === undefined ? undefined : Uri.joinPath(folder, "packs");
    this.#version = version;
    this.#log = log;
  }

  /** What `parsePack` makes of a source. */
  async parse(source: string, uri: string, layer: PackLayer): Promise<{ pack?: Pack; problems: readonly Problem[] }> {
    if (source.length < WORTHWHILE) return parsePack(source, uri, layer);
    const key = hash64(JSON.stringify([await this.#version(), uri, layer, source]));
    const name = `${key}.json`;
    const kept = await this.#read(name, (bytes) => JSON.parse(new TextDecoder().decode(bytes)) as Pack);
    if (kept !== undefined) {
      this.#keys.set(kept, key);
      return { pack: kept, problems: [] };
    }
    const parsed = parsePack(source, uri, layer);
    // Problems are not kept, so that they are told again.
    if (parsed.pack !== undefined && parsed.problems.length === 0) {
      this.#keys.set(parsed.pack, key);
      await this.#keep(name, new TextEncoder().encode(JSON.stringify(parsed.pack)));
    }
    return parsed;
  }

  /** The index of the terms of packs; undefined where none of them is large, so that making it takes no time. */
  async index(packs: readonly Pack[]): Promise<LexiconIndex | undefined> {
    if (!packs.some((pack) => this.#keys.has(pack))) return undefined;
    const keys = packs.map((pack) => this.#keys.get(pack) ?? pack);
    const name = `${hash64(JSON.stringify([await this.#version(), keys]))}.index`;
    const kept = await this.#read(name, decodeIndex);
    if (kept !== undefined) return kept;
    const index = indexPacks(packs);
    await this.#keep(name, encodeIndex(index));
    return index;
  }

  async #read<T>(name: string, decode: (bytes: Uint8Array) => T): Promise<T | undefined> {
    if (this.#folder === undefined) return undefined;
    this.#used.add(name);
    const file = Uri.joinPath(this.#folder, name);
    try {
      return (await fileType(file)) === undefined ? undefined : decode(await workspace.fs.readFile(file));
    } catch (error) {
      this.#log.warn(String(error));
      return undefined;
    }
  }

  /** Keeps a file for the next window, and none that this window has not asked for. */
  async #keep(name: string, content: Uint8Array): Promise<void> {
    if (this.#folder === undefined) return;
    const folder = this.#folder;
    try {
      await writeBytes(Uri.joinPath(folder, name), content);
      const old = (await filesIn(folder)).filter((other) => !this.#used.has(other));
      await Promise.all(old.map((other) => deleteFile(Uri.joinPath(folder, other))));
    } catch (error) {
      // The next window parses again, which costs time and nothing else.
      this.#log.warn(String(error));
    }
  }
}
