import { dot, link, text } from "@observablehq/plot";
import { number } from "../../shared/labels";
import { fill } from "../../shared/messages";
import { forceLayout } from "../force-layout";
import { shorten } from "../labels";
import { reachable } from "../marks";
import type { CooccurrenceSection, Frequency, Texts, Window } from "../messages";
import { degreesOf, networkOf, type NetworkLink } from "../network";
import { drawPlot } from "./draw-plot";
import { pairMeaning } from "./pair-meaning";

const NARROWEST = 480;
const WIDEST_LINK = 6;
const MARGIN = 60;

/** Shapes tell the facets apart where colours cannot. */
const SYMBOLS = { actor: "circle", infrastructure: "square", sovereignty: "diamond" } as const;

/** The items that stand together, joined by lines as wide as their value. */
export function networkPlot(section: CooccurrenceSection, width: number, window: Window, texts: Texts): SVGSVGElement {
  const network = networkOf(section);
  const { nodes, links } = network;
  const degrees = degreesOf(network);
  const points = forceLayout(nodes.length, links);
  const largest = Math.max(...nodes.map(({ mentions }) => mentions), 1);
  const radius = ({ mentions }: Frequency) => 5 + 8 * Math.sqrt(mentions / largest);
  const position = { x: (_: Frequency, i: number) => points[i]!.x, y: (_: Frequency, i: number) => points[i]!.y };
  return drawPlot(
    {
      width: Math.max(NARROWEST, width),
      height: Math.min(760, Math.max(300, 140 + nodes.length * 18)),
      marginTop: 24,
      marginBottom: 36,
      marginLeft: MARGIN,
      marginRight: MARGIN,
      x: { axis: null, domain: [0, 1] },
      y: { axis: null, domain: [1, 0] },
      r: { type: "identity" },
      symbol: { domain: Object.keys(SYMBOLS), range: Object.values(SYMBOLS) },
      marks: [
        link(links, {
          x1: ({ source }: NetworkLink) => points[source]!.x,
          y1: ({ source }: NetworkLink) => points[source]!.y,
          x2: ({ target }: NetworkLink) => points[target]!.x,
          y2: ({ target }: NetworkLink) => points[target]!.y,
          strokeWidth: ({ strength }: NetworkLink) => 1 + (WIDEST_LINK - 1) * strength,
          ...reachable(links, ({ source, target, pair }) =>
            pairMeaning(nodes[source]!, nodes[target]!, pair, window, texts),
          ),
        }),
        dot(nodes, {
          ...position,
          r: radius,
          symbol: "facet",
          sort: null,
          ...reachable(nodes, (node, i) => ({
            label: fill(texts.nodeMark, node.label, number(node.mentions), number(degrees[i]!)),
            ink: node.facet,
            target: { kind: "passages", query: { title: node.label, key: node.key } },
          })),
        }),
        text(nodes, {
          ...position,
          text: ({ label }: Frequency) => shorten(label, 2 * MARGIN),
          // Under its node.
          dy: 20,
        }),
      ],
    },
    texts.sections.cooccurrence,
  );
}
