/**
 * A sentence and what holds of the words in double square brackets in it. `holds` is an entity or a class that exactly these
 * words are tagged with, `nothing` where no mention may touch them, or `not …` for an entity or class that must not.
 */
export type ContextCase = readonly [title: string, text: string, holds: string];
