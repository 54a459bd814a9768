import type { ReviewedMention } from "../annotations/decision";
import { allAtOnce, type Steps } from "../steps";
import type { ClassId } from "../taxonomy/scheme";
import {
  type Association,
  association,
  type CooccurrenceMarginal,
  type CooccurrenceOptions,
  mentionsByWindow,
  windowsIn,
} from "./cooccurrence";
import type { CorpusDocument } from "./corpus-document";
import { countClassesInSteps, type CountedKey, countEntitiesInSteps } from "./counts";
import { mentionKey } from "../tagger/mention-key";

/** An entity that stands in the same windows as something else of a class. */
export interface EntityClassPair extends Association {
  readonly entity: string;
  readonly class: ClassId;
}

export interface EntityClassOptions extends Omit<CooccurrenceOptions, "by"> {
  /** Leaves generic terms out of the rows; they still count for their classes. */
  readonly namedOnly?: boolean;
}

export interface EntityClassCooccurrence {
  /** All windows of the corpus, with those that mention nothing. */
  readonly windows: number;
  /** Most mentions first. */
  readonly entities: readonly CooccurrenceMarginal[];
  readonly classes: readonly CooccurrenceMarginal[];
  /** In the order of the entities, then of the classes. */
  readonly pairs: readonly EntityClassPair[];
}

/**
 * Counts the windows that mention an entity together with a class. An entity does not stand beside itself: only mentions
 * of the class that name something else count, so that a state is not found beside states wherever it is mentioned.
 */
export function entityClassCooccurrence(
  documents: readonly CorpusDocument[],
  options: EntityClassOptions,
): EntityClassCooccurrence {
  return allAtOnce(entityClassCooccurrenceInSteps(documents, options));
}

/** `entityClassCooccurrence`, a document a step. */
export function* entityClassCooccurrenceInSteps(
  documents: readonly CorpusDocument[],
  { window, minimum = 1, top = Infinity, labels, namedOnly = false }: EntityClassOptions,
): Steps<EntityClassCooccurrence> {
  const named = namedKeys(documents);
  const counted = yield* countEntitiesInSteps(documents, labels);
  const entities = counted.filter(({ key }) => !namedOnly || named.has(key)).slice(0, top);
  const classes = yield* countClassesInSteps(documents, labels);
  const tally = new WindowTally(entities, classes);
  let windows = 0;
  for (const document of documents) {
    for (const mentions of mentionsByWindow(document, window)) tally.add(mentions);
    windows += windowsIn(document, window);
    yield;
  }
  const pairs = entities.flatMap(({ key: entity }, row) =>
    classes.flatMap(({ key: classId }, column): EntityClassPair[] => {
      const { together, withEntity, withOthers } = tally.of(row, column);
      if (together < Math.max(1, minimum)) return [];
      return [{ entity, class: classId, ...association(together, withEntity, withOthers, windows) }];
    }),
  );
  return {
    windows,
    entities: marginals(entities, tally.withEntity),
    classes: marginals(classes, tally.withClass),
    pairs,
  };
}

function namedKeys(documents: readonly CorpusDocument[]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { mentions } of documents) for (const { entity } of mentions) if (entity !== undefined) keys.add(entity);
  return keys;
}

function marginals(counts: readonly CountedKey[], windows: Uint32Array): CooccurrenceMarginal[] {
  return counts.map(({ key, label, class: classId, facet }, index) => {
    return { key, label, class: classId, facet, windows: windows[index]! };
  });
}

/** In how many windows entities and classes stand, alone and together. */
class WindowTally {
  readonly withEntity: Uint32Array;
  readonly withClass: Uint32Array;
  readonly #rows: ReadonlyMap<string, number>;
  readonly #columns: ReadonlyMap<ClassId, number>;
  readonly #width: number;
  /** By row and column: windows with the entity and something else of the class. */
  readonly #together: Uint32Array;
  /** By row and column: windows in which the entity alone is of the class. */
  readonly #itself: Uint32Array;

  constructor(entities: readonly { readonly key: string }[], classes: readonly { readonly key: ClassId }[]) {
    this.#rows = new Map(entities.map(({ key }, index) => [key, index]));
    this.#columns = new Map(classes.map(({ key }, index) => [key, index]));
    this.#width = classes.length;
    this.withEntity = new Uint32Array(entities.length);
    this.withClass = new Uint32Array(classes.length);
    this.#together = new Uint32Array(entities.length * classes.length);
    this.#itself = new Uint32Array(entities.length * classes.length);
  }

  add(mentions: readonly ReviewedMention[]): void {
    const keysByColumn = new Map<number, Set<string>>();
    for (const mention of mentions) {
      const column = this.#columns.get(mention.class)!;
      const keys = keysByColumn.get(column);
      if (keys === undefined) keysByColumn.set(column, new Set([mentionKey(mention)]));
      else keys.add(mentionKey(mention));
    }
    for (const column of keysByColumn.keys()) this.withClass[column]!++;
    for (const key of new Set(mentions.map(mentionKey))) {
      const row = this.#rows.get(key);
      if (row === undefined) continue;
      this.withEntity[row]!++;
      for (const [column, keys] of keysByColumn) {
        const cells = keys.size === 1 && keys.has(key) ? this.#itself : this.#together;
        cells[row * this.#width + column]!++;
      }
    }
  }

  of(row: number, column: number) {
    const cell = row * this.#width + column;
    return {
      together: this.#together[cell]!,
      withEntity: this.withEntity[row]!,
      withOthers: this.withClass[column]! - this.#itself[cell]!,
    };
  }
}
