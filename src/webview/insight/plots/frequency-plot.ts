import { axisX, axisY, barX, text } from "@observablehq/plot";
import { number } from "../../shared/labels";
import { fill } from "../../shared/messages";
import { labelRoom, shorten } from "../labels";
import { reachable } from "../marks";
import type { Frequency, FrequencySection, Texts } from "../messages";
import { drawPlot } from "./draw-plot";

const ROW_HEIGHT = 24;

/** A bar for each item, as long as it has mentions. */
export function frequencyPlot({ rows }: FrequencySection, width: number, texts: Texts): SVGSVGElement {
  const room = labelRoom(
    rows.map(({ label }) => label),
    width * 0.45,
  );
  const labels = new Map(rows.map(({ key, label }) => [key, shorten(label, room - 10)]));
  return drawPlot(
    {
      width,
      height: rows.length * ROW_HEIGHT + 52,
      marginLeft: room,
      marginRight: 44,
      marginTop: 44,
      marginBottom: 8,
      x: { label: texts.mentions },
      y: { domain: rows.map(({ key }) => key), label: null, padding: 0.25 },
      marks: [
        axisX({
          anchor: "top",
          labelOffset: 40,
          ticks: Math.max(2, Math.floor((width - room) / 90)),
          tickFormat: whole,
        }),
        axisY({ tickSize: 0, tickFormat: (key: string) => labels.get(key) ?? key }),
        barX(rows, { x: "mentions", y: "key", ...reachable(rows, (row) => meaningOf(row, texts)) }),
        text(rows, {
          x: "mentions",
          y: "key",
          text: ({ mentions }: Frequency) => number(mentions),
          textAnchor: "start",
          dx: 6,
        }),
      ],
    },
    texts.sections.frequency,
  );
}

function meaningOf({ key, label, facet, mentions, documents }: Frequency, texts: Texts) {
  return {
    label: fill(texts.frequencyMark, label, number(mentions), number(documents)),
    ink: facet,
    target: { kind: "passages", query: { title: label, key } },
  } as const;
}

/** A tick of a scale that counts: there is no half mention. */
export function whole(value: number): string {
  return Number.isInteger(value) ? number(value) : "";
}
