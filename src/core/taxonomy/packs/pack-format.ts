import {
  type CST,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import type { Problem } from "../../problem";
import { PACK_SHAPE, type Shape } from "../authoring/pack-shape";
import type { Pack } from "../model";
import { parsePack } from "./pack-parser";

/**
 * Sorts a pack: keys as the guide lists them, entities by id, terms by their text, groups of terms by class. Everything else
 * stays as it is written, line by line.
 *
 * A comment directly above something, or on its line, goes with it. A comment with a blank line below it heads a section, and
 * nothing moves across it. Blank lines stay where they are. Sorting what is sorted changes nothing.
 *
 * @returns the sorted source, or why the pack cannot be sorted: its errors
 */
export function formatPack(source: string, uri: string): { source: string } | { problems: readonly Problem[] } {
  const { pack, problems } = parsePack(source, uri);
  if (pack === undefined) return { problems };
  const sorted = sortBlocks(sortFlows(source));
  return isSamePack(pack, parsePack(sorted, uri).pack) && sameLetters(source, sorted)
    ? { source: sorted }
    : { problems: [unsortable(uri)] };
}

function unsortable(uri: string): Problem {
  const message =
    "The pack is written in a way that sorting would change; write lists and keys on lines of their own and try again.";
  return { severity: "error", code: "pack.format", message, uri, line: 1, column: 1 };
}

function isSamePack(pack: Pack, other: Pack | undefined): boolean {
  return other !== undefined && meaningOf(pack) === meaningOf(other);
}

/** What a pack says, whatever its order and lines. */
function meaningOf({ entities, terms, ignore, classes, rules, themes, tests, ...head }: Pack): string {
  const sorted = (items: readonly object[]) => items.map(textOf).sort();
  const named = entities.map(({ terms: names, ...entity }) => ({ ...entity, names: sorted(names) }));
  return textOf([head, sorted(named), sorted(terms), sorted(ignore), classes, rules, themes, tests]);
}

function textOf(value: object): string {
  return JSON.stringify(value, (key, part: unknown) => (key === "line" ? undefined : part));
}

/** Whether two texts are made of the same letters, so that no comment is lost. */
function sameLetters(a: string, b: string): boolean {
  const letters = (text: string) => text.replace(/\s/g, "").split("").sort().join("");
  return letters(a) === letters(b);
}

function parse(source: string): Node | null {
  return parseDocument(source, { keepSourceTokens: true, logLevel: "silent" }).contents;
}

/** The items of bracketed lists and mappings, which change places among themselves. */
function sortFlows(source: string): string {
  const root = parse(source);
  return root === null ? source : new FlowSorter(source).render(root, PACK_SHAPE, 0, source.length);
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly key: string | number | undefined;
}

class FlowSorter {
  constructor(readonly source: string) {}

  /** The text of `[start, end)`, which holds a node, with everything in it sorted. */
  render(node: Node, shape: Shape | undefined, start = startOf(node), end = endOf(node)): string {
    const pieces = this.#piecesOf(node, shape);
    const isFlow = (isSeq(node) || isMap(node)) && node.flow === true && !holdsComment(node.srcToken);
    const inOrder = isFlow ? sortedByKey(pieces) : pieces;
    let text = "";
    let at = start;
    pieces.forEach((slot, i) => {
      text += this.source.slice(at, slot.start) + inOrder[i]!.text;
      at = slot.end;
    });
    return text + this.source.slice(at, end);
  }

  #piecesOf(node: Node, shape: Shape | undefined): Piece[] {
    if (isSeq(node)) {
      const item = shape?.kind === "list" ? shape.item : undefined;
      return (node.items as Node[]).map((each) => this.#piece(each, each, item, sortKeyOfItem(each, item)));
    }
    if (!isMap(node)) return [];
    return (node.items as Pair<Node, Node | null>[]).map(({ key, value }) => {
      const name = nameOf(key);
      return this.#piece(key, value ?? key, shapeUnder(shape, name), sortKeyOfKey(name, shape));
    });
  }

  #piece(first: Node, last: Node, shape: Shape | undefined, key: Piece["key"]): Piece {
    const [start, end] = [startOf(first), endOf(last)];
    const text =
      first === last ? this.render(last, shape) : this.source.slice(start, startOf(last)) + this.render(last, shape);
    return { start, end, text, key };
  }
}

