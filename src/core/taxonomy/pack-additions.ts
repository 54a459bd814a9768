import { isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLMap } from "yaml";
import type { Problem } from "../problem";
import { expandTerm } from "./expansion";
import type { Pack } from "./model";
import { flowItem, type Insertion, insertionInto, itemOf } from "./pack-edit";
import { parsePack } from "./pack-parser";
import type { ClassId } from "./scheme";

/** What is to be known from now on. */
export type PackAddition =
  /** A generic term of a class. */
  | { readonly kind: "term"; readonly class: ClassId; readonly text: string }
  /** A new entity whose label is its one name. */
  | { readonly kind: "entity"; readonly id: string; readonly class: ClassId; readonly label: string }
  /** Another name of an entity that the pack defines. */
  | { readonly kind: "name"; readonly entity: string; readonly text: string };

/**
 * The source of a pack with one more term, entity or name; every other character stays as it is. What the pack says already
 * changes nothing.
 *
 * @returns the new source, or the problems that keep the pack from being edited
 */
export function addToPack(
  source: string,
  addition: PackAddition,
  uri: string,
): { source: string } | { problems: readonly Problem[] } {
  const { pack, problems } = parsePack(source, uri);
  if (pack === undefined) return { problems };
  if (!isPlain(addition))
    return refused(uri, "The words hold brackets, which have a meaning in terms; add them by hand.");
  if (isKnown(pack, addition)) return { source };
  const insertion = insertionFor(source, addition);
  if (insertion !== undefined) {
    const { at, text } = insertion;
    const edited = source.slice(0, at) + text + source.slice(at);
    const after = parsePack(edited, uri).pack;
    if (after !== undefined && meaningOf(after) === meaningOf(withAddition(pack, addition))) return { source: edited };
  }
  return refused(uri, "The pack is written in a way that this edit cannot follow; add the term by hand.");
}

function refused(uri: string, message: string): { problems: Problem[] } {
  return { problems: [{ severity: "error", code: "pack.edit", message, uri }] };
}

/** Brackets and bars would make a family of terms of it. */
function isPlain(addition: PackAddition): boolean {
  const text = addition.kind === "entity" ? addition.label : addition.text;
  const expanded = expandTerm(text);
  return "expansions" in expanded && expanded.expansions.length === 1 && expanded.expansions[0] === text;
}

function isKnown(pack: Pack, addition: PackAddition): boolean {
  switch (addition.kind) {
    case "term":
      return pack.terms.some(({ class: id, term }) => id === addition.class && term.text === addition.text);
    case "entity":
      return pack.entities.some(({ id }) => id === addition.id);
    case "name":
      return (
        pack.entities.find(({ id }) => id === addition.entity)?.terms.some(({ text }) => text === addition.text) ??
        false
      );
  }
}

function withAddition(pack: Pack, addition: PackAddition): Pack {
  switch (addition.kind) {
    case "term": {
      const { class: classId, text } = addition;
      return { ...pack, terms: [...pack.terms, { class: classId, term: { text, line: 0 } }] };
    }
    case "entity": {
      const { id, class: classId, label } = addition;
      const entity = { id, class: classId, label, terms: [{ text: label, line: 0 }], line: 0 };
      return { ...pack, entities: [...pack.entities, entity] };
    }
    case "name": {
      const { entity, text } = addition;
      const entities = pack.entities.map((each) =>
        each.id === entity ? { ...each, terms: [...each.terms, { text, line: 0 }] } : each,
      );
      return { ...pack, entities };
    }
  }
}

/** What a pack says; the groups of terms may stand in any order, and lines do not count. */
function meaningOf({ terms, ...rest }: Pack): string {
  const text = (value: object) => JSON.stringify(value, (key, part: unknown) => (key === "line" ? undefined : part));
  return text(rest) + terms.map(text).sort().join("\n");
}

