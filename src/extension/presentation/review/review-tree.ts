import {
  mentionKey,
  type ClassId,
  type LedgerRecord,
  type Review,
  type ReviewedMention,
  type UnplacedDecision,
} from "../../../core";
import { bandOf } from "../entities/entity-index";
import { groupLabel } from "../entities/mention-groups";
import { bandLabel } from "../entities/row-labels";
import { EMPTY_QUEUE, type QueueLabels, type ReviewQueue } from "./review-queue";
import { ROWS_AT_ONCE } from "../shown-rows";
import type { TargetReference } from "../target-reference";

/** The ways to group what waits for a decision. */
export const GROUPINGS = ["class", "entity", "confidence", "document"] as const;
/** The name of one of `GROUPINGS`. */
export type Grouping = (typeof GROUPINGS)[number];

/** Suggestions that belong together. */
export interface SuggestionGroup {
  readonly kind: "group";
  readonly id: string;
  readonly label: string;
  /** Of the class for groups by class, of the entity's class for groups by entity. */
  readonly class?: ClassId;
  /** In the order of the document. */
  readonly mentions: readonly ReviewedMention[];
}

/** A memo or relation that has no place in the text. */
export interface LostRecord {
  readonly record: LedgerRecord;
  /** Why, for people: a whole sentence. */
  readonly reason: string;
}

/** Decisions, memos and relations that have no place in the text. */
export interface UnplacedGroup {
  readonly kind: "unplacedGroup";
  readonly id: string;
  readonly unplaced: readonly UnplacedDecision[];
  readonly lost: readonly LostRecord[];
}

/** A row that commands can work on: it is a reference to the place of its mention. */
export interface SuggestionNode extends TargetReference {
  readonly kind: "suggestion";
  readonly id: string;
  readonly mention: ReviewedMention;
  readonly parent: SuggestionGroup | undefined;
}

/** The row of a decision without a place. */
export interface UnplacedNode extends UnplacedDecision {
  readonly kind: "unplaced";
  readonly id: string;
  readonly parent: UnplacedGroup;
}

/** The row of a memo or relation without a place. */
export interface LostRecordNode extends LostRecord {
  readonly kind: "lostRecord";
  readonly id: string;
  readonly parent: UnplacedGroup;
}

/** The last row of a long list: asks for more of it. */
export interface MoreNode {
  readonly kind: "more";
  readonly id: string;
  readonly parent: SuggestionGroup | UnplacedGroup | undefined;
  /** How many rows are not listed yet. */
  readonly hidden: number;
}

/** A row of the Review view. */
export type ReviewNode = SuggestionGroup | UnplacedGroup | SuggestionNode | UnplacedNode | LostRecordNode | MoreNode;

/** What a tree shows, and how. */
export interface ReviewTreeInput {
  /** Of the document. */
  readonly uri: string;
  readonly review: Review;
  readonly queue: ReviewQueue;
  /** Memos and relations without a place. */
  readonly lost?: readonly LostRecord[];
  readonly grouping: Grouping;
  readonly labels: QueueLabels;
  /** Classes in the order of the scheme. */
  readonly classOrder: readonly ClassId[];
}

/** The id of the list of a tree without groups. */
const WHOLE_LIST = "document";

/**
 * What waits for a decision in one document, grouped. Rows are made when somebody looks at their group. The id of a row
 * stays the same when other rows are decided on and when the document is edited elsewhere.
 */
export class ReviewTree {
  readonly #input: ReviewTreeInput;
  readonly #groups: readonly SuggestionGroup[];
  readonly #unplaced: UnplacedGroup | undefined;
  readonly #limits: ReadonlyMap<string, number>;
  /** By group itself, not by its id: the editor may still ask for what is under a group of an earlier tree. */
  readonly #rows = new Map<SuggestionGroup | undefined, readonly SuggestionNode[]>();
  #ordinals: ReadonlyMap<ReviewedMention, number> | undefined;

  /** @param limits how many rows to list, by the id of their group, where somebody asked for more */
  constructor(input: ReviewTreeInput, limits: ReadonlyMap<string, number>) {
    const { queue, grouping, lost = [] } = input;
    this.#input = input;
    this.#limits = limits;
    this.#groups = grouping === "document" ? [] : groupsBy(grouping, input);
    this.#unplaced =
      queue.shownUnplaced.length + lost.length === 0
        ? undefined
        : { kind: "unplacedGroup", id: "unplaced", unplaced: queue.shownUnplaced, lost };
  }

  static readonly empty = new ReviewTree(
    {
      uri: "",
      review: { mentions: [], rejected: [], unplaced: [] },
      queue: EMPTY_QUEUE,
      grouping: "document",
      labels: { classLabel: (id) => id, entityLabel: () => undefined },
      classOrder: [],
    },
    new Map(),
  );

