import { betterName, mentionKey, mentionName, type ClassId, type ReviewedMention } from "../../../core";
import { isCandidate } from "../marks/mark-styles";

/** As much of a document as rows of its mentions need. */
export interface EntityDocument {
  readonly uri: string;
  /** For people: relative to the workspace. */
  readonly path: string;
  readonly text: string;
  readonly mentions: readonly ReviewedMention[];
}

/** The mentions of a group that have the same words and are about as certain. */
export interface Form {
  readonly text: string;
  /** Tenths of the confidence, 0 to 9. */
  readonly band: number;
  /** Into the mentions of the document, ascending. */
  readonly indexes: number[];
}

/** What the mentions of one entity, or of one term, have in common. */
interface GroupHead {
  readonly id: string;
  readonly class: ClassId;
  /** As `mentionKey` gives it. */
  readonly key: string;
  readonly entity?: string;
  readonly isCandidate: boolean;
}

/** The mentions of one entity, or of one term, in one document. */
export interface DocumentGroup extends GroupHead {
  readonly forms: Form[];
  name: string;
  confidence: number;
}

/** The same in all documents. */
export interface EntityGroup extends GroupHead {
  /** What it is called where the taxonomy has no name for it. */
  name: string;
  /** The highest of its mentions, 0 to 1. */
  confidence: number;
  /** The words of its mentions. */
  readonly texts: Set<string>;
  /** The documents that mention it, in their order. */
  readonly places: { readonly order: number; readonly group: DocumentGroup }[];
}

/** Groups the mentions of a document, in time linear in them. */
export function groupsOf({ mentions }: Pick<EntityDocument, "mentions">): DocumentGroup[] {
  const groups = new Map<string, DocumentGroup>();
  const forms = new Map<string, { group: DocumentGroup; form: Form }>();
  for (const [index, mention] of mentions.entries()) {
    const band = bandOf(mention);
    const { class: classId, entity = "", text, status } = mention;
    // Mentions that are alike in this are in one group: to compare names is the costly part.
    const key = [classId, entity, status, mention.by, band, mention.evidence.pattern, text].join("\n");
    let known = forms.get(key);
    if (known === undefined) {
      const group = groupFor(mention, groups);
      const form: Form = { text, band, indexes: [] };
      group.forms.push(form);
      forms.set(key, (known = { group, form }));
    }
    known.form.indexes.push(index);
    known.group.confidence = Math.max(known.group.confidence, mention.confidence);
  }
  return [...groups.values()];
}

function groupFor(mention: ReviewedMention, groups: Map<string, DocumentGroup>): DocumentGroup {
  const { class: classId, entity } = mention;
  const key = mentionKey(mention);
  const candidate = isCandidate(mention);
  const id = `${candidate ? "candidates/" : ""}${classId}/${key}`;
  const name = mentionName(mention);
  const known = groups.get(id);
  if (known !== undefined) {
    known.name = betterName(known.name, name, entity);
    return known;
  }
  const head = { id, class: classId, key, ...(entity === undefined ? {} : { entity }), isCandidate: candidate };
  const group: DocumentGroup = { ...head, forms: [], name, confidence: 0 };
  groups.set(id, group);
  return group;
}

/** Ten per cent make a band; the highest takes in complete certainty. */
export function bandOf({ confidence }: Pick<ReviewedMention, "confidence">): number {
  return Math.min(9, Math.floor(Math.round(confidence * 100) / 10));
}

/** The groups of any number of documents. */
export class EntityIndex {
  readonly documents: EntityDocument[] = [];
  readonly groups = new Map<string, EntityGroup>();
  /** By the order of the documents. */
  readonly groupsIn: (readonly DocumentGroup[])[] = [];
  readonly #orders = new Map<string, number>();

  add(document: EntityDocument, groups: readonly DocumentGroup[] = groupsOf(document)): void {
    const order = this.documents.push(document) - 1;
    this.groupsIn.push(groups);
    this.#orders.set(document.uri, order);
    for (const group of groups) {
      const { forms, name, confidence, ...head } = group;
      let known = this.groups.get(group.id);
      if (known === undefined) {
        known = { ...head, name, confidence, texts: new Set(), places: [] };
        this.groups.set(group.id, known);
      } else {
        known.name = betterName(known.name, name, group.entity);
        known.confidence = Math.max(known.confidence, confidence);
      }
      for (const { text } of forms) known.texts.add(text);
      known.places.push({ order, group });
    }
  }

  /** The place of a document among all; undefined where it is not one of them. */
  orderOf(uri: string): number | undefined {
    return this.#orders.get(uri);
  }
}
