import {
  cooccurrenceInSteps,
  countClassesInSteps,
  countEntitiesInSteps,
  dispersionInSteps,
  entityClassCooccurrenceInSteps,
  timelineInSteps,
  FACETS,
  type Association,
  type CooccurrenceOptions,
  type CorpusDocument,
  type CountedKey,
  type DocumentDispersion,
  type Labels,
  type MentionCount,
  type Steps,
} from "../../../core";
import type {
  CooccurrenceSection,
  DispersedDocument,
  DispersionSection,
  Frequency,
  FrequencySection,
  Insight,
  InsightOptions,
  Item,
  ItemKind,
  Measure,
  Pair,
  Place,
  TimelineSection,
} from "../../../webview/insight/messages";
import { MAX_CHOICES, slotOf } from "./plot-limits";

/** More months than this are shown as years. */
const MAX_MONTHS = 36;

/** The figures of a corpus as the Insight page shows them. What several pictures share is counted once. */
export class InsightFigures {
  readonly #documents: readonly CorpusDocument[];
  readonly #labels: Labels;
  readonly #counted = new Map<string, unknown>();

  constructor(documents: readonly CorpusDocument[], labels: Labels) {
    this.#documents = documents;
    this.#labels = labels;
  }

  /** @param breathe is awaited after every step, so that a large corpus does not hold the thread */
  async insight(options: InsightOptions, breathe: () => Promise<void>): Promise<Insight> {
    const steps = this.#insight(options);
    for (;;) {
      const { done, value } = steps.next();
      if (done === true) return value;
      await breathe();
    }
  }

  *#insight(options: InsightOptions): Steps<Insight> {
    const entities = yield* this.#entities("all");
    const frequency = yield* this.#frequency(options);
    const together = yield* this.#once(cooccurrenceKey(options), () => this.#cooccurrence(options));
    const dispersed = yield* this.#dispersion(options);
    const time = yield* this.#once("timeline", () => timelineSection(this.#documents));
    return {
      summary: {
        documents: this.#documents.length,
        mentions: this.#documents.reduce((sum, { mentions }) => sum + mentions.length, 0),
        entities: entities.length,
      },
      frequency,
      cooccurrence: together,
      ...(dispersed === undefined ? {} : { dispersion: dispersed }),
      ...(time === undefined ? {} : { timeline: time }),
    };
  }

  *#frequency({ unit, items, limit }: InsightOptions): Steps<FrequencySection> {
    const counts = yield* unit === "class" ? this.#classes() : this.#entities(items);
    return { rows: counts.slice(0, limit).map(frequencyOf), more: Math.max(0, counts.length - limit) };
  }

  *#cooccurrence({ pairing, items, window, measure, limit }: InsightOptions): Steps<CooccurrenceSection> {
    const entities = yield* this.#entities(items);
    const more = Math.max(0, entities.length - limit);
    const options = { window, top: limit, labels: this.#labels };
    const associations =
      pairing === "entity-entity" ? yield* this.#pairs(items, options) : yield* this.#pairsWithClasses(items, options);
    const pairs = associations.map((pair) => ({ ...pair, value: valueOf(pair, measure) }));
    const top = entities.slice(0, limit).map(frequencyOf);
    return pairing === "entity-entity"
      ? symmetricSection(top, pairs, more)
      : crossSection(top, (yield* this.#classes()).map(frequencyOf), pairs, more);
  }

  *#pairs(items: ItemKind, options: PairOptions): Steps<AssociatedPair[]> {
    const { pairs } = yield* cooccurrenceInSteps(yield* this.#counting(items), { ...options, by: "entity" });
    return pairs.map((pair) => ({ ...pair, first: pair.a, second: pair.b }));
  }

  *#pairsWithClasses(items: ItemKind, options: PairOptions): Steps<AssociatedPair[]> {
    const namedOnly = items === "entities";
    const { pairs } = yield* entityClassCooccurrenceInSteps(this.#documents, { ...options, namedOnly });
    return pairs.map((pair) => ({ ...pair, first: pair.entity, second: pair.class }));
  }

  *#dispersion({ dispersed, items, limit }: InsightOptions): Steps<DispersionSection | undefined> {
    const entities = yield* this.#entities(items);
    const counts = [...entities.slice(0, MAX_CHOICES), ...(yield* this.#classes())];
    const item = counts.find(({ key }) => key === dispersed) ?? counts[0];
    if (item === undefined) return undefined;
    const spread = yield* this.#once(`dispersion ${item.key}`, () => dispersionInSteps(this.#documents, item.key));
    const mentioning = spread.documents.filter(({ spans }) => spans.length > 0);
    const shown = mentioning.sort((a, b) => b.spans.length - a.spans.length).slice(0, limit);
    return {
      item: itemOf(item),
      choices: counts.map(itemOf),
      documents: shown.sort((a, b) => (a.path < b.path ? -1 : 1)).map(dispersedDocument),
      more: mentioning.length - shown.length,
      ...(this.#documents.length < 2 || spread.griesDP === undefined ? {} : { deviation: spread.griesDP }),
    };
  }

  *#entities(items: ItemKind): Steps<readonly MentionCount[]> {
    const documents = yield* this.#counting(items);
    return yield* this.#once(`items ${items}`, () => countEntitiesInSteps(documents, this.#labels));
  }

  /** The documents with the mentions of which items are made. */
  *#counting(items: ItemKind): Steps<readonly CorpusDocument[]> {
    return items === "all" ? this.#documents : yield* this.#once("named", () => namedIn(this.#documents));
  }

  #classes(): Steps<readonly MentionCount[]> {
    return this.#once("classes", () => countClassesInSteps(this.#documents, this.#labels));
  }

  *#once<T>(key: string, count: () => Steps<T>): Steps<T> {
    if (!this.#counted.has(key)) this.#counted.set(key, yield* count());
    return this.#counted.get(key) as T;
  }
}

