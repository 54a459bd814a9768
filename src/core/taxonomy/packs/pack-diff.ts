import type { Entity, Pack, Term } from "../model";
import type { ClassId } from "../scheme";
import { describeThemeRule } from "./theme-rule-text";

/** One difference in meaning between two sets of packs. */
export interface TaxonomyChange {
  readonly kind: "added" | "retired" | "moved" | "changed";
  readonly what: "class" | "entity" | "term" | "ignored phrase" | "rule" | "theme" | "retirement" | "base";
  /** The id, or the words of a term with what it belongs to where that is needed to know it. */
  readonly name: string;
  /** The id of the class or entity that a term belongs to. */
  readonly owner?: string;
  /** Which part of it changed, such as `definition`. */
  readonly part?: string;
  /** What it was, for people; absent where something was added. */
  readonly from?: string;
  /** What it is now, for people; absent where something was retired. */
  readonly to?: string;
  /** `file:line` of what there is now, else of what there was. */
  readonly place: string;
}

/**
 * Compares packs by meaning: order, comments, files and ways of writing do not count. A term that left one class or entity
 * and came to another has moved; of several definitions of one id the last counts, as it does when packs are compiled.
 */
export function diffPacks(before: readonly Pack[], after: readonly Pack[]): TaxonomyChange[] {
  return [
    ...diffThings("class", classesOf(before), classesOf(after)),
    ...diffThings("entity", entitiesOf(before), entitiesOf(after)),
    ...diffTerms("term", termsOf(before), termsOf(after)),
    ...diffThings("rule", rulesOf(before), rulesOf(after)),
    ...diffThings("theme", themesOf(before), themesOf(after)),
    ...diffTerms("ignored phrase", ignoredOf(before), ignoredOf(after)),
    ...diffThings("retirement", retirementsOf(before), retirementsOf(after)),
    ...diffThings("base", basesOf(before), basesOf(after)),
  ];
}

interface Thing {
  /** Parts by name, as people read them; the part `class` says where the thing belongs. */
  readonly parts: Readonly<Record<string, string>>;
  readonly place: string;
}

function placeOf(pack: Pack, line: number): string {
  return `${pack.uri}:${line}`;
}

function classesOf(packs: readonly Pack[]): Map<string, Thing> {
  return mapOf(
    packs,
    ({ classes }) => classes,
    ({ label, definition }) => ({ label, definition }),
  );
}

function entitiesOf(packs: readonly Pack[]): Map<string, Thing> {
  return mapOf(
    packs,
    ({ entities }) => entities,
    ({ class: classId, label, definition = "", broader = "", links = {} }: Entity) => ({
      class: classId,
      label,
      definition,
      broader,
      links: Object.entries(links)
        .map(([scheme, value]) => `${scheme}:${value}`)
        .sort()
        .join(", "),
    }),
  );
}

function rulesOf(packs: readonly Pack[]): Map<string, Thing> {
  return mapOf(
    packs,
    ({ rules }) => rules,
    ({ class: classId, match }) => ({ class: classId, match }),
  );
}

/** What packs take out of others: ids of entities, and terms with their class. */
function retirementsOf(packs: readonly Pack[]): Map<string, Thing> {
  return new Map(
    packs.flatMap((pack) =>
      (pack.retire ?? []).map((retired) => {
        const name = "entity" in retired ? retired.entity : `${JSON.stringify(retired.text)} of ${retired.class}`;
        return [name, { parts: {}, place: placeOf(pack, retired.line) }];
      }),
    ),
  );
}

/** What packs extend. */
function basesOf(packs: readonly Pack[]): Map<string, Thing> {
  return new Map(
    packs.flatMap((pack) =>
      pack.extends === undefined ? [] : [[pack.extends, { parts: {}, place: placeOf(pack, 1) }]],
    ),
  );
}

function themesOf(packs: readonly Pack[]): Map<string, Thing> {
  return mapOf(
    packs,
    ({ themes }) => themes,
    ({ label, definition, rules }) => ({ label, definition, rules: rules.map(describeThemeRule).join("; ") }),
  );
}

function mapOf<T extends { readonly id: string; readonly line: number }>(
  packs: readonly Pack[],
  itemsOf: (pack: Pack) => readonly T[],
  partsOf: (item: T) => Readonly<Record<string, string>>,
): Map<string, Thing> {
  const things = new Map<string, Thing>();
  for (const pack of packs) {
    for (const item of itemsOf(pack)) things.set(item.id, { parts: partsOf(item), place: placeOf(pack, item.line) });
  }
  return things;
}

