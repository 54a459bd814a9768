import { isMap, isSeq, type YAMLMap, type YAMLSeq } from "yaml";
import type { Problem } from "../../problem";
import type { Edit } from "../../text/span";
import { PackSource, type PackItem, valueOf } from "../authoring/pack-source";
import type { ClassDefinition, Entity, GenericTerm, Pack, Term } from "../model";
import { applyEdits, insertItem, insertSection, setPair } from "../packs/pack-insert";
import { parsePack } from "../packs/pack-parser";
import { type Snippet, termsByClass, writtenEntity, writtenTerm } from "./snippet";

/** What became of a part of a snippet that was merged into a pack. */
export interface MergedPart {
  readonly kind: "class" | "entity" | "term";
  /** The id of a class or entity, the text of a term. */
  readonly subject: string;
  /** `completed`: the pack had it, and it gained what it lacked; `kept`: the pack had all of it. */
  readonly outcome: "added" | "completed" | "kept";
}

/** A pack with a snippet merged into it. */
export interface SnippetMerge {
  readonly source: string;
  readonly parts: readonly MergedPart[];
}

/**
 * Merges a snippet into the source of a pack; comments, order and every other character stay. What the pack lacks is added, an
 * entity among its neighbours by id where the pack is sorted so. An entity that the pack has gains the terms, links, definition
 * and broader entity that it lacks; where the two differ, the pack keeps its own. Merging twice changes nothing more.
 *
 * @returns the new source, or the problems that keep the pack from being edited
 */
export function mergeSnippet(
  source: string,
  snippet: Snippet,
  uri: string,
): SnippetMerge | { readonly problems: readonly Problem[] } {
  const { pack, problems } = parsePack(source, uri);
  if (pack === undefined) return { problems };
  const merger = new Merger(new PackSource(source, uri), pack);
  merger.merge(snippet);
  const merged = applyEdits(source, merger.edits);
  const result = parsePack(merged, uri).pack;
  return result !== undefined && meaningOf(result) === meaningOf(mergedPack(pack, snippet))
    ? { source: merged, parts: merger.parts }
    : { problems: [unwritable(uri)] };
}

class Merger {
  readonly edits: Edit[] = [];
  readonly parts: MergedPart[] = [];
  readonly #root: YAMLMap;

  constructor(
    readonly source: PackSource,
    readonly pack: Pack,
  ) {
    this.#root = source.document!.contents as unknown as YAMLMap;
  }

  merge({ classes, entities, terms }: Snippet): void {
    this.#classes(firstOfEachId(classes));
    this.#entities(firstOfEachId(entities));
    this.#terms(terms);
  }

  #classes(classes: readonly ClassDefinition[]): void {
    const isNew = ({ id }: ClassDefinition) => this.pack.classes.every((own) => own.id !== id);
    for (const each of classes) {
      this.parts.push({ kind: "class", subject: each.id, outcome: isNew(each) ? "added" : "kept" });
    }
    const added = classes.filter(isNew).map(({ id, label, definition }) => ({ id, label, definition }));
    this.#addItems("classes", this.pack.classes, added);
  }

  #entities(entities: readonly Entity[]): void {
    const known = new Map(this.pack.entities.map((entity) => [entity.id, entity]));
    for (const entity of entities) {
      const own = known.get(entity.id);
      const edits = own === undefined ? 0 : this.#complete(own, entity);
      const outcome = own === undefined ? "added" : edits > 0 ? "completed" : "kept";
      this.parts.push({ kind: "entity", subject: entity.id, outcome });
    }
    this.#addItems("entities", this.pack.entities, entities.filter(({ id }) => !known.has(id)).map(writtenEntity));
  }

  /** @returns how many edits it takes */
  #complete(own: Entity, other: Entity): number {
    const item = this.source.items.find((each) => each.kind === "entity" && valueOf(each, "id")?.text === own.id);
    const before = this.edits.length;
    if (item !== undefined) {
      this.#addTerms(item, lackingTerms(own.terms, other.terms).map(writtenTerm));
      for (const key of ["definition", "broader"] as const) {
        if (own[key] === undefined && other[key] !== undefined) this.#setPair(item.mapping, key, other[key]);
      }
      this.#addLinks(item, own.links, other.links);
    }
    return this.edits.length - before;
  }

  #addTerms({ mapping }: PackItem, terms: readonly unknown[]): void {
    const list = mapping.get("terms", true) as unknown;
    if (terms.length === 0) return;
    if (!isSeq(list)) this.#setPair(mapping, "terms", terms);
    else for (const term of terms) this.#append(list, term, term === terms[0]);
  }

  #addLinks({ mapping }: PackItem, own: Entity["links"] = {}, other: Entity["links"] = {}): void {
    const lacking = Object.entries(other).filter(([scheme]) => own[scheme] === undefined);
    const links = mapping.get("links", true) as unknown;
    if (lacking.length === 0) return;
    if (!isMap(links)) this.#setPair(mapping, "links", Object.fromEntries(lacking));
    else for (const [scheme, link] of lacking) this.#setPair(links, scheme, link);
  }

  #terms(terms: readonly GenericTerm[]): void {
    const lacking = lackingGeneric(this.pack.terms, terms);
    for (const { term } of terms) {
      const isAdded = lacking.some((each) => each.term === term);
      this.parts.push({ kind: "term", subject: term.text, outcome: isAdded ? "added" : "kept" });
    }
    if (lacking.length === 0) return;
    const groups = termsByClass(lacking);
    const section = this.#root.get("terms", true) as unknown;
    if (!isMap(section)) {
      this.edits.push(insertSection(this.source.text, this.#root, "terms", groups));
      return;
    }
    for (const [classId, added] of Object.entries(groups)) {
      const list = section.get(classId, true) as unknown;
      if (!isSeq(list)) this.#setPair(section, classId, added);
      else for (const term of added) this.#append(list, term, term === added[0]);
    }
  }

  /** Adds items with ids to a list of the pack, among their neighbours where the list is sorted. */
  #addItems(key: string, own: readonly { readonly id: string }[], added: readonly { readonly id: string }[]): void {
    if (added.length === 0) return;
    const list = this.#root.get(key, true) as unknown;
    if (!isSeq(list) || list.items.length === 0) {
      this.edits.push(insertSection(this.source.text, this.#root, key, added));
      return;
    }
    const isSorted = own.every(({ id }, i) => i === 0 || own[i - 1]!.id < id);
    const ordered = isSorted ? [...added].sort((a, b) => (a.id < b.id ? -1 : 1)) : added;
    for (const item of ordered) {
      const index = isSorted ? own.filter(({ id }) => id < item.id).length : list.items.length;
      this.edits.push(insertItem(this.source.text, list, index, item));
    }
  }

  #setPair(mapping: YAMLMap, key: string, value: unknown): void {
    this.edits.push(setPair(this.source.text, mapping, key, value));
  }

  /** An empty list in brackets takes its first item without a comma, the others with one. */
  #append(list: YAMLSeq, value: unknown, isFirst: boolean): void {
    const edit = insertItem(this.source.text, list, list.items.length, value);
    const needsComma = list.flow === true && list.items.length === 0 && !isFirst;
    this.edits.push(needsComma ? { ...edit, text: `, ${edit.text}` } : edit);
  }
}

