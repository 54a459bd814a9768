import { isSeq, parseDocument, stringify } from "yaml";
import type { Problem } from "../problem";
import { parsePack } from "./pack-parser";

/** The source of a new workspace pack without content. */
export function newWorkspacePack(title: string): string {
  return `# Knowledge of this workspace; wins over the built-in packs.\n${stringify({ id: "workspace", title, version: "1.0.0", language: "en" })}`;
}

/**
 * The source of a pack with a phrase added to its ignore list; comments, order and layout of the rest stay.
 *
 * @returns the new source, or the problems that keep the pack from being edited
 */
export function addIgnoredTerm(
  source: string,
  phrase: string,
  uri: string,
): { source: string } | { problems: readonly Problem[] } {
  const { pack, problems } = parsePack(source, uri);
  if (pack === undefined) return { problems };
  if (pack.ignore.some((term) => term.text === phrase)) return { source };
  const document = parseDocument(source);
  if (isSeq(document.get("ignore"))) document.addIn(["ignore"], phrase);
  else document.set("ignore", [phrase]);
  return { source: document.toString({ lineWidth: 0 }) };
}