type PairOptions = Pick<CooccurrenceOptions, "window" | "top" | "labels">;
type AssociatedPair = Association & { readonly first: string; readonly second: string };

/** The documents with those mentions only that name something. */
function* namedIn(documents: readonly CorpusDocument[]): Steps<readonly CorpusDocument[]> {
  const named: CorpusDocument[] = [];
  for (const document of documents) {
    named.push({ ...document, mentions: document.mentions.filter(({ entity }) => entity !== undefined) });
    yield;
  }
  return named;
}

function cooccurrenceKey({ pairing, items, window, measure, limit }: InsightOptions): string {
  return ["cooccurrence", pairing, items, window, measure, limit].join(" ");
}

/** Log-likelihood only says that two keys are not independent; where they avoid each other it is made negative. */
function valueOf({ together, expected, pmi, logLikelihood }: Association, measure: Measure): number {
  switch (measure) {
    case "count":
      return together;
    case "pmi":
      return pmi;
    case "log-likelihood":
      return together < expected ? -logLikelihood : logLikelihood;
  }
}

interface MeasuredPair {
  readonly first: string;
  readonly second: string;
  readonly together: number;
  readonly value: number;
}

/** Items that stand with none of the others are left out. */
function symmetricSection(
  items: readonly Frequency[],
  pairs: readonly MeasuredPair[],
  more: number,
): CooccurrenceSection {
  const paired = new Set(pairs.flatMap(({ first, second }) => [first, second]));
  const rows = items.filter(({ key }) => paired.has(key));
  const places = new Map(rows.map(({ key }, place) => [key, place]));
  const placed = pairs.map(({ first, second, together, value }): Pair => {
    const [a, b] = [places.get(first)!, places.get(second)!];
    return { row: Math.min(a, b), column: Math.max(a, b), count: together, value };
  });
  return { rows, columns: rows, pairs: placed, isSymmetric: true, more };
}

function crossSection(
  entities: readonly Frequency[],
  classes: readonly Frequency[],
  pairs: readonly MeasuredPair[],
  more: number,
): CooccurrenceSection {
  const [withPairs, inPairs] = [new Set(pairs.map(({ first }) => first)), new Set(pairs.map(({ second }) => second))];
  const rows = entities.filter(({ key }) => withPairs.has(key));
  const columns = classes.filter(({ key }) => inPairs.has(key));
  const rowOf = new Map(rows.map(({ key }, place) => [key, place]));
  const columnOf = new Map(columns.map(({ key }, place) => [key, place]));
  const placed = pairs.map(({ first, second, together, value }): Pair => {
    return { row: rowOf.get(first)!, column: columnOf.get(second)!, count: together, value };
  });
  return { rows, columns, pairs: placed, isSymmetric: false, more };
}

function dispersedDocument({ path, positions, spans }: DocumentDispersion): DispersedDocument {
  const places: Place[] = [];
  for (const [i, span] of spans.entries()) {
    const at = positions[i]!;
    const last = places.at(-1);
    const isSame = last !== undefined && slotOf(last.at) === slotOf(at);
    if (isSame) places[places.length - 1] = { ...last, mentions: last.mentions + 1 };
    else places.push({ ...span, at, mentions: 1 });
  }
  return { path, mentions: spans.length, places };
}

/** By months where the documents tell them and there are not too many; undefined where no document carries a date. */
function* timelineSection(documents: readonly CorpusDocument[]): Steps<TimelineSection | undefined> {
  const months = yield* timelineInSteps(documents, { by: "month" });
  const years = yield* timelineInSteps(documents, { by: "year" });
  const hasMonths = months.undated.length === years.undated.length && months.periods.length <= MAX_MONTHS;
  const { periods, undated } = hasMonths ? months : years;
  if (periods.length === 0) return undefined;
  return {
    periods: periods.map(({ period }) => period),
    rows: periods.flatMap(({ period, facets, documents: inPeriod }) =>
      FACETS.map((facet) => ({ period, facet, mentions: facets[facet], documents: inPeriod })).filter(
        ({ mentions }) => mentions > 0,
      ),
    ),
    undated: undated.length,
  };
}

function frequencyOf(count: MentionCount): Frequency {
  return { ...itemOf(count), mentions: count.mentions, documents: count.documents };
}

function itemOf({ key, label, facet }: CountedKey): Item {
  return { key, label, facet };
}
