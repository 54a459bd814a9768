import type { RelatableMention } from "./relation-mention";
import { facetOf } from "../../taxonomy/scheme";
import type { Chunk, NounPhrase, VerbGroup } from "./chunks";
import { type Preposition } from "./frames";
import type { Token } from "./token";
import { type Modality, strongest } from "./modality";
import {
  BARRING_VERBS,
  CHARGING_VERBS,
  FRAME_NOUNS,
  LACKING_VERBS,
  PARTITIVES,
  REPORTING_VERBS,
  STAND_INS,
} from "./word-classes";

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
  /** One without a phrase behind it: "which they pay for". */
  readonly stranded?: Preposition;
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
  "allow appoint ask call choose commission contract compel enable encourage expect force help invite mandate oblige order pay permit persuade press require select task tell urge want hire license".split(
    " ",
  ),
);

/** Verbs with two objects whose first does what the infinitive behind the second says: "awarded Palantir a contract to run". */
const ENTITLING_VERBS = new Set("award give grant offer hand".split(" "));

/** Nouns of what somebody means to do, with what they make of it: "China's refusal to share", "its plan to build". */
const AIMS: ReadonlyMap<string, Modality> = new Map([
  ...["decision", "decisions", "move", "moves", "agreement", "right", "power", "powers", "contract"].map(
    (noun) => [noun, "asserted"] as const,
  ),
  ...[
    "plan",
    "plans",
    "bid",
    "bids",
    "proposal",
    "proposals",
    "effort",
    "efforts",
    "attempt",
    "attempts",
    "threat",
    "threats",
    "pledge",
    "pledges",
    "promise",
    "promises",
    "intention",
    "willingness",
    "ambition",
    "ability",
    "offer",
  ].map((noun) => [noun, "possible"] as const),
  ...["refusal", "failure", "inability", "unwillingness", "reluctance"].map((noun) => [noun, "negated"] as const),
]);

