import { Uri, workspace, type ExtensionContext, type LogOutputChannel } from "vscode";
import type { Tagger } from "../../../core";
import { discoveryEnabled } from "../settings";
import { MentionStore } from "./mention-store";
import { scanKey } from "./scan-key";

/** Keeps the mentions that the tagger in force found; those of another are of no use. */
export class MentionStores {
  readonly #context: ExtensionContext;
  readonly #log: LogOutputChannel;
  #current: { readonly tagger: Tagger; readonly store: MentionStore } | undefined;

  constructor(context: ExtensionContext, log: LogOutputChannel) {
    this.#context = context;
    this.#log = log;
  }

  /** The store of a tagger, with what an earlier window kept. */
  async of(tagger: Tagger): Promise<MentionStore> {
    if (this.#current?.tagger === tagger) return this.#current.store;
    const key = await this.#keyOf(tagger);
    // Another tagger of the same packs finds the same.
    if (this.#current?.store.key === key) return (this.#current = { tagger, store: this.#current.store }).store;
    const store = new MentionStore(key, this.#context.storageUri, this.#log);
    await store.load();
    this.#current = { tagger, store };
    return store;
  }

  /** Keeps the mentions of texts for the next window. */
  async save(hashes: ReadonlySet<string>): Promise<void> {
    await this.#current?.store.save(hashes);
  }

  async #keyOf({ taxonomy: { packs } }: Tagger): Promise<string> {
    const { version } = this.#context.extension.packageJSON as { version?: unknown };
    const builtIn = await workspace.fs.stat(Uri.joinPath(this.#context.extensionUri, "dist", "taxonomy.bin"));
    return scanKey({ version, builtIn, discovery: discoveryEnabled(), packs });
  }
}
