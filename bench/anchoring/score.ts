import { anchorAll, OccurrenceIndex, quoteOf, type Span } from "../../src/core";
import type { ReportEdit } from "./edits";
import { join, randomOf, type MarkedText, type Paragraph } from "./marked-text";
import { positionThenQuote, storedPlaceOf } from "./position-then-quote";

/** Finds the spans of one text in another; `undefined` where one has to be reviewed. */
export type Strategy = (before: MarkedText, after: string) => Map<number, Span | undefined>;

export const STRATEGIES: Readonly<Record<"healthgeo" | "positionThenQuote", Strategy>> = {
  healthgeo: ({ text, spans }, after) => {
    const index = new OccurrenceIndex(text);
    const quotes = [...spans.values()].map((span) => quoteOf(index, span));
    const anchorings = anchorAll(after, quotes);
    return new Map([...spans.keys()].map((mention, at) => [mention, placeOf(anchorings[at]!)]));
  },
  positionThenQuote: ({ text, spans }, after) =>
    new Map([...spans].map(([mention, span]) => [mention, positionThenQuote(after, storedPlaceOf(text, span))])),
};

function placeOf(anchoring: ReturnType<typeof anchorAll>[number]): Span | undefined {
  return "placed" in anchoring ? anchoring.placed : undefined;
}

/** How a strategy did on edited reports. */
export interface AnchoringScore {
  readonly decisions: number;
  /** Decisions whose words are in the edited text. */
  readonly surviving: number;
  /** Of these, the ones placed where they stand. */
  readonly found: number;
  /** Placed anywhere else: on another text, or on the same words at another place. */
  readonly wrong: number;
  /** What went wrong, for people: the words, and where they were put. */
  readonly mistakes: readonly string[];
}

/** Edits each report once for every seed and counts what the strategy finds again. The same on every machine. */
export function scoreEdit(
  strategy: Strategy,
  reports: readonly (readonly Paragraph[])[],
  edit: ReportEdit,
  share: number,
  seeds: readonly number[],
): AnchoringScore {
  let [decisions, surviving, found] = [0, 0, 0];
  const mistakes: string[] = [];
  for (const seed of seeds) {
    for (const [at, report] of reports.entries()) {
      const before = join(report);
      const after = join(edit(report, share, randomOf(seed * reports.length + at)));
      for (const [mention, place] of strategy(before, after.text)) {
        const truth = after.spans.get(mention);
        decisions++;
        if (truth !== undefined) surviving++;
        if (place === undefined) continue;
        if (place.start === truth?.start && place.end === truth.end) found++;
        else mistakes.push(mistake(before, after, mention, place));
      }
    }
  }
  return { decisions, surviving, found, wrong: mistakes.length, mistakes };
}

function mistake(before: MarkedText, after: MarkedText, mention: number, place: Span): string {
  const around = ({ text }: MarkedText, span: Span | undefined) =>
    span === undefined
      ? "nowhere"
      : JSON.stringify(
          `${text.slice(span.start - 40, span.start)}[${text.slice(span.start, span.end)}]${text.slice(span.end, span.end + 40)}`,
        );
  return [
    around(before, before.spans.get(mention)),
    around(after, after.spans.get(mention)),
    around(after, place),
  ].join("\n  ");
}
