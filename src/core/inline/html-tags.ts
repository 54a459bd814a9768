import type { Span } from "../text/span";
import {
  type BrokenTag,
  nameOfClass,
  type TaggableBlock,
  type TagMarkup,
  type TagReading,
  type TagSyntax,
  type Written,
  written,
} from "./tag-syntax";

/** The class that tells our spans from others. */
const MARKER = "healthgeo";

const SPAN_TAG = /<(\/?)span(?=[\s>/])([^<>]*)>/gi;
const ATTRIBUTE = /([\w:-]+)(?:(\s*=\s*)("[^"]*"|'[^']*'|[^\s"'=<>`]+))?/g;
const ANY_TAG = /<(\/?)([a-z][a-z\d-]*)\b[^<>]*?(\/?)>/gi;
const VOID_ELEMENTS = new Set("area br col embed hr img input link meta source track wbr".split(" "));

/** Elements `<span class="healthgeo infrastructure-data" data-entity="uk-biobank">UK Biobank</span>`. */
export const htmlTags: TagSyntax = {
  hint: MARKER,
  separator: "-",
  read: readHtml,
  write({ class: classId, entity }) {
    const link = entity === undefined ? "" : ` data-entity="${entity}"`;
    return { before: `<span class="${MARKER} ${nameOfClass(classId, "-")}"${link}>`, after: "</span>" };
  },
  refusal: refusalInHtml,
};

interface OpenSpan extends Span {
  /** Undefined for a span of somebody else. */
  readonly attributes: Pick<TagMarkup, "classes" | "entity" | "others"> | undefined;
}

function readHtml({ text, isCode }: TaggableBlock): TagReading {
  const tags: TagMarkup[] = [];
  const open: OpenSpan[] = [];
  for (const match of text.matchAll(SPAN_TAG)) {
    const [whole, slash, attributes] = match as unknown as [string, string, string];
    const { index: start } = match;
    const end = start + whole.length;
    if (isCode(start)) continue;
    if (slash === "") open.push({ start, end, attributes: readAttributes(attributes, start + "<span".length) });
    else {
      const opening = open.pop();
      if (opening?.attributes === undefined) continue;
      const content = { start: opening.end, end: start };
      if (text.slice(content.start, content.end).trim() !== "")
        tags.push({ start: opening.start, end, content, ...opening.attributes });
    }
  }
  const broken = open.filter(({ attributes }) => attributes !== undefined).map((span) => unclosed(text, span));
  return { tags, broken };
}

function unclosed(text: string, { start, end }: Span): BrokenTag {
  const message = "This tag is not closed in its paragraph. Write </span> behind the words it tags, or remove it.";
  const found = /[\r\n<]/.exec(text.slice(end));
  const at = found === null ? text.length : end + found.index;
  const repair = { start: at, end: at, text: "</span>" };
  return { start, end, message, repair, removal: { start, end, text: "" } };
}

/** The attributes of one of our spans; undefined for any other. */
function readAttributes(source: string, offset: number): OpenSpan["attributes"] {
  let classes: Written[] | undefined;
  let entity: Written | undefined;
  const others: string[] = [];
  for (const match of source.matchAll(ATTRIBUTE)) {
    const [token, name, equals = "", quoted = ""] = match;
    const isQuoted = /^["']/.test(quoted);
    const value = isQuoted ? quoted.slice(1, -1) : quoted;
    const start = offset + match.index + name!.length + equals.length + Number(isQuoted);
    const key = name!.toLowerCase();
    if (key === "class" && classes === undefined) classes = namesIn(value, start);
    else if (key === "data-entity" && entity === undefined) entity = written(value, start);
    else others.push(token);
  }
  if (classes?.some(({ text }) => text === MARKER) !== true) return undefined;
  const named = classes.filter(({ text }) => text !== MARKER);
  return entity === undefined ? { classes: named, others } : { classes: named, entity, others };
}

function namesIn(value: string, offset: number): Written[] {
  return [...value.matchAll(/\S+/g)].map((match) => written(match[0], offset + match.index));
}

function refusalInHtml(text: string, { start, end }: Span): string | undefined {
  const elements: string[] = [];
  for (const [, slash, name, selfClosing] of text.slice(start, end).matchAll(ANY_TAG)) {
    const element = name!.toLowerCase();
    if (selfClosing !== "" || VOID_ELEMENTS.has(element)) continue;
    if (slash === "") elements.push(element);
    else if (elements.pop() !== element) return "An element ends in the middle of the words.";
  }
  return elements.length === 0 ? undefined : "An element begins in the middle of the words.";
}
