import type { ClassId, Span } from "../../../core";

/** A span to be shown as tagged. */
export interface TextTag extends Span {
  /** A class, or undefined for a span that somebody rejected. */
  readonly class?: ClassId;
  readonly entity?: string;
}

/** A text with inline tags, and where its places are in the text without them. */
export interface TaggedText {
  readonly text: string;
  /** The offset, in UTF-16 code units, in the text without tags. A place in a tag is that of the tag. */
  sourceOffset(offset: number): number;
  /** The offset in the tagged text, in front of a tag that stands there. */
  taggedOffset(offset: number): number;
}

interface Insertion {
  readonly at: number;
  readonly text: string;
}

/**
 * A text with tags around spans, for people to read side by side: `[UK Biobank]{.infrastructure-data entity="uk-biobank"}`,
 * and `[UK Biobank]{.rejected}`. A tag adds no line, so both sides of a comparison have the same lines.
 */
export function taggedText(source: string, tags: readonly TextTag[]): TaggedText {
  const insertions = insertionsOf(tags);
  const pieces: string[] = [];
  let from = 0;
  for (const { at, text } of insertions) {
    pieces.push(source.slice(from, at), text);
    from = at;
  }
  pieces.push(source.slice(from));
  return {
    text: pieces.join(""),
    sourceOffset: (offset) => {
      let inserted = 0;
      for (const { at, text } of insertions) {
        if (at + inserted >= offset) break;
        if (at + inserted + text.length > offset) return at;
        inserted += text.length;
      }
      return offset - inserted;
    },
    taggedOffset: (offset) =>
      insertions.filter(({ at }) => at < offset).reduce((sum, { text }) => sum + text.length, offset),
  };
}

/** Brackets in the order of their places; at one place what ends there comes first, inner tags before outer ones. */
function insertionsOf(tags: readonly TextTag[]): Insertion[] {
  const outerFirst = [...tags].sort((a, b) => a.start - b.start || b.end - a.end);
  const openings = outerFirst.map(({ start }) => ({ at: start, text: "[" }));
  const closings = [...outerFirst].reverse().map((tag) => ({ at: tag.end, text: `]{${attributesOf(tag)}}` }));
  return [...closings, ...openings].sort((a, b) => a.at - b.at);
}

function attributesOf({ class: classId, entity }: TextTag): string {
  if (classId === undefined) return ".rejected";
  const link = entity === undefined ? "" : ` entity="${entity}"`;
  return `.${classId.replace(".", "-")}${link}`;
}
