import { foldWord, Gap } from "../../text/code-units";
import { WordList } from "../../text/words";
import { closedCompound } from "./compounds";
import { singularOf } from "./inflection";
import { familyOf } from "./spelling";

const scratch = new WordList();

/** "Bases" is the plural of two words, so one stands for both. */
const BASES: ReadonlySet<string> = new Set(["basis", "bases"]);

/**
 * One form for all in which texts write the same phrase, as far as the matcher of terms takes them for the same: folded words in one
 * spelling, compounds closed, acronyms without stops, "&" as "and", and the last word, the head, in the singular.
 * "Health-Care Data Centres" is "healthcare datacenter". To compare by, not to read: "Genomics" is "genomic".
 */
export function headForm(phrase: string): string {
  const written = wordsOf(phrase.replace(/\s*&\s*/g, " and "));
  const words = closed(written.map(foldWord));
  const head = words.pop();
  if (head === undefined) return phrase.trim().toLowerCase();
  // Compounds are known in one number only: "geo politics", "start up".
  return closed([...words, singular(head, written.at(-1)!)])
    .map(familyOf)
    .join(" ");
}

/** The words as they are written; "U.S." is one. */
function wordsOf(phrase: string): string[] {
  scratch.read(phrase);
  const words: string[] = [];
  for (let i = 0; i < scratch.count; i++) {
    const word = phrase.slice(scratch.starts[i], scratch.ends[i]);
    const isDotted = word.length === 1 && scratch.gaps[i] === Gap.fullStop && isLetterAt(i - 1);
    words.push(isDotted ? `${words.pop() ?? ""}${word}` : word);
  }
  return words;
}

function isLetterAt(index: number): boolean {
  return (scratch.ends[index] ?? 0) - (scratch.starts[index] ?? 0) === 1;
}

function closed(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (const word of words) {
    const compound = joined.length === 0 ? undefined : closedCompound(joined.at(-1)!, word);
    if (compound === undefined) joined.push(word);
    else joined[joined.length - 1] = compound;
  }
  return joined;
}

/** The matcher leaves some plurals alone whose singular may be another word; in one class, that does no harm. */
function singular(folded: string, written: string): string {
  if (BASES.has(folded)) return "base";
  // An acronym shows by its capitals that the "s" is none of its letters: "APIs".
  if (/\p{Lu}{2}s$/u.test(written)) return folded.slice(0, -1);
  return singularOf(folded) ?? folded.replace(/(?<=\p{L}(?:[^isu]|au))s$/u, "");
}
