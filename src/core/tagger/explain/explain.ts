import type { PackLayer } from "../../taxonomy/model";
import type { ClassId } from "../../taxonomy/scheme";
import { type Evidence, layerOf, type MentionOrigin } from "../../taxonomy/sense";
import type { Block } from "../../text/block";
import type { TextFormat } from "../../text/format";
import { overlaps, type Span } from "../../text/span";
import { BlockText } from "../block/block-text";
import type { BlockTagger } from "../block/block-tagger";
import { BlocksContext } from "../document/document-context";
import { resolveUnder } from "../document/document-resolution";
import type { NearMiss } from "./near-misses";
import type { Reading, RefusedReading } from "../reading";
import { tagBlock } from "../block/tagged-block";

/** One reading of a span and what became of it. */
export interface ExplainedReading extends Span {
  readonly text: string;
  /** Absent for ignored phrases. */
  readonly class?: ClassId;
  readonly entity?: string;
  readonly by: MentionOrigin;
  readonly confidence: number;
  readonly evidence: Evidence;
  /** The layer that speaks: what a later one says wins. */
  readonly layer: PackLayer;
  readonly outcome: "chosen" | "rejected";
  readonly reason: string;
}

/** Every reading that touches a range: those that won first, then in document order. */
export interface Explanation {
  readonly readings: readonly ExplainedReading[];
  /** Terms and rules that nearly matched in the range, the nearest first; those that a condition refused are readings. */
  readonly nearMisses: readonly NearMiss[];
}

/** Why the spans of a range are, or are not, mentions. Offsets in UTF-16 code units of the document. */
export function explain(
  text: string,
  blocks: readonly Block[],
  range: Span,
  tagger: BlockTagger,
  format: TextFormat,
): Explanation {
  const tagged = blocks.map((block) => tagBlock(block, textOf(text, block, format), tagger));
  const context = new BlocksContext();
  context.replace(
    [],
    tagged.map(({ findings }) => findings.statement),
  );
  const touched = blocks.filter((block) => touches(block, range));
  const readings = tagged
    .filter(({ shape }) => touches(shape, range))
    .flatMap(({ shape: block, findings: { discoveries } }) => {
      const refused: RefusedReading[] = [];
      const blockText = textOf(text, block, format);
      const found = tagger.read(blockText, refused);
      const won = resolveUnder(context, blockText.prose, { readings: found, discoveries }, refused);
      return [
        ...won.map((reading) => explained(text, block, reading, "chosen", whyWon(reading))),
        ...refused.map(({ reading, reason }) => explained(text, block, reading, "rejected", reason)),
      ];
    })
    .filter((reading) => touches(reading, range));
  return {
    readings: readings.sort((a, b) => rank(a) - rank(b) || a.start - b.start || b.end - a.end),
    nearMisses: touched.flatMap((block) => nearMissesIn(block, textOf(text, block, format), range, tagger)),
  };
}

function nearMissesIn(block: Block, text: BlockText, range: Span, tagger: BlockTagger): NearMiss[] {
  const inBlock = { start: range.start - block.start, end: range.end - block.start };
  return tagger.nearMisses(text, inBlock).map((miss) => ({
    ...miss,
    start: block.start + miss.start,
    end: block.start + miss.end,
  }));
}

/** An empty range, a mere cursor, touches what it stands in or beside. */
function touches(span: Span, range: Span): boolean {
  if (range.start === range.end) return span.start <= range.start && range.start <= span.end;
  return overlaps(span, range);
}

function textOf(text: string, block: Block, format: TextFormat): BlockText {
  return new BlockText(text.slice(block.start, block.end), block.masks, format);
}

function rank(reading: ExplainedReading): number {
  return reading.outcome === "chosen" ? 0 : 1;
}

function whyWon({ sense, standing }: Reading): string {
  if (sense.class === undefined) return "the phrase is ignored, and nothing inside it is a mention";
  switch (sense.by) {
    case "inline":
      return "the author tagged it";
    case "abbreviation":
      return "the document defines the short form";
    case "rule":
      return "the rule matches, and no longer reading covers it";
    case "discovery":
      return "it has the shape of a name, and the taxonomy has nothing here";
    case "lexicon":
    case "decision":
      if (standing !== undefined && standing !== "likely") return "the document says elsewhere that the name is meant";
      return "the term matches, and no longer reading covers it";
  }
}

function explained(
  text: string,
  block: Block,
  { start, end, sense }: Reading,
  outcome: ExplainedReading["outcome"],
  reason: string,
): ExplainedReading {
  const span = { start: block.start + start, end: block.start + end };
  return {
    ...span,
    text: text.slice(span.start, span.end),
    ...(sense.class === undefined ? {} : { class: sense.class }),
    ...(sense.entity === undefined ? {} : { entity: sense.entity }),
    by: sense.by,
    confidence: sense.confidence,
    evidence: sense.evidence,
    layer: layerOf(sense),
    outcome,
    reason,
  };
}
