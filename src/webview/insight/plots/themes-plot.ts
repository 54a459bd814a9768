import { dot, text } from "@observablehq/plot";
import { number } from "../../shared/labels";
import { fill } from "../../shared/messages";
import { fileName, labelRoom, shorten } from "../labels";
import { reachable } from "../marks";
import { radiusOf } from "../matrix";
import type { Texts, ThemeCell, ThemesSection } from "../messages";
import { cellTarget } from "../theme-targets";
import { drawPlot } from "./draw-plot";
import { gridAxes } from "./grid-axes";

const ROW = 24;
const NARROWEST_COLUMN = 28;
const WIDEST_COLUMN = 64;

/** A row for each document and a column for each theme; the square of both is as large as it has passages. */
export function themesPlot({ themes, documents, cells }: ThemesSection, width: number, texts: Texts): SVGSVGElement {
  const names = documents.map(({ path }) => fileName(path));
  const room = labelRoom([...names, texts.documents], width * 0.4);
  const head = labelRoom(
    themes.map(({ label }) => label),
    180,
  );
  const column = Math.min(WIDEST_COLUMN, Math.max(NARROWEST_COLUMN, (width - room - 16) / themes.length));
  const rowLabels = new Map(documents.map(({ path }, i) => [path, shorten(names[i]!, room - 10)]));
  const columnLabels = new Map(themes.map(({ theme, label }) => [theme, shorten(label, head - 10)]));
  const largest = Math.max(...cells.map(({ passages }) => passages));
  return drawPlot(
    {
      width: room + themes.length * column + 16,
      height: head + documents.length * ROW + 34,
      marginLeft: room,
      marginRight: 16,
      marginTop: head,
      marginBottom: 34,
      x: { domain: themes.map(({ theme }) => theme), label: null, type: "point", padding: 0.5 },
      y: { domain: documents.map(({ path }) => path), label: null, type: "point", padding: 0.5 },
      r: { type: "identity" },
      marks: [
        ...gridAxes(rowLabels, columnLabels),
        dot(cells, {
          x: ({ theme }: ThemeCell) => themes[theme]!.theme,
          y: ({ document }: ThemeCell) => documents[document]!.path,
          r: ({ passages }: ThemeCell) => radiusOf(passages, largest),
          symbol: "square",
          sort: null,
          ...reachable(cells, ({ theme, document, passages, share }) => {
            const [of, where] = [themes[theme]!, documents[document]!];
            const percent = `${Math.round(share * 100)} %`;
            return {
              label: fill(texts.themeMark, of.label, where.path, number(passages), percent),
              ink: "theme",
              target: cellTarget(of, where, texts),
            } as const;
          }),
        }),
        // How many documents have each theme, as a report tells it.
        text([texts.documents], {
          frameAnchor: "bottom-left",
          dx: -8,
          dy: 24,
          textAnchor: "end",
          text: (label: string) => label,
        }),
        text(themes, {
          x: "theme",
          frameAnchor: "bottom",
          dy: 24,
          text: ({ documents: count }: { readonly documents: number }) => number(count),
        }),
      ],
    },
    texts.sections.themes,
  );
}
