import type { Passage } from "../../text/passages";
import type { ThemeMention } from "./theme";

/** More paragraphs than a long report has. */
const MOST_PASSAGES = 5000;

interface Entry<T> {
  readonly mentions: string;
  readonly value: T;
}

/** Remembers what was found in passages by their words and mentions, wherever they stand; the longest unused goes first. */
export class PassageCache<T> {
  readonly #entries = new Map<string, Entry<T>>();

  get(passage: Passage, mentions: readonly ThemeMention[], find: () => T): T {
    const key = passage.prose;
    const known = this.#entries.get(key);
    const signature = signatureOf(passage, mentions);
    const entry = known?.mentions === signature ? known : { mentions: signature, value: find() };
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    if (this.#entries.size > MOST_PASSAGES) this.#entries.delete(this.#entries.keys().next().value!);
    return entry.value;
  }
}

function signatureOf({ start }: Passage, mentions: readonly ThemeMention[]): string {
  return mentions.map((each) => `${each.start - start} ${each.end - start} ${each.class} ${each.entity ?? ""}`).join();
}
