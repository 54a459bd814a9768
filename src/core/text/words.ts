import { Gap } from "./code-units";
import { gapBetween } from "./word-bounds";
import { readWindow, startInWindow, windowEnd, wordEnds, wordHashes } from "./word-window";

/**
 * The words of a text in parallel arrays, reused from text to text so that a scan allocates nothing.
 * Offsets are UTF-16 code units; a word is a run of letters, digits and marks.
 */
export class WordList {
  count = 0;
  starts = new Int32Array(256);
  ends = new Int32Array(256);
  /** Hash of the folded word, as `hashFolded` gives it. */
  hashes = new Int32Array(256);
  /** The `Gap` before the word. */
  gaps = new Uint8Array(256);

  /** Replaces the list by the words of a text. */
  read(text: string): void {
    this.count = 0;
    for (let from = 0; from < text.length;) {
      const to = windowEnd(text, from);
      this.#append(text, from, readWindow(text, from, to));
      from = to;
    }
  }

  /** Adds the words of the window that begins at `from`. */
  #append(text: string, from: number, words: number): void {
    this.#makeRoom(this.count + words);
    let end = this.count === 0 ? 0 : this.ends[this.count - 1]!;
    for (let i = 0; i < words; i++) {
      const start = from + startInWindow(i === 0 ? 0 : wordEnds[i - 1]!);
      this.gaps[this.count] = this.count === 0 ? Gap.hard : gapBetween(text, end, start);
      this.starts[this.count] = start;
      this.ends[this.count] = end = from + wordEnds[i]!;
      this.hashes[this.count++] = wordHashes[i]!;
    }
  }

  #makeRoom(words: number): void {
    if (words <= this.starts.length) return;
    const size = Math.max(words, this.starts.length * 2);
    this.starts = copyInto(new Int32Array(size), this.starts);
    this.ends = copyInto(new Int32Array(size), this.ends);
    this.hashes = copyInto(new Int32Array(size), this.hashes);
    this.gaps = copyInto(new Uint8Array(size), this.gaps);
  }
}

function copyInto<T extends Int32Array | Uint8Array>(target: T, source: T): T {
  target.set(source);
  return target;
}
