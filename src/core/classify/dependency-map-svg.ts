import { RELATION_TYPES, type RelationType } from "../annotations/relation";
import { escapeXml } from "../text/escape-xml";
import type { DependencyMap } from "./dependency-map";
import { drawDependencyMap, type DrawnEdge, type DrawnNode, NODE_RADIUS } from "./dependency-map-drawing";
import { LABEL_SIZE } from "./label-layout";

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

const LEGEND_WIDTH = 150;

/**
 * A picture of a dependency map: nodes by facet, edges by type and width by support; what is denied is dashed, what is only
 * possible dotted. The same map gives the same picture. Colours of text and ground follow a page's `--vscode-*` variables
 * where it has them. A label that has no room shows while the pointer is over its node.
 *
 * Edges have `data-edge`, their place in `map.edges`, for pages that react to them.
 */
export function dependencyMapSvg(map: DependencyMap): string {
  const { nodes, edges, width, height } = drawDependencyMap(map);
  const parts = [
    `<title>${escapeXml(`Dependency map: ${map.nodes.length} nodes, ${map.edges.length} edges`)}</title>`,
    ...(edges.length < map.edges.length ? [`<desc>The ${edges.length} best supported edges.</desc>`] : []),
    STYLE,
    markers(),
    ...edges.map(edgeElement),
    ...nodes.map(nodeElement),
    legend(width),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width + LEGEND_WIDTH} ${height}" width="${width + LEGEND_WIDTH}" height="${height}" role="img">\n${parts.join("\n")}\n</svg>\n`;
}

const STYLE = `<style>
svg { background: var(--vscode-editor-background, #ffffff); font: ${LABEL_SIZE}px var(--vscode-font-family, sans-serif); }
text { fill: var(--vscode-editor-foreground, #1f1f1f); }
.label { paint-order: stroke; stroke: var(--vscode-editor-background, #ffffff); stroke-width: 3px; pointer-events: none; }
.spare { visibility: hidden; }
g:hover > .spare { visibility: visible; }
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

function edgeElement({ source, target, type, modality, support, path, width, isDirected }: DrawnEdge, index: number) {
  const arrow = isDirected ? ` marker-end="url(#arrow-${type})"` : "";
  const title = `${source} ${type} ${target} (${modality}, ${support})`;
  return `<g class="edge ${modality}" data-edge="${index}"><title>${escapeXml(title)}</title><path d="${path}" stroke="${COLORS[type]}" stroke-width="${width.toFixed(1)}"${arrow}/></g>`;
}

/** Actors are circles, infrastructure squares, instruments diamonds. */
function nodeElement(node: DrawnNode): string {
  const { label, shortLabel, class: classId, degree } = node;
  const { x, y, anchor, isShown } = node.labelPlace;
  const title = `<title>${escapeXml(`${label} (${classId}, ${degree})`)}</title>`;
  const text = `<text class="${isShown ? "label" : "label spare"}" x="${x}" y="${y}" text-anchor="${anchor}">${escapeXml(shortLabel)}</text>`;
  return `<g>${title}${shape(node)}${text}</g>`;
}

function shape({ facet, x, y }: DrawnNode): string {
  const r = NODE_RADIUS;
  switch (facet) {
    case "actor":
      return `<circle class="node" cx="${x}" cy="${y}" r="${r}"/>`;
    case "infrastructure":
      return `<rect class="node" x="${x - r}" y="${y - r}" width="${2 * r}" height="${2 * r}"/>`;
    case "sovereignty":
      return `<path class="node" d="M${x} ${y - r}L${x + r} ${y}L${x} ${y + r}L${x - r} ${y}z"/>`;
  }
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
