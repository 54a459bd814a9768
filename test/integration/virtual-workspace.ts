/**
 * An extension of the test rig: a file system in memory, so that the suite finds a writable workspace in a VS Code for the Web,
 * which has no files of its own. Its content comes from `workspace.json`, a map of paths to texts, beside this file.
 */
import {
  Disposable,
  EventEmitter,
  type ExtensionContext,
  type FileChangeEvent,
  FileChangeType,
  type FileStat,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  Uri,
  workspace,
} from "vscode";

const SCHEME = "healthgeo-test";

interface Entry {
  /** Absent: a folder. */
  content?: Uint8Array;
  readonly ctime: number;
  mtime: number;
}

class MemoryFileSystem implements FileSystemProvider {
  readonly #entries = new Map<string, Entry>([["/", { ctime: 0, mtime: 0 }]]);
  readonly #changed = new EventEmitter<FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;

  watch(): Disposable {
    return new Disposable(() => undefined);
  }

  stat(uri: Uri): FileStat {
    const { content, ctime, mtime } = this.#find(uri);
    const type = content === undefined ? FileType.Directory : FileType.File;
    return { type, ctime, mtime, size: content?.length ?? 0 };
  }

  readDirectory(uri: Uri): [string, FileType][] {
    this.#find(uri);
    const prefix = uri.path.endsWith("/") ? uri.path : `${uri.path}/`;
    return [...this.#entries]
      .map(([path, { content }]) => [path, content] as const)
      .filter(([path]) => path !== "/" && path.startsWith(prefix) && !path.slice(prefix.length).includes("/"))
      .map(([path, content]) => [
        path.slice(prefix.length),
        content === undefined ? FileType.Directory : FileType.File,
      ]);
  }

  createDirectory(uri: Uri): void {
    if (this.#entries.has(uri.path)) return;
    this.#findParent(uri);
    this.#put(uri, { ctime: Date.now(), mtime: Date.now() });
  }

  readFile(uri: Uri): Uint8Array {
    const { content } = this.#find(uri);
    if (content === undefined) throw FileSystemError.FileIsADirectory(uri);
    return content;
  }

  writeFile(uri: Uri, content: Uint8Array, options: { readonly create: boolean; readonly overwrite: boolean }): void {
    const existing = this.#entries.get(uri.path);
    if (existing === undefined && !options.create) throw FileSystemError.FileNotFound(uri);
    if (existing !== undefined && !options.overwrite) throw FileSystemError.FileExists(uri);
    this.#findParent(uri);
    this.#put(uri, { content, ctime: existing?.ctime ?? Date.now(), mtime: Date.now() });
  }

  delete(uri: Uri): void {
    this.#find(uri);
    for (const path of this.#pathsUnder(uri)) this.#entries.delete(path);
    this.#changed.fire([{ type: FileChangeType.Deleted, uri }]);
  }

  rename(source: Uri, target: Uri, options: { readonly overwrite: boolean }): void {
    this.#find(source);
    this.#findParent(target);
    if (!options.overwrite && this.#entries.has(target.path)) throw FileSystemError.FileExists(target);
    for (const path of this.#pathsUnder(source)) {
      this.#put(target.with({ path: target.path + path.slice(source.path.length) }), this.#entries.get(path)!);
    }
    this.delete(source);
  }

  #find(uri: Uri): Entry {
    const entry = this.#entries.get(uri.path);
    if (entry === undefined) throw FileSystemError.FileNotFound(uri);
    return entry;
  }

  #findParent(uri: Uri): void {
    this.#find(Uri.joinPath(uri, ".."));
  }

  #pathsUnder(uri: Uri): string[] {
    return [...this.#entries.keys()].filter((path) => path === uri.path || path.startsWith(`${uri.path}/`));
  }

  #put(uri: Uri, entry: Entry): void {
    const type = this.#entries.has(uri.path) ? FileChangeType.Changed : FileChangeType.Created;
    this.#entries.set(uri.path, entry);
    this.#changed.fire([{ type, uri }]);
  }
}

export async function activate(context: ExtensionContext): Promise<void> {
  const files = new MemoryFileSystem();
  const source = await workspace.fs.readFile(Uri.joinPath(context.extensionUri, "workspace.json"));
  const texts = JSON.parse(new TextDecoder().decode(source)) as Record<string, string>;
  for (const [path, text] of Object.entries(texts)) {
    createParents(files, path);
    const uri = Uri.from({ scheme: SCHEME, path });
    files.writeFile(uri, new TextEncoder().encode(text), { create: true, overwrite: true });
  }
  context.subscriptions.push(workspace.registerFileSystemProvider(SCHEME, files, { isCaseSensitive: true }));
}

function createParents(files: MemoryFileSystem, path: string): void {
  const folders = path.split("/").slice(1, -1);
  for (const index of folders.keys()) {
    files.createDirectory(Uri.from({ scheme: SCHEME, path: `/${folders.slice(0, index + 1).join("/")}` }));
  }
}
