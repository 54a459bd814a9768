import type { Problem } from "../problem";
import { foldPhrase } from "./forms/fold-phrase";
import type { Pack } from "./model";
import type { ClassId } from "./scheme";

/** Whether what `later` says may take the place of what `earlier` says: of another layer, or of a pack that it builds on. */
export function mayOverrule(later: Pack, earlier: Pack): boolean {
  return later !== earlier && (later.layer !== earlier.layer || later.extends !== undefined);
}

/** What packs retire from packs before them. */
export class RetiredTerms {
  readonly #order: ReadonlyMap<Pack, number>;
  /** By what is retired, the packs that do. */
  readonly #by = new Map<string, Pack[]>();

  /** @param packs in the order of layers */
  constructor(packs: readonly Pack[]) {
    this.#order = new Map(packs.map((pack, i) => [pack, i]));
    for (const pack of packs) {
      for (const retired of pack.retire ?? []) {
        const key = "entity" in retired ? retired.entity : termKey(retired.class, retired.text);
        this.#by.set(key, [...(this.#by.get(key) ?? []), pack]);
      }
    }
  }

  /** Whether the definition of an entity in `pack` is retired. */
  isEntityRetired(id: string, pack: Pack): boolean {
    return this.#isRetired(id, pack);
  }

  /** Whether a term of `pack` is retired; `text` as the pack writes it. */
  isTermRetired(classId: ClassId, text: string, pack: Pack): boolean {
    return this.#by.size > 0 && this.#isRetired(termKey(classId, text), pack);
  }

  #isRetired(key: string, pack: Pack): boolean {
    const retiring = this.#by.get(key) ?? [];
    return retiring.some((other) => this.#order.get(other)! > this.#order.get(pack)! && mayOverrule(other, pack));
  }
}

/**
 * Finds retirements of what no other pack says (`taxonomy.retires-nothing`, warnings).
 *
 * @param packs all packs in force
 */
export function checkRetirements(packs: readonly Pack[]): Problem[] {
  if (packs.every(({ retire }) => retire === undefined)) return [];
  const places = new Map<string, Set<Pack>>();
  const add = (key: string, pack: Pack) => places.set(key, (places.get(key) ?? new Set()).add(pack));
  for (const pack of packs) {
    for (const { id, class: classId, terms } of pack.entities) {
      add(id, pack);
      for (const { text } of terms) add(termKey(classId, text), pack);
    }
    for (const { class: classId, term } of pack.terms) add(termKey(classId, term.text), pack);
  }
  return packs.flatMap((pack) =>
    (pack.retire ?? []).flatMap((retired): Problem[] => {
      const [key, what, subject] =
        "entity" in retired
          ? [retired.entity, `the entity "${retired.entity}"`, retired.entity]
          : [termKey(retired.class, retired.text), `"${retired.text}" as a term of ${retired.class}`, retired.text];
      if ([...(places.get(key) ?? [])].some((other) => mayOverrule(pack, other))) return [];
      const message = `No earlier layer has ${what}, so nothing is retired. Write it as its pack does, or remove the line.`;
      const { uri } = pack;
      return [{ severity: "warning", code: "taxonomy.retires-nothing", message, uri, line: retired.line, subject }];
    }),
  );
}

/** Ids hold no space and folded phrases begin with one, so that no term is taken for an id. */
function termKey(classId: ClassId, text: string): string {
  return `${classId}${foldPhrase(text)}`;
}
