import type { LayoutLink } from "./force-layout";
import type { CooccurrenceSection, Frequency, Pair } from "./messages";

/** More links than this for each node make a knot. */
const LINKS_PER_NODE = 1.6;

export interface NetworkLink extends LayoutLink {
  readonly pair: Pair;
}

export interface Network {
  readonly nodes: readonly Frequency[];
  /** `source` and `target` are places in `nodes`. */
  readonly links: readonly NetworkLink[];
  /** Weaker links that were left out. */
  readonly leftOut: number;
}

/** The items that stand together more often than never, or than by chance, with the strongest links between them. */
export function networkOf({ rows, columns, pairs, isSymmetric }: CooccurrenceSection): Network {
  const attracting = pairs.filter(({ value }) => value > 0).sort((a, b) => b.value - a.value);
  const items = isSymmetric ? rows : [...rows, ...columns];
  const shown = attracting.slice(0, Math.ceil(items.length * LINKS_PER_NODE));
  const columnsFrom = isSymmetric ? 0 : rows.length;
  const linked = [...new Set(shown.flatMap(({ row, column }) => [row, columnsFrom + column]))].sort((a, b) => a - b);
  const places = new Map(linked.map((item, place) => [item, place]));
  const largest = shown[0]?.value ?? 1;
  return {
    nodes: linked.map((item) => items[item]!),
    links: shown.map((pair) => ({
      source: places.get(pair.row)!,
      target: places.get(columnsFrom + pair.column)!,
      strength: pair.value / largest,
      pair,
    })),
    leftOut: attracting.length - shown.length,
  };
}

/** How many links each node has. */
export function degreesOf({ nodes, links }: Network): number[] {
  const degrees = nodes.map(() => 0);
  for (const { source, target } of links) {
    degrees[source]!++;
    degrees[target]!++;
  }
  return degrees;
}
