import { type ChangedRange, type Input, type Tree, TreeFragment } from "@lezer/common";
import { parser as commonmark, Strikethrough, Table, TaskList } from "@lezer/markdown";
import { type Block, type BlockKind, type Mask, type MaskKind, normalizeMasks } from "./block";
import { DocumentText } from "./document-text";
import { maskHtml } from "./html";
import { isBlankLine, nextLineStart } from "./lines";
import { maskReferences } from "./references";
import { type BlockSplice, moveBlock, type Segmenter } from "./segmenter";
import type { Edit } from "./span";

/** Behind the last block, as behind any other: the parser never keeps a block that ends with the text. */
const END = "\n\n";

/** Opens front matter, and closes it as "..." does. */
const FENCE = "---";

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

/** The body of a document with `END` behind it, line by line as the parser reads it. Offsets count from the body's start. */
class BodyInput implements Input {
  readonly lineChunks = true;
  readonly length: number;
  readonly #bodyLength: number;

  constructor(
    readonly text: DocumentText,
    readonly bodyStart: number,
  ) {
    this.#bodyLength = text.length - bodyStart;
    this.length = this.#bodyLength + END.length;
  }

  /** A line break, or what is left of a line. */
  chunk(from: number): string {
    if (from >= this.#bodyLength) return "\n";
    const lineEnd = this.text.lineEnd(this.bodyStart + from) - this.bodyStart;
    return lineEnd === from ? "\n" : this.read(from, lineEnd);
  }

  read(from: number, to: number): string {
    const body = this.text.slice({ start: this.bodyStart + from, end: this.bodyStart + to });
    return to <= this.#bodyLength
      ? body
      : body + END.slice(Math.max(0, from - this.#bodyLength), to - this.#bodyLength);
  }
}

/** A top-level node of the tree with the blocks in it; their offsets count from the node's start. */
interface Section {
  readonly tree: Tree;
  readonly blocks: readonly Block[];
}

/**
 * CommonMark with tables, task lists and strikethrough; front matter, code, HTML and link targets hold no prose. The parser
 * keeps the tree of a section only while the section's text is unchanged, so what was read off it stays true.
 */
export class MarkdownSegmenter implements Segmenter {
  #bodyStart = 0;
  #tree: Tree | undefined;
  #sections: readonly Section[] = [];

  segment(text: string): readonly Block[] {
    this.#bodyStart = frontMatterEnd(text);
    this.#tree = parser.parse(text.slice(this.#bodyStart) + END);
    const nodes = topLevelNodes(this.#tree);
    const document = new DocumentText(text);
    this.#sections = nodes.trees.map((tree, i) => this.#readSection(document, tree, nodes.starts[i]!));
    return this.#sections.flatMap(({ blocks }, i) => placed(blocks, this.#bodyStart + nodes.starts[i]!));
  }

  update(text: DocumentText, edit: Edit): BlockSplice {
    if (this.#tree === undefined || this.#changesFrontMatter(text, edit)) {
      const removed = countBlocks(this.#sections, 0, this.#sections.length);
      const shift = edit.text.length - (edit.end - edit.start);
      return { index: 0, removed, inserted: this.segment(text.toString()), shift };
    }
    const unchanged = TreeFragment.applyChanges(TreeFragment.addTree(this.#tree), [
      changedLines(text, edit, this.#bodyStart),
    ]);
    this.#tree = parser.parse(new BodyInput(text, this.#bodyStart), unchanged);
    return this.#replaceSections(text, topLevelNodes(this.#tree), edit);
  }

  /** An edit behind front matter leaves it alone, but one behind its opening fence may close it. */
  #changesFrontMatter(text: DocumentText, edit: Edit): boolean {
    if (edit.start < this.#bodyStart) return true;
    const mayOpen = text.slice({ start: 0, end: 1 + FENCE.length }).includes(FENCE);
    return mayOpen && frontMatterEnd(text.toString()) !== this.#bodyStart;
  }

  /** Reads the sections between those before and behind the edit that the parser kept. */
  #replaceSections(text: DocumentText, { trees, starts }: TopLevelNodes, edit: Edit): BlockSplice {
    const old = this.#sections;
    const editStart = edit.start - this.#bodyStart;
    const editEnd = editStart + edit.text.length;
    const most = Math.min(old.length, trees.length);
    let first = 0;
    while (first < most && old[first]!.tree === trees[first] && starts[first]! + trees[first]!.length <= editStart)
      first++;
    let kept = 0;
    while (kept < most - first) {
      const i = trees.length - 1 - kept;
      if (old[old.length - 1 - kept]!.tree !== trees[i] || starts[i]! < editEnd) break;
      kept++;
    }
    const fresh: Section[] = [];
    const inserted: Block[] = [];
    for (let i = first; i < trees.length - kept; i++) {
      const section = this.#readSection(text, trees[i]!, starts[i]!);
      fresh.push(section);
      inserted.push(...placed(section.blocks, this.#bodyStart + starts[i]!));
    }
    const lastOld = old.length - kept;
    this.#sections = [...old.slice(0, first), ...fresh, ...old.slice(lastOld)];
    const shift = edit.text.length - (edit.end - edit.start);
    return { index: countBlocks(old, 0, first), removed: countBlocks(old, first, lastOld), inserted, shift };
  }

  #readSection(text: DocumentText, tree: Tree, start: number): Section {
    const from = this.#bodyStart + start;
    return { tree, blocks: new SectionReader(text.slice({ start: from, end: from + tree.length })).read(tree) };
  }
}

function placed(blocks: readonly Block[], offset: number): Block[] {
  return blocks.map((block) => moveBlock(block, offset));
}

function countBlocks(sections: readonly Section[], from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) count += sections[i]!.blocks.length;
  return count;
}

interface TopLevelNodes {
  readonly trees: readonly Tree[];
  readonly starts: readonly number[];
}

/** The parser balances long documents with nameless nodes in between; they are looked through. */
function topLevelNodes(document: Tree): TopLevelNodes {
  const trees: Tree[] = [];
  const starts: number[] = [];
  const visit = (tree: Tree, offset: number) => {
    tree.children.forEach((child, i) => {
      const start = offset + tree.positions[i]!;
      if (!("children" in child)) return;
      if (child.type.isAnonymous) visit(child, start);
      else {
        trees.push(child);
        starts.push(start);
      }
    });
  };
  visit(document, 0);
  return { trees, starts };
}

/** Reads the blocks of one section; all offsets count from its start. */
class SectionReader {
  readonly #blocks: Block[] = [];

  constructor(readonly text: string) {}

  read(tree: Tree): readonly Block[] {
    this.#visit(tree, 0);
    return this.#blocks;
  }

  #visit(tree: Tree, start: number): void {
    const kind = PROSE_NODES[tree.type.name];
    if (kind !== undefined) this.#addBlock(tree, start, kind);
    else if (tree.type.name === "Table") this.#addRows(tree, start);
    else {
      tree.children.forEach((child, i) => {
        if ("children" in child) this.#visit(child, start + tree.positions[i]!);
      });
    }
  }

  /** Rows of a table are not trees of their own, so their masks are read off the table's. */
  #addRows(table: Tree, start: number): void {
    const cursor = table.cursor();
    if (!cursor.firstChild()) return;
    do {
      const kind = PROSE_NODES[cursor.name];
      if (kind === undefined) continue;
      const { from, to } = cursor;
      const masks: Mask[] = [];
      cursor.node.cursor().iterate((node) => addMask(masks, node.name, node.from - from, node.to - from));
      this.#push(start + from, start + to, kind, masks);
    } while (cursor.nextSibling());
  }

  #addBlock(tree: Tree, start: number, kind: BlockKind): void {
    const end = start + tree.length;
    const isHtml = tree.type.name === "HTMLBlock";
    this.#push(start, end, kind, isHtml ? maskHtml(this.text.slice(start, end)) : masksOfNodes(tree));
  }

  #push(start: number, nodeEnd: number, kind: BlockKind, nodeMasks: readonly Mask[]): void {
    // A node that nothing closes reaches into `END`.
    const end = Math.min(nodeEnd, this.text.length);
    if (start >= end) return;
    const text = this.text.slice(start, end);
    const masks = normalizeMasks([...nodeMasks, ...maskAttributeLists(text), ...maskReferences(text)]);
    this.#blocks.push({ start, end, kind, masks });
  }
}

/**
 * The edit widened to whole lines, in offsets of the body before (A) and after (B). The parser would otherwise reuse a block
 * whose indentation changed when nothing stands before it.
 */
function changedLines(text: DocumentText, edit: Edit, bodyStart: number): ChangedRange {
  const editEnd = edit.start + edit.text.length;
  const from = text.lineStart(edit.start);
  const to = Math.min(text.length, text.lineEnd(editEnd) + 1);
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
  if (!text.startsWith(FENCE, byteOrderMark)) return byteOrderMark;
  const first = nextLineStart(text, byteOrderMark);
  if (!isBlankLine(text, byteOrderMark + 3, first)) return byteOrderMark;
  for (let at = first; at < text.length;) {
    const next = nextLineStart(text, at);
    const fence = text.startsWith(FENCE, at) || text.startsWith("...", at);
    if (fence && isBlankLine(text, at + 3, next)) return next;
    at = next;
  }
  return byteOrderMark;
}
