import type { EntityGroup } from "../entity-index";
import type { GroupNode } from "../entity-nodes";
import type { EntityRows } from "../entity-rows";
import type { MentionList } from "./grouping";

/** The list of a group's mentions among those under the same heading; none where there is no such group. */
export function listsOfGroup(
  rows: EntityRows,
  group: EntityGroup | undefined,
  parentOf: (group: EntityGroup) => GroupNode["parent"],
): MentionList[] {
  if (group === undefined) return [];
  const siblings = rows.groupsUnder(parentOf(group));
  return siblings.flatMap((node) => (node.group === group ? [{ node, siblings }] : []));
}
