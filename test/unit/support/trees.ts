import type { SyntaxNode } from "@lezer/common";
import { GFM, parser } from "@lezer/markdown";

/** A node of a tree of HTML (hast) or Markdown (mdast), as far as tests look at it. */
export interface TreeNode {
  readonly type: string;
  readonly tagName?: string;
  readonly value?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly children?: readonly TreeNode[];
}

/** A node and all below it, in the order of the document. */
export function* visit(node: TreeNode): Generator<TreeNode> {
  yield node;
  for (const child of node.children ?? []) yield* visit(child);
}

export function elementsNamed(tree: TreeNode, name: string): TreeNode[] {
  return [...visit(tree)].filter(({ tagName }) => tagName === name);
}

/** The text of a node and all below it. */
export function textOf(tree: TreeNode): string {
  return [...visit(tree)].map(({ value = "" }) => value).join("");
}

const markdown = parser.configure(GFM);

/** Markdown as GitHub reads it; types are those of Lezer's grammar. Marks of markup are left out, escapes are what they stand for. */
export function markdownTree(text: string): TreeNode {
  return treeOf(markdown.parse(text).topNode, text);
}

function treeOf(node: SyntaxNode, text: string): TreeNode {
  const type = node.name;
  if (type === "Escape") return { type, value: text.slice(node.from + 1, node.to) };
  if (/Mark$|^TableDelimiter$/.test(type)) return { type };
  const children: TreeNode[] = [];
  let at = node.from;
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    children.push({ type: "text", value: text.slice(at, child.from) }, treeOf(child, text));
    at = child.to;
  }
  return { type, children: [...children, { type: "text", value: text.slice(at, node.to) }] };
}
