import type { EntityTreeNode, HeadingNode, ListNode } from "../entity-nodes";

/** One way to put the mentions of documents into groups. */
export interface Grouping {
  /** The rows at the top. */
  roots(): readonly EntityTreeNode[];
  /** The rows under a heading. */
  under(heading: HeadingNode): readonly EntityTreeNode[];
  /** The lists in which the mention that starts at a place may have its row. */
  listsWith(uri: string, start: number): readonly MentionList[];
}

/** A list of mentions. */
export interface MentionList {
  /** The row they stand under; undefined where they stand at the top. */
  readonly node: ListNode | undefined;
  /** All rows beside that one, in their order, where not all may be shown. */
  readonly siblings: readonly ListNode[];
}
