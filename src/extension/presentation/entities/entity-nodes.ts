import type { ClassId, Facet, ReviewedMention } from "../../../core";
import type { RelationEnd, RelationReference } from "../relations/relations";
import type { TargetReference } from "../target-reference";
import type { EntityDocument, EntityGroup } from "./entity-index";

interface Counted {
  readonly id: string;
  readonly label: string;
  /** Of mentions. */
  readonly count: number;
}

/** All mentions of a facet that the taxonomy knows. */
export interface FacetNode extends Counted {
  readonly kind: "facet";
  readonly facet: Facet;
}

/** All mentions of a class that the taxonomy knows. */
export interface ClassNode extends Counted {
  readonly kind: "class";
  readonly class: ClassId;
  readonly parent: FacetNode;
}

/** Names that the taxonomy lacks, apart from what it knows. */
export interface CandidatesNode extends Counted {
  readonly kind: "candidates";
}

/** All mentions of one entity, or of one generic term. */
export interface GroupNode extends Counted {
  readonly kind: "group";
  readonly class: ClassId;
  readonly entity?: string;
  readonly group: EntityGroup;
  readonly parent: ClassNode | CandidatesNode | undefined;
}

/** All mentions of one document. */
export interface DocumentNode extends Counted {
  readonly kind: "document";
  readonly uri: string;
}

/** All mentions that are about as certain. */
export interface BandNode extends Counted {
  readonly kind: "band";
  readonly band: number;
}

/** A row with other headings or groups under it. */
export type HeadingNode = FacetNode | ClassNode | CandidatesNode;

/** A row with mentions under it. */
export type ListNode = GroupNode | DocumentNode | BandNode;

/** A row that commands can work on: it is a reference to the place of its mention. */
export interface MentionNode extends TargetReference {
  readonly kind: "mention";
  readonly id: string;
  readonly mention: ReviewedMention;
  readonly document: EntityDocument;
  /** Undefined where the rows of the tree are the mentions of its one document. */
  readonly parent: ListNode | undefined;
}

/** A relation under one of its mentions. */
export interface RelationNode extends RelationReference, RelationEnd {
  readonly kind: "relation";
  readonly id: string;
  readonly parent: MentionNode;
}

/** The last row of a long list: asks for more of it. */
export interface MoreEntitiesNode {
  readonly kind: "moreEntities";
  readonly id: string;
  /** The id of the list. */
  readonly list: string;
  readonly parent: ListNode | ClassNode | CandidatesNode | undefined;
  /** How many rows are not listed yet. */
  readonly hidden: number;
}

/** A row of the Entities view. */
export type EntityTreeNode = HeadingNode | ListNode | MentionNode | RelationNode | MoreEntitiesNode;
