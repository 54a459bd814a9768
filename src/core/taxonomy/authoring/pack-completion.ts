import { isMap, isScalar, isSeq, parseDocument } from "yaml";
import type { Span } from "../../text/span";
import { isReadablePack } from "../packs/yaml-reader";
import { type KeyShape, PACK_SHAPE, type Shape, type ValueRole } from "./pack-shape";

/** What can be written at a place of a pack. Offsets in UTF-16 code units of the source. */
export interface PackCompletion {
  /** What is replaced: the word around the place. */
  readonly span: Span;
  /** Keys that are not written yet, with what they mean; whether a colon follows already. */
  readonly keys: ReadonlyMap<string, KeyShape>;
  readonly hasColon: boolean;
  /** What a value, or a key that stands for something, is for. */
  readonly role?: ValueRole;
  /** Whether what is written under `role` is a key. */
  readonly isKey: boolean;
}

/** Stands in for the word at the place; no pack holds it. */
const STAND_IN = "\u{E000}here\u{E000}";
const WORD = /[\p{L}\p{N}_.#@-]/u;

/**
 * What belongs at a place of a pack that is being written. Only the top-level section around the place is read, so an error
 * elsewhere does no harm and a long pack costs little.
 *
 * @returns nothing where the place is in no known part of the format
 */
export function completePack(source: string, offset: number): PackCompletion | undefined {
  const line = { start: source.lastIndexOf("\n", offset - 1) + 1, end: endOfLine(source, offset) };
  if (isComment(source.slice(line.start, offset))) return undefined;
  const span = wordAround(source, offset, line);
  const { start, end } = sectionAround(source, line);
  const text = `${source.slice(start, span.start)}${STAND_IN}${source.slice(span.end, end)}`;
  if (!isReadablePack(text)) return undefined;
  const document = parseDocument(text, { logLevel: "silent", prettyErrors: false });
  const found = find(document.contents, PACK_SHAPE);
  if (found === undefined) return undefined;
  const hasColon = /^\s*:/.test(source.slice(span.end, line.end));
  const written = start === 0 && end === source.length ? [] : topLevelKeys(source);
  const keys = [...found.keys].filter(([key]) => !(found.isTop && written.includes(key)));
  return { ...found, span, keys: new Map(keys), hasColon };
}

type Found = Omit<PackCompletion, "span" | "hasColon"> & { readonly isTop: boolean };

function find(node: unknown, shape: Shape, isTop = true): Found | undefined {
  if (isScalar(node)) return isStandIn(node.value) ? atValue(shape, isTop) : undefined;
  if (isSeq(node)) {
    if (shape.kind === "list") return firstOf(node.items, (item) => find(item, shape.item, false));
    // A bracket that opens a term's optional word reads as a list until it is quoted.
    return undefined;
  }
  if (!isMap(node) || shape.kind !== "mapping") return undefined;
  const pairs = node.items;
  const written = new Set(pairs.map(({ key }) => (isScalar(key) ? String(key.value) : "")));
  return firstOf(pairs, ({ key, value }) => {
    if (isScalar(key) && isStandIn(key.value)) {
      const keys = new Map([...shape.keys].filter(([name]) => !written.has(name)));
      return shape.others === undefined
        ? { keys, isKey: true, isTop }
        : { keys, role: shape.others.role, isKey: true, isTop };
    }
    const name = isScalar(key) ? String(key.value) : "";
    const inside = shape.keys.get(name)?.value ?? shape.others?.value;
    return inside === undefined ? undefined : find(value, inside, false);
  });
}

/** A place where nothing tells yet whether a value or the first key of a mapping is to come. */
function atValue(shape: Shape, isTop: boolean): Found {
  const none = new Map<string, KeyShape>();
  switch (shape.kind) {
    case "text":
      return { keys: none, role: shape.role, isKey: false, isTop };
    case "list": {
      // Behind the colon of a list nothing can be written on the same line but a bracket.
      return { keys: none, isKey: false, isTop };
    }
    case "mapping": {
      const role = shape.short ?? shape.others?.role;
      const rest = { keys: shape.keys, isKey: shape.short === undefined, isTop };
      return role === undefined ? rest : { ...rest, role };
    }
  }
}

function firstOf<T>(items: readonly T[], probe: (item: T) => Found | undefined): Found | undefined {
  for (const item of items) {
    const found = probe(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isStandIn(value: unknown): boolean {
  return typeof value === "string" && value.includes(STAND_IN);
}

function isComment(before: string): boolean {
  return /(?:^|\s)#(?![\p{L}])/u.test(before) || /^\s*#/.test(before);
}

function wordAround(source: string, offset: number, line: Span): Span {
  let { start, end } = { start: offset, end: offset };
  while (start > line.start && WORD.test(source.charAt(start - 1)) && !isDash(source, start - 1)) start--;
  while (end < line.end && WORD.test(source.charAt(end))) end++;
  return { start, end };
}

/** Whether a hyphen begins an item of a list. */
function isDash(source: string, at: number): boolean {
  return source.charAt(at) === "-" && /(?:^|\n)[ -]*$/.test(source.slice(0, at)) && /\s/.test(source.charAt(at + 1));
}

/** From the line of the last top-level key at or above a line to the next one below it. */
function sectionAround(source: string, line: Span): Span {
  let { start } = line;
  // A word at the margin begins a section of its own.
  while (start > 0 && /^[\s#-]|^$/.test(source.slice(start, endOfLine(source, start)))) {
    start = start < 2 ? 0 : source.lastIndexOf("\n", start - 2) + 1;
  }
  let end = line.end;
  while (end < source.length && !/^[^\s#-]/.test(source.slice(end + 1, end + 2))) end = endOfLine(source, end + 1);
  return { start, end };
}

function topLevelKeys(source: string): string[] {
  return [...source.matchAll(/^([a-z]+)[ \t]*:/gm)].map(([, key]) => key!);
}

function endOfLine(source: string, from: number): number {
  const at = source.indexOf("\n", from);
  return at < 0 ? source.length : at;
}
