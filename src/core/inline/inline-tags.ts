import { BARRIER, type Block, proseOf } from "../text/block";
import { createSegmenter } from "../text/create-segmenter";
import type { TextFormat } from "../text/format";
import type { Edit, Span } from "../text/span";
import type { ClassId } from "../taxonomy/scheme";
import { htmlTags } from "./html-tags";
import { latexTags } from "./latex-tags";
import { markdownTags } from "./markdown-tags";
import { type BrokenTag, classOfName, type TagMarkup, type TagReading, type TagSyntax } from "./tag-syntax";

/** A tag that an author wrote into a text. Offsets in UTF-16 code units of the document; the span is the whole tag. */
export interface InlineTag extends Span {
  /** The words it tags: the mention. */
  readonly content: Span;
  /** A class of the scheme's form; whether the taxonomy has it is another question. */
  readonly class: ClassId;
  readonly entity?: string;
  /** What else the markup says, as written: it would be lost with the tag. */
  readonly others: readonly string[];
}

const NOTHING: TagReading = { tags: [], broken: [] };

/** How a format writes tags. Plain text has no markup, but whoever writes a bracketed span there means one. */
export function tagSyntaxOf(format: TextFormat): TagSyntax {
  switch (format) {
    case "plain":
    case "markdown":
      return markdownTags;
    case "latex":
      return latexTags;
    case "html":
      return htmlTags;
  }
}

/** All tags of a document, in the order of their ends. */
export function inlineTags(text: string, format: TextFormat): InlineTag[] {
  const syntax = tagSyntaxOf(format);
  if (!text.includes(syntax.hint)) return [];
  return readDocument(text, format).tags.flatMap((markup) => tagOf(markup, syntax) ?? []);
}

/** What a document holds of tags, whole or broken; offsets are the document's. */
export function readDocument(text: string, format: TextFormat): TagReading {
  const syntax = tagSyntaxOf(format);
  if (!text.includes(syntax.hint)) return NOTHING;
  const readings = createSegmenter(format)
    .segment(text)
    .map((block) => moved(readBlock(text, block, syntax), block.start));
  return { tags: readings.flatMap(({ tags }) => tags), broken: readings.flatMap(({ broken }) => broken) };
}

function readBlock(text: string, block: Block, syntax: TagSyntax): TagReading {
  const blockText = text.slice(block.start, block.end);
  if (!blockText.includes(syntax.hint)) return NOTHING;
  const prose = proseOf(blockText, block.masks);
  return syntax.read({ text: blockText, isCode: (offset) => prose[offset] === BARRIER });
}

/** The tag that some markup is; undefined where none of its classes is one of the scheme. */
export function tagOf(markup: TagMarkup, { separator }: TagSyntax): InlineTag | undefined {
  const { start, end, content, entity } = markup;
  const named = markup.classes.find(({ text }) => classOfName(text, separator) !== undefined);
  if (named === undefined) return undefined;
  const others = [...markup.classes.filter((other) => other !== named).map(({ text }) => text), ...markup.others];
  const tag = { start, end, content, class: classOfName(named.text, separator)!, others };
  return entity === undefined || entity.text === "" ? tag : { ...tag, entity: entity.text };
}

function moved({ tags, broken }: TagReading, by: number): TagReading {
  if (by === 0) return { tags, broken };
  const span = <T extends Span>(spanned: T): T => ({ ...spanned, start: spanned.start + by, end: spanned.end + by });
  return {
    tags: tags.map((tag) => ({
      ...span(tag),
      content: span(tag.content),
      classes: tag.classes.map(span),
      ...(tag.entity === undefined ? {} : { entity: span(tag.entity) }),
    })),
    broken: broken.map((tag): BrokenTag => ({
      ...span(tag),
      ...(tag.repair === undefined ? {} : { repair: span<Edit>(tag.repair) }),
      removal: span<Edit>(tag.removal),
    })),
  };
}
