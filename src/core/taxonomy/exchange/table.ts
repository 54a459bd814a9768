import { isClassId } from "../scheme";
import type { ExchangeReport } from "./exchange-report";
import { readRows, type TableRow, writeRows } from "./table-rows";
import {
  type Concept,
  type ConceptKind,
  entityOfKey,
  type FlagValue,
  hasFlags,
  keyOfEntity,
  keyOfPack,
  type Label,
  type RetiredItem,
  termsOf,
  type Thesaurus,
  type WrittenTerm,
} from "./thesaurus";

/** Columns that say what a row is about; the flags of terms follow, each in a column of its name. */
const COLUMNS = ["pack", "kind", "id", "class", "label", "term", "definition", "broader", "links"] as const;
/** The flags that every table has columns for. */
const FLAG_COLUMNS = ["case", "plural", "near", "notNear"];
/** Those that only tables have where a term uses them. */
const RARE_FLAG_COLUMNS = ["after", "notAfter", "before", "notBefore"];
/** Columns of other people's tables. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  name: "label",
  preflabel: "label",
  "preferred label": "label",
  altlabel: "terms",
  altlabels: "terms",
  synonyms: "terms",
  synonym: "terms",
  aliases: "terms",
  type: "class",
  description: "definition",
  parent: "broader",
  notnear: "notNear",
  notafter: "notAfter",
  notbefore: "notBefore",
};

/**
 * Writes a table with one row for each term: an entity has as many rows as names, its definition and links stand in the
 * first. Lists in a cell are parted by bars. Cells that a spreadsheet would take for formulas are made harmless.
 */
export function writeTable({ schemes, concepts }: Thesaurus, delimiter: string, report: ExchangeReport): string {
  if (schemes.length > 0) report.note("exchange.pack-heads", schemes[0]!.title, undefined, schemes.length);
  for (const { extends: base } of schemes) if (base !== undefined) report.note("exchange.extends", base);
  const rows: Record<string, string>[] = [];
  for (const concept of concepts) for (const row of rowsOf(concept)) rows.push(row);
  for (const { key, ignore, retire = [] } of schemes) {
    for (const term of ignore) rows.push({ pack: packOf(key), kind: "ignore", ...termCells(term) });
    for (const item of retire) rows.push({ pack: packOf(key), kind: "retire", ...retiredCells(item) });
  }
  const flags = new Set([...FLAG_COLUMNS, ...rows.flatMap((row) => Object.keys(row).filter((key) => !isColumn(key)))]);
  return writeRows([...COLUMNS, ...flags], rows, delimiter);
}

function isColumn(key: string): boolean {
  return (COLUMNS as readonly string[]).includes(key);
}

function packOf(key: string | undefined): string {
  return key?.replace(/^pack:/, "") ?? "";
}

function rowsOf({
  kind,
  id,
  class: classId,
  labels,
  written,
  definitions,
  broader,
  links,
  schemes,
  isDefined,
}: Concept) {
  if (kind === "class" && isDefined !== true) return [];
  const label = labels[0]?.text ?? "";
  const head: Record<string, string> = {
    pack: packOf(schemes[0]),
    kind,
    id: id ?? "",
    class: classId ?? "",
    ...(kind === "term" ? {} : { label }),
  };
  const about: Record<string, string> = {
    definition: definitions[0]?.text ?? "",
    broader: entityOfKey(broader[0] ?? "") ?? "",
    links: joined(Object.entries(links).map(([scheme, value]) => `${scheme}:${value}`)),
  };
  const texts = labels.map(({ text }) => text);
  const terms = kind === "class" ? [] : termsOf(texts, written, kind === "term" ? undefined : label);
  const named = kind === "term" ? [] : [{ ...head, ...about }];
  return [...named, ...terms.map((term) => ({ ...head, ...termCells(term) }))];
}

function termCells({ text, flags }: WrittenTerm): Record<string, string> {
  const cells = Object.entries(flags).map(([key, value]) => [
    key,
    typeof value === "object" ? joined(value) : String(value),
  ]);
  return { term: text, ...(Object.fromEntries(cells) as Record<string, string>) };
}

function retiredCells(item: RetiredItem): Record<string, string> {
  return "entity" in item ? { id: item.entity } : { class: item.class, term: item.text };
}

function joined(items: readonly string[]): string {
  return items.map((item) => item.replace(/[\\|]/g, "\\$&")).join(" | ");
}

function parted(cell: string): string[] {
  const parts = cell.match(/(?:\\.|[^|\\])+/g) ?? [];
  return parts.map((part) => part.replace(/\\(.)/g, "$1").trim()).filter((part) => part !== "");
}

/** Reads a table of ours, or one of others with at least a column of labels or terms. */
export function readTable(
  source: string,
  delimiter: string | undefined,
  report: ExchangeReport,
): Thesaurus | undefined {
  const table = readRows(source, delimiter, report);
  if (table === undefined) return undefined;
  const columns = table.columns.map(nameOfColumn);
  if (!columns.includes("label") && !columns.includes("term")) {
    const message = `The first row must name the columns, with "label" or "term" among them; it has ${table.columns.join(", ")}.`;
    report.problem("error", "exchange.columns", message, 1);
    return undefined;
  }
  const reader = new RowReader();
  for (const row of table.rows) reader.read(row, columns);
  const known = [...COLUMNS, ...FLAG_COLUMNS, "terms"];
  for (const column of columns) if (!known.includes(column)) report.note("exchange.unknown-column", column, 1);
  return reader.thesaurus();
}

