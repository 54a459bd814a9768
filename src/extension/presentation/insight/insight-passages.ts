import {
  dateOf,
  facetOf,
  isMentionOfKey,
  mentionsTogether,
  type CorpusDocument,
  type ReviewedMention,
} from "../../../core";
import type { PassageQuery } from "../../../webview/insight/messages";

/** A mention with the document it stands in. */
export interface FoundPassage {
  readonly document: CorpusDocument;
  readonly mention: ReviewedMention;
}

/** The mentions that a mark of the Insight page stands for, in the order of documents and text. */
export function passagesOf(documents: readonly CorpusDocument[], query: PassageQuery): FoundPassage[] {
  return documents
    .filter(({ text, path }) => query.period === undefined || isFrom(query.period, dateOf(text, path)))
    .flatMap((document) => mentionsAsked(document, query).map((mention) => ({ document, mention })));
}

function isFrom(period: string, date: string | undefined): boolean {
  return date?.startsWith(period) ?? false;
}

function mentionsAsked(document: CorpusDocument, { key, together, window, facet }: PassageQuery): ReviewedMention[] {
  const mentions =
    key !== undefined && together !== undefined && window !== undefined
      ? mentionsTogether(document, key, together, window)
      : document.mentions.filter((mention) => key === undefined || isMentionOfKey(mention, key));
  return mentions.filter((mention) => facet === undefined || facetOf(mention.class) === facet);
}
