import type { Sense } from "../taxonomy/sense";

/** A short form that a block defines, and what its long form means there. */
export interface Definition {
  readonly short: string;
  readonly sense: Sense;
}

/** The short forms of a document, by short form. */
export type Definitions = ReadonlyMap<string, Definition>;

/**
 * The short forms that the blocks of a document define. Where they define one differently, the meaning counts that most of
 * them give it, and of equals the one whose passage comes first in the alphabet: so the choice hangs on what the document
 * says, not on the order in which it was edited.
 */
export class Glossary {
  readonly #given = new Map<string, Definition[]>();
  #definitions: Definitions = new Map();

  /** The same object as long as nothing changes: what is known of blocks may hang on it. */
  get definitions(): Definitions {
    return this.#definitions;
  }

  add(definitions: readonly Definition[]): void {
    for (const definition of definitions) {
      this.#given.set(definition.short, [...(this.#given.get(definition.short) ?? []), definition]);
    }
    this.#settle(definitions);
  }

  /** Takes back definitions that were added. */
  remove(definitions: readonly Definition[]): void {
    for (const definition of definitions) {
      const left = this.#given.get(definition.short)!.filter((other) => other !== definition);
      if (left.length === 0) this.#given.delete(definition.short);
      else this.#given.set(definition.short, left);
    }
    this.#settle(definitions);
  }

  #settle(changed: readonly Definition[]): void {
    for (const { short } of changed) {
      const before = this.#definitions.get(short);
      const now = commonest(this.#given.get(short) ?? []);
      if (before === now || (before !== undefined && now !== undefined && isSame(before, now))) continue;
      const definitions = new Map(this.#definitions);
      definitions.delete(short);
      if (now !== undefined) definitions.set(short, now);
      this.#definitions = definitions;
    }
  }
}

function commonest(definitions: readonly Definition[]): Definition | undefined {
  const countOf = (definition: Definition) => definitions.filter((other) => isSame(definition, other)).length;
  return definitions.reduce<Definition | undefined>((best, definition) => {
    if (best === undefined) return definition;
    const lead = countOf(definition) - countOf(best);
    return lead > 0 || (lead === 0 && passageOf(definition) < passageOf(best)) ? definition : best;
  }, undefined);
}

function passageOf({ sense }: Definition): string {
  return sense.evidence.pattern;
}

function isSame(a: Definition, b: Definition): boolean {
  return a.sense.class === b.sense.class && a.sense.entity === b.sense.entity && passageOf(a) === passageOf(b);
}