function nameOfColumn(written: string): string {
  const name = written.trim();
  const known = [...COLUMNS, ...FLAG_COLUMNS, "terms"].find((column) => column.toLowerCase() === name.toLowerCase());
  return known ?? OTHER_NAMES[name.toLowerCase()] ?? name;
}

interface Draft {
  readonly kind: ConceptKind;
  readonly row: ReadonlyMap<string, string>;
  readonly line: number;
  readonly texts: string[];
  readonly written: WrittenTerm[];
}

class RowReader {
  readonly #drafts = new Map<string, Draft>();
  readonly #ignore: WrittenTerm[] = [];
  readonly #retire: RetiredItem[] = [];
  readonly #packs = new Set<string>();

  read({ cells, line }: TableRow, columns: readonly string[]): void {
    const row = new Map(columns.map((column, i) => [column, (cells[i] ?? "").trim()]));
    const kind = kindOf(row.get("kind"));
    const pack = row.get("pack") ?? "";
    if (pack !== "") this.#packs.add(pack);
    const terms = [...((row.get("term") ?? "") ? [row.get("term")!] : []), ...parted(row.get("terms") ?? "")];
    const written = terms.map((text) => ({ text, flags: flagsOf(row) }));
    if (kind === "ignore") for (const term of written) this.#ignore.push(term);
    else if (kind === "retire") this.#retire.push(...retiredIn(row));
    else this.#add(kind, row, written, line);
  }

  thesaurus(): Thesaurus {
    const id = this.#packs.size === 1 ? [...this.#packs][0] : undefined;
    const key = id === undefined ? "table" : keyOfPack(id);
    const packs = [...this.#packs].slice(1).map((other) => ({ key: keyOfPack(other), ignore: [] }));
    return {
      schemes: [{ key, id, ignore: this.#ignore, retire: this.#retire }, ...packs],
      concepts: [...this.#drafts].map(([draftKey, draft]) => conceptOf(draftKey, draft)),
    };
  }

  #add(kind: ConceptKind, row: ReadonlyMap<string, string>, written: readonly WrittenTerm[], line: number): void {
    const label = row.get("label") ?? "";
    const id = row.get("id") ?? "";
    const isTerm = kind === "term" || (kind === "concept" && label === "" && id === "");
    const key = isTerm ? `row:${line}` : id === "" ? `label:${label}` : keyOfEntity(id);
    let draft = this.#drafts.get(key);
    if (draft === undefined) {
      this.#drafts.set(key, (draft = { kind: isTerm ? "term" : kind, row, line, texts: [], written: [] }));
    }
    if (label !== "" && !isTerm && !draft.texts.includes(label)) draft.texts.push(label);
    for (const term of written) {
      if (hasFlags(term) || /[[\]|]/.test(term.text)) draft.written.push(term);
      else if (!draft.texts.includes(term.text)) draft.texts.push(term.text);
    }
  }
}

function kindOf(written: string | undefined): ConceptKind | "ignore" | "retire" {
  const kinds = ["class", "entity", "term", "ignore", "retire"] as const;
  return kinds.find((kind) => kind === written?.toLowerCase()) ?? "concept";
}

function retiredIn(row: ReadonlyMap<string, string>): RetiredItem[] {
  const [entity = "", classId = "", text = ""] = ["id", "class", "term"].map((column) => row.get(column));
  if (entity !== "") return [{ entity }];
  return isClassId(classId) && text !== "" ? [{ class: classId, text }] : [];
}

function flagsOf(row: ReadonlyMap<string, string>): Record<string, FlagValue> {
  const flags: Record<string, FlagValue> = {};
  for (const name of [...FLAG_COLUMNS, ...RARE_FLAG_COLUMNS]) {
    const cell = row.get(name) ?? "";
    if (cell === "") continue;
    if (name === "plural") flags[name] = !/^(?:false|no|0|falsch|faux)$/i.test(cell);
    else flags[name] = name === "case" ? cell : parted(cell);
  }
  return flags;
}

function conceptOf(key: string, { kind, row, line, texts, written }: Draft): Concept {
  const cell = (name: string) => (row.get(name) === "" ? undefined : row.get(name));
  const classId = cell("class");
  const id = cell("id");
  const definition = cell("definition");
  const broader = cell("broader");
  const labels = texts.map((text, i): Label => ({ text, role: i === 0 ? "preferred" : "alternative" }));
  return {
    key,
    kind,
    id: kind === "class" ? (id ?? classId) : id,
    class: classId !== undefined && isClassId(classId) ? classId : undefined,
    labels,
    written,
    definitions: definition === undefined ? [] : [{ text: definition }],
    broader: broader === undefined ? [] : [keyOfEntity(broader)],
    schemes: classId === undefined || isClassId(classId) ? [] : [classId],
    links: linksOf(cell("links")),
    isDefined: kind === "class",
    line,
  };
}

function linksOf(cell: string | undefined): Record<string, string> {
  const pairs = parted(cell ?? "").map((pair) => [pair.slice(0, pair.indexOf(":")), pair.slice(pair.indexOf(":") + 1)]);
  return Object.fromEntries(pairs.filter(([scheme, value]) => scheme !== "" && value !== "")) as Record<string, string>;
}
