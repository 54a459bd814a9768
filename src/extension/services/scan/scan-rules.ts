import ignore, { type Ignore } from "ignore";

/** Folders that hold no text of anybody: git's own and ours. */
const NEVER = new Set([".git", ".healthgeo"]);

/**
 * Patterns for paths, with the wildcards of the editor's settings: `*`, `**`, `?`, `[…]` and `{a,b}`. One without a slash holds in
 * every folder. Case does not matter.
 */
export class Globs {
  readonly #rules: Ignore;

  constructor(globs: readonly string[]) {
    this.#rules = ignore().add(globs.flatMap(withoutBraces).map(escapeFirst));
  }

  /** @param path relative, with slashes; that of a folder ends with one */
  matches(path: string): boolean {
    return this.#rules.ignores(path);
  }
}

/** The `.gitignore` files of a folder and of the folders in it. A deeper one has the last word, as in git. */
export class Gitignores {
  /** By the path of their folder, which ends with a slash; that of the root is empty. */
  readonly #rules = new Map<string, Ignore>();

  add(folder: string, source: string): void {
    this.#rules.set(folder, ignore().add(source));
  }

  /** Whether a path is ignored by itself: that of a folder ends with a slash. */
  ignores(path: string): boolean {
    for (const folder of foldersOf(path).reverse()) {
      const verdict = this.#rules.get(folder)?.test(path.slice(folder.length));
      if (verdict?.ignored === true) return true;
      if (verdict?.unignored === true) return false;
    }
    return false;
  }
}

/** Which files of a folder are scanned. Paths are relative to it, with slashes. */
export class ScanRules {
  readonly gitignores = new Gitignores();
  readonly #include: Globs;
  readonly #exclude: Globs;

  constructor(include: readonly string[], exclude: readonly string[]) {
    this.#include = new Globs(include);
    this.#exclude = new Globs(exclude);
  }

  /** Whether to look into a folder whose own folder is looked into; its path ends with a slash. */
  enters(folder: string): boolean {
    return !NEVER.has(folder.split("/").at(-2)!) && !this.#exclude.matches(folder) && !this.gitignores.ignores(folder);
  }

  /** Whether a file is scanned whose folder is looked into. */
  takes(file: string): boolean {
    return this.#include.matches(file) && !this.#exclude.matches(file) && !this.gitignores.ignores(file);
  }

  /** Whether a file is scanned, wherever it stands. */
  reaches(file: string): boolean {
    return (
      foldersOf(file)
        .slice(1)
        .every((folder) => this.enters(folder)) && this.takes(file)
    );
  }
}

/** The folders above a path, the root (an empty path) first. */
function foldersOf(path: string): string[] {
  const names = path.split("/").slice(0, path.endsWith("/") ? -2 : -1);
  return ["", ...names.map((_, i) => `${names.slice(0, i + 1).join("/")}/`)];
}

/** More alternatives than anybody writes; a hostile setting stops here. */
const MOST_ALTERNATIVES = 1000;

/** `*.{md,txt}` as `*.md` and `*.txt`. */
function withoutBraces(glob: string): string[] {
  const done: string[] = [];
  const open = [glob];
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const [braces, inner] = /\{([^{}]*)\}/.exec(next) ?? [];
    if (braces === undefined) done.push(next);
    else for (const part of inner!.split(",")) open.push(next.replace(braces, () => part));
    if (done.length + open.length > MOST_ALTERNATIVES) break;
  }
  return done;
}

/** An exclamation mark or a number sign at the beginning means something to git, and nothing to the editor. */
function escapeFirst(glob: string): string {
  return /^[!#]/.test(glob) ? `\\${glob}` : glob;
}
