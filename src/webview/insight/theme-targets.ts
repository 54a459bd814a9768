import { fill } from "../shared/messages";
import type { PageMessage, Texts, ThemeCount, ThemedDocument, ThemePlace } from "./messages";

/** Leads to the passages of a document that have a theme. */
export function cellTarget({ theme, label }: ThemeCount, { path }: ThemedDocument, texts: Texts): PageMessage {
  return { kind: "passages", query: { title: fill(texts.pair, label, path), theme, path } };
}

/** Leads to the passages of one place. */
export function placeTarget({ start, end }: ThemePlace, { theme, label }: ThemeCount, path: string): PageMessage {
  return { kind: "passages", query: { title: label, theme, path, start, end } };
}
