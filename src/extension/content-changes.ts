import type { TextDocumentContentChangeEvent } from "vscode";
import type { Edit } from "../core";

type ContentChange = Pick<TextDocumentContentChangeEvent, "rangeOffset" | "rangeLength" | "text">;

/**
 * The changes of one event as edits to be made one after the other. All are told in offsets of the text before the event,
 * so they go from the end to the start: each leaves the offsets of those before it as they are.
 */
export function editsOf(changes: readonly ContentChange[]): Edit[] {
  return [...changes]
    .sort((a, b) => b.rangeOffset - a.rangeOffset)
    .map(({ rangeOffset, rangeLength, text }) => ({ start: rangeOffset, end: rangeOffset + rangeLength, text }));
}
