export { type Coverage, FULL_COVERAGE } from "./coverage";
export { extractRelations, type RelationInput } from "./extract-relations";
export { RelationIndex } from "./relation-index";
export type { Modality } from "./modality";
export type { FoundRelation, RelatableMention, RelationEnd } from "./relation-mention";
