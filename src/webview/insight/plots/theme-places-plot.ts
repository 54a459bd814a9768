import { axisX, axisY, barX, ruleY, text } from "@observablehq/plot";
import { number } from "../../shared/labels";
import { fill } from "../../shared/messages";
import { labelRoom, shorten } from "../labels";
import { reachable } from "../marks";
import type { Texts, ThemeCount, ThemePlace, ThemesSection } from "../messages";
import { placeTarget } from "../theme-targets";
import { drawPlot } from "./draw-plot";

const ROW_HEIGHT = 26;
const MARGIN_RIGHT = 44;
/** Of a passage of a long document, in CSS pixels, so that it can be seen and hit. */
const NARROWEST_BAR = 4;

/** A row for each theme from the beginning of one document to its end, with a bar where a passage has it. */
export function themePlacesPlot(
  { themes, documents }: ThemesSection,
  places: readonly ThemePlace[],
  width: number,
  texts: Texts,
): SVGSVGElement {
  const { path } = documents[0]!;
  const room = labelRoom(
    themes.map(({ label }) => label),
    width * 0.4,
  );
  const labels = new Map(themes.map(({ theme, label }) => [theme, shorten(label, room - 10)]));
  const least = NARROWEST_BAR / Math.max(NARROWEST_BAR, width - room - MARGIN_RIGHT);
  return drawPlot(
    {
      width,
      height: themes.length * ROW_HEIGHT + 40,
      marginLeft: room,
      marginRight: MARGIN_RIGHT,
      marginTop: 32,
      marginBottom: 8,
      x: { domain: [0, 1], label: null },
      y: { domain: themes.map(({ theme }) => theme), label: null, padding: 0.3 },
      marks: [
        axisX({ anchor: "top", ticks: width - room > 320 ? 5 : 2, tickFormat: percent }),
        axisY({ tickSize: 0, tickFormat: (theme: string) => labels.get(theme) ?? theme }),
        ruleY(themes, { x1: 0, x2: 1, y: "theme", strokeOpacity: 0.3 }),
        barX(places, {
          x1: "from",
          x2: ({ from, to }: ThemePlace) => Math.min(1, Math.max(to, from + least)),
          y: ({ theme }: ThemePlace) => themes[theme]!.theme,
          ...reachable(places, (place) => {
            const theme = themes[place.theme]!;
            const at = [percent(place.from), percent(place.to), number(place.passages)];
            return {
              label: fill(texts.themePlaceMark, theme.label, ...at),
              ink: "theme",
              target: placeTarget(place, theme, path),
            } as const;
          }),
        }),
        text(themes, {
          x: 1,
          y: "theme",
          text: ({ passages }: ThemeCount) => number(passages),
          textAnchor: "start",
          dx: 8,
        }),
      ],
    },
    texts.sections.themes,
  );
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
