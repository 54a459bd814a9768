import type { Span } from "../../text/span";
import { type PackItem, type PackSource, valueOf } from "../authoring/pack-source";
import type { Pack } from "../model";
import type { Snippet } from "./snippet";

/**
 * The classes, entities and generic terms of a pack that a selection in its source touches; with a bare cursor, the one it
 * stands in.
 *
 * @param selection in UTF-16 code units of the source
 */
export function selectedSnippet(source: PackSource, pack: Pack, selection: Span): Snippet {
  const isTouched = ({ start, end }: Span) => start <= selection.end && selection.start <= contentEnd(source, end);
  const touched = (kind: PackItem["kind"]) =>
    source.items.filter((item) => item.kind === kind && isTouched(item)).map((item) => valueOf(item, "id")?.text);
  const classes = new Set(touched("class"));
  const entities = new Set(touched("entity"));
  const lines = {
    first: source.locate(selection.start).line,
    last: source.locate(Math.max(selection.start, selection.end - 1)).line,
  };
  return {
    classes: pack.classes.filter(({ id }) => classes.has(id)),
    entities: pack.entities.filter(({ id }) => entities.has(id)),
    terms: pack.terms.filter(({ term }) => lines.first <= term.line && term.line <= lines.last),
  };
}

/** The parser counts the white space below an item as part of it. */
function contentEnd(source: PackSource, end: number): number {
  return source.text.slice(0, end).trimEnd().length;
}
