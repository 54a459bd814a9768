import { Uri, workspace, type LogOutputChannel } from "vscode";
import {
  fitsText,
  MentionSenses,
  readMentionCache,
  writeMentionCache,
  type CachedMentions,
  type PackedMentions,
} from "../../../core";
import { fileType, writeBytes } from "../files";
import { TimeSlices } from "./time-slices";

const FILE = "mentions.jsonl";

/**
 * The mentions of texts that were tagged with one taxonomy, by the hash of the text. They are kept in the extension's own storage,
 * so that a window that is opened again need not tag anew.
 */
export class MentionStore {
  readonly senses = new MentionSenses();
  readonly #byHash = new Map<string, PackedMentions>();
  readonly #key: string;
  readonly #folder: Uri | undefined;
  readonly #log: LogOutputChannel;
  /** Whether the file lacks something. */
  #isChanged = false;

  /**
   * @param key what the mentions hang on beside the text
   * @param folder of the extension for this workspace; undefined where there is none, so that nothing is kept
   */
  constructor(key: string, folder: Uri | undefined, log: LogOutputChannel) {
    this.#key = key;
    this.#folder = folder;
    this.#log = log;
  }

  get key(): string {
    return this.#key;
  }

  /** Reads what an earlier window kept; what is damaged or of another taxonomy is left out. */
  async load(): Promise<void> {
    if (this.#folder === undefined) return;
    const slices = new TimeSlices();
    try {
      const file = Uri.joinPath(this.#folder, FILE);
      if ((await fileType(file)) === undefined) return;
      const source = new TextDecoder().decode(await workspace.fs.readFile(file));
      for (const cached of readMentionCache(source, this.#key, this.senses)) {
        if (cached !== undefined) this.#byHash.set(cached.hash, cached.packed);
        await slices.breathe();
      }
    } catch (error) {
      this.#log.warn(String(error));
    }
  }

  /** The mentions of a text with a hash; undefined where it has to be tagged. */
  get(hash: string, text: string): PackedMentions | undefined {
    const packed = this.#byHash.get(hash);
    return packed !== undefined && fitsText(packed, text.length, this.senses) ? packed : undefined;
  }

  put(hash: string, packed: PackedMentions): void {
    this.#byHash.set(hash, packed);
    this.#isChanged = true;
  }

  /** Keeps the mentions of the texts that there are now for the next window, and forgets all others. */
  async save(hashes: ReadonlySet<string>): Promise<void> {
    for (const hash of this.#byHash.keys()) {
      if (hashes.has(hash)) continue;
      this.#byHash.delete(hash);
      this.#isChanged = true;
    }
    if (this.#folder === undefined || !this.#isChanged) return;
    this.#isChanged = false;
    try {
      await writeBytes(Uri.joinPath(this.#folder, FILE), await this.#encoded());
    } catch (error) {
      // The next window tags anew, which costs time and nothing else.
      this.#log.warn(String(error));
    }
  }

  async #encoded(): Promise<Uint8Array> {
    const slices = new TimeSlices();
    const encoder = new TextEncoder();
    const lines: Uint8Array[] = [];
    const texts: CachedMentions[] = [...this.#byHash].map(([hash, packed]) => ({ hash, packed }));
    for (const line of writeMentionCache(this.#key, texts, this.senses)) {
      lines.push(encoder.encode(line));
      await slices.breathe();
    }
    const bytes = new Uint8Array(lines.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const line of lines) {
      bytes.set(line, at);
      at += line.length;
    }
    return bytes;
  }
}
