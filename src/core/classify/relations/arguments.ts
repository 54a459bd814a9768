import type { RelatableMention } from "./relation-mention";
import { facetOf } from "../../taxonomy/scheme";
import type { Chunk, NounPhrase, VerbGroup } from "./chunks";
import { type Preposition } from "./frames";
import type { Token } from "./sentence-tokens";
import { FRAME_NOUNS, PARTITIVES, STAND_INS } from "./word-classes";

/** What a noun phrase stands for in a relation. */
export interface Argument {
  readonly mention: RelatableMention;
  /** The words of the sentence that stand for the mention: its own, or "it". */
  readonly token: Token;
  /** Whether the text named it elsewhere and this is "it", "the agency". */
  readonly resolved: boolean;
}

/** The arguments behind a verb or noun. */
export interface Complements {
  readonly object: readonly NounPhrase[];
  readonly prepositions: ReadonlyMap<Preposition, readonly NounPhrase[]>;
  /** Number of the first chunk behind them. */
  readonly next: number;
}

/** A subject and the chunk at which its clause begins. */
export interface Subject {
  readonly phrases: readonly NounPhrase[];
  readonly first: number;
}

/** What parts of the grammar are looked at; measured one by one in the evaluation. */
export interface Coverage {
  readonly passive: boolean;
  readonly nominal: boolean;
  readonly coordination: boolean;
  readonly resolution: boolean;
  readonly modality: boolean;
  /** Whether compromise says what ambiguous and unknown words are. */
  readonly compromise: boolean;
}

/** Verbs whose object does what the infinitive behind it says. */
const LEADING_VERBS = new Set(
  "allow ask call compel enable encourage expect force help invite oblige order permit persuade press require tell urge want".split(
    " ",
  ),
);

/** Verbs whose object is a means or a right to what the infinitive behind it says, for their subject. */
const AIMING_VERBS = new Set(
  "build sign win have get obtain receive reach announce make establish launch agree secure hold use create negotiate conclude take form join".split(
    " ",
  ),
);

/** Behind these a gerund has the subject of its clause: "by supplying", "while relying". */
const GERUND_LINKS = new Set("by in after before without through while when since".split(" "));

function sharesSubject({ kind, word }: { readonly kind: string; readonly word?: string }): boolean {
  return (kind === "preposition" || kind === "subordinator") && word !== undefined && GERUND_LINKS.has(word);
}

/** In chunks. */
const LONGEST_ASIDE = 7;

/** Finds subjects, objects and complements in a sentence's chunks. */
export class ArgumentFinder {
  constructor(
    readonly chunks: readonly Chunk[],
    readonly coordinates: boolean,
  ) {}

  /** The complements behind chunk `i - 1`, up to the end of its clause. */
  complementsFrom(i: number, mayHaveObject = true): Complements {
    const prepositions = new Map<Preposition, readonly NounPhrase[]>();
    let object: readonly NounPhrase[] = [];
    let at = i;
    for (;;) {
      const chunk = this.chunks[at];
      if (chunk?.kind === "noun" && mayHaveObject && prepositions.size === 0) {
        const list = this.listFrom(at);
        object = [...object, ...list.phrases];
        at = list.next;
      } else if (chunk?.kind === "preposition" && this.chunks[at + 1]?.kind === "noun") {
        const preposition = chunk.word as Preposition;
        const list = this.listFrom(at + 1, preposition === "between");
        const others = prepositions.get(preposition) ?? [];
        const isAttached = preposition !== "of" || at === i;
        const isFirst = others.length === 0 || /^(?:conjunction|comma)$/u.test(this.chunks[at - 1]?.kind ?? "");
        if (isAttached && isFirst) prepositions.set(preposition, [...others, ...list.phrases]);
        at = list.next;
      } else if (this.#isCoordinatedPreposition(at) || this.#isListedPreposition(at, prepositions)) at++;
      else return { object, prepositions, next: at };
    }
  }

  /** "on China, on India and on Brazil": a comma before a preposition that was there already. */
  #isListedPreposition(at: number, prepositions: ReadonlyMap<Preposition, unknown>): boolean {
    const [comma, link] = [this.chunks[at], this.chunks[at + 1]];
    if (!this.coordinates || comma?.kind !== "comma" || link?.kind !== "preposition") return false;
    return prepositions.has(link.word as Preposition) && this.chunks[at + 2]?.kind === "noun";
  }