/** Verbs whose object is a means or a right to what the infinitive behind it says, for their subject. */
const AIMING_VERBS = new Set(
  "build sign win have get obtain receive reach announce make establish launch agree secure hold use create negotiate conclude take form join lose pass adopt issue renew extend fail abandon drop".split(
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
      else {
        const stranded = this.#isStranded(at) ? { stranded: (chunk as { word: Preposition }).word } : {};
        return { object, prepositions, ...stranded, next: at };
      }
    }
  }

  /** A preposition at the end of a clause. */
  #isStranded(at: number): boolean {
    if (this.chunks[at]?.kind !== "preposition") return false;
    const next = this.chunks[at + 1];
    return (
      next === undefined ||
      next.kind === "comma" ||
      next.kind === "stop" ||
      (next.kind === "verb" && next.form === "finite")
    );
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
    const { head: measure } = phrase;
    while (this.#passesOn(phrase, next)) {
      phrase = this.chunks[next + 1] as NounPhrase;
      next += 2;
    }
    const passed = phrase.head === measure ? phrase : { ...phrase, measure };
    const origin = this.#originAt(next);
    return { phrase: origin === undefined ? passed : { ...passed, origin }, next };
  }

  #originAt(at: number): NounPhrase | undefined {
    const [link, owner] = [this.chunks[at], this.chunks[at + 1]];
    const isOrigin = link?.kind === "preposition" && /^(?:of|from|by)$/u.test(link.word);
    return isOrigin && owner?.kind === "noun" && owner.head.mention !== undefined ? owner : undefined;
  }

  #passesOn({ head }: NounPhrase, next: number): boolean {
    const link = this.chunks[next];
    if (head.mention !== undefined || link?.kind !== "preposition" || this.chunks[next + 1]?.kind !== "noun")
      return false;
    if (STAND_INS.has(head.word)) return link.word === "of";
    const linksOn = link.word === "of" || (link.word === "to" && head.word === "access");
    return linksOn && PARTITIVES.has(head.word);
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
    if (group.form === "ing" && this.chargedAt(i) !== undefined) return this.#chargedSubject(i);
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

  /** The chunk of the verb that says what its object did or is kept from doing: "accused X of sharing", "keeps X from buying". */
  chargedAt(i: number): number | undefined {
    const link = this.chunks[i - 1];
    if (link?.kind !== "preposition" || !/^(?:of|from|for)$/u.test(link.word)) return undefined;
    let at = i - 2;
    while (/^(?:noun|conjunction|comma|preposition)$/u.test(this.chunks[at]?.kind ?? "")) at--;
    const verb = this.chunks[at];
    if (verb?.kind !== "verb") return undefined;
    return (link.word === "from" ? BARRING_VERBS : CHARGING_VERBS).has(verb.lemma) ? at : undefined;
  }

  #chargedSubject(i: number): Subject | undefined {
    const at = this.chargedAt(i)!;
    if ((this.chunks[at] as VerbGroup).passive) return this.subjectOf(at);
    if (this.chunks[at + 1]?.kind !== "noun") return undefined;
    return { phrases: this.listFrom(at + 1).phrases, first: at + 1 };
  }

  /** What the verb or noun that leads to the verb at chunk `i` makes of it. */
  modalityOfLead(i: number): Modality {
    const charged = this.chargedAt(i);
    const charge = charged === undefined ? undefined : (this.chunks[charged] as VerbGroup);
    if (charge !== undefined) {
      return BARRING_VERBS.has(charge.lemma) ? "negated" : isHearsay(charge) ? "reported" : "asserted";
    }
    const aim = this.chunks[i - 1];
    if ((this.chunks[i] as VerbGroup).form !== "infinitive" || aim?.kind !== "noun") return "asserted";
    const verb = this.chunks[i - 2];
    const lacks: Modality = verb?.kind === "verb" && LACKING_VERBS.has(verb.lemma) ? "negated" : "asserted";
    return strongest(AIMS.get(aim.head.word) ?? "asserted", lacks);
  }

  /** "China's refusal to share", "the decision of China to share": whose aim it is. */
  #ownerOfAim(i: number): Subject | undefined {
    const aim = this.chunks[i - 1] as NounPhrase;
    const [link, before] = [this.chunks[i - 2], this.chunks[i - 3]];
    if (
      before?.kind === "noun" &&
      AIMS.has(before.head.word) &&
      link?.kind === "preposition" &&
      /^(?:of|by)$/u.test(link.word)
    ) {
      return { phrases: [aim], first: i - 1 };
    }
    if (!AIMS.has(aim.head.word)) return undefined;
    if (link?.kind === "noun" && isPossessor(link)) return { phrases: [link], first: i - 2 };
    const [actor] = aim.modifiers;
    return actor === undefined || facetOf(actor.class) !== "actor"
      ? undefined
      : { phrases: [modifierAlone(aim)], first: i - 1 };
  }

  /** The first of two objects, or the subject of the passive, of a verb that entitles to what the infinitive says. */
  #entitledSubject(i: number): Subject | undefined {
    const [before, verb] = [this.chunks[i - 2], this.chunks[i - 3]];
    if (before?.kind !== "noun" || isPossessor(before) || verb?.kind !== "verb") return undefined;
    return ENTITLING_VERBS.has(verb.lemma) && !verb.passive ? { phrases: [before], first: i - 2 } : undefined;
  }

  /** "was paid by Canada to run": behind the agent of a passive, its subject. */
  #subjectBehindAgent(i: number): Subject | undefined {
    const [link, verb] = [this.chunks[i - 2], this.chunks[i - 3]];
    if (link?.kind !== "preposition" || link.word !== "by" || verb?.kind !== "verb" || !verb.passive) return undefined;
    return LEADING_VERBS.has(verb.lemma) ? this.subjectOf(i - 3) : undefined;
  }

  /** "India signed a deal to supply", "Rwanda built a plant to supply": the subject of the verb whose object the aim is of. */
  #subjectOfAim(i: number): Subject | undefined {
    const named = this.#ownerOfAim(i) ?? this.#entitledSubject(i) ?? this.#subjectBehindAgent(i);
    if (named !== undefined) return named;
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
    if (before?.kind === "preposition" && before.word === "by") return undefined;
    return leader?.kind === "verb" && LEADING_VERBS.has(leader.lemma) ? at : undefined;
  }

  /** What a relative pronoun behind a phrase that ends at chunk `last` stands for: in "firms in Kenya, which" the firms. */
  antecedentAt(last: number): NounPhrase {
    const { nearest, head } = this.#chainTo(last);
    const link = this.chunks[last - 1];
    const isPlace = link?.kind === "preposition" && /^(?:in|at|near|around|across)$/u.test(link.word);
    return standsFor(nearest).length > 0 && !(isPlace && head.head.mention !== undefined) ? nearest : head;
  }

  /** The noun that a relative pronoun at chunk `i` stands for. */
  #antecedent(i: number): Subject | undefined {
    const word = this.chunks[i]!;
    const at = this.chunks[i - 1]?.kind === "comma" ? i - 2 : i - 1;
    if (this.chunks[at]?.kind !== "noun" || (word.kind === "relative" && word.word === "whose")) return undefined;
    return { phrases: [this.antecedentAt(at)], first: i };
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
      return { phrases: [this.antecedentAt(i - 2)], first: i - 2 };
    }
    for (let at = i - 2; at > 0; at--) {
      if (this.chunks[at]!.kind === "stop") return undefined;
      if (this.chunks[at]!.kind !== "comma") continue;
      if ((this.#opensAside(at + 1) || this.#isSingle(at + 1, i)) && this.chunks[at - 1]?.kind === "noun")
        return this.#named(this.listTo(at - 1), at + 1);
    }
    return group.form === "finite" && this.coordinates ? this.#outerSubject(i - 1, group) : undefined;
  }

  /** Between two commas before a verb, a phrase without "and" is no item of a list. */
  #isSingle(first: number, verb: number): boolean {
    const aside = this.chunks.slice(first, verb - 1);
    return aside[0]?.kind === "noun" && aside.every(({ kind }) => kind === "noun" || kind === "preposition");
  }

  /** "India's regulator, the CDSCO, cleared": the name in the aside at chunk `i` where the phrase before it has none. */
  #named(subject: Subject | undefined, i: number): Subject | undefined {
    const aside = this.chunks[i];
    if (aside?.kind !== "noun" || subject === undefined || aside.head.mention?.entity === undefined) return subject;
    return subject.phrases.some(({ head }) => head.mention !== undefined) ? subject : { ...subject, phrases: [aside] };
  }

  #opensAside(i: number): boolean {
    const chunk = this.chunks[i];
    if (/^(?:relative|preposition|examples|subordinator)$/u.test(chunk?.kind ?? "")) return true;
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
      if (isListOfComplements(chain, head)) phrases.shift();
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
    if (before?.kind !== "conjunction" || before.word === "but") return false;
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

