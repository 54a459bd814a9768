import { type Definition, type Definitions, ShortForms } from "./short-forms";

/** A meaning of a short form, and how often the document gives it. */
interface GivenMeaning {
  readonly definition: Definition;
  readonly count: number;
}

/**
 * The short forms that the blocks of a document define. Where they define one differently, the meaning counts that most of
 * them give it, and of equals the one whose passage comes first in the alphabet: so the choice hangs on what the document
 * says, not on the order in which it was edited.
 */
export class Glossary {
  /** By short form and meaning. */
  readonly #given = new Map<string, Map<string, GivenMeaning>>();
  #definitions: Definitions = new Map();
  #shortForms = new ShortForms(this.#definitions);

  /** The same object as long as nothing changes: what is known of blocks may hang on it. */
  get shortForms(): ShortForms {
    return this.#shortForms;
  }

  /** Takes back definitions that were given, and gives others. */
  replace(removed: readonly Definition[], added: readonly Definition[]): void {
    if (removed.length + added.length === 0) return;
    for (const definition of removed) this.#count(definition, -1);
    for (const definition of added) this.#count(definition, 1);
    this.#settle(new Set([...removed, ...added].map(({ short }) => short)));
  }

  #count(definition: Definition, change: number): void {
    let meanings = this.#given.get(definition.short);
    if (meanings === undefined) this.#given.set(definition.short, (meanings = new Map<string, GivenMeaning>()));
    const key = keyOf(definition);
    const count = (meanings.get(key)?.count ?? 0) + change;
    if (count > 0) meanings.set(key, { definition, count });
    else meanings.delete(key);
    if (meanings.size === 0) this.#given.delete(definition.short);
  }

  #settle(shortForms: ReadonlySet<string>): void {
    const definitions = new Map(this.#definitions);
    const changed: string[] = [];
    for (const short of shortForms) {
      const before = definitions.get(short);
      const now = commonest(this.#given.get(short));
      if (before === now || (before !== undefined && now !== undefined && keyOf(before) === keyOf(now))) continue;
      changed.push(short);
      if (now === undefined) definitions.delete(short);
      else definitions.set(short, now);
    }
    if (changed.length === 0) return;
    this.#definitions = definitions;
    this.#shortForms = new ShortForms(definitions, this.#shortForms, changed);
  }
}

function commonest(meanings: ReadonlyMap<string, GivenMeaning> = new Map()): Definition | undefined {
  let best: GivenMeaning | undefined;
  for (const meaning of meanings.values()) if (best === undefined || isBetter(meaning, best)) best = meaning;
  return best?.definition;
}

function isBetter(a: GivenMeaning, b: GivenMeaning): boolean {
  return a.count > b.count || (a.count === b.count && keyOf(a.definition) < keyOf(b.definition));
}

/** Begins with the passage, by which equals are ordered. */
function keyOf({ sense: { class: classId = "", entity = "", evidence } }: Definition): string {
  return [evidence.pattern, classId, entity].join("\n");
}
