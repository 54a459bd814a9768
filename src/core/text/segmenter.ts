import type { Block } from "./block";
import type { TextFormat } from "./format";
import { HtmlSegmenter } from "./html";
import { LatexSegmenter } from "./latex";
import { MarkdownSegmenter } from "./markdown";
import { PlainSegmenter } from "./plain";
import type { Edit } from "./span";

/** Finds the prose of one document and keeps finding it while the document is edited. */
export interface Segmenter {
  /** The blocks of a text, in order. */
  segment(text: string): readonly Block[];
  /** The blocks after `edit`, which led from the text last seen to `text`; always equal to `segment(text)`. */
  update(text: string, edit: Edit): readonly Block[];
}

export function createSegmenter(format: TextFormat): Segmenter {
  switch (format) {
    case "plain":
      return new PlainSegmenter();
    case "markdown":
      return new MarkdownSegmenter();
    case "latex":
      return new LatexSegmenter();
    case "html":
      return new HtmlSegmenter();
  }
}
