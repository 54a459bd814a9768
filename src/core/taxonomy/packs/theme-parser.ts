import { expandTerm } from "../forms/expansion";
import { type Theme, type ThemeCondition, type ThemeRule, THEME_SCOPES, type ThemeScope } from "../model";
import { FACETS, isClassId } from "../scheme";
import type { YamlEntries, YamlNode, YamlReader } from "./yaml-reader";

const THEME_KEYS = ["id", "label", "definition", "rules", "examples"];
const RULE_KEYS = ["weight", "within", "all", "any", "not"];
const CONDITION_KEYS = ["class", "entity", "phrase", "match", "evenNegated"];

/** Whether a text can be the id of a theme: lower-case words, in groups as class ids are, such as impact.equity. */
export function isThemeId(text: string): boolean {
  return /^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)?$/.test(text);
}

/** Reads one item of a pack's section `themes`; what is wrong becomes a problem of the reader. */
export class ThemeParser {
  constructor(readonly reader: YamlReader) {}

  parse(item: YamlNode): Theme | undefined {
    const entries = this.reader.entries(item, THEME_KEYS, "a theme");
    if (entries === undefined) return undefined;
    const id = this.#id(entries, item);
    const label = this.reader.required(entries, "label", "the theme", item);
    const definition = this.reader.required(entries, "definition", "the theme", item);
    const known = this.reader.problems.length;
    const rules = this.reader.items(entries, "rules", (rule) => this.#rule(rule));
    const isBroken = this.reader.problems.length > known;
    const { hits, misses } = this.#examples(entries);
    if (id === undefined || label === undefined || definition === undefined) return undefined;
    if (rules.length === 0 && !isBroken) {
      return this.reader.error(item, "pack.theme", `The theme "${id}" needs at least one rule under rules.`);
    }
    if (hits.length === 0) {
      return this.reader.error(item, "pack.theme", `The theme "${id}" needs at least one example under examples.hit.`);
    }
    return { id, label, definition, rules, hits, misses, line: item.line };
  }

  #id(entries: YamlEntries, owner: YamlNode): string | undefined {
    const id = this.reader.required(entries, "id", "the theme", owner);
    if (id === undefined || isThemeId(id)) return id;
    const message = `"${id}" is not a theme: use lower-case letters, digits and hyphens, in a group or alone, such as impact.equity.`;
    return this.reader.error(entries.get("id")!, "pack.theme", message);
  }

  #examples(entries: YamlEntries): { hits: readonly string[]; misses: readonly string[] } {
    const place = entries.get("examples");
    const lists = place && this.reader.entries(place, ["hit", "miss"], "examples");
    return lists === undefined
      ? { hits: [], misses: [] }
      : { hits: this.#texts(lists, "hit"), misses: this.#texts(lists, "miss") };
  }

  #rule(item: YamlNode): ThemeRule | undefined {
    const entries = this.reader.entries(item, RULE_KEYS, "a rule of a theme");
    if (entries === undefined) return undefined;
    const weight = this.#weight(entries, item);
    const within = this.#scope(entries);
    const conditionsOf = (key: string) => this.reader.items(entries, key, (condition) => this.#condition(condition));
    const [all, any, not] = [conditionsOf("all"), conditionsOf("any"), conditionsOf("not")];
    if (weight === undefined) return undefined;
    if (all.length + any.length === 0) {
      const message = "A rule of a theme needs a condition under all or any, else it would be met everywhere.";
      return this.reader.error(item, "pack.theme-rule", message);
    }
    return { weight, within, all, any, not, line: item.line };
  }

  #weight(entries: YamlEntries, owner: YamlNode): number | undefined {
    const written = this.reader.required(entries, "weight", "the rule", owner);
    if (written === undefined) return undefined;
    const weight = Number(written);
    if (weight > 0 && weight <= 1) return weight;
    const message = `"${written}" is not a weight: write how likely the theme is where this rule alone is met, above 0 and at most 1.`;
    return this.reader.error(entries.get("weight")!, "pack.theme-rule", message);
  }

  #scope(entries: YamlEntries): ThemeScope {
    const place = entries.get("within");
    const written = place && this.reader.text(place, '"within"');
    if (written === undefined) return "sentence";
    const scope = THEME_SCOPES.find((candidate) => candidate === written);
    if (scope === undefined) {
      const message = `"${written}" is not a place; conditions are met together within ${THEME_SCOPES.join(" or ")}.`;
      this.reader.error(place!, "pack.theme-rule", message);
    }
    return scope ?? "sentence";
  }

  #condition(item: YamlNode): ThemeCondition | undefined {
    const entries = this.reader.entries(item, CONDITION_KEYS, "a condition");
    if (entries === undefined) return undefined;
    const classes = this.#texts(entries, "class");
    for (const id of classes) this.#checkClass(entries.get("class")!, id);
    const entities = this.#texts(entries, "entity");
    const phrases = this.#texts(entries, "phrase");
    for (const phrase of phrases) this.#checkPhrase(entries.get("phrase")!, phrase);
    const matchPlace = entries.get("match");
    const match = matchPlace && this.reader.text(matchPlace, '"match"');
    const negatedPlace = entries.get("evenNegated");
    const evenNegated = (negatedPlace && this.reader.boolean(negatedPlace, '"evenNegated"')) ?? false;
    if (classes.length + entities.length + phrases.length === 0 && match === undefined) {
      const message = "A condition lists something under class, entity, phrase or match, else nothing meets it.";
      return this.reader.error(item, "pack.theme-rule", message);
    }
    return { classes, entities, phrases, ...(match === undefined ? {} : { match }), evenNegated, line: item.line };
  }

  #checkClass(place: YamlNode, id: string): void {
    if (isClassId(id) || FACETS.some((facet) => facet === id)) return;
    const message = `"${id}" is not a class; write facet.name, such as actor.state, or one of the facets ${FACETS.join(", ")}.`;
    this.reader.error(place, "pack.unknown-class", message);
  }

  #checkPhrase(place: YamlNode, phrase: string): void {
    const expanded = expandTerm(phrase);
    if ("error" in expanded) {
      this.reader.error(place, "pack.term-notation", `"${phrase}" cannot be expanded: ${expanded.error}.`);
    } else if (!expanded.expansions.some((text) => /[\p{L}\p{N}]/u.test(text))) {
      this.reader.error(
        place,
        "pack.term-empty",
        `"${phrase}" holds no letter or digit; write words that a text may have.`,
      );
    }
  }

  #texts(entries: YamlEntries, key: string): readonly string[] {
    const place = entries.get(key);
    return place === undefined ? [] : this.reader.texts(place, `"${key}"`);
  }
}
