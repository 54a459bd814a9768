import rehypeParse from "rehype-parse";
import rehypeRemark from "rehype-remark";
import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import { type ReadOptions, type ReadResult, refused } from "./read-result";

/** Parts of a page that are no text of it. */
const NO_TEXT = new Set(
  "script style noscript template iframe object embed canvas svg math audio video form nav link meta base head".split(
    " ",
  ),
);

/** Deeper pages are no documents, and would exhaust the stack. */
const MOST_DEPTH = 500;

/** A node of a tree of HTML, as far as we touch it. */
interface HtmlNode {
  readonly type: string;
  tagName?: string;
  properties?: Readonly<Record<string, unknown>>;
  children?: HtmlNode[];
}

/** A page as Markdown: its text, headings, lists, tables and links; no script, style, form or comment. */
export function readHtml(html: string, options: ReadOptions): ReadResult {
  const tree = unified().use(rehypeParse).parse(html);
  if (!clean(tree)) {
    return tooDeep(options);
  }
  const processor = unified()
    .use(rehypeRemark)
    .use(remarkGfm)
    .use(remarkStringify, { bullet: "-", rule: "-", fences: true });
  const markdown = processor.stringify(processor.runSync(tree));
  if (markdown.trim() === "") return refused("empty", "The document holds no text.", options);
  return { markdown, problems: [] };
}

export function tooDeep(options: ReadOptions): ReadResult {
  return refused("too-deep", "The page is nested too deeply to be a document. Save a part of it.", options);
}

/** Takes away what is no text; false where the tree is too deep. */
function clean(root: HtmlNode): boolean {
  let level: HtmlNode[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MOST_DEPTH) return false;
    for (const node of level) {
      if (node.children !== undefined) node.children = node.children.filter(isText);
      if (node.properties !== undefined) node.properties = withoutAddresses(node.properties);
      if (node.tagName === "a" && node.properties?.["href"] === undefined) node.tagName = "span";
    }
    level = level.flatMap(({ children = [] }) => children);
  }
  return true;
}

function isText({ type, tagName, properties = {} }: HtmlNode): boolean {
  if (type === "comment" || type === "doctype") return false;
  if (tagName === "img") return isHarmless(properties["src"]);
  return tagName === undefined || !NO_TEXT.has(tagName);
}

function withoutAddresses(properties: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).filter(([name, value]) => !["href", "src"].includes(name) || isHarmless(value)),
  );
}

/** Addresses that may lead somewhere but do nothing: of the web, of mail, and relative ones. */
function isHarmless(address: unknown): boolean {
  return typeof address === "string" && /^(?:https?:|mailto:|[^:]*(?:[/?#]|$))/i.test(address.trim());
}
