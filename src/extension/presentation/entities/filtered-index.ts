import { facetOf, type ClassId, type ReviewedMention } from "../../../core";
import { fold } from "../fold";
import type { DocumentGroup, EntityDocument, EntityGroup, EntityIndex, Form } from "./entity-index";
import type { CandidatesNode, ClassNode, DocumentNode, BandNode, FacetNode, GroupNode } from "./entity-nodes";
import { headingsOf, type TreeLabels } from "./row-labels";

/** A mention and the document it stands in. */
export interface PlacedMention {
  readonly document: EntityDocument;
  readonly mention: ReviewedMention;
}

/** A group, and how many mentions of it the filter leaves. */
export interface ShownGroup {
  readonly group: EntityGroup;
  readonly count: number;
}

/** What of a row says which groups it stands for. */
export type PartOfGroups =
  | Pick<FacetNode, "kind" | "facet">
  | Pick<ClassNode, "kind" | "class">
  | Pick<CandidatesNode, "kind">
  | Pick<GroupNode, "kind" | "group">;

/** What of a row says which mentions it stands for. */
export type PartOfMentions = PartOfGroups | Pick<DocumentNode, "kind" | "uri"> | Pick<BandNode, "kind" | "band">;

/** What the filter looks at. */
export interface Filtering {
  readonly labels: TreeLabels;
  /** Empty for all mentions; upper case and accents do not matter. */
  readonly filter: string;
  readonly hiddenClasses?: ReadonlySet<ClassId>;
}

/** Which forms of a group the filter leaves: all, or those with certain words. */
type Passing = "all" | ReadonlySet<string>;

/** What a filter leaves of the mentions of documents: those that hold it themselves, or whose entity, class or facet does. */
export class FilteredIndex {
  readonly index: EntityIndex;
  readonly groups: readonly ShownGroup[];
  readonly #passing = new Map<string, Passing>();

  constructor(index: EntityIndex, { labels, filter, hiddenClasses }: Filtering) {
    this.index = index;
    const sought = fold(filter.trim());
    this.groups = [...index.groups.values()].flatMap((group) => {
      if (hiddenClasses?.has(group.class) === true) return [];
      const passing = passingOf(group, sought, labels);
      if (passing === undefined) return [];
      this.#passing.set(group.id, passing);
      return [{ group, count: countOf(group, passing) }];
    });
  }

  /** How many mentions there are of a part, or of all. */
  countOf(part?: PartOfGroups): number {
    const isWanted = ({ group }: ShownGroup) => part === undefined || holdsGroup(part, group);
    return this.groups.filter(isWanted).reduce((sum, { count }) => sum + count, 0);
  }

  formsOf(group: DocumentGroup): readonly Form[] {
    const passing = this.#passing.get(group.id);
    if (passing === undefined) return [];
    return passing === "all" ? group.forms : group.forms.filter(({ text }) => passing.has(text));
  }

  /** The group of the mention that starts at a place; undefined where there is none or the filter hides it. */
  groupAt(uri: string, start: number): EntityGroup | undefined {
    const order = this.index.orderOf(uri);
    if (order === undefined) return undefined;
    const { mentions } = this.index.documents[order]!;
    const own = this.index.groupsIn[order]!.find(({ forms }) =>
      forms.some(({ indexes }) => indexes.some((at) => mentions[at]!.start === start)),
    );
    return this.groups.find(({ group }) => group.id === own?.id)?.group;
  }

  /** The mentions of a part, in the order of documents and text. */
  mentionsOf(part: PartOfMentions): PlacedMention[] {
    switch (part.kind) {
      case "document":
        return this.mentionsIn(this.index.orderOf(part.uri));
      case "band":
        return this.#select(this.groups, ({ band }) => band === part.band);
      case "facet":
      case "class":
      case "candidates":
      case "group":
        return this.#select(this.groups.filter(({ group }) => holdsGroup(part, group)));
    }
  }

  /** The mentions of a document, by its place among all. */
  mentionsIn(order: number | undefined): PlacedMention[] {
    if (order === undefined) return [];
    const groups = this.index.groupsIn[order] ?? [];
    return this.#placed(
      order,
      groups.flatMap((group) => this.formsOf(group).flatMap(({ indexes }) => indexes)),
    );
  }

  #select(groups: readonly ShownGroup[], isWanted: (form: Form) => boolean = () => true): PlacedMention[] {
    const indexes = new Map<number, number[]>();
    for (const { order, group } of groups.flatMap((each) => each.group.places)) {
      for (const form of this.formsOf(group)) {
        if (!isWanted(form)) continue;
        const known = indexes.get(order);
        if (known === undefined) indexes.set(order, [...form.indexes]);
        else for (const at of form.indexes) known.push(at);
      }
    }
    return [...indexes].sort(([a], [b]) => a - b).flatMap(([order, own]) => this.#placed(order, own));
  }

  #placed(order: number, indexes: number[]): PlacedMention[] {
    const document = this.index.documents[order];
    if (document === undefined) return [];
    return indexes.sort((a, b) => a - b).map((at) => ({ document, mention: document.mentions[at]! }));
  }
}

/** Whether a part of the tree stands for a group; what the taxonomy knows and candidates stand apart. */
export function holdsGroup(part: PartOfGroups, group: EntityGroup): boolean {
  switch (part.kind) {
    case "facet":
      return !group.isCandidate && facetOf(group.class) === part.facet;
    case "class":
      return !group.isCandidate && group.class === part.class;
    case "candidates":
      return group.isCandidate;
    case "group":
      return group === part.group;
  }
}

function passingOf(group: EntityGroup, sought: string, labels: TreeLabels): Passing | undefined {
  const holdsIt = (text: string) => fold(text).includes(sought);
  if (sought === "" || headingsOf(group, labels).some(holdsIt)) return "all";
  const texts = [...group.texts].filter(holdsIt);
  return texts.length === 0 ? undefined : new Set(texts);
}

function countOf(group: EntityGroup, passing: Passing): number {
  let count = 0;
  for (const { group: own } of group.places)
    for (const { text, indexes } of own.forms) if (passing === "all" || passing.has(text)) count += indexes.length;
  return count;
}
