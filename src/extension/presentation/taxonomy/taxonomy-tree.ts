import { FACET_LABELS, FACETS, facetOf, type ClassId, type Entity, type Facet, type Taxonomy } from "../../../core";
import { fold } from "../fold";

/** The row of a facet. */
export interface TaxonomyFacetNode {
  readonly kind: "facet";
  readonly id: string;
  readonly facet: Facet;
  readonly label: string;
}

/** The row of a class. */
export interface TaxonomyClassNode {
  readonly kind: "class";
  readonly id: string;
  readonly class: ClassId;
  readonly label: string;
  readonly parent: TaxonomyFacetNode;
}

/** The generic terms of a class. */
export interface GenericTermsNode {
  readonly kind: "genericTerms";
  readonly id: string;
  readonly class: ClassId;
  readonly parent: TaxonomyClassNode;
}

/** The row of an entity. */
export interface TaxonomyEntityNode {
  readonly kind: "entity";
  readonly id: string;
  readonly class: ClassId;
  readonly entity: Entity;
  readonly parent: TaxonomyClassNode | TaxonomyEntityNode;
}

/** A term of an entity, or a generic one. */
export interface TaxonomyTermNode {
  readonly kind: "term";
  readonly id: string;
  readonly class: ClassId;
  readonly text: string;
  /** One-based line in the pack. */
  readonly line: number;
  /** The pack of a generic term; that of an entity's term is its entity's. */
  readonly packUri?: string;
  readonly parent: TaxonomyEntityNode | GenericTermsNode;
}

/** A row of the Taxonomy view. */
export type TaxonomyNode =
  TaxonomyFacetNode | TaxonomyClassNode | GenericTermsNode | TaxonomyEntityNode | TaxonomyTermNode;

/** What the tree needs of a taxonomy. */
export type TreeTaxonomy = Pick<Taxonomy, "classes" | "entities" | "packs">;

/** A generic term with the pack it is from. */
interface OwnedTerm {
  readonly text: string;
  readonly line: number;
  readonly packUri: string;
}

const collator = new Intl.Collator("en");

/**
 * A taxonomy by facet, class, entity and term. An entity stands under its broader one where both are of one class, else under
 * its class. Rows are made when somebody opens what is above them.
 */
export class TaxonomyTree {
  readonly roots: readonly TaxonomyFacetNode[];
  readonly #taxonomy: TreeTaxonomy;
  readonly #filter: string;
  readonly #narrower = new Map<string, Entity[]>();
  readonly #top = new Map<ClassId, Entity[]>();
  readonly #generic = new Map<ClassId, OwnedTerm[]>();
  /** What a filter leaves: entities that match, and those above them. */
  readonly #kept: ReadonlySet<string> | undefined;
  readonly #nodes = new Map<string, TaxonomyNode>();

