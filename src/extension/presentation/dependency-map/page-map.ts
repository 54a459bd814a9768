import { type DependencyMap, drawDependencyMap, type DrawnEdge, type MapEdge, modalityOfEdge } from "../../../core";
import type { PageEdge, PageLine, PageMap } from "../../../webview/dependency-map/messages";

/** Rows are bounded, for what is sent to a page is copied. */
const MOST_EDGES = 2000;

/** What the page shows of a map: the picture of its best supported edges, and a row for each. */
export function pageMap(map: DependencyMap, about: Pick<PageMap, "documents" | "withoutMention">): PageMap {
  const { nodes, edges: drawn, width, height } = drawDependencyMap(map);
  const labels = new Map(map.nodes.map(({ id, label }) => [id, label]));
  const edges = map.edges.slice(0, MOST_EDGES).map((edge, i): PageEdge => {
    const line = drawn[i];
    return {
      ...pageEdge(edge, labels),
      ...(line === undefined ? {} : { line: pageLine(line) }),
    };
  });
  return {
    width,
    height,
    nodes: nodes.map(({ label, shortLabel, facet, degree, x, y, labelPlace }) => {
      return { label, shortLabel, facet, degree, x, y, labelPlace };
    }),
    edges,
    edgesInAll: map.edges.length,
    nodesInAll: map.nodes.length,
    ...about,
  };
}

function pageLine({ path, width, isDirected, ends }: DrawnEdge): PageLine {
  return { path, width, isDirected, ends };
}

function pageEdge(edge: MapEdge, labels: ReadonlyMap<string, string>): PageEdge {
  const { id, source, target, type, support, places } = edge;
  return {
    id,
    source: labels.get(source) ?? source,
    target: labels.get(target) ?? target,
    type,
    modality: modalityOfEdge(edge),
    support,
    documents: new Set(places.map(({ path }) => path)).size,
  };
}
