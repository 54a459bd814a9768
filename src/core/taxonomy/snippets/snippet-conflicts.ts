import { expandTerm } from "../forms/expansion";
import { foldPhrase } from "../forms/fold-phrase";
import type { ClassId } from "../scheme";
import type { Pack, Term } from "../model";
import type { Snippet } from "./snippet";

/** Another place that speaks of what a snippet brings. */
export interface SnippetConflict {
  /**
   * - `same-id`: another pack defines the entity too; the later layer replaces the earlier one;
   * - `differs`: the pack itself defines it with another class, label, definition, link or broader entity, and keeps its own;
   * - `same-term`: the words stand elsewhere for another entity or class.
   */
  readonly kind: "same-id" | "differs" | "same-term";
  /** The entity of the snippet; absent for a generic term. */
  readonly entity?: string;
  /** The id or the words that both have; for `differs` the key. */
  readonly subject: string;
  /** The entity, or the class of the generic term, that has it there. */
  readonly holder: string;
  /** The pack that has it, its file and the one-based line. */
  readonly pack: string;
  readonly uri: string;
  readonly line: number;
}

/**
 * What of a snippet stands in packs already and does not agree, so that a person can decide before anything is written.
 *
 * @param packs all packs in force, with the one to be written as it is now
 * @param target the `uri` of the pack to be written
 */
export function conflictsOf(snippet: Snippet, packs: readonly Pack[], target: string): SnippetConflict[] {
  return [...sameIds(snippet, packs, target), ...sameTerms(snippet, packs)];
}

function sameIds({ entities }: Snippet, packs: readonly Pack[], target: string): SnippetConflict[] {
  return packs.flatMap((pack) =>
    pack.entities.flatMap((own): SnippetConflict[] => {
      const other = entities.find(({ id }) => id === own.id);
      if (other === undefined) return [];
      const place = { entity: own.id, holder: own.id, pack: pack.id, uri: pack.uri, line: own.line };
      if (pack.uri !== target) return [{ ...place, kind: "same-id", subject: own.id }];
      return differingKeys(own, other).map((subject) => ({ ...place, kind: "differs", subject }));
    }),
  );
}

function differingKeys(own: Pack["entities"][number], other: Pack["entities"][number]): string[] {
  const keys = (["class", "label", "definition", "broader"] as const).filter(
    (key) => own[key] !== undefined && other[key] !== undefined && own[key] !== other[key],
  );
  const links = Object.entries(other.links ?? {}).filter(([scheme, link]) => (own.links?.[scheme] ?? link) !== link);
  return [...keys, ...links.map(([scheme]) => `links.${scheme}`)];
}

/** A term with what it stands for: an entity, else the class of a generic term. */
interface HeldTerm {
  readonly term: Term;
  readonly entity?: string;
  readonly class: ClassId;
}

function sameTerms(snippet: Snippet, packs: readonly Pack[]): SnippetConflict[] {
  const brought = new Map<string, HeldTerm>();
  for (const held of heldTerms(snippet)) for (const form of foldedForms(held.term)) brought.set(form, held);
  const found: SnippetConflict[] = [];
  for (const pack of packs) {
    for (const held of heldTerms(pack)) {
      const other = foldedForms(held.term)
        .map((form) => brought.get(form))
        .find((each) => each !== undefined && holderOf(each) !== holderOf(held));
      if (other === undefined) continue;
      const { entity, term } = other;
      found.push({
        kind: "same-term",
        ...(entity === undefined ? {} : { entity }),
        subject: term.text,
        holder: holderOf(held),
        pack: pack.id,
        uri: pack.uri,
        line: held.term.line,
      });
    }
  }
  return found;
}

function heldTerms({ entities, terms }: Pick<Pack, "entities" | "terms">): HeldTerm[] {
  return [
    ...entities.flatMap((entity) =>
      entity.terms.map((term): HeldTerm => ({ term, entity: entity.id, class: entity.class })),
    ),
    ...terms.map(({ class: classId, term }): HeldTerm => ({ term, class: classId })),
  ];
}

function holderOf({ entity, class: classId }: HeldTerm): string {
  return entity ?? classId;
}

function foldedForms({ text }: Term): string[] {
  if (!/[([]/.test(text)) return [foldPhrase(text)];
  const expanded = expandTerm(text);
  return "error" in expanded ? [] : expanded.expansions.map(foldPhrase);
}
