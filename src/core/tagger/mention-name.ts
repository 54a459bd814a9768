import { LOCAL_ENTITY_PREFIX } from "./discovery/candidates";
import type { Mention } from "./mention";
import { mentionKey } from "./mention-key";

/** What of a mention its name is made of; without evidence, as in the output of `healthgeo tag`, that is its words. */
export type NamedMention = Pick<Mention, "class" | "text"> & Partial<Pick<Mention, "by" | "evidence">>;

/**
 * What a mention is called where the taxonomy has no name for it: the term as its pack writes it where the mention is no more than
 * that, as "biobank" of "Biobanks"; else its own words on one line.
 */
export function mentionName({ by, class: classId, evidence, text }: NamedMention): string {
  const pattern = by === "lexicon" ? evidence?.pattern : undefined;
  // A pack may write many terms as one: "(genomic|genetic) data".
  if (pattern === undefined || /[[(|]/.test(pattern)) return onOneLine(text);
  const isTerm = mentionKey({ class: classId, text: pattern }) === mentionKey({ class: classId, text });
  return onOneLine(isTerm ? pattern : text);
}

/**
 * Which of two names of what has one key (see `mentionKey`) it is called by: of what only a document knows the longer, for that is
 * no abbreviation; else the shorter, which is the singular where there is one. Of equals the one in lower case.
 */
export function betterName(a: string, b: string, entity: string | undefined): string {
  if (a.length === b.length) return a < b ? b : a;
  const isLocal = entity?.startsWith(LOCAL_ENTITY_PREFIX) === true;
  return b.length < a.length === isLocal ? a : b;
}

/** Whitespace that is not one space. */
const GAP = /\s\s|[^\S ]/;

/** The words of a mention as if no line had broken them. */
function onOneLine(text: string): string {
  return GAP.test(text) ? text.replace(/\s+/g, " ") : text;
}
