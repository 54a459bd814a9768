import type { Problem } from "../../problem";
import { PackSource, spanOf, valueOf } from "../authoring/pack-source";
import type { Entity } from "../model";
import { applyEdits, setPair } from "./pack-insert";
import { parsePack } from "./pack-parser";
import type { YAMLMap } from "yaml";

/** Why an entity cannot become narrower than another one. */
export type BroaderRefusal = "itself" | "cycle" | "other-class";

/** Why `id` cannot have `broader` above it in a hierarchy of classes; undefined where it can. */
export function refusalOfBroader(
  entities: ReadonlyMap<string, Entity>,
  id: string,
  broader: string,
): BroaderRefusal | undefined {
  if (id === broader) return "itself";
  if (entities.get(id)?.class !== entities.get(broader)?.class) return "other-class";
  const seen = new Set<string>();
  for (let at: string | undefined = broader; at !== undefined && !seen.has(at); at = entities.get(at)?.broader) {
    if (at === id) return "cycle";
    seen.add(at);
  }
  return undefined;
}

/**
 * The source of a pack with another broader entity, or none, written into one of its entities; all else stays as it is.
 *
 * @returns the new source, or the problems that keep the pack from being edited
 */
export function setBroader(
  source: string,
  id: string,
  broader: string | undefined,
  uri: string,
): { readonly source: string } | { readonly problems: readonly Problem[] } {
  const { pack, problems } = parsePack(source, uri);
  if (pack === undefined) return { problems };
  const known = new PackSource(source, uri);
  const item = known.items.find((each) => each.kind === "entity" && valueOf(each, "id")?.text === id);
  if (item === undefined) return { problems: [notHere(id, uri)] };
  const edited =
    broader === undefined ? withoutBroader(source, item.mapping) : withBroader(source, item.mapping, broader);
  const written = parsePack(edited, uri).pack?.entities.find((entity) => entity.id === id);
  return written !== undefined && written.broader === broader ? { source: edited } : { problems: [unwritable(uri)] };
}

function withBroader(source: string, mapping: YAMLMap, broader: string): string {
  return applyEdits(source, [setPair(source, mapping, "broader", broader)]);
}

/** The key goes with its line, or with the comma before it; a comment on the line goes with it. */
function withoutBroader(source: string, mapping: YAMLMap): string {
  const index = mapping.items.findIndex(({ key }) => String(key) === "broader");
  const pair = mapping.items[index];
  if (pair === undefined) return source;
  const { start } = spanOf(pair.key as never);
  const { end } = spanOf(pair.value as never);
  if (mapping.flow === true || index === 0) {
    const next = mapping.items[index + 1];
    const previous = mapping.items[index - 1];
    if (next !== undefined) return source.slice(0, start) + source.slice(spanOf(next.key as never).start);
    const from = previous === undefined ? start : spanOf((previous.value ?? previous.key) as never).end;
    return source.slice(0, from) + source.slice(end);
  }
  const lineStart = source.lastIndexOf("\n", start - 1) + 1;
  const lineEnd = source.indexOf("\n", end);
  return source.slice(0, lineStart) + (lineEnd < 0 ? "" : source.slice(lineEnd + 1));
}

function notHere(id: string, uri: string): Problem {
  const message = `The pack does not define the entity "${id}"; save the pack and try again.`;
  return { severity: "error", code: "broader.unknown", message, uri };
}

function unwritable(uri: string): Problem {
  const message =
    "The entity is written in a way that cannot be edited safely; write its keys on lines of their own and try again.";
  return { severity: "error", code: "broader.unwritable", message, uri };
}