  get roots(): readonly ReviewNode[] {
    const lost = this.#unplaced === undefined ? [] : [this.#unplaced];
    return this.#input.grouping === "document"
      ? [...lost, ...this.#suggestions(undefined)]
      : [...lost, ...this.#groups];
  }

  childrenOf(node: ReviewNode): readonly ReviewNode[] {
    switch (node.kind) {
      case "group":
        return this.#suggestions(node);
      case "unplacedGroup":
        return this.#unplacedRows(node);
      case "suggestion":
      case "unplaced":
      case "lostRecord":
      case "more":
        return [];
    }
  }

  /** The row of a mention and how many rows its list needs to show it; undefined where there is none. */
  find({ start, end }: Pick<ReviewedMention, "start" | "end">): { node: SuggestionNode; rows: number } | undefined {
    const isSought = (mention: ReviewedMention) => mention.start === start && mention.end === end;
    const lists = this.#input.grouping === "document" ? [undefined] : this.#groups;
    for (const group of lists) {
      const index = this.#mentionsIn(group).findIndex(isSought);
      if (index >= 0) return { node: this.#node(this.#mentionsIn(group)[index]!, group), rows: index + 1 };
    }
    return undefined;
  }

  #suggestions(group: SuggestionGroup | undefined): readonly (SuggestionNode | MoreNode)[] {
    const all = this.#mentionsIn(group);
    const id = group?.id ?? WHOLE_LIST;
    let rows = this.#rows.get(group);
    if (rows === undefined) {
      rows = all.slice(0, this.#limitOf(id)).map((mention) => this.#node(mention, group));
      this.#rows.set(group, rows);
    }
    return [...rows, ...moreNode(id, group, all.length - rows.length)];
  }

  #unplacedRows(parent: UnplacedGroup): readonly (UnplacedNode | LostRecordNode | MoreNode)[] {
    const rows = parent.unplaced.slice(0, this.#limitOf(parent.id)).map((unplaced): UnplacedNode => ({
      kind: "unplaced",
      id: `unplaced/${unplaced.decision.id}`,
      ...unplaced,
      parent,
    }));
    const lost = parent.lost.map((each): LostRecordNode => ({
      kind: "lostRecord",
      id: `unplaced/${each.record.id}`,
      ...each,
      parent,
    }));
    return [...rows, ...moreNode(parent.id, parent, parent.unplaced.length - rows.length), ...lost];
  }

  #mentionsIn(group: SuggestionGroup | undefined): readonly ReviewedMention[] {
    return group === undefined ? this.#input.queue.shown : group.mentions;
  }

  #limitOf(id: string): number {
    return this.#limits.get(id) ?? ROWS_AT_ONCE;
  }

  #node(mention: ReviewedMention, parent: SuggestionGroup | undefined): SuggestionNode {
    const { start, end, text } = mention;
    this.#ordinals ??= ordinalsOf(this.#input.review);
    const id = `suggestion/${this.#ordinals.get(mention) ?? 0}/${text}`;
    return { kind: "suggestion", id, uri: this.#input.uri, start, end, text, mention, parent };
  }
}

/** The id of the list that a row stands in, for the limits. */
export function listOf({ parent }: SuggestionNode | MoreNode): string {
  return parent?.id ?? WHOLE_LIST;
}

function moreNode(list: string, parent: MoreNode["parent"], hidden: number): MoreNode[] {
  return hidden <= 0 ? [] : [{ kind: "more", id: `more/${list}`, parent, hidden }];
}

/** Which of the places with the same words a mention is, decided or not: that changes with no decision and no edit elsewhere. */
function ordinalsOf({ mentions, rejected }: Review): ReadonlyMap<ReviewedMention, number> {
  const seen = new Map<string, number>();
  const ordinals = new Map<ReviewedMention, number>();
  for (const mention of [...mentions, ...rejected].sort((a, b) => a.start - b.start)) {
    const ordinal = (seen.get(mention.text) ?? 0) + 1;
    seen.set(mention.text, ordinal);
    ordinals.set(mention, ordinal);
  }
  return ordinals;
}

function groupsBy(grouping: Exclude<Grouping, "document">, input: ReviewTreeInput): SuggestionGroup[] {
  switch (grouping) {
    case "class":
      return groupsByClass(input);
    case "entity":
      return groupsByEntity(input);
    case "confidence":
      return groupsByConfidence(input);
  }
}

function groupsByClass({ queue, labels, classOrder }: ReviewTreeInput): SuggestionGroup[] {
  const ranks = new Map(classOrder.map((id, rank) => [id, rank]));
  const rank = (id: ClassId) => ranks.get(id) ?? ranks.size;
  return [...collect(queue.shown, ({ class: classId }) => classId)]
    .sort(([a], [b]) => rank(a) - rank(b) || a.localeCompare(b, "en"))
    .map(([id, mentions]) => ({
      kind: "group",
      id: `class/${id}`,
      label: labels.classLabel(id),
      class: id,
      mentions,
    }));
}

/** The most frequent first: one decision on a group settles most. */
function groupsByEntity({ queue, labels }: ReviewTreeInput): SuggestionGroup[] {
  return [...collect(queue.shown, (mention) => `${mention.class}/${mentionKey(mention)}`)]
    .map(([key, mentions]): SuggestionGroup => {
      const { entity, class: classId } = mentions[0]!;
      const label = groupLabel({ mentions, ...(entity === undefined ? {} : { entity }) }, labels);
      return { kind: "group", id: `entity/${key}`, label, class: classId, mentions };
    })
    .sort((a, b) => b.mentions.length - a.mentions.length || a.label.localeCompare(b.label, "en"));
}

/** Bands of ten per cent, the least certain first: they need a person most. */
function groupsByConfidence({ queue }: ReviewTreeInput): SuggestionGroup[] {
  return [...collect(queue.shown, bandOf)]
    .sort(([a], [b]) => a - b)
    .map(([band, mentions]) => ({ kind: "group", id: `confidence/${band}`, label: bandLabel(band), mentions }));
}

function collect<K>(
  mentions: readonly ReviewedMention[],
  keyOf: (mention: ReviewedMention) => K,
): Map<K, ReviewedMention[]> {
  const groups = new Map<K, ReviewedMention[]>();
  for (const mention of mentions) {
    const key = keyOf(mention);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [mention]);
    else group.push(mention);
  }
  return groups;
}