function diffThings(
  what: TaxonomyChange["what"],
  before: ReadonlyMap<string, Thing>,
  after: ReadonlyMap<string, Thing>,
): TaxonomyChange[] {
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return names.flatMap((name): TaxonomyChange[] => {
    const [old, now] = [before.get(name), after.get(name)];
    if (now === undefined) return [{ kind: "retired", what, name, place: old!.place }];
    if (old === undefined) return [{ kind: "added", what, name, place: now.place }];
    return Object.keys(now.parts)
      .filter((part) => old.parts[part] !== now.parts[part])
      .map((part) => ({
        kind: part === "class" ? "moved" : "changed",
        what,
        name,
        part,
        ...ends(old.parts[part], now.parts[part]),
        place: now.place,
      }));
  });
}

function ends(from: string | undefined, to: string | undefined): Pick<TaxonomyChange, "from" | "to"> {
  return { ...(from === undefined || from === "" ? {} : { from }), ...(to === undefined || to === "" ? {} : { to }) };
}

/** A term where it belongs. */
interface PlacedTerm {
  readonly text: string;
  /** The entity or class, empty for ignored phrases. */
  readonly owner: string;
  readonly flags: string;
  readonly place: string;
}

function termsOf(packs: readonly Pack[]): PlacedTerm[] {
  const latest = new Map<string, { entity: Entity; pack: Pack }>();
  for (const pack of packs) for (const entity of pack.entities) latest.set(entity.id, { entity, pack });
  const named = [...latest.values()].flatMap(({ entity, pack }) =>
    entity.terms.map((term) => placed(term, entity.id, pack)),
  );
  const generic = packs.flatMap((pack) => pack.terms.map(({ class: classId, term }) => placed(term, classId, pack)));
  return [...named, ...generic];
}

function ignoredOf(packs: readonly Pack[]): PlacedTerm[] {
  return packs.flatMap((pack) => pack.ignore.map((term) => placed(term, "", pack)));
}

function placed(term: Term, owner: ClassId, pack: Pack): PlacedTerm {
  const { text, line, ...flags } = term;
  const entries = Object.entries(flags).sort(([a], [b]) => Number(a > b) - Number(a < b));
  return {
    text,
    owner,
    flags: entries
      .map(([key, value]) => `${key}: ${Array.isArray(value) ? `[${value.join(", ")}]` : String(value)}`)
      .join(", "),
    place: placeOf(pack, line),
  };
}

/** Pairs terms that are equal, then those that differ in flags, then those that moved; what is left came or went. */
function diffTerms(
  what: "term" | "ignored phrase",
  before: readonly PlacedTerm[],
  after: readonly PlacedTerm[],
): TaxonomyChange[] {
  const rest = { before: [...before], after: [...after] };
  pair(rest, ({ text, owner, flags }) => JSON.stringify([text, owner, flags]));
  const changed = pair(rest, ({ text, owner }) => JSON.stringify([text, owner])).map(([old, now]): TaxonomyChange => ({
    ...named("changed", what, now),
    part: "flags",
    ...ends(old.flags, now.flags),
  }));
  const moved = pair(rest, ({ text }) => text).map(([old, now]): TaxonomyChange => ({
    ...named("moved", what, now),
    from: old.owner,
    to: now.owner,
  }));
  const added = rest.after.map((term) => named("added", what, term));
  const retired = rest.before.map((term) => named("retired", what, term));
  return [...added, ...retired, ...moved, ...changed].sort(byName);
}

function byName(a: TaxonomyChange, b: TaxonomyChange): number {
  return Number(a.name > b.name) - Number(a.name < b.name);
}

function named(kind: TaxonomyChange["kind"], what: TaxonomyChange["what"], term: PlacedTerm): TaxonomyChange {
  return { kind, what, name: term.text, ...(term.owner === "" ? {} : { owner: term.owner }), place: term.place };
}

/** Takes out of both lists the terms that agree in a key, pair by pair. */
function pair(
  rest: { before: PlacedTerm[]; after: PlacedTerm[] },
  keyOf: (term: PlacedTerm) => string,
): [PlacedTerm, PlacedTerm][] {
  const waiting = new Map<string, PlacedTerm[]>();
  for (const term of rest.before) {
    const key = keyOf(term);
    const terms = waiting.get(key);
    if (terms === undefined) waiting.set(key, [term]);
    else terms.push(term);
  }
  const pairs: [PlacedTerm, PlacedTerm][] = [];
  rest.after = rest.after.filter((term) => {
    const partner = waiting.get(keyOf(term))?.shift();
    if (partner !== undefined) pairs.push([partner, term]);
    return partner === undefined;
  });
  const taken = new Set(pairs.map(([old]) => old));
  rest.before = rest.before.filter((term) => !taken.has(term));
  return pairs;
}
