import { mentionKey, type ClassId, type ConcordanceQuery, type ReviewedMention } from "../../../core";

/** What somebody wants a concordance of, as plain data that can be remembered. */
export type ConcordanceSubject =
  | { readonly kind: "entity"; readonly entity: string; readonly label: string }
  /** A class, or a facet. */
  | { readonly kind: "class"; readonly class: ClassId; readonly label: string }
  /** The mentions of one row of the Entities view; `key` as `mentionKey` gives it. */
  | { readonly kind: "group"; readonly class: ClassId; readonly key: string; readonly label: string }
  | { readonly kind: "words"; readonly words: string; readonly label: string };

export function queryOf(subject: ConcordanceSubject): ConcordanceQuery {
  switch (subject.kind) {
    case "entity":
    case "class":
    case "words":
      return subject;
    case "group":
      return {
        kind: "mentions",
        answers: (mention) => mention.class === subject.class && mentionKey(mention) === subject.key,
      };
  }
}

/** The entity of a mention, or all mentions of the same term. */
export function subjectOfMention(mention: ReviewedMention, label: string): ConcordanceSubject {
  const { entity } = mention;
  return entity === undefined
    ? { kind: "group", class: mention.class, key: mentionKey(mention), label }
    : { kind: "entity", entity, label };
}

/** A subject as it was remembered; undefined where it is none. */
export function readSubject(value: unknown): ConcordanceSubject | undefined {
  const { kind, label, entity, class: classId, key, words } = (value ?? {}) as Record<string, unknown>;
  if (typeof label !== "string") return undefined;
  if (kind === "entity" && typeof entity === "string") return { kind, entity, label };
  if (kind === "words" && typeof words === "string") return { kind, words, label };
  if (typeof classId !== "string") return undefined;
  if (kind === "class") return { kind, class: classId, label };
  return kind === "group" && typeof key === "string" ? { kind, class: classId, key, label } : undefined;
}
