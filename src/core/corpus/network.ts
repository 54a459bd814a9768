import { forceCollide, forceLink, forceManyBody, forceX, forceY, type SimulationNodeDatum } from "d3-force";
import { allAtOnce, type Steps } from "../steps";
import type { Cooccurrence, CooccurrencePair } from "./cooccurrence";
import type { CountedKey } from "./counts";

/** Something that is mentioned together with others, and its place in a drawing. */
export interface NetworkNode extends CountedKey {
  /** Windows that mention it. */
  readonly windows: number;
  /** In pixels from the top left. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** Who is mentioned with whom more often than chance would have it, ready to be drawn. */
export interface Network {
  readonly width: number;
  readonly height: number;
  /** Sorted as the marginals of the co-occurrence are. */
  readonly nodes: readonly NetworkNode[];
  /** Strongest first; `a` and `b` are keys of nodes. */
  readonly links: readonly CooccurrencePair[];
}

export interface NetworkOptions {
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** The strongest links are kept. */
  readonly links: number;
}

/** The wheels of a force layout, as d3 has them: after so many steps the forces are a thousandth of what they were. */
const STEPS = 300;
const COOLING = 1 - 0.001 ** (1 / STEPS);
const FRICTION = 0.6;

/** Room around the outermost nodes for their labels, in pixels. */
const MARGIN = { x: 90, y: 44 };

interface AppliedForce {
  (heat: number): void;
  initialize?(bodies: Body[], random: () => number): void;
}

interface Body extends SimulationNodeDatum {
  readonly index: number;
  readonly radius: number;
  x: number;
  y: number;
  vx: number;
  vy: number;
}

/**
 * Draws the pairs that attract each other as a network. Where pairs were counted twice or more, those counted once are left
 * out as chance. The same counts give the same drawing, everywhere.
 */
export function layoutNetwork(counted: Cooccurrence, options: NetworkOptions): Network {
  return allAtOnce(layoutNetworkInSteps(counted, options));
}

/** `layoutNetwork`, a move of all nodes a step. */
export function* layoutNetworkInSteps({ marginals, pairs }: Cooccurrence, options: NetworkOptions): Steps<Network> {
  const { width, height } = options;
  const links = strongest(pairs, options.links);
  const linked = new Set(links.flatMap(({ a, b }) => [a, b]));
  const rows = marginals.filter(({ key }) => linked.has(key));
  const most = rows.reduce((max, row) => Math.max(max, row.windows), 1);
  const bodies = rows.map((row, index) => bodyAt(index, 4 + 14 * Math.sqrt(row.windows / most)));
  const indexes = new Map(rows.map(({ key }, index) => [key, index]));
  yield* settle(
    bodies,
    links.map(({ a, b }) => ({ source: indexes.get(a)!, target: indexes.get(b)! })),
  );
  const places = fitted(bodies, width, height);
  const nodes = rows.map((row, index) => ({ ...row, ...places[index]!, radius: bodies[index]!.radius }));
  return { width, height, nodes, links };
}

function strongest(pairs: readonly CooccurrencePair[], count: number): CooccurrencePair[] {
  const attracting = pairs.filter(({ together, expected }) => together > expected);
  const repeated = attracting.filter(({ together }) => together > 1);
  return (repeated.length > 0 ? repeated : attracting)
    .sort((a, b) => b.logLikelihood - a.logLikelihood || b.together - a.together)
    .slice(0, count);
}

/** Nodes begin on a spiral that leaves none beside another (as d3-force does). */
function bodyAt(index: number, radius: number): Body {
  const distance = 10 * Math.sqrt(0.5 + index);
  const angle = index * Math.PI * (3 - Math.sqrt(5));
  return { index, radius, x: distance * Math.cos(angle), y: distance * Math.sin(angle), vx: 0, vy: 0 };
}

/** Runs d3's forces without its simulation, which sets timers. */
function* settle(bodies: Body[], links: readonly { readonly source: number; readonly target: number }[]): Steps<void> {
  const forces: AppliedForce[] = [
    forceLink<Body, { source: number | Body; target: number | Body }>(links.map((link) => ({ ...link }))).distance(90),
    forceManyBody<Body>().strength(-320),
    forceCollide<Body>(({ radius }) => radius + 14),
    // Labels are wide and drawings are too.
    forceX<Body>().strength(0.05),
    forceY<Body>().strength(0.09),
  ];
  const random = congruentialGenerator();
  for (const force of forces) force.initialize?.(bodies, random);
  for (let step = 0, heat = 1; step < STEPS; step++, heat -= heat * COOLING) {
    for (const force of forces) force(heat);
    for (const body of bodies) {
      body.x += body.vx *= FRICTION;
      body.y += body.vy *= FRICTION;
    }
    yield;
  }
}

/** Random numbers that are the same every time; the constants are those of Numerical Recipes. */
function congruentialGenerator(): () => number {
  let state = 1;
  return () => (state = (1664525 * state + 1013904223) % 2 ** 32) / 2 ** 32;
}

/** Scales places into the drawing; rounded, so that computers which differ in the last digit draw the same. */
function fitted(bodies: readonly Body[], width: number, height: number): { readonly x: number; readonly y: number }[] {
  const along = (axis: "x" | "y", size: number, margin: number) => {
    const values = bodies.map((body) => body[axis]);
    const least = values.reduce((a, b) => Math.min(a, b), Infinity);
    const range = values.reduce((a, b) => Math.max(a, b), -Infinity) - least;
    return values.map((value) => (range > 0 ? margin + ((value - least) / range) * (size - 2 * margin) : size / 2));
  };
  const [xs, ys] = [along("x", width, MARGIN.x), along("y", height, MARGIN.y)];
  return xs.map((x, index) => ({ x: Math.round(x), y: Math.round(ys[index]!) }));
}
