import {
  type Force,
  forceCollide,
  forceLink,
  forceManyBody,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from "d3-force";
import { type RelationType, SYMMETRIC_TYPES } from "../annotations/relation";
import { type Facet, facetOf } from "../taxonomy/scheme";
import { type LabelPlace, placeLabels } from "./label-layout";
import { type DependencyMap, type MapEdge, type MapNode, modalityOfEdge } from "./dependency-map";

/** More edges are no picture any more; the best supported are drawn. */
export const MOST_DRAWN_EDGES = 150;

const STEPS = 300;
/** Of d3-force's simulation: heat falls to a thousandth in 300 steps. */
const COOLING = 1 - Math.pow(0.001, 1 / STEPS);
const FRICTION = 0.6;
/** At the sides there is room for half a label. */
const MARGIN = 110;
/** Half the width of a node. */
export const NODE_RADIUS = 7;

/** A node where it is drawn; coordinates are CSS pixels from the upper left corner. */
export interface DrawnNode {
  readonly id: string;
  readonly label: string;
  /** The label, cut where it is too long for a picture. */
  readonly shortLabel: string;
  readonly class: string;
  readonly facet: Facet;
  readonly degree: number;
  readonly x: number;
  readonly y: number;
  readonly labelPlace: LabelPlace;
}

/** An edge as it is drawn. */
export interface DrawnEdge {
  /** Labels of its nodes. */
  readonly source: string;
  readonly target: string;
  /** Places of its nodes in `nodes`. */
  readonly ends: readonly [source: number, target: number];
  readonly type: RelationType;
  readonly modality: "asserted" | "possible" | "negated";
  readonly support: number;
  /** A path as SVG writes it. */
  readonly path: string;
  /** Of the line, in CSS pixels. */
  readonly width: number;
  /** False where the relation holds both ways. */
  readonly isDirected: boolean;
}

/** Where the parts of a dependency map stand. Edges are in the order of `map.edges`, of which they are the first. */
export interface MapDrawing {
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
  readonly width: number;
  readonly height: number;
}

interface Placed extends MapNode, SimulationNodeDatum {
  x: number;
  y: number;
  vx: number;
  vy: number;
}

type Link = MapEdge & SimulationLinkDatum<Placed>;

/** Lays out the best supported edges of a map and their nodes. The same map gives the same drawing. */
export function drawDependencyMap(map: DependencyMap): MapDrawing {
  const drawn = map.edges.slice(0, MOST_DRAWN_EDGES);
  const { nodes, width, height } = layOut(map.nodes, drawn);
  const at = new Map(nodes.map(({ id }, index) => [id, index]));
  const edges = drawn.map((edge, i) => drawnEdge(edge, i, nodes, [at.get(edge.source)!, at.get(edge.target)!]));
  return { nodes: drawnNodes(nodes, width, height), edges, width, height };
}

function drawnNodes(nodes: readonly Placed[], width: number, height: number): DrawnNode[] {
  const labelled = nodes.map(({ id, label, degree, x, y }) => ({ id, text: shortened(label), weight: degree, x, y }));
  const places = placeLabels(labelled, { width, height, radius: NODE_RADIUS });
  return nodes.map(({ id, label, class: classId, degree, x, y }, i) => {
    const shown = { shortLabel: labelled[i]!.text, labelPlace: places[i]! };
    return { id, label, class: classId, facet: facetOf(classId), degree, x, y, ...shown };
  });
}

function drawnEdge(edge: MapEdge, index: number, nodes: readonly Placed[], ends: DrawnEdge["ends"]): DrawnEdge {
  const [source, target] = [nodes[ends[0]]!, nodes[ends[1]]!];
  return {
    source: source.label,
    target: target.label,
    ends,
    type: edge.type,
    modality: modalityOfEdge(edge),
    support: edge.support,
    path: curve(source, target, index),
    width: Math.min(8, 1.5 + Math.log2(edge.support)),
    isDirected: !SYMMETRIC_TYPES.has(edge.type),
  };
}

/** Runs d3's forces without its simulation, which sets timers; nothing in it is left to chance. */
function settle(nodes: Placed[], forces: readonly Force<Placed, Link>[]): void {
  for (const force of forces) force.initialize?.(nodes, () => 0.5);
  for (let step = 0, heat = 1; step < STEPS; step++, heat -= heat * COOLING) {
    for (const force of forces) force(heat);
    for (const node of nodes) {
      node.x += node.vx *= FRICTION;
      node.y += node.vy *= FRICTION;
    }
  }
}

/** A spiral leaves no node beside another (as d3-force begins). */
function placeOnSpiral(node: Placed, index: number): void {
  const distance = 10 * Math.sqrt(0.5 + index);
  const angle = index * Math.PI * (3 - Math.sqrt(5));
  Object.assign(node, { index, x: distance * Math.cos(angle), y: distance * Math.sin(angle), vx: 0, vy: 0 });
}

/** Places nodes by forces, then moves the picture to its corner. */
function layOut(
  all: readonly MapNode[],
  edges: readonly MapEdge[],
): { nodes: Placed[]; width: number; height: number } {
  const drawn = new Set(edges.flatMap(({ source, target }) => [source, target]));
  const nodes = all.filter(({ id }) => drawn.has(id)).map((node) => ({ ...node }) as Placed);
  const links = edges.map((edge) => ({ ...edge }));
  nodes.forEach(placeOnSpiral);
  const forces: readonly Force<Placed, Link>[] = [
    forceLink<Placed, Link>(links)
      .id(({ id }) => id)
      .distance(110),
    forceManyBody<Placed>().strength(-320),
    forceCollide<Placed>(34),
    forceX<Placed>(0).strength(0.06),
    forceY<Placed>(0).strength(0.09),
  ];
  settle(nodes, forces);
  const [left, top] = [Math.min(0, ...nodes.map(({ x }) => x)), Math.min(0, ...nodes.map(({ y }) => y))];
  for (const node of nodes) {
    node.x = Math.round(node.x - left + MARGIN);
    node.y = Math.round(node.y - top + MARGIN / 2);
  }
  const width = Math.max(300, ...nodes.map(({ x }) => x)) + MARGIN;
  const height = Math.max(300, ...nodes.map(({ y }) => y)) + MARGIN / 2;
  return { nodes, width, height };
}

/** A flat arc from rim to rim; edges between the same two nodes bend differently. */
function curve(source: Placed, target: Placed, index: number): string {
  const [dx, dy] = [target.x - source.x, target.y - source.y];
  const length = Math.hypot(dx, dy) || 1;
  const [ux, uy] = [dx / length, dy / length];
  const bend = 10 + (index % 3) * 12;
  const middle = [(source.x + target.x) / 2 - uy * bend, (source.y + target.y) / 2 + ux * bend];
  const start = [source.x + ux * NODE_RADIUS, source.y + uy * NODE_RADIUS];
  const end = [target.x - ux * (NODE_RADIUS + 2), target.y - uy * (NODE_RADIUS + 2)];
  const [from, by, to] = [start, middle, end].map((point) => point.map((value) => value.toFixed(1)).join(" "));
  return `M${from!}Q${by!} ${to!}`;
}

const LONGEST_LABEL = 28;

function shortened(label: string): string {
  const characters = Array.from(label);
  return characters.length <= LONGEST_LABEL ? label : `${characters.slice(0, LONGEST_LABEL - 1).join("")}…`;
}
