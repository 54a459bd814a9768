import { isScalar, type Node, type Pair } from "yaml";
import type { Problem } from "../../problem";
import type { Edit, Span } from "../../text/span";
import { CASE_MODES, type CaseMode } from "../model";
import { locateProblem, valueOfProblem } from "./locate-problem";
import { nearestTo } from "./nearest";
import { type ListPlace, type PackItem, type PackSource, type PackValue, spanOf, valueOf } from "./pack-source";

/** A change that mends a problem. Offsets in UTF-16 code units of the source. */
export type PackFix = { readonly edits: readonly Edit[] } & (
  | { readonly kind: "replace"; readonly by: string }
  | { readonly kind: "remove-term"; readonly text: string }
  | { readonly kind: "bind-capitals"; readonly text: string; readonly mode: CaseMode }
  | { readonly kind: "remove-broader"; readonly id: string }
);

/** The ids that a pack may name. */
export interface KnownIds {
  readonly classes: Iterable<string>;
  readonly entities: Iterable<string>;
}

/** Codes of problems that end with the term they are about. */
const TERM_CODES = new Set([
  "taxonomy.duplicate-term",
  "taxonomy.shadowed-term",
  "taxonomy.conflicting-terms",
  "taxonomy.unreachable-term",
  "pack.term-empty",
]);

/** What would mend a problem of a pack, the likeliest first; nothing where only its author can tell. */
export function fixesFor(source: PackSource, problem: Problem, known: KnownIds): PackFix[] {
  const span = locateProblem(source, problem);
  const written = source.text.slice(span.start, span.end).replace(/^["']|["']$/g, "");
  const replacements = (words: Iterable<string>) =>
    nearestTo(written, words).map((by): PackFix => ({ kind: "replace", by, edits: [{ ...span, text: by }] }));
  switch (problem.code) {
    case "pack.unknown-class":
    case "taxonomy.unknown-class":
      return replacements(known.classes);
    case "pack.unknown-key":
      return replacements(keysNamedIn(problem));
    case "pack.case":
      return CASE_MODES.map((by): PackFix => ({ kind: "replace", by, edits: [{ ...span, text: by }] }));
    case "taxonomy.unknown-broader":
      return [...replacements(known.entities), ...withoutBroader(source, problem)];
    case "taxonomy.broader-cycle":
      return withoutBroader(source, problem);
    case "taxonomy.retires-nothing": {
      const isEntity = valueOfProblem(source, problem)?.role === "entity-reference";
      return [...(isEntity ? replacements(known.entities) : []), ...withoutTerm(source, problem)];
    }
    case "taxonomy.ambiguous-acronym":
      return boundCapitals(source, problem);
    default:
      return TERM_CODES.has(problem.code) ? withoutTerm(source, problem) : [];
  }
}

/** Edits that make an expectation of a test say what the text gives; nothing where a key would have to come or go. */
export function updateExpectation(
  expectation: PackItem,
  actual: { readonly class: string; readonly entity?: string },
): Edit[] | undefined {
  const changes = (["class", "entity"] as const).map((key) => {
    const value = valueOf(expectation, key);
    if (value === undefined || value.text === actual[key]) return [];
    const text = actual[key];
    return text === undefined ? undefined : [{ start: value.start, end: value.end, text }];
  });
  const edits = changes.flatMap((change) => change ?? []);
  return changes.includes(undefined) || edits.length === 0 ? undefined : edits;
}

/** The parser's message lists the keys that are known at the place. */
function keysNamedIn({ message }: Problem): string[] {
  return /the keys are ([\w, ]+)\.$/.exec(message)?.[1]?.split(", ") ?? [];
}

function withoutTerm(source: PackSource, problem: Problem): PackFix[] {
  const value = valueOfProblem(source, problem);
  const edit = value?.listed === undefined ? undefined : removalOf(source.text, value.listed);
  return value === undefined || edit === undefined ? [] : [{ kind: "remove-term", text: value.text, edits: [edit] }];
}

function boundCapitals(source: PackSource, problem: Problem): PackFix[] {
  const value = valueOfProblem(source, problem);
  if (value?.role !== "term") return [];
  const edit =
    value.key === "text" && value.item?.kind === "term"
      ? caseAfter(source.text, value)
      : {
          start: value.start,
          end: value.end,
          text: `{ text: ${source.text.slice(value.start, value.end)}, case: acronym }`,
        };
  return edit === undefined ? [] : [{ kind: "bind-capitals", text: value.text, mode: "acronym", edits: [edit] }];
}

function caseAfter(text: string, value: PackValue): Edit | undefined {
  const { item, end } = value;
  if (item?.mapping.flow === true) return { start: end, end, text: ", case: acronym" };
  const column = item === undefined ? undefined : columnOf(text, item.start);
  return column === undefined ? undefined : { start: end, end, text: `\n${" ".repeat(column)}case: acronym` };
}

function withoutBroader(source: PackSource, problem: Problem): PackFix[] {
  const value = valueOfProblem(source, problem);
  if (value?.item === undefined || value.key !== "broader") return [];
  const pair = (value.item.mapping.items as Pair<Node>[]).find(({ key }) => isScalar(key) && key.value === "broader");
  if (pair === undefined) return [];
  const span = { start: spanOf(pair.key).start, end: value.end };
  const edit = value.item.mapping.flow === true ? flowRemoval(source.text, span) : lineRemoval(source.text, span);
  return edit === undefined ? [] : [{ kind: "remove-broader", id: value.text, edits: [edit] }];
}

/** The edit that takes an item out of its list; the last one leaves an empty list. */
function removalOf(text: string, { list, index }: ListPlace): Edit | undefined {
  const items = list.items as Node[];
  if (list.flow === true) {
    const [before, item, after] = [items[index - 1], items[index]!, items[index + 1]].map(
      (node) => node && spanOf(node),
    );
    if (before !== undefined) return { start: before.end, end: item!.end, text: "" };
    return { start: item!.start, end: after?.start ?? item!.end, text: "" };
  }
  const span = spanOf(items[index]!);
  const dash = text.lastIndexOf("-", span.start - 1);
  if (items.length > 1) return lineRemoval(text, { start: dash, end: span.end });
  const colon = /:[ \t]*\r?\n\s*$/.exec(text.slice(0, dash));
  return colon === null
    ? undefined
    : { start: colon.index + 1, end: text.slice(0, span.end).trimEnd().length, text: " []" };
}

/** Removes the lines that a span of block YAML fills; nothing where it shares its first line with what stays. */
function lineRemoval(text: string, { start, end }: Span): Edit | undefined {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  if (text.slice(lineStart, start).trim() !== "") return undefined;
  const lineEnd = text.indexOf("\n", text.slice(0, end).trimEnd().length);
  return { start: lineStart, end: lineEnd < 0 ? text.length : lineEnd + 1, text: "" };
}

/** Removes a pair of a bracketed mapping with the comma that parts it from its neighbour. */
function flowRemoval(text: string, { start, end }: Span): Edit {
  const before = /,\s*$/.exec(text.slice(0, start));
  if (before !== null) return { start: before.index, end, text: "" };
  const after = /^\s*,\s*/.exec(text.slice(end));
  return { start, end: end + (after?.[0].length ?? 0), text: "" };
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf("\n", offset - 1) + 1);
}
