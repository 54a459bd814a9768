export type { Coverage } from "./arguments";
export { extractRelations, FULL_COVERAGE, type RelationInput } from "./extract-relations";
export { RelationIndex } from "./relation-index";
export type { Modality } from "./modality";
export type { FoundRelation, RelatableMention, RelationEnd } from "./relation-mention";
