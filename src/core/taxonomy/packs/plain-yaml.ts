import { type LineCounter, type Node, Pair, Scalar, YAMLMap, YAMLSeq } from "yaml";
import { isPlainInBlock, isPlainInBrackets, isText } from "./plain-scalars";

/** Thrown inside this file where the source is more than plain. */
const NOT_PLAIN = new Error("not plain");

const KEY = /([A-Za-z][\w.-]*):(?: +|$)/y;
const DASH = /- +/y;
const QUOTED = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const SPACES = / */y;
/** What may stand before a comma or bracket between brackets. */
const WORDS = /[^,[\]{}:"#]+/y;
/** Brackets in brackets; packs need two. */
const MAX_DEPTH = 4;

/**
 * Reads the part of YAML that imports write: keys, lists, and on each line one text without special characters, a text in
 * double quotes, or such texts in brackets. The nodes are those that `yaml` itself would make, in a fifth of its time and
 * memory, which thesauri of 100,000 terms need. Tests hold the two together.
 *
 * @param lines gets the beginnings of all lines, as `yaml` would count them
 * @returns nothing where the source has anything else in it, a comment behind a value for instance
 */
export function readPlainYaml(source: string, lines: LineCounter): Node | undefined {
  try {
    const root = new PlainReader(source).read();
    for (let at = 0; ;) {
      lines.addNewLine(at);
      at = source.indexOf("\n", at) + 1;
      if (at === 0) return root;
    }
  } catch (error) {
    if (error === NOT_PLAIN) return undefined;
    throw error;
  }
}

class PlainReader {
  /** The current line with content: column of its content, where that begins, and where the line ends. */
  #indent = -1;
  #at = 0;
  #end = -1;
  #text = "";

  constructor(readonly source: string) {}

  read(): Node {
    this.#next();
    if (this.#indent !== 0) throw NOT_PLAIN;
    const root = this.#block(0);
    if (!this.#isAtEnd()) throw NOT_PLAIN;
    return root;
  }

  #isAtEnd(): boolean {
    return this.#indent < 0;
  }

  /** Goes to the next line with content; after the last one, the indent is -1. */
  #next(): void {
    for (;;) {
      const start = this.#end + 1;
      if (start > this.source.length) {
        this.#indent = -1;
        return;
      }
      const stop = this.source.indexOf("\n", start);
      this.#end = stop < 0 ? this.source.length : stop;
      const line = this.source.slice(start, this.#end);
      const column = matchAt(SPACES, line, 0)![0].length;
      if (column === line.length || line[column] === "#") continue;
      this.#indent = column;
      this.#at = start + column;
      this.#text = line.slice(column);
      return;
    }
  }

  #block(indent: number): Node {
    return matchAt(DASH, this.#text, 0) === undefined ? this.#mapping(indent) : this.#sequence(indent);
  }

  #mapping(indent: number): YAMLMap {
    const start = this.#at;
    const map = new YAMLMap();
    const keys = new Set<string>();
    while (this.#indent === indent) {
      const [whole, name] = matchAt(KEY, this.#text, 0) ?? throwNotPlain();
      if (name === undefined || keys.has(name) || !isText(name)) throw NOT_PLAIN;
      keys.add(name);
      const key = scalar(name, this.#at, this.#at + name.length);
      const rest = whole.length;
      map.items.push(new Pair(key, rest === this.#text.length ? this.#nested(indent) : this.#inline(rest, indent)));
    }
    return ranged(map, start, this.#at);
  }

  #sequence(indent: number): YAMLSeq {
    const start = this.#at;
    const list = new YAMLSeq();
    while (this.#indent === indent) {
      const dash = matchAt(DASH, this.#text, 0)?.[0].length;
      if (dash === undefined) throw NOT_PLAIN;
      if (matchAt(KEY, this.#text, dash) === undefined) list.items.push(this.#inline(dash, indent));
      else {
        this.#indent += dash;
        this.#at += dash;
        this.#text = this.#text.slice(dash);
        list.items.push(this.#mapping(this.#indent));
      }
    }
    return ranged(list, start, this.#at);
  }

  /** The block below a key that ends its line. */
  #nested(indent: number): Node {
    this.#next();
    if (this.#indent <= indent) throw NOT_PLAIN;
    return this.#block(this.#indent);
  }

  /** The value on the current line from `from` on; a deeper line after it would go on with it. */
  #inline(from: number, indent: number): Node {
    const text = this.#text;
    const [start, base] = [this.#at + from, this.#at];
    const first = text[from];
    let node: Node;
    if (first === '"' || first === "[" || first === "{") {
      const flow = new FlowReader(text, from, base);
      node = flow.value();
      if (flow.at !== text.length) throw NOT_PLAIN;
    } else {
      const value = text.slice(from);
      if (!isPlainInBlock(value)) throw NOT_PLAIN;
      node = scalar(value, start, this.#end);
    }
    this.#next();
    if (this.#indent > indent) throw NOT_PLAIN;
    return node;
  }
}

/** Reads texts in quotes, brackets and braces on one line. */
class FlowReader {
  #depth = 0;

  constructor(
    readonly text: string,
    public at: number,
    /** Offset of the text in the source. */
    readonly base: number,
  ) {}

  value(): Node {
    const character = this.text[this.at];
    if (character === "[") return this.#list();
    if (character === "{") return this.#map();
    return character === '"' ? this.#quoted() : this.#plain();
  }

  #list(): YAMLSeq {
    const list = new YAMLSeq();
    const start = this.#open();
    while (!this.#closes("]", list.items.length)) list.items.push(this.value());
    return ranged(list, start, this.base + this.at);
  }

  #map(): YAMLMap {
    const map = new YAMLMap();
    const keys = new Set<string>();
    const start = this.#open();
    while (!this.#closes("}", map.items.length)) {
      const key = this.text[this.at] === '"' ? this.#quoted() : this.#plain();
      const name = key.value as string;
      if (this.text[this.at] !== ":" || this.text[this.at + 1] !== " " || keys.has(name)) throw NOT_PLAIN;
      keys.add(name);
      this.at++;
      this.#skip();
      map.items.push(new Pair(key, this.value()));
    }
    return ranged(map, start, this.base + this.at);
  }

  #open(): number {
    if (++this.#depth > MAX_DEPTH) throw NOT_PLAIN;
    return this.base + this.at++;
  }

  /** Passes what parts the items; whether the list ends here. */
  #closes(bracket: string, count: number): boolean {
    this.#skip();
    if (this.text[this.at] === bracket) {
      this.at++;
      this.#depth--;
      return true;
    }
    if (count === 0) return false;
    if (this.text[this.at] !== ",") throw NOT_PLAIN;
    this.at++;
    this.#skip();
    // A comma before the end is allowed in YAML, but nothing that we write.
    if (this.text[this.at] === bracket) throw NOT_PLAIN;
    return false;
  }

  #quoted(): Scalar {
    const written = matchAt(QUOTED, this.text, this.at)?.[0];
    if (written === undefined) throw NOT_PLAIN;
    const start = this.base + this.at;
    this.at += written.length;
    return scalar(JSON.parse(written) as string, start, this.base + this.at);
  }

  #plain(): Scalar {
    const written = matchAt(WORDS, this.text, this.at)?.[0].trimEnd() ?? "";
    const isTruth = written === "true" || written === "false";
    if (!isTruth && !isPlainInBrackets(written)) throw NOT_PLAIN;
    const start = this.base + this.at;
    this.at += written.length;
    return scalar(isTruth ? written === "true" : written, start, this.base + this.at, written);
  }

  #skip(): void {
    while (this.text[this.at] === " ") this.at++;
  }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

function throwNotPlain(): never {
  throw NOT_PLAIN;
}

function scalar(value: string | boolean, start: number, end: number, source?: string): Scalar {
  const node = new Scalar(value);
  if (source !== undefined) node.source = source;
  return ranged(node, start, end);
}

function ranged<T extends Node>(node: T, start: number, end: number): T {
  node.range = [start, end, end];
  return node;
}
