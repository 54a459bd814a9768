import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import type { Problem } from "../../problem";
import { readPlainYaml } from "./plain-yaml";

/** A larger file is not a pack that people review, and `yaml` would take gigabytes for it. In UTF-16 code units. */
const MAX_SOURCE_LENGTH = 8_000_000;
/** A larger file is refused even where it is as plain as imports of thesauri are. */
const MAX_PLAIN_LENGTH = 32_000_000;
/** A larger file need not even be read: a UTF-16 code unit has three bytes of UTF-8 at most. */
export const MAX_PACK_BYTES = 3 * MAX_PLAIN_LENGTH;
/** From this length on, reading plain YAML without `yaml` is worth the try. */
const LONG_SOURCE = 200_000;
const MAX_NESTING = 32;

/** A value of a YAML file together with its place, so that whoever reads it can say where it is wrong. */
export interface YamlNode {
  readonly node: Node;
  readonly line: number;
  /** The key whose value it is. */
  readonly key?: Node;
}

/** The values of a mapping, by their keys. */
export type YamlEntries = ReadonlyMap<string, YamlNode>;

/** Whether a source is small and shallow enough to be parsed as a pack. */
export function isReadablePack(source: string): boolean {
  return source.length <= MAX_SOURCE_LENGTH && nestingOf(source) <= MAX_NESTING;
}

/** Reads YAML into typed values; everything that does not fit becomes a problem at its line, never an exception. */
export class YamlReader {
  readonly problems: Problem[] = [];
  readonly #lines = new LineCounter();
  #source = "";

  constructor(readonly uri: string) {}

