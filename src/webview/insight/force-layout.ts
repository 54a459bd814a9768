import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from "d3-force";
import type { SimulationNodeDatum } from "d3-force";

/** Enough for the layout to come to rest (d3-force's own default). */
const TICKS = 300;

export interface LayoutLink {
  readonly source: number;
  readonly target: number;
  /** 0 to 1; stronger links are shorter. */
  readonly strength: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Places nodes so that linked ones stand near each other, each coordinate from 0 to 1. The same links always give the same
 * layout, and nothing moves afterwards.
 */
export function forceLayout(nodes: number, links: readonly LayoutLink[]): Point[] {
  const placed: SimulationNodeDatum[] = Array.from({ length: nodes }, () => ({}));
  forceSimulation(placed)
    .force(
      "link",
      forceLink(links.map((link) => ({ ...link })))
        .distance(({ strength }) => 60 + 60 * (1 - strength))
        .strength(({ strength }) => 0.1 + 0.5 * strength),
    )
    .force("charge", forceManyBody().strength(-260))
    .force("collide", forceCollide(34))
    .force("x", forceX(0).strength(0.06))
    .force("y", forceY(0).strength(0.09))
    .stop()
    .tick(TICKS);
  return normalized(placed.map(({ x = 0, y = 0 }) => ({ x, y })));
}

function normalized(points: readonly Point[]): Point[] {
  const xs = spread(points.map(({ x }) => x));
  const ys = spread(points.map(({ y }) => y));
  return points.map((_, i) => ({ x: xs[i]!, y: ys[i]! }));
}

/** Values moved and stretched to 0 to 1; all 0.5 where they are equal. */
function spread(values: readonly number[]): number[] {
  const low = Math.min(...values);
  const width = Math.max(...values) - low;
  return values.map((value) => (width === 0 ? 0.5 : (value - low) / width));
}
