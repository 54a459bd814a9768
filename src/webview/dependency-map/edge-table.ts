import { button, element } from "../shared/dom";
import { number } from "../shared/labels";
import type { PageEdge, Texts } from "./messages";

/** More rows are no help to anybody; files have them all. */
export const MOST_ROWS = 1000;

/** The edges of a map as a table; the first cell of a row leads to its sentences. */
export function edgeTable(edges: readonly PageEdge[], texts: Texts, open: (edge: PageEdge) => void): HTMLTableElement {
  const columns = [texts.source, texts.relation, texts.target, texts.modality, texts.support, texts.documents];
  const head = element("tr", {}, ...columns.map((column) => element("th", { scope: "col" }, column)));
  const rows = edges.slice(0, MOST_ROWS).map((edge) => {
    const { source, type, target, modality, support, documents } = edge;
    const words = [texts.typeLabels[type] ?? type, target, texts.modalities[modality]];
    return element(
      "tr",
      {},
      element(
        "th",
        { scope: "row" },
        button(source, () => open(edge), { class: "link" }),
      ),
      ...words.map((word) => element("td", {}, word)),
      ...[support, documents].map((count) => element("td", { class: "number" }, number(count))),
    );
  });
  return element(
    "table",
    {},
    element("caption", {}, texts.title),
    element("thead", {}, head),
    element("tbody", {}, ...rows),
  );
}