  /** `filter` keeps what holds it in an id, a label or a term, or in the class; upper case and accents do not matter. */
  constructor(taxonomy: TreeTaxonomy, filter: string) {
    this.#taxonomy = taxonomy;
    this.#filter = fold(filter.trim());
    this.#kept = this.#filter === "" ? undefined : this.#keptEntities();
    for (const entity of taxonomy.entities.values()) this.#place(entity);
    for (const { terms, uri } of taxonomy.packs) {
      for (const { class: classId, term } of terms) {
        const isShown = this.#kept === undefined || this.#holds(term.text) || this.#classHolds(classId);
        if (isShown) pushTo(this.#generic, classId, { text: term.text, line: term.line, packUri: uri });
      }
    }
    this.roots = FACETS.filter((facet) => this.#classesOf(facet).length > 0).map((facet) =>
      this.#node({ kind: "facet", id: facet, facet, label: FACET_LABELS[facet] }),
    );
  }

  /** None for a row of an earlier tree, of which the editor may still ask: rows made for that one would stand in this. */
  childrenOf(node: TaxonomyNode): TaxonomyNode[] {
    if (this.#nodes.get(node.id) !== node) return [];
    switch (node.kind) {
      case "facet":
        return this.#classesOf(node.facet).map((id) => this.#classNode(id));
      case "class":
        return [...this.#genericNodes(node), ...this.#entityNodes(this.#top.get(node.class), node)];
      case "genericTerms":
        return this.#genericTerms(node);
      case "entity":
        return [...this.#entityNodes(this.#narrower.get(node.entity.id), node), ...this.#termNodes(node)];
      case "term":
        return [];
    }
  }

  /** The row of an entity; undefined where there is none, or the filter hides it. */
  entityNode(id: string): TaxonomyEntityNode | undefined {
    const entity = this.#taxonomy.entities.get(id);
    if (entity === undefined || !(this.#kept?.has(id) ?? true)) return undefined;
    const broader = broaderIn(this.#taxonomy, entity);
    const parent = broader === undefined ? this.#classNode(entity.class) : this.entityNode(broader.id);
    return parent === undefined ? undefined : this.#entityNode(entity, parent);
  }

  #place(entity: Entity): void {
    if (!(this.#kept?.has(entity.id) ?? true)) return;
    const broader = broaderIn(this.#taxonomy, entity);
    if (broader === undefined) pushTo(this.#top, entity.class, entity);
    else pushTo(this.#narrower, broader.id, entity);
  }

  #classesOf(facet: Facet): ClassId[] {
    const ids = [...this.#taxonomy.classes.keys()].filter((id) => facetOf(id) === facet);
    if (this.#kept === undefined) return ids;
    return ids.filter((id) => this.#top.has(id) || this.#generic.has(id) || this.#classHolds(id));
  }

  #classNode(id: ClassId): TaxonomyClassNode {
    const facet = facetOf(id);
    const parent = this.#node({ kind: "facet" as const, id: facet, facet, label: FACET_LABELS[facet] });
    const label = this.#taxonomy.classes.get(id)?.label ?? id;
    return this.#node({ kind: "class", id, class: id, label, parent });
  }

  #genericNodes(parent: TaxonomyClassNode): GenericTermsNode[] {
    if (!this.#generic.has(parent.class)) return [];
    return [this.#node({ kind: "genericTerms", id: `generic:${parent.class}`, class: parent.class, parent })];
  }

  #genericTerms(parent: GenericTermsNode): TaxonomyTermNode[] {
    const terms = [...(this.#generic.get(parent.class) ?? [])].sort((a, b) => collator.compare(a.text, b.text));
    return terms.map(({ text, line, packUri }, i) =>
      this.#node({ kind: "term", id: `${parent.id}/${i}`, class: parent.class, text, line, packUri, parent }),
    );
  }

  #entityNodes(entities: readonly Entity[] = [], parent: TaxonomyClassNode | TaxonomyEntityNode): TaxonomyEntityNode[] {
    return [...entities]
      .sort((a, b) => collator.compare(a.label, b.label))
      .map((entity) => this.#entityNode(entity, parent));
  }

  #entityNode(entity: Entity, parent: TaxonomyClassNode | TaxonomyEntityNode): TaxonomyEntityNode {
    return this.#node({ kind: "entity", id: `entity:${entity.id}`, class: entity.class, entity, parent });
  }

  #termNodes(parent: TaxonomyEntityNode): TaxonomyTermNode[] {
    return parent.entity.terms.map(({ text, line }, i) =>
      this.#node({ kind: "term", id: `${parent.id}/${i}`, class: parent.class, text, line, parent }),
    );
  }

  /** The editor knows rows by identity. */
  #node<T extends TaxonomyNode>(made: T): T {
    const known = this.#nodes.get(made.id);
    if (known !== undefined) return known as T;
    this.#nodes.set(made.id, made);
    return made;
  }

  #keptEntities(): ReadonlySet<string> {
    const kept = new Set<string>();
    for (const entity of this.#taxonomy.entities.values()) {
      if (!this.#matches(entity)) continue;
      for (let at: Entity | undefined = entity; at !== undefined && !kept.has(at.id);) {
        kept.add(at.id);
        at = broaderIn(this.#taxonomy, at);
      }
    }
    return kept;
  }

  #matches({ id, class: classId, terms, label }: Entity): boolean {
    return (
      this.#holds(id) || this.#holds(label) || terms.some(({ text }) => this.#holds(text)) || this.#classHolds(classId)
    );
  }

  #classHolds(id: ClassId): boolean {
    return this.#holds(id) || this.#holds(this.#taxonomy.classes.get(id)?.label ?? "");
  }

  #holds(text: string): boolean {
    return fold(text).includes(this.#filter);
  }
}

/** The entity above another one in the tree: of the same class, and not below it. */
export function broaderIn({ entities }: Pick<TreeTaxonomy, "entities">, entity: Entity): Entity | undefined {
  const broader = entity.broader === undefined ? undefined : entities.get(entity.broader);
  if (broader?.class !== entity.class) return undefined;
  const seen = new Set<string>();
  for (let at: Entity | undefined = broader; at !== undefined;) {
    // In a circle nothing is on top, so nothing of it would be shown.
    if (at.id === entity.id || seen.has(at.id)) return undefined;
    seen.add(at.id);
    at = at.broader === undefined ? undefined : entities.get(at.broader);
  }
  return broader;
}

function pushTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
