import { type Markup, markup } from "../text/markup";
import type { Network, NetworkNode } from "./network";

/** Shown in full up to so many characters; the tooltip has the rest. */
const LABEL_LENGTH = 28;

/** A network as a still SVG image. It has no colours of its own: nodes have the class `facet-…`, links the class `link`. */
export function networkSvg({ width, height, nodes, links }: Network, title: string): Markup {
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const most = links.reduce((max, { together }) => Math.max(max, together), 1);
  const lines = links.map(({ a, b, together }) => {
    const [from, to] = [byKey.get(a)!, byKey.get(b)!];
    const stroke = (1 + 4 * Math.sqrt(together / most)).toFixed(1);
    return markup`<line x1="${from.x}" y1="${from.y}" x2="${to.x}" y2="${to.y}" stroke-width="${stroke}"><title>${from.label} – ${to.label}: ${together}</title></line>
`;
  });
  return markup`<svg xmlns="http://www.w3.org/2000/svg" class="network" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="network-image-title"><title id="network-image-title">${title}</title>
<g class="link">
${lines}</g>
${nodes.map(nodeSvg)}</svg>`;
}

/** Facets differ in shape as well as in colour: circle, square, diamond. */
function nodeSvg({ x, y, radius, label, facet, windows }: NetworkNode): Markup {
  const size = radius.toFixed(1);
  const side = (radius * 1.8).toFixed(1);
  const corner = (radius * -0.9).toFixed(1);
  const shape = {
    actor: markup`<circle r="${size}"/>`,
    infrastructure: markup`<rect x="${corner}" y="${corner}" width="${side}" height="${side}"/>`,
    sovereignty: markup`<rect x="${corner}" y="${corner}" width="${side}" height="${side}" transform="rotate(45)"/>`,
  }[facet];
  const shown =
    label.length > LABEL_LENGTH
      ? `${Array.from(label)
          .slice(0, LABEL_LENGTH - 1)
          .join("")}…`
      : label;
  return markup`<g class="facet-${facet}" transform="translate(${x} ${y})"><title>${label}: ${windows}</title>${shape}<text y="${(radius + 12).toFixed(1)}" text-anchor="middle">${shown}</text></g>
`;
}
