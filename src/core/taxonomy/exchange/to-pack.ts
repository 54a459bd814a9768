import type { ClassDefinition } from "../model";
import type { ClassId } from "../scheme";
import { type ClassChoice, ClassResolver } from "./class-resolver";
import type { ExchangeReport } from "./exchange-report";
import { chooseLanguage, LabelReader } from "./label-reader";
import { type ClassDraft, compare, type EntityDraft, type PackDraft } from "./pack-source";
import { uniqueId } from "./pack-ids";
import {
  type Concept,
  coveringTerms,
  entityOfKey,
  hasFlags,
  type Scheme,
  type Thesaurus,
  type WrittenTerm,
} from "./thesaurus";

export interface PackOptions extends ClassChoice {
  /** Id of the pack; absent: that of the only scheme, else `imported`. */
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  /** A BCP 47 tag; absent: the scheme's, else the most frequent among the preferred labels. */
  readonly language?: string | undefined;
  /** What concepts become of which the file does not say whether they are named things: entities, unless chosen otherwise. */
  readonly as?: "entities" | "terms" | undefined;
  /** The classes there are already. */
  readonly classes: ReadonlyMap<ClassId, ClassDefinition>;
}

/** Makes a pack of a thesaurus; the report says what did not fit. */
export function packOf(thesaurus: Thesaurus, options: PackOptions, report: ExchangeReport): PackDraft {
  return new PackMaker(thesaurus, options, report).make();
}

class PackMaker {
  readonly #language: string;
  readonly #labels: LabelReader;
  readonly #resolver: ClassResolver;
  readonly #classes: ReadonlyMap<ClassId, ClassDraft>;
  readonly #entityIds = new Map<string, string>();
  readonly #takenIds = new Set<string>();

  constructor(
    readonly thesaurus: Thesaurus,
    readonly options: PackOptions,
    readonly report: ExchangeReport,
  ) {
    this.#language = chooseLanguage(thesaurus, options.language);
    this.#labels = new LabelReader(this.#language, report);
    this.#classes = this.#definedClasses();
    this.#resolver = new ClassResolver(thesaurus, new Map([...options.classes, ...this.#classes]), options);
  }

  make(): PackDraft {
    const { schemes } = this.thesaurus;
    if (schemes.length > 1) this.report.note("exchange.schemes", undefined, undefined, schemes.length);
    const members = this.#members();
    const entities = members.filter((concept) => this.#becomesEntity(concept));
    this.#assignIds(entities);
    const drafts = entities.map((concept) => this.#entity(concept)).filter((draft) => draft !== undefined);
    this.#noteSharedLabels(drafts);
    const terms = this.#genericTerms(members.filter((concept) => !this.#becomesEntity(concept)));
    return {
      ...this.#head(schemes),
      classes: [...this.#classes.values()],
      entities: this.#withoutCircles(drafts),
      terms,
      ignore: schemes.flatMap((scheme) => scheme.ignore),
      retire: schemes.flatMap(({ retire = [] }) => retire),
    };
  }

  #head(schemes: readonly Scheme[]): Pick<PackDraft, "id" | "title" | "version" | "language" | "extends"> {
    const only: Partial<Scheme> = schemes.length === 1 ? schemes[0]! : {};
    const title = this.options.title ?? only.title ?? this.options.id ?? only.id ?? "Imported terms";
    if (schemes.length > 1) {
      for (const { extends: base } of schemes) if (base !== undefined) this.report.note("exchange.extends", base);
    }
    const id = this.options.id ?? uniqueId([only.id, title], new Set(), "imported");
    return { id, title, version: only.version ?? "1.0.0", language: this.#language, extends: only.extends };
  }

  #definedClasses(): ReadonlyMap<ClassId, ClassDraft> {
    const drafts = new Map<ClassId, ClassDraft>();
    for (const concept of this.thesaurus.concepts) {
      if (concept.kind !== "class" || concept.id === undefined || concept.isDefined !== true) continue;
      const label = this.#labels.preferred(concept) ?? concept.id;
      const definition = this.#labels.definition(concept) ?? label;
      drafts.set(concept.id, { id: concept.id, label, definition });
    }
    return drafts;
  }

  /** The concepts that become entities or terms; what only orders others and what is out of use does not. */
  #members(): Concept[] {
    return this.thesaurus.concepts.filter((concept) => {
      if (concept.isDeprecated === true) this.report.note("exchange.deprecated", nameOf(concept), concept.line);
      else if (concept.kind === "group") this.report.note("exchange.groups", nameOf(concept), concept.line);
      else return this.#resolver.classNamedBy(concept) === undefined;
      return false;
    });
  }

  #becomesEntity({ kind }: Concept): boolean {
    return kind === "entity" || (kind === "concept" && this.options.as !== "terms");
  }

