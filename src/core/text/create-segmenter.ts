import type { TextFormat } from "./format";
import { createHtmlSegmenter } from "./html";
import { createLatexSegmenter } from "./latex";
import { MarkdownSegmenter } from "./markdown";
import { PlainSegmenter } from "./plain";
import type { Segmenter } from "./segmenter";

export function createSegmenter(format: TextFormat): Segmenter {
  switch (format) {
    case "plain":
      return new PlainSegmenter();
    case "markdown":
      return new MarkdownSegmenter();
    case "latex":
      return createLatexSegmenter();
    case "html":
      return createHtmlSegmenter();
  }
}
