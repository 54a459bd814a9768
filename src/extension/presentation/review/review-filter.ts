import type { ClassId, MentionOrigin } from "../../../core";
import { fold } from "../fold";

/** What a filter looks at: a suggestion, or a decision that has no place. */
export interface FilterSubject {
  readonly text: string;
  /** Preferred name of the entity. */
  readonly entity?: string;
  readonly class: ClassId;
  readonly classLabel: string;
  readonly by?: MentionOrigin;
  /** Id of the pack. */
  readonly pack?: string;
  /** 0 to 1. */
  readonly confidence?: number;
}

/** The keys of the filter's syntax, as in `class:state`. */
export const FILTER_KEYS = ["class", "confidence", "pack", "by"] as const;
/** The name of one of `FILTER_KEYS`. */
export type FilterKey = (typeof FILTER_KEYS)[number];

/** What `by:` takes, for each origin of a mention. */
export const ORIGIN_NAMES: Readonly<Record<MentionOrigin, string>> = {
  lexicon: "term",
  rule: "rule",
  abbreviation: "abbreviation",
  discovery: "candidate",
  inline: "tag",
  decision: "person",
};

type Condition = (subject: FilterSubject) => boolean;

/** What a review leaves in. */
export interface ReviewFilter {
  /** Whether everything passes. */
  readonly isEmpty: boolean;
  /** A part of the filter that means nothing, as it was written; it is left out. */
  readonly fault?: string;
  matches(subject: FilterSubject): boolean;
}

/** One part of a filter: optional minus, optional key, a word or a phrase in quotation marks (the last one may be missing). */
const PART = /(-?)(?:([a-z]+):)?("[^"]*"?|\S+)/giu;

/** A key whose value is still to be typed; it asks for nothing yet. */
const UNFINISHED = /^-?(?:class|confidence|pack|by)?:?"?$/i;

/**
 * Reads a filter. All of its parts must hold:
 * words and "phrases" stand in the mention, its entity's name or its class; `class:`, `pack:` and `by:` look there only;
 * `confidence:` takes `<80`, `>=0.8`, `80%` (at least, where no sign stands); a minus turns a part round.
 */
export function parseReviewFilter(source: string): ReviewFilter {
  const conditions: Condition[] = [];
  let fault: string | undefined;
  for (const [part, minus, key, written] of source.matchAll(PART)) {
    if (UNFINISHED.test(part)) continue;
    const condition = conditionOf(key?.toLowerCase(), written!.replace(/^"|"$/g, ""));
    if (condition === undefined) fault ??= part;
    else conditions.push(minus === "" ? condition : (subject) => !condition(subject));
  }
  return {
    isEmpty: conditions.length === 0,
    ...(fault === undefined ? {} : { fault }),
    matches: (subject) => conditions.every((condition) => condition(subject)),
  };
}

function conditionOf(key: string | undefined, value: string): Condition | undefined {
  const sought = fold(value);
  if (sought === "") return undefined;
  switch (key) {
    case "class":
      return (subject) => fold(subject.class).includes(sought) || fold(subject.classLabel).includes(sought);
    case "pack":
      return ({ pack }) => pack !== undefined && fold(pack).includes(sought);
    case "by":
      return ({ by }) => by !== undefined && (ORIGIN_NAMES[by].startsWith(sought) || by.startsWith(sought));
    case "confidence":
      return confidenceCondition(value);
    case undefined:
    default: {
      // A colon of no key of ours is part of the words.
      const words = key === undefined ? sought : `${key}:${sought}`;
      return ({ text, entity = "", classLabel }) =>
        [text, entity, classLabel].some((each) => fold(each.replace(/\s+/g, " ")).includes(words));
    }
  }
}

function confidenceCondition(value: string): Condition | undefined {
  const [, sign, digits, percent] = /^(<=|>=|<|>|=)?(\d+(?:\.\d+)?)(%)?$/.exec(value) ?? [];
  if (digits === undefined) return undefined;
  const number = Number(digits);
  // Compared in whole per cent, which is what people see.
  const bound = Math.round(percent !== undefined || number > 1 ? number : number * 100);
  const holds = COMPARISONS[sign ?? ">="]!;
  return ({ confidence }) => confidence !== undefined && holds(Math.round(confidence * 100), bound);
}

const COMPARISONS: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
  "=": (a, b) => a === b,
};

/** A way to go on with a filter that is being typed. */
export interface FilterCompletion {
  /** The whole filter with the completion in it. */
  readonly filter: string;
  /** What is put in: `class:actor.state`. */
  readonly part: string;
  readonly key: FilterKey;
  /** How many of the subjects it is about; absent for `confidence:`. */
  readonly count?: number;
}

/** So many values of each key are offered where no key is begun. */
const MOST_UNASKED = 3;

/** The completions of the last part of a filter, from what the subjects have; the most frequent first within a key. */
export function completeReviewFilter(source: string, subjects: readonly FilterSubject[]): FilterCompletion[] {
  const last = /\S*$/.exec(source)![0];
  const head = source.slice(0, source.length - last.length);
  const [minus, begun] = last.startsWith("-") ? ["-", last.slice(1)] : ["", last];
  const most = begun === "" ? MOST_UNASKED : Infinity;
  return FILTER_KEYS.flatMap((key) =>
    valuesOf(key, subjects)
      .slice(0, most)
      .map(([value, count]) => ({ key, value, count })),
  )
    .map(({ key, value, count }) => ({ key, part: `${key}:${value}`, ...(count === undefined ? {} : { count }) }))
    .filter(({ part }) => part !== begun && fold(part).startsWith(fold(begun)))
    .map((completion) => ({ ...completion, filter: `${head}${minus}${completion.part} ` }));
}

function valuesOf(key: FilterKey, subjects: readonly FilterSubject[]): (readonly [value: string, count?: number])[] {
  if (key === "confidence") return [["<80"], [">=80"], [">=95"]];
  const counts = new Map<string, number>();
  for (const subject of subjects) {
    const value = key === "by" ? subject.by && ORIGIN_NAMES[subject.by] : subject[key];
    if (value !== undefined && value !== "") counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}
