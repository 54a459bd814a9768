import type { Problem } from "../../problem";
import { isCommonWord } from "./common-words";
import type { Pack, Term } from "../model";

/** A term of more letters is seldom mistaken for a word. */
const LONGEST_ACRONYM = 5;

/**
 * Finds terms of one word in capitals that are a common English word in lower case, such as AID, and that no condition and
 * no case mode guards (`taxonomy.ambiguous-acronym`, a warning). A heading in capitals would be tagged. Built-in packs are
 * left out: annotated texts show what their terms find.
 */
export function ambiguousAcronyms({ entities, terms, uri, layer }: Pack): Problem[] {
  if (layer === "built-in") return [];
  const all = [...entities.flatMap((entity) => entity.terms), ...terms.map(({ term }) => term)];
  return all.filter(isAmbiguous).map(({ text, line }) => {
    const message = `"${text}" is also a common word, and a text in capitals would be tagged; say what stands near it (near, notNear) or how capitals bind (case).`;
    const place = { uri, line, column: 1, subject: text };
    return { severity: "warning", code: "taxonomy.ambiguous-acronym", message, ...place };
  });
}

function isAmbiguous({ text, near, notNear, case: mode }: Term): boolean {
  if (near !== undefined || notNear !== undefined || mode !== undefined) return false;
  return text.length <= LONGEST_ACRONYM && /^[A-Z]{2,}$/.test(text) && isCommonWord(text.toLowerCase());
}