/** Lists and mappings whose parts stand on lines of their own: the lines change places. */
function sortBlocks(source: string): string {
  const root = parse(source);
  if (!isMap(root) || root.flow === true) return source;
  const lines = new Lines(source);
  const [from, to] = [lines.lineOf(startOf(root)), lines.lineOf(source.slice(0, endOf(root)).trimEnd().length) + 1];
  const sorted = new BlockSorter(lines).collection(root, PACK_SHAPE, { from, to, lead: [] });
  return [...lines.texts.slice(0, from), ...sorted.hoisted, ...sorted.lines, ...lines.texts.slice(to)].join("\n");
}

/** The lines of a source, counted from 0, without their ends. */
class Lines {
  readonly texts: readonly string[];
  readonly #starts: number[] = [];

  constructor(source: string) {
    this.texts = source.split("\n");
    let at = 0;
    for (const text of this.texts) {
      this.#starts.push(at);
      at += text.length + 1;
    }
  }

  lineOf(offset: number): number {
    let [low, high] = [0, this.#starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  columnOf(offset: number): number {
    return offset - this.#starts[this.lineOf(offset)]!;
  }
}

/** Lines that hold a collection, and the comment lines above its first part. */
interface Region {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  readonly lead: readonly string[];
}

/** Sorted lines; the first begins at the column of the collection. */
interface SortedLines {
  /** Comments that belong above the first line. */
  readonly hoisted: readonly string[];
  readonly lines: readonly string[];
}

/** A part of a collection, with what stands above it. */
interface Part {
  /** Blank lines and comments that head a section; they stay in their place. */
  readonly gap: readonly string[];
  /** Comments that go with the part. */
  readonly attached: readonly string[];
  /** From the column of the collection. */
  readonly lines: readonly string[];
  readonly key: string | number | undefined;
}

class BlockSorter {
  constructor(readonly lines: Lines) {}

