import { BARRIER, type Block, proseOf } from "../text/block";
import { createSegmenter } from "../text/create-segmenter";
import type { TextFormat } from "../text/format";
import { contains, type Edit, overlaps, type Span } from "../text/span";
import { type InlineTag, inlineTags, tagSyntaxOf } from "./inline-tags";
import { isWritable, type TagLabel } from "./tag-syntax";

/** A mention to be tagged in the text. */
export type TaggableMention = Span & TagLabel;

/** A mention or tag that was left as it is. */
export interface TagRefusal<T> {
  readonly item: T;
  /** Why, for people: a whole sentence. */
  readonly reason: string;
}

/** How a text changes, and what of it was asked for and cannot be. Edits are sorted and apply all at once. */
export interface TagConversion<T> {
  readonly edits: readonly Edit[];
  readonly converted: readonly T[];
  readonly refused: readonly TagRefusal<T>[];
}

/** What became plain words again. */
export interface Untagging extends TagConversion<InlineTag> {
  /** Where the words of each converted tag stand in the text without the tags; in the order of `converted`. */
  readonly spans: readonly Span[];
}

/**
 * Writes mentions as tags into their text. Only insertions are made, so that taking the tags away gives the text back
 * byte for byte. A tag that would not be read again as it was meant is refused.
 */
export function tagMentions<T extends TaggableMention>(
  text: string,
  mentions: readonly T[],
  format: TextFormat,
): TagConversion<T> {
  const sorted = [...mentions].sort((a, b) => a.start - b.start || b.end - a.end);
  const reasons = new Map<T, string>();
  const finder = new RefusalFinder(text, format);
  let accepted: T[] = [];
  for (const mention of sorted) {
    const reason = finder.reasonAgainst(mention, accepted.at(-1));
    if (reason === undefined) accepted.push(mention);
    else reasons.set(mention, reason);
  }
  for (;;) {
    const misread = misreadIn(text, accepted, finder.existing, format);
    if (misread.size === 0) break;
    for (const mention of misread)
      reasons.set(mention, "With the markup around them, these words would not be read as a tag.");
    accepted = accepted.filter((mention) => !misread.has(mention));
  }
  const refused = sorted.flatMap((item) => {
    const reason = reasons.get(item);
    return reason === undefined ? [] : [{ item, reason }];
  });
  return { edits: insertions(accepted, format), converted: accepted, refused };
}

/** Takes tags out of a text and leaves the words. Tags in one another, and those that say more than a tag, are refused. */
export function untag(tags: readonly InlineTag[]): Untagging {
  const sorted = [...tags].sort((a, b) => a.start - b.start || b.end - a.end);
  const nested = nestedIn(sorted);
  const refused = sorted.flatMap((item): TagRefusal<InlineTag>[] => {
    if (nested.has(item))
      return [{ item, reason: "Tags stand in one another; remove the outer or the inner one first." }];
    const { others } = item;
    if (others.length === 0) return [];
    return [{ item, reason: `The markup also says ${others.join(", ")}, which would be lost.` }];
  });
  const left = new Set(refused.map(({ item }) => item));
  const converted = sorted.filter((tag) => !left.has(tag));
  const edits: Edit[] = [];
  const spans: Span[] = [];
  let shift = 0;
  for (const { start, end, content } of converted) {
    edits.push({ start, end: content.start, text: "" }, { start: content.end, end, text: "" });
    shift += content.start - start;
    spans.push({ start: content.start - shift, end: content.end - shift });
    shift += end - content.end;
  }
  return { edits, converted, refused, spans };
}

/** The text after edits that are sorted, do not overlap and count in the text before. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = "";
  let from = 0;
  for (const edit of edits) {
    result += text.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return result + text.slice(from);
}

/** The edits that take others back; they count in the text after those. */
export function invertEdits(text: string, edits: readonly Edit[]): Edit[] {
  let shift = 0;
  return edits.map((edit) => {
    const start = edit.start + shift;
    shift += edit.text.length - (edit.end - edit.start);
    return { start, end: start + edit.text.length, text: text.slice(edit.start, edit.end) };
  });
}

/** Says of one mention after the other, sorted by start, why it cannot be tagged. */
class RefusalFinder {
  readonly existing: readonly InlineTag[];
  readonly #blocks: readonly Block[];
  readonly #syntax;

  constructor(
    readonly text: string,
    format: TextFormat,
  ) {
    this.#blocks = createSegmenter(format).segment(text);
    this.existing = inlineTags(text, format);
    this.#syntax = tagSyntaxOf(format);
  }

  reasonAgainst(mention: TaggableMention, previous: Span | undefined): string | undefined {
    const { start, end } = mention;
    if (!isWritable(mention)) return "Its class or entity has characters that a tag cannot hold.";
    if (previous !== undefined && overlaps(previous, mention)) return "It overlaps a mention that is to be tagged too.";
    const tag = this.existing.find((each) => overlaps(each, mention));
    if (tag !== undefined)
      return contains(tag.content, mention) && contains(mention, tag.content)
        ? "It is tagged in the text already."
        : "It overlaps a tag in the text.";
    const block = this.#blocks.find((each) => contains(each, mention));
    if (block === undefined) return "It reaches beyond a paragraph, or stands where no prose is.";
    const prose = proseOf(this.text.slice(block.start, block.end), block.masks);
    if (prose[start - block.start] === BARRIER || prose[end - 1 - block.start] === BARRIER)
      return "It begins or ends in code or markup.";
    return this.#syntax.refusal(this.text, { start, end }, block.kind);
  }
}

/** Mentions whose tags would be read as something else, or would make a tag that is there be read so. */
function misreadIn<T extends TaggableMention>(
  text: string,
  mentions: readonly T[],
  existing: readonly InlineTag[],
  format: TextFormat,
): Set<T> {
  if (mentions.length === 0) return new Set();
  const found = inlineTags(applyEdits(text, insertions(mentions, format)), format);
  const read = new Map(found.map((tag) => [`${tag.content.start}:${tag.content.end}`, tag]));
  const syntax = tagSyntaxOf(format);
  let shift = 0;
  const misread = mentions.filter((mention) => {
    const { before, after } = syntax.write(mention);
    shift += before.length;
    const tag = read.get(`${mention.start + shift}:${mention.end + shift}`);
    shift += after.length;
    return tag?.class !== mention.class || tag.entity !== mention.entity || tag.others.length > 0;
  });
  // A tag that vanished names no culprit, so none is written.
  if (misread.length === 0 && found.length !== mentions.length + existing.length) return new Set(mentions);
  return new Set(misread);
}

function insertions(mentions: readonly TaggableMention[], format: TextFormat): Edit[] {
  const syntax = tagSyntaxOf(format);
  const edits: Edit[] = [];
  for (const mention of mentions) {
    const { before, after } = syntax.write(mention);
    const last = edits.at(-1);
    // Two insertions at one place are one edit: editors do not agree on the order of two.
    if (last?.start === mention.start) edits[edits.length - 1] = { ...last, text: last.text + before };
    else edits.push({ start: mention.start, end: mention.start, text: before });
    edits.push({ start: mention.end, end: mention.end, text: after });
  }
  return edits;
}

function nestedIn(sorted: readonly InlineTag[]): Set<InlineTag> {
  const nested = new Set<InlineTag>();
  let outer: InlineTag | undefined;
  for (const tag of sorted) {
    if (outer !== undefined && tag.start < outer.end) nested.add(outer).add(tag);
    if (outer === undefined || tag.end > outer.end) outer = tag;
  }
  return nested;
}
