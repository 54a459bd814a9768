import type { ReviewedMention } from "../../../../../src/core";
import { EntityIndex } from "../../../../../src/extension/presentation/entities/entity-index";
import type { EntityTreeNode } from "../../../../../src/extension/presentation/entities/entity-nodes";
import { EntityTree, type EntityTreeInput } from "../../../../../src/extension/presentation/entities/entity-tree";
import type { EntityGrouping } from "../../../../../src/extension/presentation/entities/groupings";
import type { TreeLabels } from "../../../../../src/extension/presentation/entities/row-labels";
import { reviewedMention } from "../../reviewed-mention";

export const LABELS: TreeLabels = {
  classOrder: ["actor.state", "actor.company", "infrastructure.data", "sovereignty.flow"],
  classLabel: (id) => (id === "actor.state" ? "State" : id),
  entityLabel: (id) => (id === "china" ? "People's Republic of China" : undefined),
  candidates: "Candidates",
};

/** The first document. */
export const URI = "file:///report.md";
const TEXT = "x".repeat(1000);

export const china = (start: number, text = "China") => reviewedMention({ start, text, entity: "china" });
export const data = (start: number) => reviewedMention({ start, text: "genomic data", class: "infrastructure.data" });

/** The tree of documents with these mentions, the first of them at `URI`. */
export function treeOfAll(
  documents: readonly (readonly ReviewedMention[])[],
  parts: Partial<EntityTreeInput> = {},
): EntityTree {
  const index = new EntityIndex();
  for (const [i, mentions] of documents.entries()) {
    index.add({ uri: i === 0 ? URI : `${URI}${i}`, path: `${i}.md`, text: TEXT, mentions });
  }
  return new EntityTree({ index, labels: LABELS, filter: "", grouping: "class", ...parts });
}

export function treeOf(mentions: readonly ReviewedMention[], grouping: EntityGrouping = "class", filter = "") {
  return treeOfAll([mentions], { filter, grouping });
}

/** The tree as indented labels. */
export function outline(tree: EntityTree, nodes = tree.roots, indent = ""): string[] {
  return nodes.flatMap((node) => [indent + labelOf(node), ...outline(tree, tree.childrenOf(node), `${indent}  `)]);
}

export function labelOf(node: EntityTreeNode): string {
  switch (node.kind) {
    case "mention":
      return `@${node.start}`;
    case "relation":
      return node.isSource ? "->" : "<-";
    case "moreEntities":
      return `+${node.hidden}`;
    case "facet":
    case "candidates":
    case "class":
    case "group":
    case "document":
    case "band":
      return node.label;
  }
}

export function countsOf(nodes: readonly EntityTreeNode[]): number[] {
  return nodes.map((node) => ("count" in node ? node.count : 0));
}

export function allNodes(tree: EntityTree, nodes = tree.roots): EntityTreeNode[] {
  return nodes.flatMap((node) => [node, ...allNodes(tree, tree.childrenOf(node))]);
}
