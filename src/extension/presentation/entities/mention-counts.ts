import { facetOf, type ReviewedMention } from "../../../core";
import { termOf } from "../taxonomy/term";
import type { TaxonomyNode } from "../taxonomy/taxonomy-tree";

/** The part of a mention that says what it counts for. */
export type CountedMention = Pick<ReviewedMention, "by" | "class" | "entity" | "evidence" | "text">;

/** How often each part of a taxonomy is mentioned. */
export class MentionCounts {
  readonly #counts = new Map<string, number>();

  constructor(mentions: Iterable<CountedMention>) {
    for (const mention of mentions) for (const key of keysOf(mention)) this.#add(key);
  }

  /** The mentions of what a row stands for: of a term those that it found, of an entity those that name it. */
  of(node: TaxonomyNode): number {
    return this.#counts.get(keyOf(node)) ?? 0;
  }

  #add(key: string): void {
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }
}

/** Whether a mention is one of what a row stands for. */
export function isMentionOf(mention: CountedMention, node: TaxonomyNode): boolean {
  return keysOf(mention).includes(keyOf(node));
}

function keysOf(mention: CountedMention): string[] {
  const { class: classId, entity } = mention;
  const holder = entity === undefined ? `generic:${classId}` : `entity:${entity}`;
  return [facetOf(classId), classId, holder, `${holder}/${termOf(mention)}`];
}

function keyOf(node: TaxonomyNode): string {
  return node.kind === "term" ? `${node.parent.id}/${node.text}` : node.id;
}
