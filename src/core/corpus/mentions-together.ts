import type { ReviewedMention } from "../annotations/decision";
import type { CooccurrenceWindow } from "./cooccurrence";
import { mentionsByWindow } from "./cooccurrence";
import type { CorpusDocument } from "./corpus-document";
import { mentionKey } from "../tagger/mention-key";

/**
 * The mentions of a document that co-occurrence counts for two keys: those of `key` that have something of `other` in their
 * window. In the order of the text.
 *
 * @param key of an entity or generic term (see `mentionKey`), or a class id; so is `other`
 */
export function mentionsTogether(
  document: CorpusDocument,
  key: string,
  other: string,
  window: CooccurrenceWindow,
): ReviewedMention[] {
  return mentionsByWindow(document, window)
    .flatMap((mentions) =>
      mentions.filter(
        (mention) =>
          isMentionOfKey(mention, key) &&
          mentions.some((each) => isMentionOfKey(each, other) && mentionKey(each) !== mentionKey(mention)),
      ),
    )
    .sort((a, b) => a.start - b.start);
}

/** Whether a mention counts under a key: of its entity, its words, or its class. */
export function isMentionOfKey(mention: ReviewedMention, key: string): boolean {
  return mention.class === key || mentionKey(mention) === key;
}
