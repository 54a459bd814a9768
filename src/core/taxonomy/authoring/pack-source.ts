import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import { LineIndex, nextLineStart } from "../../text/lines";
import type { Span } from "../../text/span";
import { isReadablePack } from "../packs/yaml-reader";
import { type ItemKind, type MappingShape, PACK_SHAPE, type Shape, type ValueRole } from "./pack-shape";

/** A piece of text in a pack with its place, quotes included. Offsets are UTF-16 code units of the source. */
export interface PackValue extends Span {
  readonly role: ValueRole;
  /** As the pack means it: without quotes and outer white space. */
  readonly text: string;
  /** The key whose value, or one of whose values, it is; absent where it is a key itself. */
  readonly key?: string;
  /** The innermost entity, rule, test, class, term or mention that it belongs to. */
  readonly item?: PackItem;
  /** The list it stands in, itself or as the text of a term's object form. */
  readonly listed?: ListPlace;
}

/** Where something stands in a list. */
export interface ListPlace {
  readonly list: YAMLSeq;
  readonly index: number;
}

/** An entity, rule, test, class, term in its object form, or mention of a test. */
export interface PackItem extends Span {
  readonly kind: ItemKind;
  readonly mapping: YAMLMap;
  readonly parent?: PackItem;
  /** The values that stand in it and in no item of its own, in the order of the source. */
  readonly values: readonly PackValue[];
  /** The key of the pack or of the parent under which it is listed, such as `entities` or `expect`. */
  readonly section: string;
  /** The class under which a generic term stands. */
  readonly group?: string;
}

/** A top-level key of a pack with what stands under it. */
export interface PackSection extends Span {
  readonly name: string;
  readonly key: Span;
}

/**
 * What stands where in the source of a pack. Made for sources that are being written: what cannot be understood is left out,
 * and the rest is there.
 */
export class PackSource {
  readonly document: Document.Parsed | undefined;
  readonly values: readonly PackValue[];
  readonly items: readonly PackItem[];
  readonly sections: readonly PackSection[];
  #lineStarts: readonly number[] | undefined;
  #lineIndex: LineIndex | undefined;

  constructor(
    readonly text: string,
    readonly uri: string,
  ) {
    const reader = new SourceReader();
    this.document = isReadablePack(text)
      ? parseDocument(text, { keepSourceTokens: true, logLevel: "silent", prettyErrors: false })
      : undefined;
    if (this.document?.contents != null) reader.read(this.document.contents);
    this.values = reader.values.sort((a, b) => a.start - b.start);
    this.items = reader.items.sort((a, b) => a.start - b.start);
    this.sections = reader.sections;
  }

  /** The value that holds an offset or ends at it. */
  valueAt(offset: number): PackValue | undefined {
    return this.values.find(({ start, end }) => start <= offset && offset <= end);
  }

  /** The innermost item of a kind that holds an offset. */
  itemAt(offset: number, kind: ItemKind): PackItem | undefined {
    return this.items.findLast((item) => item.kind === kind && item.start <= offset && offset <= item.end);
  }

  /** One-based line and column (UTF-16 code units) of an offset. */
  locate(offset: number): { line: number; column: number } {
    this.#lineIndex ??= new LineIndex(this.text);
    return this.#lineIndex.locate(offset);
  }

  /** The offset of a one-based line and column; the end of the text where there is no such line. */
  offsetOf(line: number, column: number): number {
    this.#lineStarts ??= lineStartsOf(this.text);
    return Math.min((this.#lineStarts[line - 1] ?? this.text.length) + column - 1, this.text.length);
  }
}

function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (let at = nextLineStart(text, 0); at < text.length; at = nextLineStart(text, at)) starts.push(at);
  return starts;
}

/** The value of a key of an item. */
export function valueOf(item: PackItem, key: string): PackValue | undefined {
  return item.values.find((value) => value.key === key);
}

/** Where a walk through a pack stands. */
interface Place {
  readonly key?: string;
  readonly section: string;
  readonly group?: string;
  readonly item?: MutableItem;
  readonly listed?: ListPlace;
}

interface MutableItem extends PackItem {
  readonly values: PackValue[];
}

class SourceReader {
  readonly values: PackValue[] = [];
  readonly items: PackItem[] = [];
  readonly sections: PackSection[] = [];

  read(root: Node): void {
    if (isMap(root)) this.sections.push(...root.items.flatMap(sectionOf));
    this.#node(root, PACK_SHAPE, { section: "" });
  }

  #node(node: unknown, shape: Shape, place: Place): void {
    if (isScalar(node)) this.#scalar(node, shape, place);
    else if (isSeq(node) && shape.kind === "list") {
      node.items.forEach((item, index) => {
        this.#node(item, shape.item, { ...place, listed: { list: node, index } });
      });
    } else if (isMap(node) && shape.kind === "mapping") this.#mapping(node, shape, place);
  }

  #scalar(node: Scalar, shape: Shape, place: Place): void {
    const role = shape.kind === "text" ? shape.role : shape.kind === "mapping" ? shape.short : undefined;
    if (role !== undefined) this.#add(node, role, place);
  }

  #mapping(node: YAMLMap, shape: MappingShape, place: Place): void {
    const inside = shape.item === undefined ? place : { ...place, item: this.#item(node, shape.item, place) };
    for (const { key, value } of node.items) {
      if (!isScalar(key)) continue;
      const name = String(key.value);
      const section = place.section === "" ? name : place.section;
      const known = shape.keys.get(name);
      if (known !== undefined) {
        // The text of what may also be plain text stands in its list; nothing else in its object form does.
        const listed = name === "text" && shape.short !== undefined ? place.listed : undefined;
        this.#node(value, known.value, {
          section: shape.item === "test" ? name : section,
          key: name,
          ...(place.group === undefined ? {} : { group: place.group }),
          ...(inside.item === undefined ? {} : { item: inside.item }),
          ...(listed === undefined ? {} : { listed }),
        });
      } else if (shape.others !== undefined) {
        if (shape.others.role !== "prose") this.#add(key, shape.others.role, { section });
        this.#node(value, shape.others.value, { ...inside, key: name, section, group: name });
      }
    }
  }

  #item(node: YAMLMap, kind: ItemKind, { item, section, group }: Place): MutableItem {
    const made: MutableItem = {
      ...spanOf(node),
      kind,
      mapping: node,
      values: [],
      section,
      ...(item === undefined ? {} : { parent: item }),
      ...(group === undefined ? {} : { group }),
    };
    this.items.push(made);
    return made;
  }

  #add(node: Scalar, role: ValueRole, { key, item, listed }: Place): void {
    const value: PackValue = {
      ...spanOf(node),
      role,
      text: writtenText(node),
      ...(key === undefined ? {} : { key }),
      ...(item === undefined ? {} : { item }),
      ...(listed === undefined ? {} : { listed }),
    };
    this.values.push(value);
    item?.values.push(value);
  }
}

/** Numbers and truth values are taken as written, as the parser of packs does. */
function writtenText({ value, source }: Scalar): string {
  if (typeof value === "string") return value.trim();
  return value === null ? "" : (source ?? "");
}

/** The place of a node in its source, in UTF-16 code units, without what follows it. */
export function spanOf({ range }: Node): Span {
  return { start: range?.[0] ?? 0, end: range?.[1] ?? 0 };
}

function sectionOf({ key, value }: Pair): PackSection[] {
  if (!isScalar(key)) return [];
  const keySpan = spanOf(key);
  const end = Math.max(keySpan.end, (value as Node | null)?.range?.[1] ?? 0);
  return [{ name: String(key.value), key: keySpan, start: keySpan.start, end }];
}