  /** Ids the file gives come first, so that no made-up one takes them. */
  #assignIds(entities: readonly Concept[]): void {
    const own = entities.filter(({ id }) => id !== undefined && uniqueId([id], new Set(), "") === id);
    for (const concept of own) if (!this.#takenIds.has(concept.id!)) this.#takeId(concept, concept.id!);
    for (const concept of entities) {
      if (this.#entityIds.has(concept.key)) continue;
      const wanted = [concept.id, this.#labels.nameOf(concept), concept.key.split(/[/#:]/).at(-1)];
      const id = uniqueId(wanted, this.#takenIds, "concept");
      if (/-\d+$/.test(id) && this.#takenIds.has(id.replace(/-\d+$/, ""))) {
        this.report.note("exchange.id-clash", id, concept.line);
      }
      this.#takeId(concept, id);
    }
  }

  #takeId({ key }: Concept, id: string): void {
    this.#takenIds.add(id);
    this.#entityIds.set(key, id);
  }

  #class(concept: Concept): ClassId | undefined {
    const id = this.#resolver.classOf(concept);
    if (id === undefined) this.report.note("exchange.no-class", nameOf(concept), concept.line);
    else if (this.options.classes.has(id) || this.#classes.has(id)) return id;
    else this.report.note("exchange.unknown-class", id, concept.line);
    return undefined;
  }

  #entity(concept: Concept): EntityDraft | undefined {
    const classId = this.#class(concept);
    const texts = this.#labels.terms(concept);
    if (classId === undefined || texts === undefined) return undefined;
    const { label, terms } = texts;
    const { links } = concept;
    const id = this.#entityIds.get(concept.key)!;
    const definition = this.#labels.definition(concept);
    return { id, class: classId, label, terms, definition, links, broader: this.#broader(concept) };
  }

  /** Two entities of one name: only a condition on a term can tell the tagger which is meant. */
  #noteSharedLabels(drafts: readonly EntityDraft[]): void {
    const owners = new Map<string, string>();
    for (const { id, label, terms } of drafts) {
      for (const text of [label, ...terms.filter((term) => !hasFlags(term)).map((term) => term.text)]) {
        const key = text.toLowerCase();
        const owner = owners.get(key);
        if (owner === undefined) owners.set(key, id);
        else if (owner !== id) this.report.note("exchange.label-clash", text);
      }
    }
  }

  /** Ids of the broader entities; classes and groups are not meant. */
  #broader(concept: Concept): string | undefined {
    const broader: string[] = [];
    for (const key of concept.broader) {
      const id = this.#entityIds.get(key) ?? entityOfKey(key);
      if (id !== undefined) broader.push(id);
      else if (!this.#isDescribed(key)) this.report.note("exchange.unknown-broader", key, concept.line);
    }
    if (broader.length > 1) this.report.note("exchange.several-broader", nameOf(concept), concept.line);
    return broader[0];
  }

  #described: ReadonlySet<string> | undefined;

  #isDescribed(key: string): boolean {
    this.#described ??= new Set(this.thesaurus.concepts.map((concept) => concept.key));
    return this.#described.has(key) || key.startsWith("class:");
  }

  /** Follows the one broader entity of each; whichever leads back into the path being walked is left out. */
  #withoutCircles(drafts: readonly EntityDraft[]): EntityDraft[] {
    const broader = new Map(drafts.map((draft) => [draft.id, draft.broader]));
    const walked = new Map<string, string>();
    const closing = new Set<string>();
    for (const { id: start } of drafts) {
      let id: string | undefined = start;
      while (id !== undefined && !walked.has(id)) {
        walked.set(id, start);
        const next: string | undefined = broader.get(id);
        if (next !== undefined && walked.get(next) === start) {
          closing.add(id);
          break;
        }
        id = next;
      }
    }
    return drafts.map((draft) => {
      if (!closing.has(draft.id)) return draft;
      this.report.note("exchange.cycle", draft.id);
      return { ...draft, broader: undefined };
    });
  }

  #genericTerms(concepts: readonly Concept[]): ReadonlyMap<ClassId, readonly WrittenTerm[]> {
    const groups = new Map<ClassId, Map<string, WrittenTerm>>();
    for (const concept of concepts) {
      const classId = this.#class(concept);
      const texts = this.#labels.terms(concept);
      if (classId === undefined || texts === undefined) continue;
      if (concept.kind === "concept") this.report.note("exchange.generic", texts.label, concept.line);
      let group = groups.get(classId);
      if (group === undefined) groups.set(classId, (group = new Map<string, WrittenTerm>()));
      for (const term of allTerms(texts)) group.set(JSON.stringify(term), term);
    }
    return new Map([...groups].map(([id, terms]) => [id, [...terms.values()].sort((a, b) => compare(a.text, b.text))]));
  }
}

/** The terms of a generic concept: its label is a term like the others, unless a family stands for it. */
function allTerms({ label, terms }: { label: string; terms: readonly WrittenTerm[] }): WrittenTerm[] {
  return coveringTerms(terms).has(label) ? [...terms] : [{ text: label, flags: {} }, ...terms];
}

function nameOf({ labels, key }: Concept): string {
  return (labels.find(({ role }) => role === "preferred") ?? labels[0])?.text ?? key;
}
