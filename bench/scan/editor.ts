/** As much of the editor's API as the corpus service touches, on the files of this computer. */
import {
  mkdir,
  readdir,
  readFile,
  rename as renameFile,
  rm,
  stat as statFile,
  writeFile as write,
} from "node:fs/promises";
import { readFileSync } from "node:fs";
import { EventEmitter as Events } from "node:events";
import { posix } from "node:path";

export enum FileType {
  Unknown = 0,
  File = 1,
  Directory = 2,
  SymbolicLink = 64,
}

export enum ConfigurationTarget {
  Global = 1,
  Workspace = 2,
}

export class FileSystemError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** What a tab or a watcher is about; there are none. */
class Nothing {
  readonly isStandIn = true;
}
export { Nothing as RelativePattern, Nothing as TabInputText, Nothing as TabInputTextDiff };

export class Uri {
  readonly scheme = "file";

  private constructor(readonly path: string) {}

  static file(path: string): Uri {
    return new Uri(path);
  }

  static parse(text: string): Uri {
    return new Uri(decodeURI(text.replace("file://", "")));
  }

  static joinPath({ path }: Uri, ...names: string[]): Uri {
    return new Uri(posix.join(path, ...names));
  }

  toString(): string {
    return `file://${encodeURI(this.path)}`;
  }
}

export class EventEmitter<T> {
  readonly #events = new Events();

  readonly event = (listener: (value: T) => void) => {
    this.#events.on("fire", listener);
    return { dispose: () => this.#events.off("fire", listener) };
  };

  fire(value: T): void {
    this.#events.emit("fire", value);
  }

  dispose(): void {
    this.#events.removeAllListeners();
  }
}

const never = () => ({ dispose: () => undefined });

export const window = { tabGroups: { all: [], onDidChangeTabs: never } };
export const l10n = { t: (text: string) => text };

interface Manifest {
  readonly contributes: {
    readonly configuration: { readonly properties: Record<string, { readonly default: unknown }> };
  };
}

let root = "";
let settings: Manifest["contributes"]["configuration"]["properties"] = {};

/** Makes a folder the workspace, and the defaults of a manifest the settings. */
export function openWorkspace(folder: string, manifest: string): void {
  root = folder;
  ({ properties: settings } = (JSON.parse(readFileSync(manifest, "utf8")) as Manifest).contributes.configuration);
}

const folder = {
  name: "bench",
  index: 0,
  get uri() {
    return Uri.file(root);
  },
};

export const workspace = {
  get workspaceFolders() {
    return [folder];
  },
  getWorkspaceFolder: ({ path }: Uri) => (path.startsWith(`${root}/`) ? folder : undefined),
  asRelativePath: ({ path }: Uri) => path.slice(root.length + 1),
  getConfiguration: (section: string) => ({
    get: (key: string, fallback: unknown) => settings[`${section}.${key}`]?.default ?? fallback,
  }),
  onDidChangeWorkspaceFolders: never,
  onDidChangeConfiguration: never,
  createFileSystemWatcher: () => ({
    onDidChange: never,
    onDidCreate: never,
    onDidDelete: never,
    dispose: () => undefined,
  }),
  fs: {
    stat: ({ path }: Uri) =>
      orNotFound(async () => {
        const found = await statFile(path);
        const type = found.isDirectory() ? FileType.Directory : FileType.File;
        return { type, mtime: found.mtimeMs, ctime: found.ctimeMs, size: found.size };
      }),
    readDirectory: ({ path }: Uri) =>
      orNotFound(async () => {
        const entries = await readdir(path, { withFileTypes: true });
        return entries.map((entry) => [entry.name, entry.isDirectory() ? FileType.Directory : FileType.File] as const);
      }),
    readFile: ({ path }: Uri) => orNotFound(() => readFile(path)),
    writeFile: ({ path }: Uri, content: Uint8Array) => write(path, content),
    createDirectory: ({ path }: Uri) => mkdir(path, { recursive: true }),
    rename: (from: Uri, to: Uri) => renameFile(from.path, to.path),
    delete: ({ path }: Uri) => orNotFound(() => rm(path)),
  },
};

async function orNotFound<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") throw new FileSystemError("FileNotFound", String(error));
    throw error;
  }
}
