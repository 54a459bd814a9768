import {
  dateOf,
  facetOf,
  isMentionOfKey,
  mentionsTogether,
  type CorpusDocument,
  type ReviewedMention,
  type ReviewedTheme,
  type Span,
} from "../../../core";
import type { PassageQuery } from "../../../webview/insight/messages";
import { evidenceWords } from "../theme-text";
import type { DocumentThemes } from "./theme-figures";

/** A place of a document that a mark stands for: a mention, or a passage with a theme. */
export interface FoundPassage extends Span {
  readonly path: string;
  readonly text: string;
  /** What a row on it shows in its middle. */
  readonly about: Span;
  /** What else there is to say of it. */
  readonly note?: string;
}

/** A passage without evidence, which a person gave its theme, is shown by its first words. In UTF-16 code units. */
const FIRST_WORDS = 60;

/** The mentions that a mark of the Insight page stands for, in the order of documents and text. */
export function passagesOf(documents: readonly CorpusDocument[], query: PassageQuery): FoundPassage[] {
  return documents
    .filter((document) => isAsked(document, query))
    .flatMap((document) =>
      mentionsAsked(document, query)
        .filter((mention) => isWithin(mention, query))
        .map(({ start, end }) => {
          return { path: document.path, text: document.text, start, end, about: { start, end } };
        }),
    );
}

/** The passages with the theme that a mark stands for, likewise. */
export function themePassagesOf(documents: readonly DocumentThemes[], query: PassageQuery): FoundPassage[] {
  return documents
    .filter(({ document }) => isAsked(document, query))
    .flatMap(({ document, themes }) =>
      themes
        .filter((each) => each.theme === query.theme && isWithin(each, query))
        .map((each) => themePassage(document, each)),
    );
}

function themePassage({ path, text }: CorpusDocument, theme: ReviewedTheme): FoundPassage {
  const { start, end, evidence } = theme;
  const about = evidence[0] ?? { start, end: Math.min(end, start + FIRST_WORDS) };
  const words = evidenceWords(text, theme);
  return { path, text, start, end, about, ...(words === "" ? {} : { note: words }) };
}

function isAsked({ path, text }: CorpusDocument, query: PassageQuery): boolean {
  if (query.path !== undefined && query.path !== path) return false;
  return query.period === undefined || isFrom(query.period, dateOf(text, path));
}

function isFrom(period: string, date: string | undefined): boolean {
  return date?.startsWith(period) ?? false;
}

function isWithin(span: Span, { start = 0, end = Infinity }: PassageQuery): boolean {
  return span.start >= start && span.start < end;
}

function mentionsAsked(document: CorpusDocument, { key, together, window, facet }: PassageQuery): ReviewedMention[] {
  const mentions =
    key !== undefined && together !== undefined && window !== undefined
      ? mentionsTogether(document, key, together, window)
      : document.mentions.filter((mention) => key === undefined || isMentionOfKey(mention, key));
  return mentions.filter((mention) => facet === undefined || facetOf(mention.class) === facet);
}
