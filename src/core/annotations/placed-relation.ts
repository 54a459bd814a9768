import type { Span } from "../text/span";
import { anchorAll } from "./anchoring/anchoring";
import type { Relation } from "./relation";

/** A relation and where its two mentions stand. */
export interface PlacedRelation {
  readonly relation: Relation;
  readonly source: Span;
  readonly target: Span;
}

/** The relations of which both ends are certain to be found in a text, accepted and rejected ones alike. */
export function placeRelations(text: string, relations: readonly Relation[]): PlacedRelation[] {
  const places = anchorAll(
    text,
    relations.flatMap(({ source, target }) => [source, target]),
  );
  return relations.flatMap((relation, i) => {
    const [source, target] = [places[2 * i]!, places[2 * i + 1]!];
    return "placed" in source && "placed" in target ? [{ relation, source: source.placed, target: target.placed }] : [];
  });
}
