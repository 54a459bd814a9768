import type { ClassDefinition, Entity, Pack, Term } from "../model";
import type { ClassId } from "../scheme";
import {
  type Concept,
  expansionsOf,
  hasFlags,
  type Label,
  type Scheme,
  keyOfClass,
  keyOfEntity,
  keyOfPack,
  type Thesaurus,
  type WrittenTerm,
  writtenTerm,
} from "./thesaurus";

/**
 * The packs as a thesaurus: a scheme for each pack, a concept for each class that is defined or used, each entity and each
 * generic term. Of two entities with one id the later one counts, as it does when packs are compiled.
 *
 * @param classes the definitions of classes that the packs use without defining them
 */
export function thesaurusOf(packs: readonly Pack[], classes: ReadonlyMap<ClassId, ClassDefinition>): Thesaurus {
  const entities = new Map<string, { entity: Entity; pack: Pack }>();
  for (const pack of packs) for (const entity of pack.entities) entities.set(entity.id, { entity, pack });
  return {
    schemes: packs.map(schemeOf),
    concepts: [
      ...classConcepts(packs, classes),
      ...[...entities.values()].map(({ entity, pack }) => entityConcept(entity, pack)),
      ...termConcepts(packs),
    ],
  };
}

function schemeOf(pack: Pack): Scheme {
  const { id, title, version, language } = pack;
  return {
    key: keyOfPack(id),
    id,
    title,
    version,
    language,
    extends: pack.extends,
    ignore: pack.ignore.map(writtenTerm),
    retire: (pack.retire ?? []).map((item) =>
      "entity" in item ? { entity: item.entity } : { class: item.class, text: item.text },
    ),
  };
}

function classConcepts(packs: readonly Pack[], known: ReadonlyMap<ClassId, ClassDefinition>): Concept[] {
  const used = new Map<ClassId, Set<Pack>>();
  const use = (id: ClassId, pack: Pack) => used.set(id, (used.get(id) ?? new Set()).add(pack));
  const definitions = new Map<ClassId, { definition: ClassDefinition; pack: Pack }>();
  for (const pack of packs) {
    for (const definition of pack.classes) {
      definitions.set(definition.id, { definition, pack });
      use(definition.id, pack);
    }
    for (const entity of pack.entities) use(entity.class, pack);
    for (const term of pack.terms) use(term.class, pack);
  }
  return [...used].map(([id, users]) => {
    const own = definitions.get(id);
    const definition = own?.definition ?? known.get(id);
    const language = own?.pack.language ?? "en";
    return {
      key: keyOfClass(id),
      kind: "class",
      id,
      class: id,
      labels: [{ text: definition?.label ?? id, language, role: "preferred" }],
      written: [],
      definitions: definition === undefined ? [] : [{ text: definition.definition, language }],
      broader: [],
      schemes: (own === undefined ? [...users] : [own.pack, ...users])
        .map((pack) => keyOfPack(pack.id))
        .filter(isFirst),
      links: {},
      isDefined: own !== undefined,
      line: own?.definition.line,
    };
  });
}

function isFirst<T>(item: T, index: number, list: readonly T[]): boolean {
  return list.indexOf(item) === index;
}

function entityConcept(entity: Entity, pack: Pack): Concept {
  const { id, class: classId, label, definition, broader, links = {}, line } = entity;
  const { language } = pack;
  const { labels, written } = labelsOf(entity.terms, language, label);
  return {
    key: keyOfEntity(id),
    kind: "entity",
    id,
    class: classId,
    labels,
    written,
    definitions: definition === undefined ? [] : [{ text: definition, language }],
    broader: broader === undefined ? [] : [keyOfEntity(broader)],
    schemes: [keyOfPack(pack.id)],
    links,
    line,
  };
}

function termConcepts(packs: readonly Pack[]): Concept[] {
  const taken = new Set<string>();
  return packs.flatMap((pack) =>
    pack.terms.flatMap(({ class: classId, term }): Concept[] => {
      const { labels, written } = labelsOf([term], pack.language);
      if (labels.length === 0) return [];
      return [
        {
          key: freeKey(`term:${classId}:${term.text}`, taken),
          kind: "term",
          class: classId,
          labels,
          written,
          definitions: [],
          broader: [],
          schemes: [keyOfPack(pack.id)],
          links: {},
          line: term.line,
        },
      ];
    }),
  );
}

function freeKey(wanted: string, taken: Set<string>): string {
  let key = wanted;
  for (let n = 2; taken.has(key); n++) key = `${wanted}:${n}`;
  taken.add(key);
  return key;
}

/** The plain texts that terms stand for, and the terms that are more than plain text. */
function labelsOf(
  terms: readonly Term[],
  language: string,
  preferred?: string,
): { labels: Label[]; written: WrittenTerm[] } {
  const texts = new Set<string>(preferred === undefined ? [] : [preferred]);
  const special: WrittenTerm[] = [];
  const covered = new Set<string>();
  const expanded = terms.map((term) => {
    const written = writtenTerm(term);
    const expansions = expansionsOf(term);
    const isSpecial = hasFlags(written) || expansions.length !== 1 || expansions[0] !== term.text;
    if (isSpecial) for (const text of expansions) covered.add(text);
    return { written, expansions, isSpecial };
  });
  for (const { written, expansions, isSpecial } of expanded) {
    for (const text of expansions) texts.add(text);
    // A plain term that a family covers would be lost among its expansions.
    if (isSpecial || (covered.has(written.text) && written.text !== preferred)) special.push(written);
  }
  const labels = [...texts].map((text, i): Label => ({ text, language, role: i === 0 ? "preferred" : "alternative" }));
  return { labels, written: special };
}
