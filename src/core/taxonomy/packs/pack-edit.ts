import { isSeq, type Node, parseDocument, stringify, type YAMLSeq } from "yaml";
import type { Problem } from "../../problem";
import { parsePack } from "./pack-parser";

/** The source of a new workspace pack without content. */
export function newWorkspacePack(title: string): string {
  const head = stringify({ id: "workspace", title, version: "1.0.0", language: "en" });
  return `# Knowledge of this workspace; wins over the built-in packs.\n${head}`;
}

/**
 * The source of a pack with a phrase added to its ignore list; every other character stays as it is.
 *
 * @returns the new source, or the problems that keep the pack from being edited
 */
export function addIgnoredTerm(
  source: string,
  phrase: string,
  uri: string,
): { source: string } | { problems: readonly Problem[] } {
  const { pack, problems } = parsePack(source, uri);
  if (pack === undefined) return { problems };
  if (pack.ignore.some((term) => term.text === phrase)) return { source };
  const list = parseDocument(source).get("ignore", true) as Node | undefined;
  const item = stringify(phrase, { lineWidth: 0, defaultStringType: "PLAIN" }).trimEnd();
  const { at, text } = isSeq(list) ? insertionInto(list, item, source) : newList(list, item, source);
  return { source: source.slice(0, at) + text + source.slice(at) };
}

interface Insertion {
  readonly at: number;
  readonly text: string;
}

/** @param empty the place after a key without value, if the pack has one */
function newList(empty: Node | undefined, item: string, source: string): Insertion {
  if (empty !== undefined)
    return { at: source.indexOf(":", source.lastIndexOf("ignore", empty.range![0])) + 1, text: `\n  - ${item}` };
  const lineBreak = source.endsWith("\n") ? "" : "\n";
  return { at: source.length, text: `${lineBreak}ignore:\n  - ${item}\n` };
}

function insertionInto(list: YAMLSeq, item: string, source: string): Insertion {
  const last = list.items.at(-1) as Node | undefined;
  const end = last?.range?.[1];
  if (end === undefined) return { at: source.indexOf("[", list.range![0]) + 1, text: flowItem(item) };
  if (list.flow === true) return { at: end, text: `, ${flowItem(item)}` };
  // Block items are read up to the line after them; the new one goes to the end of the last line that is theirs.
  const lastLine = source.slice(0, end).trimEnd().length;
  const lineBreak = source.indexOf("\n", lastLine);
  const indent = " ".repeat(columnOf(list.range![0], source));
  return { at: lineBreak < 0 ? source.length : lineBreak, text: `\n${indent}- ${item}` };
}

/** Inside brackets, commas and brackets end a plain scalar. */
function flowItem(item: string): string {
  return /[,[\]{}]/.test(item) && !/^["']/.test(item) ? JSON.stringify(item) : item;
}

function columnOf(offset: number, source: string): number {
  return offset - (source.lastIndexOf("\n", offset - 1) + 1);
}
