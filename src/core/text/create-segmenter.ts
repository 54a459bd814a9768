import type { TextFormat } from "./format";
import { HtmlSegmenter } from "./html";
import { LatexSegmenter } from "./latex";
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
      return new LatexSegmenter();
    case "html":
      return new HtmlSegmenter();
  }
}
