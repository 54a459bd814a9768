import type { ClassDefinition } from "../model";
import { type ClassId, isClassId } from "../scheme";
import type { Concept, Thesaurus } from "./thesaurus";

export interface ClassChoice {
  /** The class of every concept that has none otherwise. */
  readonly class?: ClassId | undefined;
  /** Classes by the key, id or label of a top concept or scheme; those below take it over. */
  readonly map?: Readonly<Record<string, ClassId>> | undefined;
}

/**
 * Finds the class of each concept, nearest first: what the file says of the concept itself, of the concepts it is broader
 * to (a class, one that `map` names, or a top concept called like a class), of its schemes, and the class chosen for all.
 */
export class ClassResolver {
  readonly #concepts: ReadonlyMap<string, Concept>;
  readonly #schemeNames: ReadonlyMap<string, readonly string[]>;
  readonly #inherited = new Map<string, ClassId | undefined>();
  readonly #names = new Map<string, ClassId>();
  readonly #map = new Map<string, ClassId>();

  constructor(
    { concepts, schemes }: Thesaurus,
    known: ReadonlyMap<ClassId, Pick<ClassDefinition, "label">>,
    readonly choice: ClassChoice,
  ) {
    this.#concepts = new Map(concepts.map((concept) => [concept.key, concept]));
    this.#schemeNames = new Map(
      schemes.map(({ key, id, title }) => [key, [key, id, title].filter((name) => name !== undefined)]),
    );
    for (const [id, { label }] of known) {
      for (const name of [label, id]) this.#names.set(nameKey(name), id);
    }
    for (const [name, id] of Object.entries(choice.map ?? {})) this.#map.set(nameKey(name), id);
  }

  classOf(concept: Concept): ClassId | undefined {
    return (
      (concept.class === undefined ? undefined : (this.#firstMapped([concept.class]) ?? concept.class)) ??
      this.#inheritedClass(concept) ??
      this.#classOfSchemes(concept) ??
      this.choice.class
    );
  }

  /** The class that a concept stands for as a whole, so that it is none of its members. */
  classNamedBy(concept: Concept): ClassId | undefined {
    if (concept.kind === "class") return concept.id;
    if (concept.kind === "entity" || concept.kind === "term") return undefined;
    const names = [
      concept.key,
      ...(concept.id === undefined ? [] : [concept.id]),
      ...concept.labels.map(({ text }) => text),
    ];
    const mapped = this.#firstMapped(names);
    if (mapped !== undefined) return mapped;
    if (concept.id !== undefined && isClassId(concept.id)) return concept.id;
    if (concept.broader.length > 0) return undefined;
    return names.map((name) => this.#names.get(nameKey(name))).find((id) => id !== undefined);
  }

  #classOfSchemes({ schemes }: Concept): ClassId | undefined {
    const names = schemes.flatMap((key) => this.#schemeNames.get(key) ?? [key]);
    return (
      this.#firstMapped(names) ?? names.map((name) => this.#names.get(nameKey(name))).find((id) => id !== undefined)
    );
  }

  #firstMapped(names: readonly string[]): ClassId | undefined {
    return this.#map.size === 0
      ? undefined
      : names.map((name) => this.#map.get(nameKey(name))).find((id) => id !== undefined);
  }

  /** Walks up without recursion: a hostile chain of concepts may be as long as the file. */
  #inheritedClass(start: Concept): ClassId | undefined {
    const path = [start];
    while (path.length > 0) {
      const concept = path.at(-1)!;
      const { key, broader } = concept;
      if (!this.#inherited.has(key)) {
        const own = concept.class ?? this.classNamedBy(concept);
        this.#inherited.set(key, own);
        const parents = own === undefined ? broader.map((parent) => this.#concepts.get(parent)) : [];
        for (const parent of parents.reverse()) {
          if (parent !== undefined && !this.#inherited.has(parent.key)) path.push(parent);
        }
        continue;
      }
      path.pop();
      if (this.#inherited.get(key) !== undefined) continue;
      const found = broader.map((parent) => this.#inherited.get(parent)).find((id) => id !== undefined);
      this.#inherited.set(key, found);
    }
    return this.#inherited.get(start.key);
  }
}

/** Names of classes are compared without case and punctuation: "ACTOR_STATE" is actor.state. */
function nameKey(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
