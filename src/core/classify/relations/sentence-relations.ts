import { type RelationType, SYMMETRIC_TYPES } from "../../annotations/relation";
import type { RelatableMention } from "./relation-mention";
import { facetOf } from "../../taxonomy/scheme";
import type { Span } from "../../text/span";
import { ArgumentFinder } from "./arguments/argument-finder";
import type { Complements } from "./arguments/arguments";
import { type Chunk, type NounPhrase, readChunks, type VerbGroup } from "./chunks";
import type { Coverage } from "./coverage";
import { END_CLASSES, type Frame, type Slot } from "./frames";
import { type Modality, modalityAround, strongest } from "./modality";
import { standsFor } from "./noun-phrases";
import { endOf, type FoundRelation, type RelationEnd } from "./relation-mention";
import { antecedentOf, ownerBefore } from "./resolution";
import type { Token } from "./token";
import { GIFT_NOUNS, OFFERINGS, POSITIONS, POSSESSIVES } from "./word-classes";

/** What one sentence is read with. */
export interface SentenceContext {
  readonly tokens: readonly Token[];
  readonly sentence: string;
  /** Where the sentence begins in the document. */
  readonly offset: number;
  /** Mentions of this sentence and the one before it in the passage, in order; what a pronoun can refer to. */
  readonly antecedents: readonly RelatableMention[];
  /** What the sentence before is about, where a mention is its subject. */
  readonly topic: RelatableMention | undefined;
  readonly coverage: Coverage;
}

/** Phrases that fill a slot, before it is known what they stand for. */
export type SlotFiller = (slot: Slot) => readonly NounPhrase[];

/** How sure a reading is by the way it is said; a resolved pronoun takes some of it. */
const RESOLVED_CONFIDENCE = 0.8;

/** A sentence on the way to its relations: chunks, the finder of arguments, and what both kinds of patterns share. */
export class SentenceReading {
  readonly chunks: readonly Chunk[];
  readonly finder: ArgumentFinder;
  readonly found: FoundRelation[] = [];

  constructor(readonly context: SentenceContext) {
    this.chunks = readChunks(context.tokens);
    this.finder = new ArgumentFinder(this.chunks, context.coverage.coordination);
  }

  /** Joins what fills a frame's slots; returns whether any relation was found. */
  join(frame: Frame, fill: SlotFiller, statement: Statement): boolean {
    const given = frame.type === "funds" ? GIFT_NOUNS : undefined;
    const sources = frame.source.map((slot) => this.ends(fill(slot), given)).find((ends) => ends.length > 0) ?? [];
    const others = STAND_INS_OF[frame.type];
    const slots = frame.targets
      .map((slot) => this.ends(fill(slot), others, sources).filter((end) => receives(frame, slot, end)))
      .filter((ends) => ends.length > 0);
    const targets = statement.oneTarget
      ? slots.find((ends) => ends.some((end) => fits(frame.type, "target", end)))
      : slots.flat();
    return this.joinEnds(frame.type, sources, targets ?? [], statement);
  }

  joinEnds(
    type: RelationType,
    sources: readonly RelationEnd[],
    targets: readonly RelationEnd[],
    statement: Statement,
  ): boolean {
    const before = this.found.length;
    for (const source of sources) for (const target of targets) this.#add(type, source, target, statement);
    return this.found.length > before;
  }

  /** Joins every two of some ends, as symmetric relations do: "China and India compete". */
  joinPairs(type: RelationType, ends: readonly RelationEnd[], statement: Statement): boolean {
    const before = this.found.length;
    if (ends.length > MOST_PARTIES) return false;
    ends.forEach((source, i) => {
      for (const target of ends.slice(i + 1)) this.#add(type, source, target, statement);
    });
    return this.found.length > before;
  }