/** "experts from the FDA and the EMA": names of one kind are joined behind the preposition. */
function isListOfComplements({ head, nearest }: { head: NounPhrase; nearest: NounPhrase }, last: NounPhrase): boolean {
  const [inner, outer] = [nearest.head.mention, last.head.mention];
  if (head.head === nearest.head || inner?.entity === undefined || outer?.entity === undefined) return false;
  return head.head.mention?.entity === undefined && facetOf(inner.class) === facetOf(outer.class);
}

/** Whether two verbs can have one subject: "prohibits" and "lets", but not "prohibits" and "demand". */
function agrees(verb: VerbGroup, like: VerbGroup | undefined): boolean {
  const [one, other] = [verb, like].map((group) => group?.head.verb?.forms);
  if (one === undefined || other === undefined) return true;
  return !(one.includes("base") && other.includes("third")) && !(one.includes("third") && other.includes("base"));
}

function isHearsay({ lemma }: VerbGroup): boolean {
  return REPORTING_VERBS.has(lemma);
}

/** "a US plan": the actor before the head as a phrase of its own. */
function modifierAlone(phrase: NounPhrase): NounPhrase {
  const at = phrase.tokens.findIndex(({ mention }) => mention !== undefined);
  return at < 0
    ? phrase
    : { ...phrase, head: phrase.tokens[at]!, modifiers: [], tokens: phrase.tokens.slice(0, at + 1) };
}

export function isPossessor({ head }: NounPhrase): boolean {
  return head.possessive;
}

/**
 * The mentions that a phrase stands for without looking elsewhere: its head, or the actor before a mere stand-in.
 *
 * @param others nouns that are stand-ins for the relation in question alone
 */
export function standsFor({ head, modifiers, origin }: NounPhrase, others = NO_WORDS): readonly RelatableMention[] {
  if (head.mention !== undefined) return [head.mention];
  if (origin !== undefined && others.has(head.word)) return standsFor(origin);
  const actor = modifiers.at(-1);
  if (actor === undefined || facetOf(actor.class) !== "actor") return [];
  return STAND_INS.has(head.word) || others.has(head.word) ? [actor] : [];
}

const NO_WORDS: ReadonlySet<string> = new Set();

/** Whether a phrase is headed by a noun that states relations; of mentions only those of sovereignty are. */
export function isFrameNoun({ head }: NounPhrase): boolean {
  return FRAME_NOUNS.has(head.word) && (head.mention === undefined || facetOf(head.mention.class) === "sovereignty");
}