  collection(node: YAMLMap | YAMLSeq, shape: Shape | undefined, { from, to, lead }: Region): SortedLines {
    const starts = partStartsOf(node);
    const column = this.lines.columnOf(starts[0]!);
    const firstLines = starts.map((start, i) => (i === 0 ? from : this.lines.lineOf(start)));
    const ends = firstLines.map((_, i) => this.#endOfPart(firstLines[i + 1] ?? to, column));
    const parts = firstLines.map((first, i): Part => {
      const above = i === 0 ? lead : this.lines.texts.slice(ends[i - 1], first);
      const attachedFrom = above.findLastIndex((line) => line.trim() === "") + 1;
      const part = this.#part(node, i, shape, { from: first, to: ends[i]!, lead: [] }, column);
      return { ...part, gap: above.slice(0, attachedFrom), attached: [...above.slice(attachedFrom), ...part.attached] };
    });
    return joined(sortedInSections(parts), column, this.lines.texts.slice(ends.at(-1), to));
  }

  /** Leaves out the comments and blank lines at the end that stand at the column of the collection or before it. */
  #endOfPart(to: number, column: number): number {
    let end = to;
    while (/^\s*(?:#|$)/.test(this.lines.texts[end - 1]!) && indentOf(this.lines.texts[end - 1]!) <= column) end--;
    return end;
  }

  #part(
    node: YAMLMap | YAMLSeq,
    index: number,
    shape: Shape | undefined,
    region: Region,
    column: number,
  ): Omit<Part, "gap"> {
    if (isSeq(node)) {
      const item = node.items[index] as Node;
      const itemShape = shape?.kind === "list" ? shape.item : undefined;
      return { ...this.#value(item, itemShape, region, column), key: sortKeyOfItem(item, itemShape) };
    }
    const { key, value } = node.items[index] as Pair<Node, Node | null>;
    const name = nameOf(key);
    return { ...this.#value(value, shapeUnder(shape, name), region, column), key: sortKeyOfKey(name, shape) };
  }

  #value(
    value: Node | null,
    shape: Shape | undefined,
    { from, to }: Region,
    column: number,
  ): Omit<Part, "gap" | "key"> {
    const raw = [this.lines.texts[from]!.slice(column), ...this.lines.texts.slice(from + 1, to)];
    if (!isBlock(value)) return { attached: [], lines: raw };
    const start = partStartsOf(value)[0]!;
    const [first, inner] = [this.lines.lineOf(start), this.lines.columnOf(start)];
    const lead = this.lines.texts.slice(from + 1, first);
    const { hoisted, lines } = this.collection(value, shape, { from: first, to, lead });
    const [head = "", ...rest] = lines;
    if (first === from) {
      const above = hoisted.map((line) => " ".repeat(column) + line.trimStart());
      return { attached: above, lines: [this.lines.texts[from]!.slice(column, inner) + head, ...rest] };
    }
    const under = this.lines.texts[first]!.slice(0, inner) + head;
    return { attached: [], lines: [raw[0]!, ...hoisted, under, ...rest] };
  }
}

/** Puts sorted parts below each other; the first begins where the collection does. */
function joined(parts: readonly Part[], column: number, tail: readonly string[]): SortedLines {
  const indent = " ".repeat(column);
  const [first, ...others] = parts;
  const rest = others.flatMap(({ gap, attached, lines: [head = "", ...more] }) => [
    ...gap,
    ...attached,
    indent + head,
    ...more,
  ]);
  return { hoisted: [...first!.gap, ...first!.attached], lines: [...first!.lines, ...rest, ...tail] };
}

/** Sorts between the comments that head sections; gaps keep their places. */
function sortedInSections(parts: readonly Part[]): Part[] {
  const sections: Part[][] = [];
  for (const part of parts) {
    if (sections.length === 0 || part.gap.some((line) => line.trim() !== "")) sections.push([part]);
    else sections.at(-1)!.push(part);
  }
  return sections.flatMap((section) => sortedByKey(section).map((part, i) => ({ ...part, gap: section[i]!.gap })));
}

function isBlock(node: unknown): node is YAMLMap | YAMLSeq {
  return (isMap(node) || isSeq(node)) && node.flow !== true && node.items.length > 0;
}

/** Where the parts of a block collection begin: at their dash or key. */
function partStartsOf(node: YAMLMap | YAMLSeq): number[] {
  if (isMap(node)) return (node.items as Pair<Node>[]).map(({ key }) => startOf(key));
  const items = (node.srcToken as CST.BlockSequence).items;
  return items.flatMap(({ start }) => start.find(({ type }) => type === "seq-item-ind")?.offset ?? []);
}

function indentOf(line: string): number {
  return line.trim() === "" ? 0 : line.length - line.trimStart().length;
}

function shapeUnder(shape: Shape | undefined, key: string): Shape | undefined {
  if (shape?.kind !== "mapping") return undefined;
  return shape.keys.get(key)?.value ?? shape.others?.value;
}

/** What the items of a list are sorted by; nothing where their order is the author's. */
function sortKeyOfItem(node: Node, shape: Shape | undefined): string | undefined {
  if (shape?.kind !== "mapping") return undefined;
  if (shape.item === "term") return isMap(node) ? textAt(node, "text") : nameOf(node);
  return shape.item === "entity" && isMap(node) ? textAt(node, "id") : undefined;
}

/** What the keys of a mapping are sorted by; nothing where their order is the author's. */
function sortKeyOfKey(name: string, shape: Shape | undefined): string | number | undefined {
  if (shape?.kind !== "mapping") return undefined;
  if (shape.others?.role === "class-reference") return name;
  const place = [...shape.keys.keys()].indexOf(name);
  return place < 0 ? undefined : place;
}

function textAt(node: YAMLMap, key: string): string {
  return nameOf(node.get(key, true));
}

function nameOf(node: unknown): string {
  return isScalar(node) ? String(node.value).trim() : "";
}

/** A stable sort; where a part has no key, nothing moves. */
function sortedByKey<T extends { readonly key: string | number | undefined }>(parts: readonly T[]): T[] {
  if (parts.some(({ key }) => key === undefined)) return [...parts];
  return [...parts].sort((a, b) => compareKeys(a.key!, b.key!));
}

function compareKeys(a: string | number, b: string | number): number {
  if (typeof a === "number" || typeof b === "number") return Number(a) - Number(b);
  return compare(a.toLowerCase(), b.toLowerCase()) || compare(a, b);
}

function compare(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}

function holdsComment(token: CST.Token | undefined): boolean {
  return token?.type === "flow-collection" && JSON.stringify(token).includes('"type":"comment"');
}

function startOf({ range }: Node): number {
  return range![0];
}

function endOf({ range }: Node): number {
  return range![1];
}
