import { isPlainInBlock, isPlainInBrackets } from "../packs/plain-scalars";
import type { ClassId } from "../scheme";
import type { FlagValue, RetiredItem, WrittenTerm } from "./thesaurus";
import { hasFlags } from "./thesaurus";

/** What an import writes into a pack. */
export interface PackDraft {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly language: string;
  readonly extends?: string | undefined;
  readonly classes: readonly ClassDraft[];
  readonly entities: readonly EntityDraft[];
  readonly terms: ReadonlyMap<ClassId, readonly WrittenTerm[]>;
  readonly ignore: readonly WrittenTerm[];
  readonly retire: readonly RetiredItem[];
}

export interface ClassDraft {
  readonly id: ClassId;
  readonly label: string;
  readonly definition: string;
}

export interface EntityDraft {
  readonly id: string;
  readonly class: ClassId;
  readonly label: string;
  /** Without the label, unless it carries flags. */
  readonly terms: readonly WrittenTerm[];
  readonly definition?: string | undefined;
  readonly links: Readonly<Record<string, string>>;
  readonly broader?: string | undefined;
}

/** In UTF-16 code units; a longer list of terms is written one a line. */
const LINE_WIDTH = 120;

/**
 * The source of a pack: keys in the order of the guide, classes and entities by id, terms by class and alphabet, one entity
 * an entry, so that two people's additions merge line by line and importing the same file twice gives the same text.
 *
 * Written without `yaml`, whose tree of a thesaurus of 100,000 concepts would take a gigabyte.
 */
export function packSource(draft: PackDraft): string {
  const { id, title, version, language } = draft;
  const lines = [
    `id: ${block(id)}`,
    `title: ${block(title)}`,
    `version: ${block(version)}`,
    `language: ${block(language)}`,
  ];
  if (draft.extends !== undefined) lines.push(`extends: ${block(draft.extends)}`);
  section(lines, "classes", sortedById(draft.classes), writeClass);
  section(lines, "entities", sortedById(draft.entities), writeEntity);
  const groups = [...draft.terms].sort(([a], [b]) => compare(a, b));
  section(lines, "terms", groups, ([classId, terms]) => [
    `  ${classId}:`,
    ...terms.map((term) => `    - ${item(term)}`),
  ]);
  section(lines, "ignore", draft.ignore, (term) => [`  - ${item(term)}`]);
  section(lines, "retire", draft.retire, (retired) => [`  - ${retirement(retired)}`]);
  return `${lines.join("\n")}\n`;
}

export function compare(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}

function sortedById<T extends { readonly id: string }>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => compare(a.id, b.id));
}

function section<T>(lines: string[], key: string, items: readonly T[], write: (item: T) => readonly string[]): void {
  if (items.length === 0) return;
  lines.push("", `${key}:`);
  // Not pushed as arguments: one class of a thesaurus may hold more terms than a call can take.
  for (const each of items) for (const line of write(each)) lines.push(line);
}

function writeClass({ id, label, definition }: ClassDraft): string[] {
  return [`  - id: ${id}`, `    label: ${block(label)}`, `    definition: ${block(definition)}`];
}

function writeEntity({ id, class: classId, label, terms, definition, links, broader }: EntityDraft): string[] {
  const lines = [`  - id: ${block(id)}`, `    class: ${classId}`, `    label: ${block(label)}`];
  if (terms.length > 0) lines.push(...writeTerms(terms));
  if (definition !== undefined) lines.push(`    definition: ${block(definition)}`);
  const pairs = Object.entries(links);
  if (pairs.length > 0) {
    lines.push(`    links: { ${pairs.map(([scheme, value]) => `${flow(scheme)}: ${flow(value)}`).join(", ")} }`);
  }
  if (broader !== undefined) lines.push(`    broader: ${block(broader)}`);
  return lines;
}

function writeTerms(terms: readonly WrittenTerm[]): string[] {
  if (!terms.some(hasFlags)) {
    const line = `    terms: [${terms.map(({ text }) => flow(text)).join(", ")}]`;
    if (line.length <= LINE_WIDTH) return [line];
  }
  return ["    terms:", ...terms.map((term) => `      - ${item(term)}`)];
}

function item(term: WrittenTerm): string {
  if (!hasFlags(term)) return block(term.text);
  const flags = Object.entries(term.flags).map(([key, value]) => `, ${key}: ${flag(value)}`);
  return `{ text: ${flow(term.text)}${flags.join("")} }`;
}

function retirement(retired: RetiredItem): string {
  return "entity" in retired ? block(retired.entity) : `{ class: ${retired.class}, text: ${flow(retired.text)} }`;
}

function flag(value: FlagValue): string {
  if (typeof value === "string") return flow(value);
  return typeof value === "object" ? `[${value.map(flow).join(", ")}]` : String(value);
}

function block(text: string): string {
  return isPlainInBlock(text) ? text : quoted(text);
}

function flow(text: string): string {
  return isPlainInBrackets(text) ? text : quoted(text);
}

/** A double-quoted scalar of YAML may be written like a string of JSON. */
function quoted(text: string): string {
  return JSON.stringify(text);
}
