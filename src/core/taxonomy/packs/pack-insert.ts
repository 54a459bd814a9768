import { Document, isScalar, type Node, stringify, type YAMLMap, type YAMLSeq } from "yaml";
import type { Edit } from "../../text/span";

/** Longer lists and mappings go to lines of their own. In UTF-16 code units. */
const LONGEST_BRACKETS = 100;

/**
 * A mapping or list as YAML in the style of packs: a key a line, things with an id on lines of their own, short lists and
 * mappings in brackets. White space inside text becomes one space. Ends without a line break.
 */
export function packYaml(value: object): string {
  if (Array.isArray(value)) return value.map((item: unknown) => `- ${itemYaml(item)}`).join("\n");
  return Object.entries(value)
    .map(([key, part]) => `${flowYaml(key)}:${partYaml(part)}`)
    .join("\n");
}

function itemYaml(item: unknown): string {
  if (typeof item !== "object" || item === null) return scalarYaml(item);
  return "id" in item ? indented(packYaml(item), "  ").trimStart() : flowYaml(item);
}

function partYaml(part: unknown): string {
  if (typeof part !== "object" || part === null) return ` ${scalarYaml(part)}`;
  const short = flowYaml(part);
  return short.length <= LONGEST_BRACKETS ? ` ${short}` : `\n${indented(packYaml(part), "  ")}`;
}

function scalarYaml(value: unknown): string {
  return stringify(tidied(value), { lineWidth: 0 }).trimEnd();
}

/** A value on one line, as it can stand in brackets. */
function flowYaml(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flowYaml).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const pairs = Object.entries(value).map(([key, part]) => `${flowYaml(key)}: ${flowYaml(part)}`);
    return pairs.length === 0 ? "{}" : `{ ${pairs.join(", ")} }`;
  }
  const list = new Document([tidied(value)]);
  (list.contents as unknown as YAMLSeq).flow = true;
  return list.toString({ lineWidth: 0, flowCollectionPadding: false }).trim().slice(1, -1);
}

function tidied(value: unknown): unknown {
  return typeof value === "string" ? value.replace(/\s+/g, " ") : value;
}

/** The edit that gives a key of a mapping another value; a new key goes to the end, in the style of the mapping. */
export function setPair(source: string, mapping: YAMLMap, key: string, value: unknown): Edit {
  const pair = pairOf(mapping, key);
  if (pair === undefined) return insertPair(source, mapping, key, value);
  const start = source.indexOf(":", endOf(pair.key)) + 1;
  return { start, end: Math.max(start, endOf(pair.value) ?? start), text: ` ${flowYaml(value)}` };
}

function insertPair(source: string, mapping: YAMLMap, key: string, value: unknown): Edit {
  const last = mapping.items.at(-1);
  const end = endOf(last?.value) ?? endOf(last?.key) ?? mapping.range![0] + 1;
  if (mapping.flow === true) return at(end, `${last === undefined ? " " : ", "}${key}: ${flowYaml(value)}`);
  const indent = " ".repeat(columnOf(mapping.range![0], source));
  return at(lineEndAfter(end, source), onNewLine(indented(packYaml({ [key]: value }), indent), source));
}

/** The edit that puts a value into a list, before the item that has the index now. */
export function insertItem(source: string, list: YAMLSeq, index: number, value: unknown): Edit {
  const before = endOf(list.items[index - 1]);
  const first = list.items[0] as Node | undefined;
  if (list.flow === true) {
    if (first === undefined) return at(list.range![0] + 1, flowYaml(value));
    return before === undefined ? at(first.range![0], `${flowYaml(value)}, `) : at(before, `, ${flowYaml(value)}`);
  }
  const indent = " ".repeat(columnOf(list.range![0], source));
  const item = packYaml([value]);
  if (before !== undefined) return at(lineEndAfter(before, source), onNewLine(indented(item, indent), source));
  const lineBreak = lineBreakOf(source);
  return at(list.range![0], `${indented(item, indent).trimStart()}${lineBreak}${indent}`.replace(/\r?\n/g, lineBreak));
}

/** The edits that give a pack a key with items: behind a key that stands there without any, else at the end of the file. */
export function insertSection(source: string, root: YAMLMap, key: string, value: object): Edit {
  const pair = pairOf(root, key);
  const block = packYaml(value);
  if (root.flow === true) return setPair(source, root, key, value);
  if (pair === undefined) {
    const gap = source === "" || source.endsWith("\n") ? "" : lineBreakOf(source);
    return at(source.length, `${gap}${withLineBreaks(`${key}:\n${indented(block, "  ")}\n`, source)}`);
  }
  const start = source.indexOf(":", endOf(pair.key)) + 1;
  const end = Math.max(start, endOf(pair.value) ?? start);
  return { start, end, text: onNewLine(indented(block, "  "), source) };
}

/** Applies edits that do not overlap; those at one place keep their order. Offsets are those of the source. */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  const ordered = edits.map((edit, i) => ({ edit, i })).sort((a, b) => a.edit.start - b.edit.start || a.i - b.i);
  let text = "";
  let from = 0;
  for (const { edit } of ordered) {
    text += source.slice(from, edit.start) + edit.text;
    from = Math.max(from, edit.end);
  }
  return text + source.slice(from);
}

/** The one edit between two texts: all that differs, from the first change to the last. */
export function editBetween(before: string, after: string): Edit {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let kept = 0;
  while (kept < most - start && before[before.length - 1 - kept] === after[after.length - 1 - kept]) kept++;
  return { start, end: before.length - kept, text: after.slice(start, after.length - kept) };
}

function pairOf(mapping: YAMLMap, key: string) {
  return mapping.items.find((each) => isScalar(each.key) && each.key.value === key);
}

function at(offset: number, text: string): Edit {
  return { start: offset, end: offset, text };
}

function endOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[1];
}

/** The end of the line on which something ends; the parser counts blank lines below a block as part of it. */
function lineEndAfter(end: number, source: string): number {
  const found = /\r?\n|$/.exec(source.slice(source.slice(0, end).trimEnd().length))!;
  return source.slice(0, end).trimEnd().length + found.index;
}

function columnOf(offset: number, source: string): number {
  return offset - (source.lastIndexOf("\n", offset - 1) + 1);
}

function indented(text: string, indent: string): string {
  return text.replace(/^(?=.)/gm, indent);
}

function onNewLine(text: string, source: string): string {
  return withLineBreaks(`\n${text}`, source);
}

function withLineBreaks(text: string, source: string): string {
  return text.replace(/\n/g, lineBreakOf(source));
}

function lineBreakOf(source: string): string {
  return source.includes("\r\n") ? "\r\n" : "\n";
}
