import type { BlockKind } from "../text/block";
import type { Span } from "../text/span";
import { FACETS } from "../taxonomy/scheme";
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

/** Longer words or attributes are no tag, in UTF-16 code units. */
const LONGEST = 400;

/** The end of a bracketed span's words, its attributes and, where it is there, the brace that closes them. */
const ATTRIBUTES = new RegExp(String.raw`\]\{([^{}\n]{0,${LONGEST}})(\}?)`, "g");

/** Words in an opening bracket that nothing closes before the attributes. */
const NO_CLOSING_BRACKET = new RegExp(
  String.raw`(?<![!\\\]])\[([^[\]{}\n]{1,${LONGEST}})(\{[^{}\n]{1,${LONGEST}}\})`,
  "g",
);

const ATTRIBUTE = String.raw`(?:#[\w:.-]+|\.[\w-]+|[\w-]+=(?:"[^"\n]*"|'[^'\n]*'|[^\s"'{}]+))`;
const ATTRIBUTE_TOKENS = /#\S+|\.([^\s"'=.#]+(?:\.[^\s"'=.#]+)*)|([\w-]+)=(?:"([^"]*)"|'([^']*)'|([^\s"']+))|\S+/g;

/** Attributes at the start of a text, as far as they are well-formed. */
const LEADING_ATTRIBUTES = new RegExp(String.raw`^\s*${ATTRIBUTE}(?:\s+${ATTRIBUTE})*`);

/** A class of the scheme among attributes: no other markup has such. */
const CLASS_OF_SCHEME = new RegExp(String.raw`(?:^|\s)\.(?:${FACETS.join("|")})-[a-z]`);

/**
 * Pandoc's bracketed spans, `[UK Biobank]{.infrastructure-data entity="uk-biobank"}`, as Quarto and R Markdown have them
 * too (https://pandoc.org/MANUAL.html#divs-and-spans).
 */
export const markdownTags: TagSyntax = {
  hint: "{",
  separator: "-",
  read: readMarkdown,
  write({ class: classId, entity }) {
    const link = entity === undefined ? "" : ` entity="${entity}"`;
    return { before: "[", after: `]{.${nameOfClass(classId, "-")}${link}}` };
  },
  refusal: refusalInMarkdown,
};

function readMarkdown({ text, isCode }: TaggableBlock): TagReading {
  const tags: TagMarkup[] = [];
  const broken: BrokenTag[] = [];
  for (const match of text.matchAll(ATTRIBUTES)) {
    const close = match.index;
    const [whole, attributes, brace] = match as unknown as [string, string, string];
    const open = openingBracket(text, close);
    if (isCode(open ?? close)) continue;
    const end = close + whole.length;
    if (brace === "") {
      const unclosed = unclosedBrace(text, attributes, open, close);
      if (unclosed !== undefined) broken.push(unclosed);
    } else if (open !== undefined) {
      const content = { start: open + 1, end: close };
      if (!/^[!\\\]]$/.test(text[open - 1] ?? "") && text.slice(content.start, content.end).trim() !== "")
        tags.push({ start: open, end, content, ...readAttributes(attributes, close + 2) });
    } else if (CLASS_OF_SCHEME.test(attributes)) {
      const message = "This tag has no opening bracket. Write [ before the words it tags, or remove it.";
      broken.push({ start: close, end, message, removal: { start: close, end, text: "" } });
    }
  }
  for (const match of text.matchAll(NO_CLOSING_BRACKET)) {
    const [whole, words, attributes] = match as unknown as [string, string, string];
    const { index: start } = match;
    if (!CLASS_OF_SCHEME.test(attributes.slice(1, -1)) || isCode(start)) continue;
    const message = "The bracket of this tag is not closed. Write ] behind the words it tags, or remove it.";
    const end = start + whole.length;
    const at = start + 1 + words.trimEnd().length;
    const repair = { start: at, end: start + 1 + words.length, text: "]" };
    broken.push({ start, end, message, repair, removal: { start, end, text: words } });
  }
  return { tags, broken };
}

/** The bracket that the one at `close` closes. */
function openingBracket(text: string, close: number): number | undefined {
  let depth = 0;
  for (let at = close - 1; at >= Math.max(0, close - LONGEST - 1); at--) {
    if (text[at - 1] === "\\") continue;
    if (text[at] === "]") depth++;
    else if (text[at] === "[" && depth-- === 0) return at;
  }
  return undefined;
}

function unclosedBrace(
  text: string,
  attributes: string,
  open: number | undefined,
  close: number,
): BrokenTag | undefined {
  const leading = LEADING_ATTRIBUTES.exec(attributes)?.[0] ?? "";
  if (!CLASS_OF_SCHEME.test(leading)) return undefined;
  const end = close + 2 + leading.length;
  const message = "The brace of this tag is not closed. Write } behind its class and entity, or remove it.";
  if (open === undefined) return { start: close, end, message, removal: { start: close, end, text: "" } };
  const removal = { start: open, end, text: text.slice(open + 1, close) };
  return { start: close, end, message, repair: { start: end, end, text: "}" }, removal };
}

function readAttributes(attributes: string, offset: number): Pick<TagMarkup, "classes" | "entity" | "others"> {
  const classes: Written[] = [];
  const others: string[] = [];
  let entity: Written | undefined;
  for (const match of attributes.matchAll(ATTRIBUTE_TOKENS)) {
    const [token, name, key] = match;
    const start = offset + match.index;
    if (name !== undefined) classes.push(written(name, start + 1));
    else if (key === "entity" && entity === undefined) {
      const value = match[3] ?? match[4] ?? match[5] ?? "";
      entity = written(value, start + token.indexOf(value, key.length + 1));
    } else others.push(token);
  }
  return entity === undefined ? { classes, others } : { classes, entity, others };
}

function refusalInMarkdown(text: string, { start, end }: Span, kind: BlockKind): string | undefined {
  const words = text.slice(start, end);
  const before = text[start - 1] ?? "";
  if (words.length > LONGEST) return `Only words of up to ${LONGEST} characters can be tagged.`;
  if (/[[\]{}]/.test(words)) return "Words with brackets or braces in them cannot stand in a bracketed span.";
  if (kind === "table-row" && words.includes("|")) return "The words reach over more than one cell of a table.";
  if (/^\^|^-?@/.test(words)) return "In a bracket these words would be read as a footnote or a citation.";
  if (/[!\\\]^]/.test(before)) return `Behind “${before}” a bracket would be read as something else.`;
  if (before === "[" && text[end] === "]" && !/[([]/.test(text[end + 1] ?? ""))
    return "The words are the label of a link, which has to stay as it is.";
  return hasUnpairedMarks(words) ? "Emphasis or code begins or ends in the middle of the words." : undefined;
}

/** Whether emphasis or code is opened or closed in the words, but not both. */
function hasUnpairedMarks(words: string): boolean {
  const counts = new Map<string, number>();
  for (const [mark] of words.matchAll(/\\.|\*+|~~|`+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gsu))
    if (!mark.startsWith("\\")) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  return [...counts.values()].some((count) => count % 2 === 1) || words.endsWith("\\");
}
