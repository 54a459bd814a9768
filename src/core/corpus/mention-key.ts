import type { Mention } from "../tagger/mention";

/** What mentions are counted under: the id of the named thing, or `class|words` in lower case for generic mentions. */
export function mentionKey({ entity, class: classId, text }: Pick<Mention, "entity" | "class" | "text">): string {
  return entity ?? `${classId}|${onOneLine(text).toLowerCase()}`;
}

/** Whitespace that is not one space. */
const GAP = /\s\s|[^\S ]/;

/** The words of a mention as if no line had broken them. */
export function onOneLine(text: string): string {
  return GAP.test(text) ? text.replace(/\s+/g, " ") : text;
}
