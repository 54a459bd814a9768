import { type ChangedRange, type Tree, TreeFragment } from "@lezer/common";
import { parser as commonmark, Strikethrough, Table, TaskList } from "@lezer/markdown";
import { type Block, type BlockKind, type Mask, type MaskKind, normalizeMasks } from "./block";
import { maskHtml } from "./html";
import { isBlankLine, nextLineStart } from "./lines";
import { maskReferences } from "./references";
import type { Segmenter } from "./segmenter";
import type { Edit } from "./span";

const parser = commonmark.configure([Table, TaskList, Strikethrough]);

/** Markdown nodes that hold prose directly. */
const PROSE_NODES: Readonly<Record<string, BlockKind>> = {
  Paragraph: "paragraph",
  Task: "paragraph",
  HTMLBlock: "paragraph",
  ATXHeading1: "heading",
  ATXHeading2: "heading",
  ATXHeading3: "heading",
  ATXHeading4: "heading",
  ATXHeading5: "heading",
  ATXHeading6: "heading",
  SetextHeading1: "heading",
  SetextHeading2: "heading",
  TableHeader: "table-row",
  TableRow: "table-row",
};

/** Nodes inside a block that are not prose. */
const MASKED_NODES: Readonly<Record<string, MaskKind>> = {
  InlineCode: "barrier",
  Autolink: "barrier",
  URL: "barrier",
  LinkTitle: "barrier",
  LinkLabel: "barrier",
  Comment: "barrier",
  ProcessingInstruction: "barrier",
  HTMLTag: "barrier",
  Entity: "barrier",
  HardBreak: "barrier",
  TaskMarker: "barrier",
  HeaderMark: "barrier",
  TableDelimiter: "barrier",
  EmphasisMark: "invisible",
  StrikethroughMark: "invisible",
  QuoteMark: "invisible",
};

/** Attribute lists of Pandoc (`{.class key="value"}`) after a bracketed span, a heading, a link or code. */
const ATTRIBUTE_LIST = /\{(?=[#.:\s]*[\w.#:-])[^{}\n]*\}/g;

/** CommonMark with tables, task lists and strikethrough; front matter, code, HTML and link targets hold no prose. */
export class MarkdownSegmenter implements Segmenter {
  #text = "";
  #bodyStart = 0;
  #tree: Tree | undefined;
  /** The parser keeps the tree of a block only while the block's text is unchanged, so what was read off it stays true. */
  readonly #masksOfTree = new WeakMap<Tree, readonly Mask[]>();

  segment(text: string): readonly Block[] {
    return this.#parse(text, frontMatterEnd(text), []);
  }

  update(text: string, edit: Edit): readonly Block[] {
    const bodyStart = frontMatterEnd(text);
    if (this.#tree === undefined || bodyStart !== this.#bodyStart || edit.start < bodyStart) return this.segment(text);
    const change = changedLines(text, edit, bodyStart);
    return this.#parse(text, bodyStart, TreeFragment.applyChanges(TreeFragment.addTree(this.#tree), [change]));
  }

  #parse(text: string, bodyStart: number, unchanged: readonly TreeFragment[]): readonly Block[] {
    const tree = parser.parse(text.slice(bodyStart), unchanged);
    this.#text = text;
    this.#bodyStart = bodyStart;
    this.#tree = tree;
    const blocks: Block[] = [];
    this.#collect(tree, bodyStart, blocks);
    return blocks;
  }

  #collect(tree: Tree, offset: number, blocks: Block[]): void {
    for (let i = 0; i < tree.children.length; i++) {
      const child = tree.children[i]!;
      const start = offset + tree.positions[i]!;
      if (!("children" in child)) continue;
      const kind = PROSE_NODES[child.type.name];
      if (kind !== undefined) this.#addBlock(child, start, kind, blocks);
      else if (child.type.name === "Table") this.#addRows(child, start, blocks);
      else this.#collect(child, start, blocks);
    }
  }

  /** Rows of a table are not trees of their own, so their masks are read off the table's. */
  #addRows(table: Tree, start: number, blocks: Block[]): void {
    const cursor = table.cursor();
    if (!cursor.firstChild()) return;
    do {
      const kind = PROSE_NODES[cursor.name];
      if (kind === undefined) continue;
      const row = { start: start + cursor.from, end: start + cursor.to };
      const masks: Mask[] = [];
      const { from } = cursor;
      cursor.node.cursor().iterate((node) => addMask(masks, node.name, node.from - from, node.to - from));
      blocks.push({ ...row, kind, masks: this.#withTextMasks(row.start, row.end, masks) });
    } while (cursor.nextSibling());
  }

  #addBlock(tree: Tree, start: number, kind: BlockKind, blocks: Block[]): void {
    const end = start + tree.length;
    let masks = this.#masksOfTree.get(tree);
    if (masks === undefined) {
      const isHtml = tree.type.name === "HTMLBlock";
      masks = this.#withTextMasks(start, end, isHtml ? maskHtml(this.#text.slice(start, end)) : masksOfNodes(tree));
      this.#masksOfTree.set(tree, masks);
    }
    blocks.push({ start, end, kind, masks });
  }

  #withTextMasks(start: number, end: number, masks: Mask[]): Mask[] {
    const text = this.#text.slice(start, end);
    return normalizeMasks([...masks, ...maskAttributeLists(text), ...maskReferences(text)]);
  }
}

/**
 * The edit widened to whole lines, in offsets of the body before (A) and after (B). The parser would otherwise reuse a block
 * whose indentation changed when nothing stands before it.
 */
function changedLines(text: string, edit: Edit, bodyStart: number): ChangedRange {
  const editEnd = edit.start + edit.text.length;
  const from = edit.start === 0 ? 0 : text.lastIndexOf("\n", edit.start - 1) + 1;
  const lineBreak = text.indexOf("\n", editEnd);
  const to = lineBreak < 0 ? text.length : lineBreak + 1;
  const growth = editEnd - edit.end;
  const start = Math.max(from, bodyStart) - bodyStart;
  return { fromA: start, toA: to - growth - bodyStart, fromB: start, toB: to - bodyStart };
}

function masksOfNodes(tree: Tree): Mask[] {
  const masks: Mask[] = [];
  tree.iterate({ enter: (node) => addMask(masks, node.name, node.from, node.to) });
  return masks;
}

/** Returns false where the children need no visit. */
function addMask(masks: Mask[], name: string, start: number, end: number): boolean {
  const kind = MASKED_NODES[name];
  if (kind !== undefined) masks.push({ start, end, kind });
  return kind === undefined;
}

function maskAttributeLists(blockText: string): Mask[] {
  if (!blockText.includes("{")) return [];
  return [...blockText.matchAll(ATTRIBUTE_LIST)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    kind: "barrier",
  }));
}

/** Offset after the YAML front matter (`---` … `---` or `...`) that may open a document; 0 without one. */
export function frontMatterEnd(text: string): number {
  const byteOrderMark = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (!text.startsWith("---", byteOrderMark)) return byteOrderMark;
  const first = nextLineStart(text, byteOrderMark);
  if (!isBlankLine(text, byteOrderMark + 3, first)) return byteOrderMark;
  for (let at = first; at < text.length;) {
    const next = nextLineStart(text, at);
    const fence = text.startsWith("---", at) || text.startsWith("...", at);
    if (fence && isBlankLine(text, at + 3, next)) return next;
    at = next;
  }
  return byteOrderMark;
}