  /** The root of the file, or nothing where it is not usable YAML (the problems say why). */
  parse(source: string): YamlNode | undefined {
    this.#source = source;
    const plain = isLong(source) ? readPlainYaml(source, this.#lines) : undefined;
    if (plain !== undefined) return { node: plain, line: 1 };
    if (source.length > MAX_SOURCE_LENGTH) {
      this.#report(
        "pack.too-large",
        `The file is larger than ${MAX_SOURCE_LENGTH / 1e6} MB; split it into several packs.`,
        [0, 0],
      );
      return undefined;
    }
    if (nestingOf(source) > MAX_NESTING) {
      this.#report("pack.too-deep", `The file nests more than ${MAX_NESTING} levels deep; a pack needs five.`, [0, 0]);
      return undefined;
    }
    const document = parseDocument(source, { lineCounter: this.#lines, logLevel: "silent", prettyErrors: false });
    for (const error of document.errors) {
      this.#report("pack.yaml", `This is not valid YAML: ${firstSentence(error.message)}`, error.pos);
    }
    if (document.errors.length > 0) return undefined;
    if (document.contents === null) {
      this.#report("pack.empty", "The file is empty; a pack starts with id, title, version and language.", [0, 0]);
      return undefined;
    }
    return { node: document.contents as Node, line: 1 };
  }

  error(place: YamlNode, code: string, message: string): undefined {
    const [start, end] = place.node.range ?? [0, 0];
    this.#report(code, message, [start, end]);
  }

  mapping(place: YamlNode, what: string): YamlEntries | undefined {
    if (!this.#isUsable(place)) return undefined;
    if (!isMap(place.node))
      return this.error(place, "pack.type", `${capitalize(what)} must be a mapping of keys to values.`);
    const entries = new Map<string, YamlNode>();
    for (const { key, value } of place.node.items) {
      const keyNode = key as Node;
      const name = isScalar(keyNode) ? String(keyNode.value) : undefined;
      if (name === undefined) this.error(this.at(keyNode), "pack.type", `A key of ${what} must be plain text.`);
      else if (value === null) this.error(this.at(keyNode), "pack.type", `The key "${name}" of ${what} has no value.`);
      else entries.set(name, { ...this.at(value as Node), key: keyNode });
    }
    return entries;
  }

  sequence(place: YamlNode, what: string): readonly YamlNode[] {
    if (!this.#isUsable(place)) return [];
    if (isScalar(place.node) && place.node.value === null) return [];
    if (isSeq(place.node)) return place.node.items.map((item) => this.at(item as Node));
    this.error(place, "pack.type", `${capitalize(what)} must be a list ("- item" lines or [a, b]).`);
    return [];
  }

  /** Text; numbers and truth values are taken as written. */
  text(place: YamlNode, what: string): string | undefined {
    if (!this.#isUsable(place)) return undefined;
    if (isScalar(place.node)) {
      const { value, source } = place.node;
      if (typeof value === "string" && value.trim() !== "") return value.trim();
      if (typeof value === "number" || typeof value === "boolean") return source ?? String(value);
    }
    return this.error(place, "pack.type", `${capitalize(what)} must be text that is not empty.`);
  }

  boolean(place: YamlNode, what: string): boolean | undefined {
    if (isScalar(place.node) && typeof place.node.value === "boolean") return place.node.value;
    return this.error(place, "pack.type", `${capitalize(what)} must be true or false.`);
  }

  texts(place: YamlNode, what: string): readonly string[] {
    return this.sequence(place, what)
      .map((item) => this.text(item, `each item of ${what}`))
      .filter((text) => text !== undefined);
  }

  /** The values of a mapping by key; keys other than the `known` ones are problems. */
  entries(place: YamlNode, known: readonly string[], what: string): YamlEntries | undefined {
    const entries = this.mapping(place, what);
    if (entries !== undefined) this.checkKeys(entries, known, what);
    return entries;
  }

  /** What `read` makes of each item of the list under a key; nothing where the key is missing. */
  items<T>(entries: YamlEntries, key: string, read: (item: YamlNode) => T | undefined): T[] {
    const place = entries.get(key);
    if (place === undefined) return [];
    return this.sequence(place, `"${key}"`)
      .map(read)
      .filter((value) => value !== undefined);
  }

  /** The text under a key; a problem of `owner` where the key is missing. */
  required(entries: YamlEntries, key: string, what: string, owner: YamlNode): string | undefined {
    const place = entries.get(key);
    if (place !== undefined) return this.text(place, `"${key}"`);
    return this.error(owner, "pack.missing-key", `The key "${key}" is missing from ${what}; add it.`);
  }

  /** Reports keys that mean nothing, with the nearest known one as remedy. */
  checkKeys(entries: YamlEntries, known: readonly string[], what: string): void {
    for (const [key, place] of entries) {
      if (known.includes(key)) continue;
      const at = place.key === undefined ? place : this.at(place.key);
      this.error(at, "pack.unknown-key", `"${key}" is not a key of ${what}; the keys are ${known.join(", ")}.`);
    }
  }

  at(node: Node): YamlNode {
    return { node, line: this.#lines.linePos(node.range?.[0] ?? 0).line };
  }

  isScalar(place: YamlNode): boolean {
    return isScalar(place.node);
  }

  /** Aliases can make a small file stand for a huge one, and packs have no use for them. */
  #isUsable(place: YamlNode): boolean {
    if (!isAlias(place.node)) return true;
    this.error(place, "pack.alias", "Packs have no YAML aliases; write the value out.");
    return false;
  }

  /** Reports a range of the source, cut down to its first line: more would underline half the file. */
  #report(code: string, message: string, [start, end]: readonly [start: number, end: number]): void {
    const { line, col } = this.#lines.linePos(start);
    const place = { line: Math.max(1, line), column: Math.max(1, col) };
    const lineEnd = this.#source.slice(start, end).search(/[\r\n]/);
    const length = lineEnd < 0 ? end - start : lineEnd;
    const range = length > 0 ? { ...place, endLine: place.line, endColumn: place.column + length } : place;
    this.problems.push({ severity: "error", code, message, uri: this.uri, ...range });
  }
}

function isLong({ length }: string): boolean {
  return length > LONG_SOURCE && length <= MAX_PLAIN_LENGTH;
}

function firstSentence(message: string): string {
  return `${message.split("\n", 1)[0]!.replace(/[.:\s]+$/, "")}.`;
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** An upper bound of the nesting, from indentation, list markers and brackets; a parser would recurse as deep. */
function nestingOf(source: string): number {
  let deepest = 0;
  let brackets = 0;
  for (const line of source.split("\n")) {
    const content = line.trimStart();
    if (content.startsWith("#")) continue;
    const markers = /^(?:[-?:]\s+)*/.exec(content)![0].length / 2;
    deepest = Math.max(deepest, (line.length - content.length) / 2 + markers + brackets);
    for (const character of content) {
      if (character === "[" || character === "{") deepest = Math.max(deepest, ++brackets);
      else if (character === "]" || character === "}") brackets = Math.max(0, brackets - 1);
    }
    brackets = Math.min(brackets, 64);
  }
  return deepest;
}
