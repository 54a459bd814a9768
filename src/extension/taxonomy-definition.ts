import type { Pack, Snippet, Taxonomy } from "../core";
import type { TaxonomyNode } from "./presentation/taxonomy/taxonomy-tree";

const NOTHING: Snippet = { classes: [], entities: [], terms: [] };

/** Where a part of a taxonomy is defined. */
export interface TaxonomyDefinition {
  readonly pack: Pack;
  /** One-based. */
  readonly line: number;
  readonly snippet: Snippet;
}

/** The definition of what a row stands for; undefined for a facet, and for generic terms together, which have none. */
export function definitionOf({ packs }: Taxonomy, node: TaxonomyNode): TaxonomyDefinition | undefined {
  switch (node.kind) {
    case "facet":
    case "genericTerms":
      return undefined;
    case "class":
      return lastOf(packs, (pack) => {
        const found = pack.classes.find(({ id }) => id === node.class);
        return found && { pack, line: found.line, snippet: { ...NOTHING, classes: [found] } };
      });
    case "entity":
      return entityDefinition(packs, node.entity.id);
    case "term": {
      if (node.parent.kind === "entity") {
        const definition = entityDefinition(packs, node.parent.entity.id);
        return definition && { ...definition, line: node.line };
      }
      return genericDefinition(packs, node.class, node.text, node.packUri);
    }
  }
}

/** The definition of an entity that is in force. */
export function entityDefinition(packs: readonly Pack[], id: string): TaxonomyDefinition | undefined {
  return lastOf(packs, (pack) => {
    const entity = pack.entities.find((each) => each.id === id);
    return entity && { pack, line: entity.line, snippet: { ...NOTHING, entities: [entity] } };
  });
}

/** The definition of a generic term, in one pack or in whichever has it. */
export function genericDefinition(
  packs: readonly Pack[],
  classId: string,
  text: string,
  packUri?: string,
): TaxonomyDefinition | undefined {
  return lastOf(packs, (pack) => {
    if (packUri !== undefined && pack.uri !== packUri) return undefined;
    const found = pack.terms.find((each) => each.class === classId && each.term.text === text);
    return found && { pack, line: found.term.line, snippet: { ...NOTHING, terms: [found] } };
  });
}

/** Several definitions as one snippet, with the classes of theirs that are not built in. */
export function joinedSnippet({ packs }: Taxonomy, snippets: readonly Snippet[]): Snippet {
  const unique = <T>(items: readonly T[]) => [...new Set(items)];
  const entities = unique(snippets.flatMap((snippet) => snippet.entities));
  const terms = unique(snippets.flatMap((snippet) => snippet.terms));
  const used = new Set([...entities, ...terms].map((each) => each.class));
  const own = packs.filter(({ layer }) => layer !== "built-in").flatMap(({ classes }) => classes);
  const classes = [...snippets.flatMap((snippet) => snippet.classes), ...own.filter(({ id }) => used.has(id))];
  return { classes: unique(classes), entities, terms };
}

/** What a later layer says is in force. */
function lastOf<T>(packs: readonly Pack[], find: (pack: Pack) => T | undefined): T | undefined {
  for (const pack of [...packs].reverse()) {
    const found = find(pack);
    if (found !== undefined) return found;
  }
  return undefined;
}
