import type { CorpusDocument } from "./corpus-document";

const WORD = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;

const counted = new WeakMap<CorpusDocument, number>();

/** The words of a document's prose, without markup and code. Counted once for each document. */
export function wordCount(document: CorpusDocument): number {
  let words = counted.get(document);
  if (words === undefined) {
    words = document.passages.reduce((sum, { prose }) => sum + wordsIn(prose), 0);
    counted.set(document, words);
  }
  return words;
}

function wordsIn(prose: string): number {
  let words = 0;
  for (WORD.lastIndex = 0; WORD.test(prose);) words++;
  return words;
}
