import type { Chunk, ChunkedSentence, NounPhrase, VerbGroup } from "../chunks";
import type { Complements, Subject } from "./arguments";
import { asideBefore, subjectBeforeAside } from "./appositions";
import { complementsFrom } from "./complements";
import {
  chargedParty,
  chargeOf,
  type Controller,
  controllerOfAim,
  controllerOfPurpose,
  leaderOf,
  sharesSubject,
} from "./control";
import { agrees, listFrom, listTo } from "./coordination";
import { antecedentAt, relativeSubject } from "./relative-clauses";

/** Finds the arguments of the verbs and nouns in a sentence's chunks: subjects before them, complements behind them. */
export class ArgumentFinder implements ChunkedSentence {
  constructor(
    readonly chunks: readonly Chunk[],
    readonly coordinates: boolean,
  ) {}

  /** The complements behind chunk `i - 1`, up to the end of its clause. */
  complementsFrom(i: number, mayHaveObject = true): Complements {
    return complementsFrom(this, i, mayHaveObject);
  }

  /** The noun phrase at chunk `first` and those joined to it behind it. */
  phrasesFrom(first: number): readonly NounPhrase[] {
    return listFrom(this, first).phrases;
  }

  /** The subject of the verb group at chunk `i`; undefined where it is not certain. */
  subjectOf(i: number): Subject | undefined {
    const { chunks } = this;
    const group = chunks[i] as VerbGroup;
    const before = chunks[i - 1];
    if (before === undefined) return undefined;
    if (before.kind === "relative") return relativeSubject(chunks, i - 1);
    if (before.kind === "conjunction") return this.#sharedSubject(i);
    if (before.kind === "noun") return this.#nounSubject(i, group);
    if (before.kind === "comma") return this.#subjectBeforeComma(i, group);
    if (group.form === "ing") return this.#subjectOfGerund(i, before);
    if (before.kind === "verb" && group.form === "infinitive")
      return this.#controlled(controllerOfPurpose(chunks, i - 1));
    return undefined;
  }

  #nounSubject(i: number, { form }: VerbGroup): Subject | undefined {
    const { chunks } = this;
    if (form === "finite") return listTo(this, i - 1);
    if (form === "infinitive" && leaderOf(chunks, i) === undefined) return this.#controlled(controllerOfAim(chunks, i));
    return { phrases: [chunks[i - 1] as NounPhrase], first: i - 1 };
  }

  #subjectOfGerund(i: number, before: Chunk): Subject | undefined {
    const charge = chargeOf(this.chunks, i);
    if (charge !== undefined) return this.#controlled(chargedParty(this, charge));
    return sharesSubject(before) ? this.#outerSubject(i - 1) : undefined;
  }

  #controlled(controller: Controller | undefined): Subject | undefined {
    return controller !== undefined && "verb" in controller ? this.subjectOf(controller.verb) : controller;
  }

  /** Subject of the second of two verbs: "collects samples and shares them". */
  #sharedSubject(i: number): Subject | undefined {
    if (!this.coordinates) return undefined;
    const from = this.chunks[i - 2]?.kind === "comma" ? i - 2 : i - 1;
    return this.#outerSubject(from, this.chunks[i] as VerbGroup);
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
    const { chunks } = this;
    if (group.form === "ing") return this.#outerSubject(i - 1);
    if (group.form === "participle" && chunks[i - 2]?.kind === "noun") {
      return { phrases: [antecedentAt(chunks, i - 2)], first: i - 2 };
    }
    const aside = asideBefore(chunks, i);
    if (aside !== undefined) return subjectBeforeAside(this, aside);
    const isShared = group.form === "finite" && this.coordinates && !hasStop(chunks, i);
    return isShared ? this.#outerSubject(i - 1, group) : undefined;
  }
}

/** Whether a stop stands before chunk `i`, other than as the first of all: a clause behind it may have another subject. */
function hasStop(chunks: readonly Chunk[], i: number): boolean {
  return chunks.slice(1, i).some(({ kind }) => kind === "stop");
}