function insertionFor(source: string, addition: PackAddition): Insertion | undefined {
  const root = parseDocument(source).contents;
  if (!isMap(root)) return undefined;
  switch (addition.kind) {
    case "term":
      return termInsertion(root, addition.class, itemOf(addition.text), source);
    case "entity": {
      const keys = [`id: ${addition.id}`, `class: ${addition.class}`, `label: ${itemOf(addition.label)}`];
      const flow = `{ id: ${addition.id}, class: ${addition.class}, label: ${flowItem(itemOf(addition.label))} }`;
      const list = valueOf(root, "entities");
      if (list === undefined) return appended(source, `entities:\n  - ${keys.join("\n    ")}\n`);
      if (isSeq(list) && list.flow !== true) {
        const indent = " ".repeat(columnOf(list.range![0], source) + 2);
        return insertionInto(list, keys.join(`\n${indent}`), source);
      }
      return isSeq(list) ? insertionInto(list, flow, source, true) : undefined;
    }
    case "name": {
      const list = valueOf(root, "entities");
      const entity = isSeq(list) ? list.items.find((item) => idOf(item) === addition.entity) : undefined;
      return isMap(entity) ? nameInsertion(entity, itemOf(addition.text), source) : undefined;
    }
  }
}

function termInsertion(root: YAMLMap, classId: ClassId, item: string, source: string): Insertion | undefined {
  const groups = valueOf(root, "terms");
  if (groups === undefined) return appended(source, `terms:\n  ${classId}:\n    - ${item}\n`);
  if (!isMap(groups)) return undefined;
  const list = valueOf(groups, classId);
  if (isSeq(list)) return insertionInto(list, item, source);
  return list === undefined ? pairInsertion(groups, `${classId}: [${flowItem(item)}]`, source) : undefined;
}

function nameInsertion(entity: YAMLMap, item: string, source: string): Insertion | undefined {
  const list = valueOf(entity, "terms");
  if (isSeq(list)) return insertionInto(list, item, source);
  return list === undefined ? pairInsertion(entity, `terms: [${flowItem(item)}]`, source) : undefined;
}

/** A new last pair of a mapping. */
function pairInsertion(mapping: YAMLMap, pair: string, source: string): Insertion | undefined {
  const last = mapping.items.at(-1);
  if (last === undefined) {
    return { at: source.indexOf("{", mapping.range![0]) + 1, text: ` ${pair} ` };
  }
  const end = endOf(last);
  if (end === undefined) return undefined;
  if (mapping.flow === true) return { at: end, text: `, ${pair}` };
  const lastLine = source.slice(0, end).trimEnd().length;
  const lineBreak = source.indexOf("\n", lastLine);
  const indent = " ".repeat(columnOf(mapping.range![0], source));
  return { at: lineBreak < 0 ? source.length : lineBreak, text: `\n${indent}${pair}` };
}

/** Where the last thing in a pair ends. */
function endOf({ key, value }: Pair): number | undefined {
  const node = (value ?? key) as Node;
  if (isMap(node) && node.flow !== true && node.items.length > 0) return endOf(node.items.at(-1)!);
  if (isSeq(node) && node.flow !== true && node.items.length > 0) {
    const last = node.items.at(-1) as Node;
    return isMap(last) && last.flow !== true && last.items.length > 0 ? endOf(last.items.at(-1)!) : last.range?.[1];
  }
  return node.range?.[1];
}

function appended(source: string, text: string): Insertion {
  return { at: source.length, text: `${source.endsWith("\n") ? "" : "\n"}${text}` };
}

function valueOf(mapping: YAMLMap, key: string): Node | undefined {
  return (mapping.get(key, true) ?? undefined);
}

function idOf(item: unknown): string | undefined {
  const id = isMap(item) ? item.get("id", true) : undefined;
  return isScalar(id) ? String(id.value) : undefined;
}

function columnOf(offset: number, source: string): number {
  return offset - (source.lastIndexOf("\n", offset - 1) + 1);
}
