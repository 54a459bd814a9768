import type { ClassId } from "../taxonomy/scheme";
import { headForm } from "../taxonomy/forms/head-form";
import type { Mention } from "./mention";

/** Corpora write few different words, many times; past this many of a class, all of them are forgotten. */
const MOST_KNOWN = 10_000;
/** By class and text. */
const genericKeys = new Map<ClassId, Map<string, string>>();

/**
 * What mentions are counted, grouped and related under, wherever that is done: the id of the named thing, or `class|words` for
 * generic mentions, with the words as `headForm` gives them. So "biobank" and "Biobanks" are one, whoever found them; "Chinese
 * biobanks" are others.
 */
export function mentionKey({ entity, class: classId, text }: Pick<Mention, "entity" | "class" | "text">): string {
  return entity ?? genericKey(classId, text);
}

function genericKey(classId: ClassId, text: string): string {
  let keys = genericKeys.get(classId);
  if (keys === undefined) genericKeys.set(classId, (keys = new Map<string, string>()));
  let key = keys.get(text);
  if (key === undefined) {
    if (keys.size >= MOST_KNOWN) keys.clear();
    keys.set(text, (key = `${classId}|${headForm(text)}`));
  }
  return key;
}
