import { readdir, readFile, stat } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { Gitignores, type LeftOutFile, NO_PROSE_GLOBS, PROSE_GLOBS, ScanRules } from "../../core";
import { UsageError } from "../command";

const GITIGNORE = ".gitignore";

export interface FileChoice {
  /** Patterns for paths in the folder; what prose is written in if absent. */
  readonly include?: readonly string[] | undefined;
  readonly exclude?: readonly string[] | undefined;
}

/** The files of a folder and of the folders in it. */
export interface FoundFiles {
  /** Relative to the folder, with slashes; sorted by code units. */
  readonly paths: readonly string[];
  /** Folders that could not be read. */
  readonly leftOut: readonly LeftOutFile[];
}

/**
 * Finds the prose files of a folder. What git ignores is left out, also where the `.gitignore` stands above the folder; links to
 * other folders are not followed, for they may lead in a circle. A folder that cannot be read is a usage error.
 */
export async function findFiles(folder: string, { include, exclude = [] }: FileChoice): Promise<FoundFiles> {
  const info = await stat(folder).catch(() => undefined);
  if (info?.isDirectory() !== true) throw new UsageError(`${folder}: is not a folder that can be read.`);
  const rules = new ScanRules(include ?? PROSE_GLOBS, [...NO_PROSE_GLOBS, ...exclude]);
  const walk = new Walk(folder, rules, await rulesAbove(folder));
  await walk.enter("");
  return { paths: walk.paths.sort(), leftOut: walk.leftOut };
}

class Walk implements FoundFiles {
  readonly paths: string[] = [];
  readonly leftOut: LeftOutFile[] = [];

  constructor(
    readonly folder: string,
    readonly rules: ScanRules,
    readonly isIgnoredAbove: (path: string) => boolean,
  ) {}

  /** @param path of a folder, relative, with a slash at its end; empty for the root */
  async enter(path: string): Promise<void> {
    const entries = await readdir(join(this.folder, path), { withFileTypes: true }).catch(() => undefined);
    if (entries === undefined) {
      this.leftOut.push({ path, reason: "This folder cannot be read. Check its permissions." });
      return;
    }
    if (entries.some(({ name }) => name === GITIGNORE)) {
      this.rules.gitignores.add(path, await readRules(join(this.folder, path)));
    }
    for (const entry of entries) {
      const inside = `${path}${entry.name}${entry.isDirectory() ? "/" : ""}`;
      if (this.isIgnoredAbove(inside)) continue;
      if (entry.isDirectory()) {
        if (this.rules.enters(inside)) await this.enter(inside);
      } else if (this.rules.takes(inside) && (await isFile(join(this.folder, inside)))) this.paths.push(inside);
    }
  }
}

/** Tells what the `.gitignore` files between a folder and the root of its repository ignore; nothing outside a repository. */
async function rulesAbove(folder: string): Promise<(path: string) => boolean> {
  const root = await repositoryOf(resolve(folder));
  if (root === undefined) return () => false;
  const inRepository = relative(root, resolve(folder)).split(sep).join("/");
  const prefix = inRepository === "" ? "" : `${inRepository}/`;
  const rules = new Gitignores();
  for (let at = prefix; at !== "";) {
    at = at.slice(0, at.lastIndexOf("/", at.length - 2) + 1);
    rules.add(at, await readRules(join(root, at)));
  }
  // Who names a folder that git ignores means it.
  return prefix === "" || rules.ignores(prefix) ? () => false : (path) => rules.ignores(prefix + path);
}

async function repositoryOf(folder: string): Promise<string | undefined> {
  for (let at = folder; ; at = dirname(at)) {
    const isRoot = await stat(join(at, ".git")).then(
      () => true,
      () => false,
    );
    if (isRoot) return at;
    if (dirname(at) === at) return undefined;
  }
}

/** A file that is missing or cannot be read ignores nothing. */
async function readRules(folder: string): Promise<string> {
  return readFile(join(folder, GITIGNORE), "utf8").catch(() => "");
}

/** A link that leads nowhere is none; it is found again when it is read. */
async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (info) => info.isFile(),
    () => true,
  );
}
