import { PACK_LAYERS, type PackLayer } from "./model";
import type { ClassId } from "./scheme";

/** Which part of the product found a mention. */
export type MentionOrigin = "lexicon" | "rule" | "abbreviation" | "discovery" | "inline" | "decision";

/** The term, rule or passage behind a mention. */
export interface Evidence {
  /** The term as the pack writes it, the rule's id, or the words of the document that define or tag it. */
  readonly pattern: string;
  /** Id of the pack; absent where the document itself is the evidence. */
  readonly pack?: string;
  /** Version of the pack. */
  readonly version?: string;
  /** The pack's or ledger's file. */
  readonly uri?: string;
  /** One-based, in that file. */
  readonly line?: number;
}

/** What a reading of a span would mean; one object for all places where the same term, rule or definition matches. */
export interface Sense {
  /** Undefined for ignored phrases: they take their span and become no mention. */
  readonly class: ClassId | undefined;
  /** Undefined where no named thing is meant. */
  readonly entity: string | undefined;
  readonly by: MentionOrigin;
  readonly confidence: number;
  readonly evidence: Evidence;
  /** Which of two readings of one span wins: the higher. */
  readonly precedence: number;
}

/** What a sense rests on, weakest first. */
const SENSE_KINDS = ["generic", "rule", "entity", "ignored", "definition", "tag"] as const;
export type SenseKind = (typeof SENSE_KINDS)[number];

/** A later layer wins over an earlier one; inside a layer a name wins over a rule and a rule over a generic term. */
export function precedenceOf(layer: PackLayer, kind: SenseKind): number {
  return PACK_LAYERS.indexOf(layer) * SENSE_KINDS.length + SENSE_KINDS.indexOf(kind);
}

/** The layer that a sense comes from. */
export function layerOf({ precedence }: Sense): PackLayer {
  return PACK_LAYERS[Math.floor(precedence / SENSE_KINDS.length)] ?? "document";
}
