import type { Box, PageLabelPlace } from "./messages";

/**
 * Where labels stand while somebody looks at some nodes: these have theirs, whoever overlaps them makes room for that time, and the
 * others stay where they are. No two overlap.
 *
 * @param looked places in `places`, each once
 * @returns in the order of `places`; undefined where no label is shown
 */
export function labelsFor(
  places: readonly PageLabelPlace[],
  looked: readonly number[],
): readonly (PageLabelPlace | undefined)[] {
  const kept = new Map<number, PageLabelPlace>();
  // Labels that show anyway do not move, and no two of them overlap.
  const firstShown = looked.map((index) => [index, places[index]!] as const).sort(byPlace);
  for (const [index, place] of firstShown) kept.set(index, movedOff(place, [...kept.values()]));
  const inTheWay = [...kept.values()];
  return places.map((place, index) => {
    const own = kept.get(index);
    return own ?? (place.isShown && !inTheWay.some(({ box }) => overlap(place.box, box)) ? place : undefined);
  });
}

function byPlace([i, a]: readonly [number, PageLabelPlace], [j, b]: readonly [number, PageLabelPlace]): number {
  return Number(b.isShown) - Number(a.isShown) || a.box.top - b.box.top || a.box.left - b.box.left || i - j;
}

/** The same place, or the next one below or above it that is free. */
function movedOff(place: PageLabelPlace, others: readonly PageLabelPlace[]): PageLabelPlace {
  const height = place.box.bottom - place.box.top;
  for (let step = 0; ; step++) {
    for (const by of step === 0 ? [0] : [step * height, -step * height]) {
      const moved = movedBy(place, by);
      if (!others.some(({ box }) => overlap(moved.box, box))) return moved;
    }
  }
}

function movedBy({ x, y, anchor, box, isShown }: PageLabelPlace, by: number): PageLabelPlace {
  return { x, y: y + by, anchor, box: { ...box, top: box.top + by, bottom: box.bottom + by }, isShown };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
