import type { Mention } from "../tagger/mention";

/** What mentions are counted under: the id of the named thing, or `class|words` in lower case for generic mentions. */
export function mentionKey({ entity, class: classId, text }: Pick<Mention, "entity" | "class" | "text">): string {
  return entity ?? `${classId}|${text.replace(/\s+/g, " ").toLowerCase()}`;
}
