import type { BandNode } from "../entity-nodes";
import type { EntityRows } from "../entity-rows";
import { bandLabel } from "../row-labels";
import type { Grouping, MentionList } from "./grouping";

const BAND_COUNT = 10;

/** Bands of ten per cent, the least certain first: they need a person most. */
export class ByConfidence implements Grouping {
  readonly #rows: EntityRows;

  constructor(rows: EntityRows) {
    this.#rows = rows;
  }

  roots(): BandNode[] {
    const { filtered } = this.#rows;
    const counts = new Array<number>(BAND_COUNT).fill(0);
    for (const { group: own } of filtered.groups.flatMap(({ group }) => group.places))
      for (const { band, indexes } of filtered.formsOf(own)) counts[band]! += indexes.length;
    return counts.flatMap((count, band) => {
      const node: BandNode = { kind: "band", id: `confidence/${band}`, label: bandLabel(band), count, band };
      return count === 0 ? [] : [this.#rows.same(node)];
    });
  }

  under(): readonly BandNode[] {
    return [];
  }

  /** The words of a mention may stand in several bands, and there are few to look through. */
  listsWith(uri: string): MentionList[] {
    if (this.#rows.filtered.index.orderOf(uri) === undefined) return [];
    return this.roots().map((node) => ({ node, siblings: [] }));
  }
}
