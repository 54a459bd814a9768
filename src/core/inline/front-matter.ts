import { isMap, isScalar, type Pair, parseDocument, type ParsedNode, type YAMLMap } from "yaml";
import { frontMatterEnd } from "../text/markdown";
import { nextLineStart } from "../text/lines";
import type { Edit, Span } from "../text/span";
import type { TagLabel } from "./tag-syntax";

/** Where the tags and the themes of a document stand in its front matter. */
const KEYS = { tags: "healthgeo", themes: "healthgeo-themes" } as const;
type Key = (typeof KEYS)[keyof typeof KEYS];

/** The edit that brings the front matter up to date, nothing where it is, or why it cannot be, as a whole sentence. */
export type FrontMatterChange = { readonly edit: Edit | undefined } | { readonly reason: string };

/**
 * Lists what a Markdown document names under the key `healthgeo` of its YAML front matter, each class and entity once and
 * sorted. The rest of the front matter, comments included, stays byte for byte. Without labels the key is taken away.
 */
export function writeTagsToFrontMatter(text: string, labels: readonly TagLabel[]): FrontMatterChange {
  const eol = lineEndOf(text);
  const items = labels.map(({ class: classId, entity }) =>
    [`  - class: ${classId}`, ...(entity === undefined ? [] : [`    entity: ${scalar(entity)}`])].join(eol),
  );
  return writeList(text, KEYS.tags, items);
}

/** Lists what a Markdown document argues under the key `healthgeo-themes`, as `writeTagsToFrontMatter` lists what it names. */
export function writeThemesToFrontMatter(text: string, themes: readonly string[]): FrontMatterChange {
  const items = themes.map((theme) => `  - ${/^[a-z][a-z0-9.-]*$/.test(theme) ? theme : JSON.stringify(theme)}`);
  return writeList(text, KEYS.themes, items);
}

function writeList(text: string, key: Key, items: readonly string[]): FrontMatterChange {
  const eol = lineEndOf(text);
  const list = listOf(key, items, eol);
  const end = frontMatterEnd(text);
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (end === start) {
    if (list === "") return { edit: undefined };
    return { edit: { start, end: start, text: `---${eol}${list}---${eol}${eol}` } };
  }
  const bodyStart = nextLineStart(text, start);
  const body = { start: bodyStart, end: lastLineStart(text, bodyStart, end) };
  const place = placeOfKey(text, key, body);
  if ("reason" in place) return place;
  const edit = { ...place, text: list };
  if (text.slice(place.start, place.end) === list) return { edit: undefined };
  return keepsTheRest(text, key, body, edit)
    ? { edit }
    : { reason: `The front matter refers to what stands under ${key}. Move that elsewhere.` };
}

function lineEndOf(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}

function listOf(key: Key, items: readonly string[], eol: string): string {
  const unique = [...new Set(items)].sort();
  return unique.length === 0 ? "" : [`${key}:`, ...unique, ""].join(eol);
}

/** Ids that YAML would read as a number, a date or a word of its own are quoted. */
function scalar(id: string): string {
  return /^[a-z][a-z0-9-]*$/i.test(id) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(id)
    ? id
    : JSON.stringify(id);
}

/** Where the key and its value stand, whole lines; the end of the front matter where there is no such key. */
function placeOfKey(text: string, key: Key, { start, end }: Span): Span | { readonly reason: string } {
  const source = text.slice(start, end);
  const document = parseDocument(source, { schema: "core" });
  const [error] = document.errors;
  if (error !== undefined)
    return { reason: `The front matter is not valid YAML: ${error.message.split("\n")[0]!} Mend it first.` };
  const { contents } = document;
  if (contents === null) return { start: end, end };
  if (!isMap(contents) || contents.flow === true)
    return { reason: "The front matter is not a list of keys and values, one a line." };
  const pair = pairOf(contents, key);
  if (pair === undefined)
    return source.endsWith("\n") || source.endsWith("\r")
      ? { start: end, end }
      : { reason: "The front matter does not end with a line of its own." };
  const from = pair.key.range[0];
  const value = pair.value?.range;
  const valueEnd = source.slice(0, Math.max(value?.[1] ?? 0, pair.key.range[1])).trimEnd().length;
  return { start: start + from, end: start + nextLineStart(source, valueEnd) };
}

function pairOf(map: YAMLMap.Parsed, name: Key): Pair<ParsedNode, ParsedNode | null> | undefined {
  return map.items.find(({ key }) => isScalar(key) && key.value === name);
}

/** Whether everything but our key means the same after the edit: an alias may point into what is replaced. */
function keepsTheRest(text: string, key: Key, body: Span, edit: Edit): boolean {
  const before = text.slice(body.start, body.end);
  const after = text.slice(body.start, edit.start) + edit.text + text.slice(edit.end, body.end);
  const [then, now] = [before, after].map((source) => restOf(source, key));
  return now !== undefined && then === now;
}

function restOf(source: string, key: Key): string | undefined {
  const document = parseDocument(source, { schema: "core" });
  if (document.errors.length > 0) return undefined;
  if (isMap(document.contents)) document.delete(key);
  try {
    return JSON.stringify(document.toJS({ maxAliasCount: 100 }) ?? {});
  } catch {
    return undefined;
  }
}

/** Where the line that closes the front matter begins. */
function lastLineStart(text: string, from: number, end: number): number {
  let at = from;
  for (let next = nextLineStart(text, at); next < end; next = nextLineStart(text, at)) at = next;
  return at;
}
