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
import { RELATION_TYPES, type RelationType } from "../annotations/relation";
import { facetOf } from "../taxonomy/scheme";
import { escapeXml } from "../text/escape-xml";
import { type DependencyMap, type MapEdge, type MapNode, modalityOfEdge } from "./dependency-map";
import { SYMMETRIC_TYPES } from "./relations/frames";

/** Colours that stay apart for colour-blind eyes (Okabe and Ito 2008), one grey more; words and legend say the same. */
const COLORS: Readonly<Record<RelationType, string>> = {
  controls: "#0072b2",
  "depends-on": "#d55e00",
  supplies: "#009e73",
  regulates: "#cc79a7",
  restricts: "#b22222",
  "shares-with": "#56b4e9",
  funds: "#e69f00",
  "partners-with": "#7a7a7a",
  "competes-with": "#6a3d9a",
};

/** More edges are no picture any more; the best supported are drawn. */
export const MOST_DRAWN_EDGES = 150;

const STEPS = 300;
/** Of d3-force's simulation: heat falls to a thousandth in 300 steps. */
const COOLING = 1 - Math.pow(0.001, 1 / STEPS);
const FRICTION = 0.6;
const MARGIN = 90;
const LEGEND_WIDTH = 150;
const NODE_RADIUS = 7;

interface Placed extends MapNode, SimulationNodeDatum {
  x: number;
  y: number;
  vx: number;
  vy: number;
}

type Link = MapEdge & SimulationLinkDatum<Placed>;

/**
 * A picture of a dependency map: nodes by facet, edges by type and width by support; what is denied is dashed, what is only
 * possible dotted. The same map gives the same picture. Colours of text and ground follow a page's `--vscode-*` variables
 * where it has them.
 *
 * Edges have `data-edge`, their place in `map.edges`, for pages that react to them.
 */
export function dependencyMapSvg(map: DependencyMap): string {
  const edges = map.edges.slice(0, MOST_DRAWN_EDGES);
  const { nodes, width, height } = layOut(map.nodes, edges);
  const at = new Map(nodes.map((node) => [node.id, node]));
  const parts = [
    `<title>${escapeXml(`Dependency map: ${map.nodes.length} nodes, ${map.edges.length} edges`)}</title>`,
    ...(edges.length < map.edges.length ? [`<desc>The ${edges.length} best supported edges.</desc>`] : []),
    STYLE,
    markers(),
    ...edges.map((edge, i) => edgeElement(edge, i, at.get(edge.source)!, at.get(edge.target)!)),
    ...nodes.map(nodeElement),
    legend(width),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width + LEGEND_WIDTH} ${height}" width="${width + LEGEND_WIDTH}" height="${height}" role="img">\n${parts.join("\n")}\n</svg>\n`;
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

const STYLE = `<style>
svg { background: var(--vscode-editor-background, #ffffff); font: 11px var(--vscode-font-family, sans-serif); }
text { fill: var(--vscode-editor-foreground, #1f1f1f); }
.label { paint-order: stroke; stroke: var(--vscode-editor-background, #ffffff); stroke-width: 3px; }
.node { fill: var(--vscode-editor-background, #ffffff); stroke: var(--vscode-editor-foreground, #1f1f1f); stroke-width: 1.5px; }
.edge { fill: none; }
.negated { stroke-dasharray: 8 5; }
.possible { stroke-dasharray: 1 5; stroke-linecap: round; }
</style>`;

function markers(): string {
  const arrows = RELATION_TYPES.map(
    (type) =>
      `<marker id="arrow-${type}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L8 4L0 8z" fill="${COLORS[type]}"/></marker>`,
  );
  return `<defs>${arrows.join("")}</defs>`;
}

function edgeElement(edge: MapEdge, index: number, source: Placed, target: Placed): string {
  const width = Math.min(8, 1.5 + Math.log2(edge.support)).toFixed(1);
  const arrow = SYMMETRIC_TYPES.has(edge.type) ? "" : ` marker-end="url(#arrow-${edge.type})"`;
  const modality = modalityOfEdge(edge);
  const title = `${source.label} ${edge.type} ${target.label} (${modality}, ${edge.support})`;
  return `<g class="edge ${modality}" data-edge="${index}"><title>${escapeXml(title)}</title><path d="${curve(source, target, index)}" stroke="${COLORS[edge.type]}" stroke-width="${width}"${arrow}/></g>`;
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

/** Actors are circles, infrastructure squares, instruments diamonds. */
function nodeElement({ x, y, label, class: classId, degree }: Placed): string {
  const title = `<title>${escapeXml(`${label} (${classId}, ${degree})`)}</title>`;
  const text = `<text class="label" x="${x}" y="${y + 21}" text-anchor="middle">${escapeXml(shortened(label))}</text>`;
  return `<g>${title}${shape(classId, x, y)}${text}</g>`;
}

function shape(classId: string, x: number, y: number): string {
  const r = NODE_RADIUS;
  switch (facetOf(classId)) {
    case "actor":
      return `<circle class="node" cx="${x}" cy="${y}" r="${r}"/>`;
    case "infrastructure":
      return `<rect class="node" x="${x - r}" y="${y - r}" width="${2 * r}" height="${2 * r}"/>`;
    case "sovereignty":
      return `<path class="node" d="M${x} ${y - r}L${x + r} ${y}L${x} ${y + r}L${x - r} ${y}z"/>`;
  }
}

const LONGEST_LABEL = 28;

function shortened(label: string): string {
  const characters = Array.from(label);
  return characters.length <= LONGEST_LABEL ? label : `${characters.slice(0, LONGEST_LABEL - 1).join("")}…`;
}

function legend(left: number): string {
  const rows = RELATION_TYPES.map(
    (type, i) =>
      `<path class="edge" d="M${left} ${24 + i * 18}h26" stroke="${COLORS[type]}" stroke-width="2.5"/><text x="${left + 34}" y="${28 + i * 18}">${type}</text>`,
  );
  const below = 24 + RELATION_TYPES.length * 18;
  const modalities = (["possible", "negated"] as const).map(
    (modality, i) =>
      `<g class="${modality}"><path class="edge" d="M${left} ${below + i * 18}h26" stroke="#7a7a7a" stroke-width="2.5"/></g><text x="${left + 34}" y="${below + 4 + i * 18}">${modality}</text>`,
  );
  return `<g>${[...rows, ...modalities].join("")}</g>`;
}
