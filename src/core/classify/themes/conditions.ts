import type { ThemeCondition, ThemeRule, ThemeScope } from "../../taxonomy/model";
import type { TaxonomyTheme } from "../../taxonomy/taxonomy";

/** A rule whose conditions are numbers of a `ConditionTable`. */
export interface NumberedRule {
  readonly weight: number;
  readonly within: ThemeScope;
  readonly all: readonly number[];
  readonly any: readonly number[];
  readonly not: readonly number[];
}

/** All conditions of all themes; those that say the same are one, so that each is looked for once a passage. */
export class ConditionTable {
  readonly conditions: ThemeCondition[] = [];
  /** By number, the file of the first theme that states the condition. */
  readonly uris: string[] = [];
  readonly #numbers = new Map<string, number>();

  rulesOf({ theme, uri }: TaxonomyTheme): NumberedRule[] {
    return theme.rules.map((rule) => this.#rule(rule, uri));
  }

  #rule({ weight, within, all, any, not }: ThemeRule, uri: string): NumberedRule {
    const numbers = (conditions: readonly ThemeCondition[]) => conditions.map((each) => this.#numberOf(each, uri));
    return { weight, within, all: numbers(all), any: numbers(any), not: numbers(not) };
  }

  #numberOf(condition: ThemeCondition, uri: string): number {
    const key = JSON.stringify({ ...condition, line: 0 });
    let number = this.#numbers.get(key);
    if (number === undefined) {
      this.#numbers.set(key, (number = this.conditions.push(condition) - 1));
      this.uris.push(uri);
    }
    return number;
  }
}

/** Lists of condition numbers by what meets them. */
export class ConditionsBy {
  readonly #lists = new Map<string, number[]>();

  /** @param keysOf what meets a condition */
  constructor(conditions: readonly ThemeCondition[], keysOf: (condition: ThemeCondition) => Iterable<string>) {
    conditions.forEach((condition, number) => {
      for (const key of new Set(keysOf(condition))) {
        const list = this.#lists.get(key);
        if (list === undefined) this.#lists.set(key, [number]);
        else list.push(number);
      }
    });
  }

  get entries(): Iterable<readonly [key: string, conditions: readonly number[]]> {
    return this.#lists;
  }

  of(key: string): readonly number[] {
    return this.#lists.get(key) ?? NONE;
  }
}

const NONE: readonly number[] = [];
