import type { Tree } from "@lezer/common";
import { parser as commonmark, Strikethrough, Table, TaskList } from "@lezer/markdown";
import { type Block, type BlockKind, type Mask, type MaskKind, normalizeMasks } from "./block";
import type { DocumentText } from "./document-text";
import { maskHtml } from "./html";
import { isBlankLine, nextLineStart } from "./lines";
import { maskReferences } from "./references";
import { type Piece, PieceSequence } from "./piece-sequence";
import { type BlockPositions, type BlockSplice, moveBlock, type Segmenter } from "./segmenter";
import type { Edit } from "./span";

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

/** Nodes whose text is HTML, in which a comment is a comment. */
const COMMENT_NODES: ReadonlySet<string> = new Set(["Comment", "CommentBlock", "HTMLBlock"]);

/** A top-level node of Markdown: where its first line begins, and the blocks in it. Offsets count from the start of the source. */
interface Section {
  readonly lineStart: number;
  readonly blocks: readonly Block[];
}

/**
 * CommonMark with tables, task lists and strikethrough; front matter, code, HTML and link targets hold no prose.
 *
 * Where a top-level node begins, the parser knows nothing of what stands before: an edit is read from such a place on, up to
 * the first one behind it where the old text had one too. From there on nothing can be different.
 */
export class MarkdownSegmenter implements Segmenter {
  #bodyStart = 0;
  /** The body parted where sections begin; their blocks are known by their place. */
  #sections = new PieceSequence<Piece>([]);
  /** The section in which a comment was last asked for, and where it begins in the body. */
  #read: { readonly start: number; readonly tree: Tree } | undefined;

  segment(text: string): readonly Block[] {
    this.#read = undefined;
    this.#bodyStart = frontMatterEnd(text);
    const body = text.slice(this.#bodyStart);
    const sections = readSections(body);
    this.#sections = new PieceSequence(piecesOf(sections, body.length));
    return placed(sections, this.#bodyStart);
  }

  update(text: DocumentText, edit: Edit, before: BlockPositions): BlockSplice {
    this.#read = undefined;
    const shift = edit.text.length - (edit.end - edit.start);
    if (this.#changesFrontMatter(text, edit)) {
      return { index: 0, removed: before.count, inserted: this.segment(text.toString()), shift };
    }
    const { first, from, resumed, to, sections } = this.#readAround(text, edit, shift);
    const oldEnd = this.#startOf(resumed);
    const index = before.firstStartingBehind(this.#bodyStart + from - 1);
    const behind = oldEnd === undefined ? before.count : before.firstStartingBehind(this.#bodyStart + oldEnd - 1);
    this.#sections.splice(first, resumed - first, piecesOf(sections, to - from));
    return { index, removed: behind - index, inserted: placed(sections, this.#bodyStart + from), shift };
  }

  isComment(offset: number, text: string): boolean {
    const inBody = offset - this.#bodyStart;
    if (inBody < 0 || this.#sections.count === 0) return false;
    const section = this.#sections.indexAt(inBody);
    const start = this.#startOf(section) ?? 0;
    if (this.#read?.start !== start) {
      const end = this.#startOf(section + 1) ?? text.length - this.#bodyStart;
      this.#read = { start, tree: parser.parse(text.slice(this.#bodyStart + start, this.#bodyStart + end)) };
    }
    return COMMENT_NODES.has(this.#read.tree.resolveInner(inBody - start, 1).name);
  }

  /** Reads from the section before the edit to the first one behind it that begins where one began. Offsets are the body's. */
  #readAround(text: DocumentText, edit: Edit, shift: number): Reread {
    const { count } = this.#sections;
    const touched = Math.min(this.#sections.indexAt(edit.start - this.#bodyStart), count - 1);
    const first = Math.max(0, touched - 1);
    const from = this.#startOf(first) ?? 0;
    const behind = Math.min(count, this.#sections.indexAt(edit.end - this.#bodyStart) + 1);
    for (let reach = 1; ; reach *= 2) {
      const stop = Math.min(count, behind + reach);
      const oldEnd = this.#startOf(stop);
      const end = oldEnd === undefined ? text.length - this.#bodyStart : oldEnd + shift;
      const source = text.slice({ start: this.#bodyStart + from, end: this.#bodyStart + end });
      const sections = readSections(source);
      const starts = new Set(sections.map(({ lineStart }) => from + lineStart));
      for (let resumed = behind; resumed < stop; resumed++) {
        const to = this.#startOf(resumed)! + shift;
        if (!starts.has(to)) continue;
        return { first, from, resumed, to, sections: sections.filter(({ lineStart }) => from + lineStart < to) };
      }
      if (stop === count) return { first, from, resumed: count, to: end, sections };
    }
  }

  /** Where a section begins in the body; undefined behind the last. */
  #startOf(section: number): number | undefined {
    return this.#sections.at(section)?.start;
  }

  /** An edit behind front matter leaves it alone, but one behind an opening fence may close it. */
  #changesFrontMatter(text: DocumentText, edit: Edit): boolean {
    if (edit.start < this.#bodyStart) return true;
    if (this.#bodyStart > 1) return false;
    const mayOpen = edit.start <= 1 || text.slice({ start: 0, end: 1 + FENCE.length }).includes(FENCE);
    return mayOpen && frontMatterEnd(text.toString()) !== this.#bodyStart;
  }
}

/** What was read anew around an edit: sections `[first, resumed)` gave way to others, which reach from `from` to `to`. */
interface Reread {
  readonly first: number;
  readonly from: number;
  readonly resumed: number;
  /** In the body after the edit. */
  readonly to: number;
  readonly sections: readonly Section[];
}

/** Parts a stretch of text where its sections begin; the first piece begins with the stretch. */
function piecesOf(sections: readonly Section[], length: number): Piece[] {
  if (length === 0) return [];
  const starts = [0, ...sections.slice(1).map(({ lineStart }) => lineStart)];
  return starts.map((start, i) => ({ length: (starts[i + 1] ?? length) - start }));
}

function placed(sections: readonly Section[], offset: number): Block[] {
  return sections.flatMap(({ blocks }) => blocks.map((block) => moveBlock(block, offset)));
}

function readSections(source: string): Section[] {
  return topLevelNodes(parser.parse(source)).map(({ tree, start }) => {
    const blocks = new SectionReader(source.slice(start, start + tree.length)).read(tree);
    return {
      lineStart: start === 0 ? 0 : source.lastIndexOf("\n", start - 1) + 1,
      blocks: blocks.map((block) => moveBlock(block, start)),
    };
  });
}

/** The parser balances long documents with nameless nodes in between; they are looked through. */
function topLevelNodes(document: Tree): { readonly tree: Tree; readonly start: number }[] {
  const nodes: { tree: Tree; start: number }[] = [];
  const visit = (tree: Tree, offset: number) => {
    tree.children.forEach((child, i) => {
      const start = offset + tree.positions[i]!;
      if (!("children" in child)) return;
      if (child.type.isAnonymous) visit(child, start);
      else nodes.push({ tree: child, start });
    });
  };
  visit(document, 0);
  return nodes;
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
    const end = Math.min(nodeEnd, this.text.length);
    if (start >= end) return;
    const text = this.text.slice(start, end);
    const masks = normalizeMasks([...nodeMasks, ...maskAttributeLists(text), ...maskReferences(text)]);
    this.#blocks.push({ start, end, kind, masks });
  }
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
