import { pageAnchor } from "./page-anchors";
import { linesOf, median, type PdfPage, type TextLine } from "./pdf-page";

/** Lines this much larger than those of the body are headings. */
const HEADING = 1.15;
/** Longer ones are large print, in UTF-16 code units. */
const HEADING_LENGTH = 200;
const HEADING_LEVELS = 4;

/** A wider step between lines than this, in the usual ones, begins a paragraph. */
const WIDE_STEP = 1.35;
/** A line that begins this far to the right of its column, in font sizes, begins a paragraph. */
const INDENT = 0.8;
/** A line that ends this far before the end of its column, as a part of the column, may end a paragraph. */
const SHORT = 0.15;

/** Running headers and footers stand in this part of a page at its top and bottom, in so many lines, on so many pages. */
const MARGIN = 0.12;
const MARGIN_LINES = 3;
const REPEATED = { pages: 3, share: 0.4 };

const BULLET = /^[•◦▪▫‣⁃●○■□·–—*-]\s+/;
const NUMBERED = /^\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)]\s+/;
const SENTENCE_END = /[.!?:;]["'”’)\]]*$/;

interface Line extends TextLine {
  readonly page: number;
}

interface Block {
  readonly kind: "paragraph" | "heading" | "item" | "row";
  readonly size: number;
  /** One-based page of its first line. */
  readonly page: number;
  lastPage: number;
  text: string;
}

/**
 * Turns the pages of a PDF into Markdown: lines are joined into paragraphs by where they stand, words that were broken at the end
 * of a line are made whole, running headers and footers are dropped. Each page begins with its anchor (see `pageAnchor`).
 */
export function markdownOfPages(pages: readonly PdfPage[]): string {
  const lines = withoutRunning(pages.map(linesOf), pages).flatMap((ofPage, index) =>
    ofPage.map((line): Line => ({ ...line, page: index + 1 })),
  );
  const body = bodySize(lines);
  const step = usualStep(lines);
  const hyphenated = hyphenatedWords(lines);
  const blocks: Block[] = [];
  for (const [index, line] of lines.entries()) {
    const last = blocks.at(-1);
    const before = lines[index - 1];
    const kind = kindOf(line, body);
    const goesOn = last !== undefined && before !== undefined && continues(last, before, line, kind, step);
    if (goesOn) {
      const anchor = Array.from(
        { length: line.page - last.lastPage },
        (_, i) => ` ${TURN}${last.lastPage + i + 1}${TURN}`,
      );
      last.text = joined(last.text, line.text.trim(), hyphenated, anchor.join(""));
      last.lastPage = line.page;
    } else blocks.push({ kind, size: line.size, page: line.page, lastPage: line.page, text: line.text.trim() });
  }
  return written(blocks, pages.length);
}

/** Drops lines at the top and bottom that are the same, but for numbers, on many pages, and page numbers. */
function withoutRunning(lines: readonly (readonly TextLine[])[], pages: readonly PdfPage[]): TextLine[][] {
  const counts = new Map<string, number>();
  const margins = lines.map((ofPage, index) => marginLines(ofPage, pages[index]!));
  for (const margin of margins) {
    for (const key of new Set(margin.map(runningKey))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const most = Math.max(REPEATED.pages, REPEATED.share * pages.length);
  return lines.map((ofPage, index) => {
    const running = new Set(margins[index]!.filter((line) => counts.get(runningKey(line))! >= most));
    return ofPage.filter((line) => !running.has(line));
  });
}

function marginLines(lines: readonly TextLine[], { height }: PdfPage): TextLine[] {
  const byHeight = [...lines].sort((a, b) => a.y - b.y);
  const top = byHeight.filter(({ y }) => y < MARGIN * height).slice(0, MARGIN_LINES);
  const bottom = byHeight.filter(({ y }) => y > (1 - MARGIN) * height).slice(-MARGIN_LINES);
  return [...top, ...bottom];
}

/** What is alike on all pages: the words without numbers. */
function runningKey({ text }: TextLine): string {
  return text
    .toLowerCase()
    .replace(/\d+|\b[ivxlc]+\b/g, "#")
    .replace(/\s+/g, " ")
    .trim();
}

/** The font size of most of the text. */
function bodySize(lines: readonly Line[]): number {
  const lengths = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    lengths.set(rounded, (lengths.get(rounded) ?? 0) + text.length);
  }
  return [...lengths].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0])[0];
}

/** The usual distance of two baselines, in font sizes. */
function usualStep(lines: readonly Line[]): number {
  const steps = lines.flatMap((line, index) => {
    const before = lines[index - 1];
    return before?.column === line.column ? [(line.y - before.y) / line.size] : [];
  });
  return median(steps.filter((each) => each < 3)) || 1.2;
}

