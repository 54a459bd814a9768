import {
  extractRelations,
  type Modality,
  RELATION_MODALITIES,
  RELATION_TYPES,
  type RelatableMention,
  type RelationComparison,
  type RelationScores,
  scoreRelations,
  type Score,
} from "../../core";
import { UsageError } from "../command";
import { checkedSpan, type GoldSpan } from "./gold";

type Triple = RelationComparison["gold"][number];

/** What is measured of relations: found between the tagger's mentions, and between those of the gold. */
export interface RelationFigures {
  readonly tagged: RelationScores;
  readonly goldMentions: RelationScores;
}

/** Collects the relations of gold passages and scores them; a gold without any is not scored. */
export class RelationMeasure {
  readonly #tagged: RelationComparison[] = [];
  readonly #goldMentions: RelationComparison[] = [];

  /** @param written the passage's `relations` as the gold file has them */
  add(
    text: string,
    written: unknown,
    gold: readonly GoldSpan[],
    tagged: readonly RelatableMention[],
    place: string,
  ): void {
    if (written === undefined) return;
    const triples = parseTriples(text, written, place);
    this.#tagged.push({ gold: triples, predicted: triplesIn(text, tagged) });
    this.#goldMentions.push({
      gold: triples,
      predicted: triplesIn(
        text,
        gold.map((span) => asMention(text, span)),
      ),
    });
  }

  /** Undefined where no passage had relations. */
  figures(): RelationFigures | undefined {
    if (this.#tagged.length === 0) return undefined;
    return { tagged: scoreRelations(this.#tagged), goldMentions: scoreRelations(this.#goldMentions) };
  }
}

/** Rows for the table of scores. */
export function relationRows(figures: RelationFigures | undefined): [string, Score][] {
  if (figures === undefined) return [];
  const { tagged, goldMentions } = figures;
  return [
    ["relations", tagged.triples],
    ["relations + modality", tagged.withModality],
    ["relations, gold mentions", goldMentions.triples],
    ...Object.entries(tagged.types),
  ];
}

function triplesIn(text: string, mentions: readonly RelatableMention[]): Triple[] {
  return extractRelations({ text, mentions }).map(({ type, source, target, modality }) => ({
    type,
    source: source.mention,
    target: target.mention,
    modality,
  }));
}

function asMention(text: string, span: GoldSpan): RelatableMention {
  return { ...span, text: text.slice(span.start, span.end) };
}

function parseTriples(text: string, written: unknown, place: string): Triple[] {
  if (!Array.isArray(written)) throw new UsageError(`${place}: "relations" must be a list.`);
  return (written as unknown[]).map((relation, i) => {
    const where = `${place}: relation ${i + 1}`;
    const { type, source, target, modality = "asserted" } = (relation ?? {}) as Partial<Record<string, unknown>>;
    if (!isOneOf(RELATION_TYPES, type)) {
      throw new UsageError(
        `${where}: "${String(type)}" is not a type of relation; use one of ${RELATION_TYPES.join(", ")}.`,
      );
    }
    const modalities: readonly Modality[] = ["asserted", ...RELATION_MODALITIES];
    if (!isOneOf(modalities, modality)) {
      throw new UsageError(`${where}: "modality" must be one of ${modalities.join(", ")}.`);
    }
    return {
      type,
      modality,
      source: checkedSpan(source, text, `${where}: its source`),
      target: checkedSpan(target, text, `${where}: its target`),
    };
  });
}

function isOneOf<T extends string>(list: readonly T[], value: unknown): value is T {
  return list.some((item) => item === value);
}
