import { citationOf } from "../documents/page-anchors";
import { escapeXml } from "../text/escape-xml";
import type { DependencyMap, MapEdge, MapNode } from "./dependency-map";

/** Attributes as GraphML declares them: id, what they are of, name, type. Gephi reads `label` and `weight`. */
const KEYS = [
  ["label", "node", "label", "string"],
  ["class", "node", "class", "string"],
  ["degree", "node", "degree", "int"],
  ["relation", "edge", "label", "string"],
  ["weight", "edge", "weight", "double"],
  ["asserted", "edge", "asserted", "int"],
  ["negated", "edge", "negated", "int"],
  ["possible", "edge", "possible", "int"],
  ["reported", "edge", "reported", "int"],
  ["sentences", "edge", "sentences", "string"],
] as const;

/**
 * A dependency map for Gephi, Cytoscape and other tools for graphs, in GraphML (Brandes et al. 2002,
 * http://graphml.graphdrawing.org/specification.html).
 */
export function dependencyMapGraphml({ nodes, edges }: DependencyMap): string {
  const keys = KEYS.map(
    ([id, of, name, type]) => `  <key id="${id}" for="${of}" attr.name="${name}" attr.type="${type}"/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
${keys.join("\n")}
  <graph id="dependencies" edgedefault="directed">
${[...nodes.map(nodeElement), ...edges.map(edgeElement)].join("\n")}
  </graph>
</graphml>
`;
}

function nodeElement({ id, label, class: classId, degree }: MapNode): string {
  const data = dataElements([
    ["label", label],
    ["class", classId],
    ["degree", String(degree)],
  ]);
  return `    <node id="${escapeXml(id)}">${data}</node>`;
}

function edgeElement({ source, target, type, support, modalities, places }: MapEdge, index: number): string {
  const data = dataElements([
    ["relation", type],
    ["weight", String(support)],
    ...(["asserted", "negated", "possible", "reported"] as const).map(
      (modality) => [modality, String(modalities[modality] ?? 0)] as const,
    ),
    ["sentences", places.map(({ path, page, sentence }) => `${citationOf(path, page)}: ${sentence}`).join("\n")],
  ]);
  return `    <edge id="e${index}" source="${escapeXml(source)}" target="${escapeXml(target)}">${data}</edge>`;
}

function dataElements(values: readonly (readonly [key: string, value: string])[]): string {
  return values.map(([key, value]) => `<data key="${key}">${escapeXml(value)}</data>`).join("");
}
