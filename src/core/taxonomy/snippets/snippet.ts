import { isMap, isSeq, parseDocument } from "yaml";
import type { Problem } from "../../problem";
import type { ClassDefinition, Entity, GenericTerm, Pack, Term } from "../model";
import { packYaml } from "../packs/pack-insert";
import { parsePack } from "../packs/pack-parser";
import { snippetSource, withStraightQuotes } from "./snippet-text";
import { isReadablePack } from "../packs/yaml-reader";

/** What a part of a taxonomy holds that people send each other. */
export interface Snippet {
  readonly classes: readonly ClassDefinition[];
  readonly entities: readonly Entity[];
  readonly terms: readonly GenericTerm[];
}

/** Keys a pack needs that a fragment has not. */
const HEAD: Readonly<Record<string, string>> = { id: "snippet", title: "Snippet", version: "1", language: "en" };

const LEFT_OUT = ["rules", "themes", "ignore", "retire", "tests"] as const;

/**
 * A fragment of a pack as text for mail and chat. It stands for itself: entities with everything their pack says of them,
 * generic terms under their classes, and the classes that not everybody has. White space inside values becomes one space.
 *
 * @param origin what the fragment is from, for the comment above it
 */
export function writeSnippet({ classes, entities, terms }: Snippet, origin: string): string {
  const fragment = {
    ...(classes.length === 0
      ? {}
      : { classes: classes.map(({ id, label, definition }) => ({ id, label, definition })) }),
    ...(entities.length === 0 ? {} : { entities: entities.map(writtenEntity) }),
    ...(terms.length === 0 ? {} : { terms: termsByClass(terms) }),
  };
  const sections = Object.entries(fragment).map(
    ([key, value]) => `${key}:\n${packYaml(value).replace(/^(?=.)/gm, "  ")}`,
  );
  return [`# HealthGeo taxonomy snippet from ${origin.replace(/\s+/g, " ")}`, ...sections, ""].join("\n");
}

/**
 * Reads a fragment of a pack out of a text that came through mail or chat: with or without quoting marks, code fences,
 * indentation and words around it. A whole pack, a list of entities and one entity alone are understood too.
 *
 * @param uri names the text in problems, whose lines are those of the text
 * @returns what it holds, and what is wrong with it; warnings tell what of it is left out
 */
export function readSnippet(text: string, uri: string): { snippet?: Snippet; problems: readonly Problem[] } {
  const source = snippetSource(text);
  if (source.trim() === "") return { problems: [noSnippet(uri)] };
  const first = readFragment(source, uri);
  if (first.snippet !== undefined) return first;
  const second = readFragment(withStraightQuotes(source), uri);
  return second.snippet === undefined ? first : second;
}

/** An entity as packs write it: the label is not repeated among the terms. */
export function writtenEntity({ id, class: classId, label, terms, definition, links, broader }: Entity) {
  const isRestated = terms.filter(({ text }) => text === label).length > 1;
  const others = terms.filter((term) => isRestated || term.text !== label || hasConditions(term)).map(writtenTerm);
  return {
    id,
    class: classId,
    label,
    ...(others.length === 0 ? {} : { terms: others }),
    ...(definition === undefined ? {} : { definition }),
    ...(links === undefined || Object.keys(links).length === 0 ? {} : { links }),
    ...(broader === undefined ? {} : { broader }),
  };
}

/** A term as packs write it: plain text where it has no condition. */
export function writtenTerm(term: Term): string | Readonly<Record<string, unknown>> {
  return hasConditions(term) ? { text: term.text, ...conditionsOf(term) } : term.text;
}

/** Generic terms as packs write them, under their classes. */
export function termsByClass(terms: readonly GenericTerm[]): Record<string, ReturnType<typeof writtenTerm>[]> {
  const groups: Record<string, ReturnType<typeof writtenTerm>[]> = {};
  for (const { class: classId, term } of terms) (groups[classId] ??= []).push(writtenTerm(term));
  return groups;
}

function hasConditions(term: Term): boolean {
  return Object.keys(conditionsOf(term)).length > 0;
}

function conditionsOf(term: Term): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(term).filter(([key]) => key !== "text" && key !== "line"));
}

function readFragment(source: string, uri: string): { snippet?: Snippet; problems: readonly Problem[] } {
  const { text, linesAbove } = asPack(source);
  const { pack, problems } = parsePack(text, uri);
  if (pack === undefined) return { problems: problems.map((problem) => moved(problem, -linesAbove)) };
  const { classes, entities, terms } = pack;
  if (classes.length + entities.length + terms.length === 0) return { problems: [noSnippet(uri)] };
  return { snippet: { classes, entities, terms }, problems: leftOut(pack, uri) };
}

/** The fragment as a whole pack. What a pack needs besides goes below it, so that lines stay what they are. */
function asPack(source: string): { text: string; linesAbove: number } {
  if (!isReadablePack(source)) return { text: source, linesAbove: 0 };
  const root = parseDocument(source, { logLevel: "silent" }).contents;
  const isOneEntity = isMap(root) && root.has("class") && root.has("label");
  if (!isSeq(root) && !isOneEntity) {
    const missing = Object.entries(HEAD).filter(([key]) => !isMap(root) || !root.has(key));
    return { text: `${source}\n${missing.map(([key, value]) => `${key}: "${value}"\n`).join("")}`, linesAbove: 0 };
  }
  const list = isOneEntity ? source.replace(/^(?=.)/gm, "  ").replace(/^ {2}(?=\S)/m, "- ") : source;
  const head = Object.entries(HEAD).map(([key, value]) => `${key}: "${value}"\n`);
  return { text: `entities:\n${list}\n${head.join("")}`, linesAbove: 1 };
}

function moved(problem: Problem, lines: number): Problem {
  const { line, endLine } = problem;
  return {
    ...problem,
    ...(line === undefined ? {} : { line: Math.max(1, line + lines) }),
    ...(endLine === undefined ? {} : { endLine: Math.max(1, endLine + lines) }),
  };
}

function leftOut(pack: Pack, uri: string): Problem[] {
  const present = LEFT_OUT.filter((key) => (pack[key] ?? []).length > 0);
  if (present.length === 0) return [];
  const message = `A snippet holds classes, entities and terms; ${present.join(", ")} are left out. Copy them into the pack by hand.`;
  return [{ severity: "warning", code: "snippet.left-out", message, uri }];
}

function noSnippet(uri: string): Problem {
  const message =
    "This text holds no taxonomy snippet: copy one that has entities, terms or classes, beginning with a line such as “entities:”.";
  return { severity: "error", code: "snippet.none", message, uri };
}