  #add(
    type: RelationType,
    source: RelationEnd,
    target: RelationEnd,
    { evidence, via, modality, confidence }: Statement,
  ): void {
    if (!fits(type, "source", source) || !fits(type, "target", target) || isSame(source.mention, target.mention))
      return;
    const { offset } = this.context;
    const isResolved = [source, target].some((end) => end.start !== end.mention.start);
    this.found.push({
      type,
      source,
      target,
      modality: this.context.coverage.modality ? modality : "asserted",
      evidence: { start: evidence.start + offset, end: evidence.end + offset },
      via,
      confidence: isResolved ? confidence * RESOLVED_CONFIDENCE : confidence,
    });
  }

  /**
   * What phrases stand for; those that stand for nothing certain are left out.
   *
   * @param standIns nouns for which the actor before them stands
   * @param others what a pronoun cannot mean: "Kenya shares it" is not about Kenya
   */
  ends(
    phrases: readonly NounPhrase[],
    standIns?: ReadonlySet<string>,
    others: readonly RelationEnd[] = [],
  ): RelationEnd[] {
    return phrases.flatMap((phrase) => {
      const own = standsFor(phrase, standIns);
      if (own.length > 0) return own.map(endOf);
      const start = phrase.tokens[0]!.start + this.context.offset;
      const mention = this.context.coverage.resolution
        ? antecedentOf(
            phrase,
            start,
            this.context.offset,
            this.#antecedents(others),
            this.context.topic,
            others.length > 0,
          )
        : undefined;
      return mention === undefined ? [] : [{ start, end: phrase.head.end + this.context.offset, mention }];
    });
  }

  #antecedents(others: readonly RelationEnd[]): readonly RelatableMention[] {
    if (others.length === 0) return this.context.antecedents;
    return this.context.antecedents.filter((mention) => !others.some((end) => isSame(end.mention, mention)));
  }

  /** The end that "its" in a phrase stands for: the subject of its clause where that fits, else the one antecedent. */
  ownerEnd({ determiner, tokens }: NounPhrase): RelationEnd[] {
    const word = tokens.find((token) => token.word === determiner);
    if (word === undefined || !POSSESSIVES.has(determiner) || !this.context.coverage.resolution) return [];
    const start = word.start + this.context.offset;
    const mention = ownerBefore(determiner, start, this.context.offset, this.context.antecedents);
    return mention === undefined ? [] : [{ start, end: word.end + this.context.offset, mention }];
  }

  /** How a verb group's clause is stated, with what stands around it. */
  modalityOf(group: VerbGroup, clauseStart: number): Modality {
    const { tokens, sentence } = this.context;
    return strongest(group.modality, modalityAround(tokens, clauseStart, group.last, sentence));
  }

  /** Number of the token at which a chunk begins. */
  tokenOf(chunk: number): number {
    return this.chunks[chunk]?.first ?? 0;
  }
}

/** "WHO, UNICEF, Gavi, CEPI and the World Bank agree" says little of each pair. */
const MOST_PARTIES = 4;

export interface Statement {
  readonly evidence: Span;
  readonly via: string;
  readonly modality: Modality;
  readonly confidence: number;
  /** Whether only the first target slot with a fitting mention counts. */
  readonly oneTarget: boolean;
}

/** Nouns for which the actor before them stands in the targets of a type. */
const STAND_INS_OF: Readonly<Partial<Record<RelationType, ReadonlySet<string>>>> = {
  "depends-on": OFFERINGS,
  "competes-with": POSITIONS,
};

/** What is done "for" somebody; a market or a purpose is no receiver. */
const CLIENTS = new Set(["actor.state", "actor.intergovernmental", "actor.agency", "actor.company", "actor.research"]);

/** Data are shared with a collection "to" or "in" which they go; as an object they are what is shared. */
function receives({ type }: Frame, slot: Slot, { mention }: RelationEnd): boolean {
  if (type === "supplies" && slot === "for") return CLIENTS.has(mention.class);
  if (type === "funds" && slot === "for") return mention.class !== "actor.community";
  return type !== "shares-with" || slot !== "object" || facetOf(mention.class) === "actor";
}

function fits(type: RelationType, side: "source" | "target", { mention }: RelationEnd): boolean {
  const classes = END_CLASSES[type][side];
  return classes.includes(mention.class) || classes.includes(facetOf(mention.class));
}

function isSame(a: RelatableMention, b: RelatableMention): boolean {
  return a.start === b.start || (a.entity !== undefined && a.entity === b.entity);
}

/** Slots of complements alone. */
export function fillerOf({ object, prepositions }: Complements, subject: readonly NounPhrase[]): SlotFiller {
  return (slot) => {
    if (slot === "subject") return subject;
    if (slot === "object") return object;
    return slot === "possessor" || slot === "modifier" ? [] : (prepositions.get(slot) ?? []);
  };
}

export function isSymmetric({ type }: Frame): boolean {
  return SYMMETRIC_TYPES.has(type);
}
