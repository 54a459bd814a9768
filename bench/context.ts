import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type TermCount, TERM_COUNTS } from "./corpus/terms";

/** Where the bench keeps what it downloads and generates, all under the project's cache folder. */
export interface Folders {
  /** The peers and corpora, installed by npm. */
  readonly peers: string;
  /** The texts and terms that `prepareCorpus` writes. */
  readonly corpus: string;
}

export const TEXT_SIZES = { "1MB": 1_000_000, "10MB": 10_000_000 } as const;
export type TextSize = keyof typeof TEXT_SIZES;

/** What every row works with: the same texts, the same terms, the same peers. */
export class Context {
  readonly #require: NodeJS.Require;

  constructor(readonly folders: Folders) {
    this.#require = createRequire(join(folders.peers, "package.json"));
  }

  /** Prose in plain text, blank lines between the paragraphs. */
  text(size: TextSize): string {
    return readFileSync(this.textFile(size), "utf8");
  }

  terms(count: TermCount): string[] {
    return readFileSync(this.termsFile(count), "utf8").trim().split("\n");
  }

  textFile(size: TextSize): string {
    return join(this.folders.corpus, `text-${size}.txt`);
  }

  /** One term a line. */
  termsFile(count: TermCount): string {
    return join(this.folders.corpus, `terms-${TERM_COUNTS[count]}.txt`);
  }

  /** A peer that is a CommonJS package. */
  require(name: string): unknown {
    return this.#require(name);
  }

  /** A file of a peer that is an ES module. */
  async import(name: string, path: string): Promise<unknown> {
    return await import(pathToFileURL(this.packageFile(name, path)).href);
  }

  packageFile(name: string, ...path: string[]): string {
    return join(this.folders.peers, "node_modules", name, ...path);
  }
}
