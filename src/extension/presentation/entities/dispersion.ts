import type { EntityTreeNode } from "./entity-nodes";
import { holdsGroup, type FilteredIndex } from "./filtered-index";
import { sparkline } from "./sparkline";

/**
 * Where the mentions of a row stand, as so many small bars: through the document, or through the documents where there are several. Empty
 * for a row that stands for one mention, or for more than a class.
 */
export function dispersionOf(node: EntityTreeNode, bars: number, filtered: FilteredIndex): string {
  if ((node.kind !== "group" && node.kind !== "class") || node.count < 2) return "";
  const { documents } = filtered.index;
  const isSole = documents.length === 1;
  const counts = new Array<number>(bars).fill(0);
  const places = filtered.groups.flatMap(({ group }) => (holdsGroup(node, group) ? group.places : []));
  for (const { order, group } of places) {
    const { text, mentions } = documents[order]!;
    for (const { indexes } of filtered.formsOf(group)) {
      if (!isSole) counts[Math.floor((order / documents.length) * bars)]! += indexes.length;
      else for (const at of indexes) counts[Math.floor((mentions[at]!.start / text.length) * bars)]! += 1;
    }
  }
  return sparkline(counts);
}
