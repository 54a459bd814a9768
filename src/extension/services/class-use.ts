import type { Memento } from "vscode";
import type { ClassId } from "../../core";
import { classKeys, recentClasses, withChoice, type ClassUsages } from "../presentation/marks/class-keys";
import type { TaxonomyService } from "./packs/taxonomy-service";

const STATE_KEY = "healthgeo.classUse";
const MOST_RECENT = 5;

/** Which classes the user chooses, remembered for the workspace, so that the likely ones are near at hand. */
export class ClassUse {
  readonly #state: Memento;
  readonly #taxonomy: TaxonomyService;

  constructor(state: Memento, taxonomy: TaxonomyService) {
    this.#state = state;
    this.#taxonomy = taxonomy;
  }

  record(classId: ClassId): void {
    void this.#state.update(STATE_KEY, withChoice(this.#usages, classId));
  }

  /** The classes chosen last, the latest first. */
  get recent(): ClassId[] {
    return recentClasses(this.#usages, this.#classes, MOST_RECENT);
  }

  /** The classes for the digits 1 to 9 in a document with these mentions, the most used first. */
  keysFor(mentions: readonly { readonly class: ClassId }[]): ClassId[] {
    return classKeys(this.#usages, this.#classes, mentions);
  }

  get #usages(): ClassUsages {
    return this.#state.get<ClassUsages>(STATE_KEY, {});
  }

  get #classes(): ClassId[] {
    return [...(this.#taxonomy.current?.classes.keys() ?? [])];
  }
}
