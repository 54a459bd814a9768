import { foldWord } from "../../text/code-units";
import { WordList } from "../../text/words";

const scratch = new WordList();

/** The folded words of a phrase with single spaces around them, ready to be looked for in a folded sentence. */
export function foldPhrase(phrase: string): string {
  scratch.read(phrase);
  let folded = " ";
  for (let i = 0; i < scratch.count; i++) folded += `${foldWord(phrase.slice(scratch.starts[i], scratch.ends[i]))} `;
  return folded;
}
