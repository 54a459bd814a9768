import { EventEmitter, FileType, l10n, RelativePattern, Uri, workspace, type WorkspaceFolder } from "vscode";
import {
  resolveSharedPacks,
  type LoadedPack,
  type PackPlaces,
  type SharedPacks,
  type SharedReference,
} from "../../../core";
import { Debouncer } from "../../debouncer";
import { DisposableStore, type Disposable } from "../../dispose";
import { SETTINGS, SETTINGS_SECTION } from "../../ids";
import { FileWatchers } from "../file-watchers";
import { filesIn, fileType, readText } from "../files";
import { PackReader } from "./pack-reader";
import type { PackCache } from "./pack-cache";
import { sharedTaxonomies } from "../settings";

const RELOAD_DELAY_MS = 100;
/** More watchers than a team's packs need; folders beyond it are read again when something else changes. */
const MOST_WATCHED = 100;

/** The packs that the setting names and those that packs extend. A pack that breaks keeps its last good version. */
export class SharedPackFiles implements Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<void>());
  readonly #debouncer = this.#store.add(new Debouncer());
  readonly #watchers = this.#store.add(new FileWatchers(() => this.#schedule()));
  readonly #reader: PackReader;
  /** The files and folders that were looked at last. */
  #places: ReadonlySet<string> = new Set();

  /** A shared pack came, went or changed, or other packs are named. */
  readonly onDidChange = this.#changed.event;

  constructor(cache: PackCache) {
    this.#reader = new PackReader("shared", cache);
    this.#store.add(
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(`${SETTINGS_SECTION}.${SETTINGS.sharedTaxonomies}`)) this.#schedule();
      }),
    );
    this.#store.add(workspace.onDidGrantWorkspaceTrust(() => this.#schedule()));
    this.#store.add(
      workspace.onDidSaveTextDocument(({ uri }) => {
        if (this.#concerns(uri)) this.#schedule();
      }),
    );
  }

  /**
   * Reads what changed since the last time.
   *
   * @param own the packs of the workspace by address; what they extend is read too
   * @param ids of the built-in packs
   */
  async read(own: ReadonlyMap<string, LoadedPack>, ids: ReadonlySet<string>): Promise<SharedPacks> {
    const folders = workspace.workspaceFolders ?? [];
    const references = (await Promise.all(folders.map(referencesOf))).flat();
    const shared = await resolveSharedPacks(references, own, ids, this.#placesToRead());
    this.#reader.retain(shared.places);
    this.#watch(shared.places);
    return shared;
  }

  dispose(): void {
    this.#store.dispose();
  }

  #placesToRead(): PackPlaces {
    return {
      join,
      parent: (place) => Uri.joinPath(Uri.parse(place), "..").toString(),
      typeOf: async (place) => {
        const type = await fileType(Uri.parse(place));
        if (type === undefined) return undefined;
        return (type & FileType.Directory) === 0 ? "file" : "folder";
      },
      filesIn: (folder) => filesIn(Uri.parse(folder)),
      readText: async (place) => (await readText(Uri.parse(place))) ?? "",
      load: (place) => this.#reader.read(Uri.parse(place)),
      refusal: refusalToRead,
    };
  }

  #watch(places: readonly string[]): void {
    const found = new Set(places);
    if (found.size === this.#places.size && places.every((place) => this.#places.has(place))) return;
    this.#places = found;
    const folders = new Set(places.flatMap((place) => [place, Uri.joinPath(Uri.parse(place), "..").toString()]));
    const watched = [...folders].slice(0, MOST_WATCHED);
    this.#watchers.watch(watched.map((folder) => new RelativePattern(Uri.parse(folder), "*.{yaml,yml,json}")));
  }

  #concerns(uri: Uri): boolean {
    return this.#places.has(uri.toString()) || this.#places.has(Uri.joinPath(uri, "..").toString());
  }

  #schedule(): void {
    this.#debouncer.run("reload", RELOAD_DELAY_MS, () => {
      this.#changed.fire();
    });
  }
}

/** What the setting names for a folder of the workspace, each at its line of the folder's settings where it stands there. */
async function referencesOf({ uri: folder }: WorkspaceFolder): Promise<SharedReference[]> {
  const names = sharedTaxonomies(folder);
  if (names.length === 0) return [];
  const file = Uri.joinPath(folder, ".vscode", "settings.json");
  const lines = ((await readText(file).catch(() => undefined)) ?? "").split("\n");
  return names.map((name) => {
    const line = lines.findIndex((text) => text.includes(JSON.stringify(name)));
    const place = line < 0 ? { uri: folder.toString() } : { uri: file.toString(), line: line + 1 };
    return { name, folder: folder.toString(), ...place };
  });
}

function join(folder: string, path: string): string {
  const uri = Uri.parse(folder);
  if (/^[a-z]:[\\/]/i.test(path)) return Uri.file(path).toString();
  return (path.startsWith("/") ? Uri.joinPath(uri.with({ path: "/" }), path) : Uri.joinPath(uri, path)).toString();
}

/** In Restricted Mode somebody else's folder must not make the editor read files elsewhere. */
function refusalToRead(place: string): string | undefined {
  if (workspace.isTrusted || workspace.getWorkspaceFolder(Uri.parse(place)) !== undefined) return undefined;
  return l10n.t(
    "{0} is outside this workspace, which is in Restricted Mode, so it was not read. Trust the workspace to use it.",
    place,
  );
}