/** What a pack means once a snippet is merged into it. */
function mergedPack(pack: Pack, { classes, entities, terms }: Snippet): Pack {
  const ownEntities = new Map(pack.entities.map((entity) => [entity.id, entity]));
  const ownClasses = new Set(pack.classes.map(({ id }) => id));
  const others = new Map(firstOfEachId(entities).map((entity) => [entity.id, entity]));
  return {
    ...pack,
    classes: [...pack.classes, ...firstOfEachId(classes).filter(({ id }) => !ownClasses.has(id))],
    entities: [
      ...pack.entities.map((own) => completed(own, others.get(own.id))),
      ...[...others.values()].filter(({ id }) => !ownEntities.has(id)),
    ],
    terms: [...pack.terms, ...lackingGeneric(pack.terms, terms)],
  };
}

function completed(own: Entity, other: Entity | undefined): Entity {
  if (other === undefined) return own;
  const definition = own.definition ?? other.definition;
  const broader = own.broader ?? other.broader;
  const links = { ...other.links, ...own.links };
  return {
    ...own,
    terms: [...own.terms, ...lackingTerms(own.terms, other.terms)],
    ...(definition === undefined ? {} : { definition }),
    ...(broader === undefined ? {} : { broader }),
    ...(Object.keys(links).length === 0 ? {} : { links }),
  };
}

function lackingTerms(own: readonly Term[], others: readonly Term[]): Term[] {
  return others.filter(({ text }, i) => isFirst(others, i) && own.every((term) => term.text !== text));
}

function isFirst(terms: readonly Term[], i: number): boolean {
  return terms.findIndex(({ text }) => text === terms[i]!.text) === i;
}

function lackingGeneric(own: readonly GenericTerm[], others: readonly GenericTerm[]): GenericTerm[] {
  const keyOf = ({ class: classId, term }: GenericTerm) => `${classId}\n${term.text}`;
  const known = new Set(own.map(keyOf));
  return others.filter((each) => {
    const isNew = !known.has(keyOf(each));
    known.add(keyOf(each));
    return isNew;
  });
}

function firstOfEachId<T extends { readonly id: string }>(items: readonly T[]): T[] {
  return items.filter(({ id }, i) => items.findIndex((each) => each.id === id) === i);
}

/** What a pack says, whatever the order of its items and the lines they stand on. */
function meaningOf(pack: Pack): string {
  const { entities, terms, classes, ...rest } = pack;
  const named = entities.map((entity) => ({ ...entity, terms: sorted(entity.terms) }));
  return canonical([rest, sorted(named), sorted(terms), sorted(classes)]);
}

function sorted(items: readonly object[]): string[] {
  return items.map(canonical).sort();
}

/** JSON with sorted keys, without lines and with one space for white space. */
function canonical(value: object): string {
  return JSON.stringify(value, (key, part: unknown) => {
    if (key === "line") return undefined;
    if (typeof part === "string") return part.replace(/\s+/g, " ");
    if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

function unwritable(uri: string): Problem {
  const message =
    "The pack is written in a way that cannot be edited safely; write its lists and keys on lines of their own and try again.";
  return { severity: "error", code: "snippet.merge", message, uri, line: 1, column: 1 };
}
