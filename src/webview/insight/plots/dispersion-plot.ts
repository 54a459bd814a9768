import { axisX, axisY, ruleY, text, tickX } from "@observablehq/plot";
import { number } from "../../shared/labels";
import { fill } from "../../shared/messages";
import { fileName, labelRoom, shorten } from "../labels";
import { reachable } from "../marks";
import type { DispersedDocument, DispersionSection, Item, Place, Texts } from "../messages";
import { drawPlot } from "./draw-plot";

const ROW_HEIGHT = 26;

interface PlacedIn extends Place {
  readonly path: string;
}

/** A row for each document from its beginning to its end, with a tick where the item is mentioned. */
export function dispersionPlot({ item, documents }: DispersionSection, width: number, texts: Texts): SVGSVGElement {
  const room = labelRoom(
    documents.map(({ path }) => fileName(path)),
    width * 0.35,
  );
  const labels = new Map(documents.map(({ path }) => [path, shorten(fileName(path), room - 10)]));
  const places = documents.flatMap(({ path, places: inOne }) => inOne.map((place): PlacedIn => ({ ...place, path })));
  return drawPlot(
    {
      width,
      height: documents.length * ROW_HEIGHT + 40,
      marginLeft: room,
      marginRight: 44,
      marginTop: 32,
      marginBottom: 8,
      x: { domain: [0, 1], label: null },
      y: { domain: documents.map(({ path }) => path), label: null, padding: 0.2 },
      marks: [
        axisX({ anchor: "top", ticks: width - room > 320 ? 5 : 2, tickFormat: percent }),
        axisY({ tickSize: 0, tickFormat: (path: string) => labels.get(path) ?? path }),
        ruleY(documents, { x1: 0, x2: 1, y: "path", strokeOpacity: 0.3 }),
        tickX(places, {
          x: "at",
          y: "path",
          strokeWidth: 3,
          ...reachable(places, (place) => meaningOf(item, place, texts)),
        }),
        text(documents, {
          x: 1,
          y: "path",
          text: ({ mentions }: DispersedDocument) => number(mentions),
          textAnchor: "start",
          dx: 8,
        }),
      ],
    },
    texts.sections.dispersion,
  );
}

function meaningOf({ label, facet }: Item, { path, start, end, at, mentions }: PlacedIn, texts: Texts) {
  const text =
    mentions === 1
      ? fill(texts.placeMark, label, path, percent(at))
      : fill(texts.placesMark, label, path, percent(at), number(mentions));
  return { label: text, ink: facet, target: { kind: "reveal", path, start, end } } as const;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