function kindOf({ text, size, isRow }: Line, body: number): Block["kind"] {
  if (size > HEADING * body && text.length <= HEADING_LENGTH && /\p{L}/u.test(text)) return "heading";
  if (isRow) return "row";
  return BULLET.test(text) || NUMBERED.test(text) ? "item" : "paragraph";
}

/** Whether a line goes on with the block of the line before it. */
function continues(block: Block, before: Line, line: Line, kind: Block["kind"], step: number): boolean {
  if (kind === "item" || kind === "row" || block.kind === "row") return false;
  if ((kind === "heading") !== (block.kind === "heading")) return false;
  if (Math.abs(line.size - before.size) > 0.08 * before.size) return false;
  const isSameColumn = before.column === line.column && before.page === line.page;
  if (block.kind === "heading") return isSameColumn && line.y - before.y < 2 * step * line.size;
  if (!isSameColumn) return !SENTENCE_END.test(block.text) && /^[\p{Ll}(“"]/u.test(line.text.trim());
  if (line.y - before.y > WIDE_STEP * step * line.size) return false;
  const width = line.column.right - line.column.left;
  const endsEarly = before.column.right - before.right > SHORT * width && SENTENCE_END.test(before.text.trim());
  const isIndented = block.kind !== "item" && line.x - before.x > INDENT * line.size;
  return !endsEarly && !isIndented;
}

/** Words with a hyphen inside a line: such a word keeps its hyphen where a line breaks it. */
function hyphenatedWords(lines: readonly Line[]): ReadonlySet<string> {
  return new Set(lines.flatMap(({ text }) => text.toLowerCase().match(/\p{L}+-\p{Ll}+/gu) ?? []));
}

/** @param anchor stands where a page begins, with a space before it */
function joined(text: string, next: string, hyphenated: ReadonlySet<string>, anchor: string): string {
  const soft = text.endsWith("\u00ad");
  const first = /(\p{L}+)[-\u00ad]$/u.exec(text)?.[1];
  const second = /^\p{Ll}+/u.exec(next)?.[0];
  if (first === undefined || second === undefined) return `${text}${anchor} ${next}`;
  const keepsHyphen = !soft && hyphenated.has(`${first}-${second}`.toLowerCase());
  const whole = keepsHyphen ? text : text.slice(0, -1);
  // The whole word stands on the page where it begins.
  return `${whole}${second}${anchor}${next.slice(second.length)}`;
}

function pageAnchors(from: number, to: number): string {
  return Array.from({ length: to - from + 1 }, (_, index) => pageAnchor(from + index)).join("\n");
}

function written(blocks: readonly Block[], pages: number): string {
  const sizes = [...new Set(blocks.filter(({ kind }) => kind === "heading").map(({ size }) => Math.round(size)))];
  const levels = sizes.sort((a, b) => b - a);
  const parts: string[] = [];
  let page = 0;
  for (const block of blocks) {
    if (block.page > page) parts.push(pageAnchors(page + 1, block.page));
    page = Math.max(page, block.lastPage);
    parts.push(blockText(block, levels));
  }
  if (page < pages) parts.push(pageAnchors(page + 1, pages));
  return `${parts.join("\n\n")}\n`;
}

function blockText({ kind, size, text }: Block, levels: readonly number[]): string {
  switch (kind) {
    case "heading": {
      const level = Math.min(HEADING_LEVELS, levels.indexOf(Math.round(size)) + 1);
      return `${"#".repeat(level)} ${escaped(text)}`;
    }
    case "item":
      return BULLET.test(text) ? `- ${escaped(text.replace(BULLET, ""))}` : numberedText(text);
    case "paragraph":
    case "row":
      return escaped(text)
        .replace(/^(\d+)([.)])/, "$1\\$2")
        .replace(/^[-+=#>]/, "\\$&");
  }
}

/** "1." begins an item of a list in Markdown, "(a)" and "iv." do not. */
function numberedText(text: string): string {
  const marker = NUMBERED.exec(text)![0];
  return /^\d/.test(marker) ? marker.trimEnd() + " " + escaped(text.slice(marker.length)) : escaped(text);
}

/** Stands on both sides of a page number inside a block; the text of a PDF has no control characters here. */
const TURN = "\u0001";

/** Text that Markdown shows as it is, with the anchors of the pages that turn in it. */
function escaped(text: string): string {
  return text
    .split(TURN)
    .map((part, index) => (index % 2 === 1 ? pageAnchor(Number(part)) : escapedProse(part)))
    .join("");
}

function escapedProse(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\\`*<$|]/g, "\\$&")
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    .replace(/\[(?=[^\]]*\][({:[])/g, "\\[")
    .replace(/&(?=#?\w+;)/g, "\\&")
    .replace(/~~/g, "\\~~");
}