  /** "on China and on India": the conjunction between two like prepositions is passed over. */
  #isCoordinatedPreposition(at: number): boolean {
    if (!this.coordinates || this.chunks[at]?.kind !== "conjunction") return false;
    return this.chunks[at + 1]?.kind === "preposition" && this.chunks[at - 1]?.kind === "noun";
  }

  /**
   * A noun phrase and those joined to it behind it: "vaccines, syringes and drugs", "partners including WHO and Gavi".
   *
   * @param isOneParty whether the list cannot end at one item, as behind "between"
   */
  listFrom(first: number, isOneParty = false): { readonly phrases: readonly NounPhrase[]; readonly next: number } {
    let { phrase, next } = this.#chainFrom(first);
    const phrases = [phrase];
    let settled = { count: 1, next };
    while (this.coordinates) {
      const joint = this.#jointAt(next);
      if (joint === undefined || this.chunks[joint.next]?.kind !== "noun") break;
      ({ phrase, next } = this.#chainFrom(joint.next));
      if (joint.kind !== "examples" && !isOneParty && this.#beginsClause(next)) break;
      phrases.push(phrase);
      if (joint.kind === "comma") continue;
      settled = { count: phrases.length, next };
    }
    return { phrases: phrases.slice(0, settled.count), next: settled.next };
  }

  /** How two items of a list are joined. A comma alone holds only if an "and" follows. */
  #jointAt(at: number): { readonly kind: "comma" | "and" | "examples"; readonly next: number } | undefined {
    const [chunk, second] = [this.chunks[at], this.chunks[at + 1]];
    if (chunk?.kind === "conjunction" && chunk.word !== "but") return { kind: "and", next: at + 1 };
    if (chunk?.kind === "examples") return { kind: "examples", next: at + 1 };
    if (chunk?.kind !== "comma") return undefined;
    if (second?.kind === "conjunction" && second.word !== "but") return { kind: "and", next: at + 2 };
    if (second?.kind === "examples") return { kind: "examples", next: at + 2 };
    if (second?.kind === "verb" || second?.kind === "relative") return this.#jointBehindAside(at + 1);
    return { kind: "comma", next: at + 1 };
  }

  /** "the EU, represented by the Commission, and EDCTP": what stands between two commas in a list does not end it. */
  #jointBehindAside(from: number): { readonly kind: "and"; readonly next: number } | undefined {
    const aside = this.chunks[from];
    if (aside?.kind === "verb" && aside.form !== "participle") return undefined;
    const close = this.chunks.findIndex(({ kind }, at) => at > from && (kind === "comma" || kind === "stop"));
    const joins = this.chunks[close]?.kind === "comma" && this.chunks[close + 1]?.kind === "conjunction";
    return joins && close - from < LONGEST_ASIDE ? { kind: "and", next: close + 2 } : undefined;
  }

  /** Whether the phrase before chunk `at` is the subject of a verb and so the beginning of another clause. */
  #beginsClause(at: number): boolean {
    const chunk = this.chunks[at];
    return chunk?.kind === "verb" && chunk.form === "finite";
  }

  /** A noun phrase, with the one it only measures: "most of the data" stands for the data. */
  #chainFrom(first: number): { phrase: NounPhrase; next: number } {
    let phrase = this.chunks[first] as NounPhrase;
    let next = first + 1;
    while (isPossessor(phrase) && this.chunks[next]?.kind === "noun") {
      phrase = this.chunks[next] as NounPhrase;
      next++;
    }
    while (this.#passesOn(phrase, next)) {
      phrase = this.chunks[next + 1] as NounPhrase;
      next += 2;
    }
    return { phrase, next };
  }

  #passesOn({ head }: NounPhrase, next: number): boolean {
    const link = this.chunks[next];
    const linksOn =
      link?.kind === "preposition" && (link.word === "of" || (link.word === "to" && head.word === "access"));
    return head.mention === undefined && linksOn && PARTITIVES.has(head.word) && this.chunks[next + 1]?.kind === "noun";
  }

  /** The subject of the verb group at chunk `i`; undefined where it is not certain. */
  subjectOf(i: number): Subject | undefined {
    const group = this.chunks[i] as VerbGroup;
    const before = this.chunks[i - 1];
    if (before === undefined) return undefined;
    if (before.kind === "relative") return this.#antecedent(i - 1);
    if (before.kind === "conjunction") return this.#sharedSubject(i);
    if (before.kind === "noun") return this.#nounSubject(i, group);
    if (before.kind === "comma") return this.#subjectBeforeComma(i, group);
    if (group.form === "ing" && sharesSubject(before)) return this.#outerSubject(i - 1);
    if (before.kind === "verb" && group.form === "infinitive") return this.#subjectOfPurpose(i - 1, group);
    return undefined;
  }

  #nounSubject(i: number, group: VerbGroup): Subject | undefined {
    if (group.form === "finite") return this.listTo(i - 1);
    if (group.form === "infinitive" && this.leaderOf(i) === undefined) return this.#subjectOfAim(i);
    const phrase = this.#chainTo(i - 1).nearest;
    return { phrases: [phrase], first: i - 1 };
  }

  /** "was set up to regulate trials": whoever the verb before is said of; of an active verb nobody certain. */
  #subjectOfPurpose(at: number, group: VerbGroup): Subject | undefined {
    const verb = this.chunks[at] as VerbGroup;
    return verb.passive && verb.form === "finite" && !group.passive ? this.subjectOf(at) : undefined;
  }

  /** "India signed a deal to supply", "Rwanda built a plant to supply": the subject of the verb whose object the aim is of. */
  #subjectOfAim(i: number): Subject | undefined {
    const { first } = this.#chainTo(i - 1);
    const at = this.chunks[first - 1]?.kind === "verb" ? first - 1 : first - 2;
    const verb = this.chunks[at];
    if (verb?.kind !== "verb" || verb.passive || verb.form !== "finite" || !AIMING_VERBS.has(verb.lemma))
      return undefined;
    return this.subjectOf(at);
  }

  /** The chunk of the verb whose object is the subject of the infinitive at chunk `i`: "urges China to share". */
  leaderOf(i: number): number | undefined {
    if (this.chunks[i - 1]?.kind !== "noun") return undefined;
    const { first } = this.#chainTo(i - 1);
    const before = this.chunks[first - 1];
    const at = before?.kind === "preposition" && before.word !== "for" ? first - 2 : first - 1;
    const leader = this.chunks[at];
    return leader?.kind === "verb" && LEADING_VERBS.has(leader.lemma) ? at : undefined;
  }

  /** The noun that a relative pronoun at chunk `i` stands for. */
  #antecedent(i: number): Subject | undefined {
    const word = this.chunks[i]!;
    const at = this.chunks[i - 1]?.kind === "comma" ? i - 2 : i - 1;
    if (this.chunks[at]?.kind !== "noun" || (word.kind === "relative" && word.word === "whose")) return undefined;
    const { nearest, head } = this.#chainTo(at);
    const phrase = standsFor(nearest).length > 0 ? nearest : head;
    return { phrases: [phrase], first: i };
  }

  /** Subject of the second of two verbs: "collects samples and shares them". */
  #sharedSubject(i: number): Subject | undefined {
    if (!this.coordinates) return undefined;
    const before = this.chunks[i - 2];
    const from = before?.kind === "comma" ? i - 3 : i - 2;
    return this.#outerSubject(from + 1, this.chunks[i] as VerbGroup);
  }

  /**
   * The subject of the next finite verb before chunk `i` in the same sentence.
   *
   * @param like a verb that shares it and must agree with it in number
   */
  #outerSubject(i: number, like?: VerbGroup): Subject | undefined {
    for (let at = i - 1; at >= 0; at--) {
      const chunk = this.chunks[at]!;
      if (chunk.kind === "stop" || chunk.kind === "subordinator") return undefined;
      if (chunk.kind === "verb" && chunk.form === "finite" && agrees(chunk, like)) return this.subjectOf(at);
    }
    return undefined;
  }

  /** A comma before a verb closes an aside ("BGI, a Chinese company, holds"), or opens a participle (", supplying"). */
  #subjectBeforeComma(i: number, group: VerbGroup): Subject | undefined {
    if (group.form === "ing") return this.#outerSubject(i - 1);
    if (group.form === "participle" && this.chunks[i - 2]?.kind === "noun") {
      return { phrases: [this.#chainTo(i - 2).nearest], first: i - 2 };
    }
    for (let at = i - 2; at > 0; at--) {
      if (this.chunks[at]!.kind === "stop") return undefined;
      if (this.chunks[at]!.kind !== "comma") continue;
      if (this.#opensAside(at + 1) && this.chunks[at - 1]?.kind === "noun") return this.listTo(at - 1);
      break;
    }
    return group.form === "finite" && this.coordinates ? this.#outerSubject(i - 1, group) : undefined;
  }

  #opensAside(i: number): boolean {
    const chunk = this.chunks[i];
    if (chunk?.kind === "relative" || chunk?.kind === "preposition" || chunk?.kind === "examples") return true;
    if (chunk?.kind === "verb") return chunk.form === "ing" || chunk.form === "participle";
    return chunk?.kind === "noun" && (/^(?:an?|the|one|its|their|our)$/u.test(chunk.determiner) || isPossessor(chunk));
  }

  /** The noun phrase at chunk `last` with its complements, and those joined to it before it. */
  listTo(last: number): Subject | undefined {
    let { head, first } = this.#chainTo(this.#beforeRelative(last));
    if (this.#isComplement(first)) return undefined;
    const phrases = [head];
    let joined = this.coordinates && this.#joinedBefore(first);
    while (joined !== false && this.chunks[joined]?.kind === "noun") {
      const chain = this.#chainTo(joined);
      if (this.#isObject(chain.first) || this.#isComplement(chain.first)) break;
      ({ head, first } = chain);
      phrases.unshift(head);
      joined = this.#itemBefore(first);
    }
    return { phrases, first };
  }

  /** The noun whose relative clause or participle ends at chunk `last`: "data collected in Kenya", "firms that own data". */
  #beforeRelative(last: number): number {
    let at = this.#chainTo(last).first - 1;
    while (this.chunks[at]?.kind === "preposition" || (at < last && this.chunks[at]?.kind === "noun")) at--;
    const verb = this.chunks[at];
    if (verb?.kind !== "verb") return last;
    const before = this.chunks[at - 1];
    if (verb.form !== "finite") return verb.form !== "infinitive" && before?.kind === "noun" ? at - 1 : last;
    return before?.kind === "relative" && this.chunks[at - 2]?.kind === "noun" ? at - 2 : last;
  }

  /** Whether the phrase at chunk `i` hangs on a preposition that hangs on nothing: "In Kenya". */
  #isComplement(i: number): boolean {
    return this.chunks[i - 1]?.kind === "preposition";
  }

  #isObject(i: number): boolean {
    const before = this.chunks[i - 1];
    return before?.kind === "verb";
  }

  /** The chunk that "and" at the end of a list joins to the one at `first`; false where none does. */
  #joinedBefore(first: number): number | false {
    const before = this.chunks[first - 1];
    if (before?.kind !== "conjunction" || before.word === "but" || before.word === "nor") return false;
    return this.chunks[first - 2]?.kind === "comma" ? first - 3 : first - 2;
  }

  #itemBefore(first: number): number | false {
    return this.chunks[first - 1]?.kind === "comma" ? first - 2 : this.#joinedBefore(first);
  }

  /** The chain of phrases that ends at a chunk: its head, with complements passed on by measures, and its last one. */
  #chainTo(last: number): { head: NounPhrase; nearest: NounPhrase; first: number } {
    const nearest = this.chunks[last] as NounPhrase;
    let first = last;
    for (;;) {
      const [link, before] = [this.chunks[first - 1], this.chunks[first - 2]];
      if (link?.kind === "preposition" && before?.kind === "noun" && !this.#isObjectOfVerb(first - 2, link.word))
        first -= 2;
      else if (link?.kind === "noun" && isPossessor(link)) first -= 1;
      else break;
    }
    return { head: this.#chainFrom(first).phrase, nearest, first };
  }

  /** Behind a verb's object, only "of" surely belongs to the object. */
  #isObjectOfVerb(i: number, preposition: string): boolean {
    return this.chunks[i - 1]?.kind === "verb" && preposition !== "of";
  }
}

/** Whether two verbs can have one subject: "prohibits" and "lets", but not "prohibits" and "demand". */
function agrees(verb: VerbGroup, like: VerbGroup | undefined): boolean {
  const [one, other] = [verb, like].map((group) => group?.head.verb?.forms);
  if (one === undefined || other === undefined) return true;
  return !(one.includes("base") && other.includes("third")) && !(one.includes("third") && other.includes("base"));
}

export function isPossessor({ head }: NounPhrase): boolean {
  return head.possessive;
}

/** The mentions that a phrase stands for without looking elsewhere: its head, or the actor before a mere stand-in. */
export function standsFor({ head, modifiers }: NounPhrase): readonly RelatableMention[] {
  if (head.mention !== undefined) return [head.mention];
  const actor = modifiers.at(-1);
  if (actor === undefined || facetOf(actor.class) !== "actor" || !STAND_INS.has(head.word)) return [];
  return [actor];
}

/** Whether a phrase is headed by a noun that states relations; of mentions only those of sovereignty are. */
export function isFrameNoun({ head }: NounPhrase): boolean {
  return FRAME_NOUNS.has(head.word) && (head.mention === undefined || facetOf(head.mention.class) === "sovereignty");
}
