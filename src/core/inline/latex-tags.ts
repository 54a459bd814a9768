import type { Span } from "../text/span";
import {
  type BrokenTag,
  type TaggableBlock,
  type TagMarkup,
  type TagReading,
  type TagSyntax,
  type Written,
  written,
} from "./tag-syntax";

const MACRO = /\\healthgeo(?![A-Za-z])/g;
const OPTION = /([\w-]+)(\s*=\s*)([^,\s]*)|[^,\s]+/g;
const NAME_LENGTH = "\\healthgeo".length;

/**
 * The macro `\healthgeo[class=infrastructure.data,entity=uk-biobank]{UK Biobank}`. A document that uses it says in its
 * preamble `\providecommand{\healthgeo}[2][]{#2}`, which prints the words alone.
 */
export const latexTags: TagSyntax = {
  hint: "\\healthgeo",
  separator: ".",
  read: readLatex,
  write({ class: classId, entity }) {
    const link = entity === undefined ? "" : `,entity=${entity}`;
    return { before: `\\healthgeo[class=${classId}${link}]{`, after: "}" };
  },
  refusal: refusalInLatex,
};

function readLatex({ text, isCode }: TaggableBlock): TagReading {
  const tags: TagMarkup[] = [];
  const broken: BrokenTag[] = [];
  for (const { index: start } of text.matchAll(MACRO)) {
    if (isCode(start)) continue;
    const read = readMacro(text, start);
    if ("message" in read) broken.push(read);
    else if (text.slice(read.content.start, read.content.end).trim() !== "") tags.push(read);
  }
  return { tags, broken };
}

function readMacro(text: string, start: number): TagMarkup | BrokenTag {
  const options = /^\[([^\]\n{}]*)(\]?)/.exec(text.slice(start + NAME_LENGTH));
  const optionsEnd = start + NAME_LENGTH + (options?.[0].length ?? 0);
  if (options?.[2] === "") {
    const message = "The options of this tag are not closed. Write ] behind its class and entity, or remove it.";
    return broken(start, optionsEnd, message, "]", optionsEnd + Number(text[optionsEnd] === "{"));
  }
  if (text[optionsEnd] !== "{") {
    const message = "This tag has no words. Write them in braces behind its options, or remove it.";
    const removal = { start, end: optionsEnd, text: "" };
    return { start, end: optionsEnd, message, removal };
  }
  const close = closingBrace(text, optionsEnd);
  if (close === undefined) {
    const message =
      "The brace of this tag is not closed in its paragraph. Write } behind the words it tags, or remove it.";
    const found = /[\r\n]/.exec(text.slice(optionsEnd));
    const lineEnd = found === null ? text.length : optionsEnd + found.index;
    const removal = { start, end: optionsEnd + 1, text: "" };
    return { start, end: optionsEnd + 1, message, repair: { start: lineEnd, end: lineEnd, text: "}" }, removal };
  }
  const content = { start: optionsEnd + 1, end: close };
  return { start, end: close + 1, content, ...readOptions(options?.[1] ?? "", start + NAME_LENGTH + 1) };
}

function broken(start: number, end: number, message: string, missing: string, removalEnd: number): BrokenTag {
  const repair = { start: end, end, text: missing };
  return { start, end, message, repair, removal: { start, end: removalEnd, text: "" } };
}

function readOptions(options: string, offset: number): Pick<TagMarkup, "classes" | "entity" | "others"> {
  const classes: Written[] = [];
  const others: string[] = [];
  let entity: Written | undefined;
  for (const match of options.matchAll(OPTION)) {
    const [token, key, equals, value] = match;
    const start = offset + match.index + (key?.length ?? 0) + (equals?.length ?? 0);
    if (key === "class") classes.push(written(value!, start));
    else if (key === "entity" && entity === undefined) entity = written(value!, start);
    else others.push(token);
  }
  return entity === undefined ? { classes, others } : { classes, entity, others };
}

/** The brace that closes the one at `open`; undefined where the block ends before. */
function closingBrace(text: string, open: number): number | undefined {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    const unit = text[at];
    if (unit === "\\") at++;
    else if (unit === "{") depth++;
    else if (unit === "}" && --depth === 0) return at;
  }
  return undefined;
}

function refusalInLatex(text: string, { start, end }: Span): string | undefined {
  const words = text.slice(start, end);
  if (closingBrace(`{${words}}`, 0) !== words.length + 1)
    return "A brace is opened or closed in the middle of the words.";
  if (/(?<!\\)%/.test(words)) return "A comment stands in the middle of the words.";
  return text[start - 1] === "\\" ? "The words are the name of a command." : undefined;
}
