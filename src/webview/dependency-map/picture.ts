import { svgElement } from "../shared/dom";
import { type Facet, fill } from "../shared/messages";
import { labelsFor } from "./labels";
import type { PageEdge, PageLabelPlace, PageLine, PageMap, PageNode, Texts } from "./messages";

const NODE_RADIUS = 7;
/** A picture that is wider than its panel shrinks to this part of its size; smaller, nobody could read it, and it scrolls. */
const SMALLEST = 0.7;

/** The map as a picture of elements. Drawn edges are marks: `data-edge` is their place in `map.edges`. */
export function mapPicture(map: PageMap, texts: Texts): SVGSVGElement {
  const { width, height, nodes, edges } = map;
  const picture = svgElement(
    "svg",
    { class: "plot map", role: "group", "aria-label": texts.title, viewBox: `0 0 ${width} ${height}` },
    svgElement("defs", {}, ...Object.keys(texts.typeLabels).map(arrowHead)),
    ...edges.flatMap((edge, i) => (edge.line === undefined ? [] : [edgeMark(edge, edge.line, i, texts)])),
    ...nodes.map((node, i) => nodeGroup(node, i, texts)),
    // Above all nodes, as a label that somebody asks for may stand where another node is.
    ...nodes.map(nodeLabel),
  );
  picture.style.maxWidth = `${width}px`;
  picture.style.minWidth = `${SMALLEST * width}px`;
  return picture;
}

/** Shows the labels of the nodes under the pointer and of the ends of edges that have pointer or focus, where they are hidden. */
export function showLabels(picture: Element, { nodes, edges }: PageMap): void {
  const looked = new Set<number>();
  for (const { dataset } of picture.querySelectorAll<SVGElement>("[data-node]:hover"))
    looked.add(Number(dataset["node"]));
  for (const { dataset } of picture.querySelectorAll<SVGElement>(":is([data-edge]:hover, [data-edge]:focus)"))
    for (const end of edges[Number(dataset["edge"])]?.line?.ends ?? []) looked.add(end);
  const shown = labelsFor(
    nodes.map(({ labelPlace }) => labelPlace),
    [...looked],
  );
  for (const [i, label] of picture.querySelectorAll<SVGTextElement>(".label").entries()) placeLabel(label, shown[i]);
}

/**
 * A short line in the colour and stroke of edges, for legends.
 *
 * @param style a type of relation or an `EdgeModality`
 */
export function lineSwatch(style: string): SVGSVGElement {
  const line = svgElement("path", { class: "line", d: "M0,8 h28", "stroke-width": "2.5" });
  const group = svgElement("g", { class: `edge ${style}` }, line);
  return svgElement("svg", { class: "plot swatch", viewBox: "0 0 28 16", "aria-hidden": "true" }, group);
}

/** The shape of nodes of a facet, for legends. */
export function nodeSwatch(facet: Facet): SVGSVGElement {
  const attributes = { class: "plot swatch node-swatch", viewBox: "0 0 18 18", "aria-hidden": "true" };
  return svgElement("svg", attributes, nodeShape(facet, 9, 9));
}

function arrowHead(type: string): SVGMarkerElement {
  const attributes = {
    id: `arrow-${type}`,
    viewBox: "0 0 8 8",
    refX: "7",
    refY: "4",
    markerWidth: "8",
    markerHeight: "8",
    markerUnits: "userSpaceOnUse",
    orient: "auto",
  };
  const head = svgElement("path", { d: "M0 0L8 4L0 8z", class: "head" });
  return svgElement("marker", attributes, svgElement("g", { class: `edge ${type}` }, head));
}

function edgeMark(edge: PageEdge, { path, width, isDirected }: PageLine, index: number, texts: Texts): SVGGElement {
  const { source, target, type, modality, support } = edge;
  const relation = texts.typeLabels[type] ?? type;
  const label = fill(texts.edgeMark, source, relation, target, texts.modalities[modality], support);
  const arrow = isDirected ? { "marker-end": `url(#arrow-${type})` } : {};
  const attributes = {
    class: `mark edge ${type} ${modality}`,
    role: "button",
    "aria-label": label,
    tabindex: "-1",
    "data-edge": String(index),
  };
  return svgElement(
    "g",
    attributes,
    titled(label),
    // Thin lines are hard to hit.
    svgElement("path", { class: "reach", d: path }),
    svgElement("path", { class: "line", d: path, "stroke-width": width.toFixed(1), ...arrow }),
  );
}

function nodeGroup({ label, facet, degree, x, y }: PageNode, index: number, texts: Texts): SVGGElement {
  const name = titled(fill(texts.nodeMark, label, texts.facets[facet], degree));
  return svgElement("g", { "data-node": String(index) }, name, nodeShape(facet, x, y));
}

function nodeLabel({ shortLabel, labelPlace }: PageNode): SVGTextElement {
  const text = svgElement("text", { class: "label", "text-anchor": labelPlace.anchor });
  text.textContent = shortLabel;
  placeLabel(text, labelPlace.isShown ? labelPlace : undefined);
  return text;
}

function placeLabel(label: SVGTextElement, place: PageLabelPlace | undefined): void {
  label.classList.toggle("hidden", place === undefined);
  if (place === undefined) return;
  label.setAttribute("x", String(place.x));
  label.setAttribute("y", String(place.y));
}

/** Actors are circles, infrastructure squares, instruments diamonds. */
function nodeShape(facet: Facet, x: number, y: number): SVGElement {
  const r = NODE_RADIUS;
  switch (facet) {
    case "actor":
      return svgElement("circle", { class: "node", cx: String(x), cy: String(y), r: String(r) });
    case "infrastructure": {
      const corner = { x: String(x - r), y: String(y - r) };
      return svgElement("rect", { class: "node", ...corner, width: String(2 * r), height: String(2 * r) });
    }
    case "sovereignty":
      return svgElement("path", { class: "node", d: `M${x} ${y - r}L${x + r} ${y}L${x} ${y + r}L${x - r} ${y}z` });
  }
}

function titled(label: string): SVGTitleElement {
  const title = svgElement("title");
  title.textContent = label;
  return title;
}
