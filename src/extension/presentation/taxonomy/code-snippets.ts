import { type ClassDefinition, type Entity, writeTag } from "../../../core";

/** A snippet of VS Code. */
export interface CodeSnippet {
  readonly scope: string;
  readonly prefix: string;
  readonly body: string;
  readonly description: string;
}

/** By their names, in the order of the file. */
export type CodeSnippets = Readonly<Record<string, CodeSnippet>>;

/** Languages in which an inline tag is markup. */
const TAGGED = "markdown,quarto,rmd,plaintext";
/** Languages that would print a tag; names are inserted alone. */
const UNTAGGED = "latex,tex";

/**
 * Snippets for a team's classes and entities: tags where tags are markup, and the bare name in LaTeX. Sorted by name, so that
 * the same taxonomy always gives the same file.
 */
export function codeSnippets(classes: readonly ClassDefinition[], entities: readonly Entity[]): CodeSnippets {
  const all = [...classes.map(classSnippet), ...entities.flatMap(entitySnippets)];
  return Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The text of the file, with a line above that says where it is from. */
export function codeSnippetsFile(snippets: CodeSnippets, note: string): string {
  return `// ${note}\n${JSON.stringify(snippets, undefined, 2)}\n`;
}

/** What a file of ours holds; undefined where somebody else wrote it and it cannot be read. */
export function parseCodeSnippets(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff?(?:\s*\/\/.*\n)*/, ""));
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

/** How a snippet of a file changes. */
export interface SnippetChange {
  readonly name: string;
  readonly kind: "added" | "changed" | "removed";
}

/** What writing snippets would change in a file that holds others. */
export function changesOf(before: Readonly<Record<string, unknown>>, after: CodeSnippets): SnippetChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names.flatMap((name): SnippetChange[] => {
    if (!Object.hasOwn(before, name)) return [{ name, kind: "added" }];
    if (!Object.hasOwn(after, name)) return [{ name, kind: "removed" }];
    const isSame = JSON.stringify(before[name]) === JSON.stringify(after[name]);
    return isSame ? [] : [{ name, kind: "changed" }];
  });
}

/** Text as a snippet that inserts exactly this text. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}

function classSnippet({ id, label, definition }: ClassDefinition): [string, CodeSnippet] {
  const name = id.replace(".", "-");
  const body = `[\${1:\${TM_SELECTED_TEXT:${escapeSnippet(label)}}}]{.${name}\\}$0`;
  return [`class ${id}`, { scope: TAGGED, prefix: `hg-${name}`, body, description: `${label}: ${definition}` }];
}

function entitySnippets({ id, class: classId, label, definition }: Entity): [string, CodeSnippet][] {
  const description = definition === undefined ? `${label} (${classId})` : `${label} (${classId}): ${definition}`;
  const tag = writeTag(label, { class: classId, entity: id }, "markdown") ?? label;
  const shared = { prefix: `hg-${id}`, description };
  return [
    [`entity ${id}`, { scope: TAGGED, ...shared, body: `${escapeSnippet(tag)}$0` }],
    [`entity ${id} (name)`, { scope: UNTAGGED, ...shared, body: `${escapeSnippet(label)}$0` }],
  ];
}
