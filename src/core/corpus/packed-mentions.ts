import type { Evidence, Mention } from "../tagger/mention";

/** What all mentions that the same term, rule or definition finds have in common. */
export type MentionSense = Omit<Mention, "start" | "end" | "text">;

/** Mentions as triples of gap to the former start, length (both in UTF-16 code units) and number of the sense. */
export type PackedMentions = Uint32Array;

/** Numbers of a mention in `PackedMentions`. */
const WIDTH = 3;

/** Senses by number, each kept once, so that the mentions of thousands of documents cost twelve bytes each. */
export class MentionSenses {
  readonly #senses: MentionSense[] = [];
  readonly #numbers = new Map<string, number>();
  /** By the evidence of a term of a pack, which all its mentions share: the sense met last with it. */
  readonly #latest = new Map<Evidence, number>();

  get count(): number {
    return this.#senses.length;
  }

  /** The number of a sense; one that is new gets the next. */
  numberOf(sense: MentionSense): number {
    const latest = this.#latest.get(sense.evidence);
    return latest !== undefined && isSame(this.#senses[latest]!, sense) ? latest : this.#numbered(sense);
  }

  #numbered({ class: classId, entity, by, confidence, evidence }: MentionSense): number {
    const { pattern, pack, version, uri, line } = evidence;
    const key = JSON.stringify([classId, entity, by, confidence, pattern, pack, version, uri, line]);
    let number = this.#numbers.get(key);
    if (number === undefined) {
      const named = entity === undefined ? {} : { entity };
      number = this.#senses.push({ class: classId, ...named, by, confidence, evidence }) - 1;
      this.#numbers.set(key, number);
    }
    // That of other mentions is made anew with each of them.
    if (pack !== undefined) this.#latest.set(evidence, number);
    return number;
  }

  at(number: number): MentionSense | undefined {
    return this.#senses[number];
  }

  /** Packs mentions that are sorted by start. */
  pack(mentions: readonly Mention[]): PackedMentions {
    const packed = new Uint32Array(mentions.length * WIDTH);
    let former = 0;
    for (const [i, mention] of mentions.entries()) {
      packed.set([mention.start - former, mention.end - mention.start, this.numberOf(mention)], i * WIDTH);
      former = mention.start;
    }
    return packed;
  }

  /** The mentions of a text, as they were packed. */
  unpack(packed: PackedMentions, text: string): Mention[] {
    const mentions: Mention[] = [];
    let start = 0;
    for (let at = 0; at + WIDTH <= packed.length; at += WIDTH) {
      start += packed[at]!;
      const end = start + packed[at + 1]!;
      mentions.push({ start, end, text: text.slice(start, end), ...this.#senses[packed[at + 2]!]! });
    }
    return mentions;
  }
}

/** Whether two senses with the same evidence are the same. */
function isSame(a: MentionSense, b: MentionSense): boolean {
  return a.class === b.class && a.entity === b.entity && a.by === b.by && a.confidence === b.confidence;
}

/** Whether packed mentions can be those of a text of a length: in order, inside it, and of senses that are known. */
export function fitsText(packed: PackedMentions, length: number, senses: MentionSenses): boolean {
  if (packed.length % WIDTH !== 0) return false;
  let [start, former] = [0, 0];
  for (let at = 0; at < packed.length; at += WIDTH) {
    start += packed[at]!;
    const end = start + packed[at + 1]!;
    if (start < former || end <= start || end > length || packed[at + 2]! >= senses.count) return false;
    former = end;
  }
  return true;
}
