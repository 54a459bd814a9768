import { dot } from "@observablehq/plot";
import { labelRoom, shorten } from "../labels";
import { reachable } from "../marks";
import { matrixCells, radiusOf } from "../matrix";
import type { CooccurrenceSection, Pair, Texts, Window } from "../messages";
import { drawPlot } from "./draw-plot";
import { gridAxes } from "./grid-axes";
import { pairMeaning } from "./pair-meaning";

const CELL = 24;

/** The square of two items is as large as their value; a hollow one says that they stand together less often than by chance. */
export function matrixPlot(section: CooccurrenceSection, width: number, window: Window, texts: Texts): SVGSVGElement {
  const { rows, columns } = section;
  const cells = matrixCells(section);
  const room = labelRoom(
    rows.map(({ label }) => label),
    Math.min(260, width * 0.4),
  );
  const head = labelRoom(
    columns.map(({ label }) => label),
    180,
  );
  const rowLabels = new Map(rows.map(({ key, label }) => [key, shorten(label, room - 10)]));
  const columnLabels = new Map(columns.map(({ key, label }) => [key, shorten(label, head - 10)]));
  const largest = Math.max(...cells.map(({ value }) => Math.abs(value)), Number.MIN_VALUE);
  return drawPlot(
    {
      width: room + columns.length * CELL + 16,
      height: head + rows.length * CELL + 8,
      marginLeft: room,
      marginRight: 16,
      marginTop: head,
      marginBottom: 8,
      x: { domain: columns.map(({ key }) => key), label: null, type: "point", padding: 0.5 },
      y: { domain: rows.map(({ key }) => key), label: null, type: "point", padding: 0.5 },
      r: { type: "identity" },
      marks: [
        ...gridAxes(rowLabels, columnLabels),
        dot(cells, {
          x: ({ column }: Pair) => columns[column]!.key,
          y: ({ row }: Pair) => rows[row]!.key,
          r: ({ value }: Pair) => radiusOf(value, largest),
          symbol: "square",
          sort: null,
          ...reachable(cells, (pair) => ({
            ...pairMeaning(rows[pair.row]!, columns[pair.column]!, pair, window, texts),
            ink: rows[pair.row]!.facet,
            isHollow: pair.value < 0,
          })),
        }),
      ],
    },
    texts.sections.cooccurrence,
  );
}
