import { axisX, axisY, barY } from "@observablehq/plot";
import { number } from "../../shared/labels";
import { fill } from "../../shared/messages";
import { reachable } from "../marks";
import type { Texts, TimelineCount, TimelineSection } from "../messages";
import { drawPlot } from "./draw-plot";
import { whole } from "./frequency-plot";

const LABEL_WIDTH = 62;

/** A bar for each month or year, in parts for the facets. */
export function timelinePlot({ rows, periods }: TimelineSection, width: number, texts: Texts): SVGSVGElement {
  const every = Math.ceil(periods.length / Math.max(1, Math.floor((width - 60) / LABEL_WIDTH)));
  const labelled = new Set(periods.filter((_, i) => i % every === 0));
  return drawPlot(
    {
      width,
      height: 240,
      marginLeft: 48,
      marginTop: 28,
      marginBottom: 28,
      x: { domain: periods, label: null, padding: 0.2 },
      y: { label: texts.mentions },
      marks: [
        axisX({ tickSize: 0, ticks: [...labelled] }),
        axisY({ ticks: 4, tickFormat: whole }),
        barY(rows, { x: "period", y: "mentions", ...reachable(rows, (row) => meaningOf(row, texts)) }),
      ],
    },
    texts.sections.timeline,
  );
}

function meaningOf({ period, facet, mentions, documents }: TimelineCount, texts: Texts) {
  const name = texts.facets[facet];
  return {
    label: fill(texts.timelineMark, period, name, number(mentions), number(documents)),
    ink: facet,
    target: { kind: "passages", query: { title: fill(texts.pair, period, name), period, facet } },
  } as const;
}
