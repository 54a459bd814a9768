import type { ThemeCondition, ThemeRule } from "../model";

/** A theme rule in one line for people, as changes of packs and explanations show it. */
export function describeThemeRule({ weight, within, all, any, not }: ThemeRule): string {
  const groups = Object.entries({ all, any, not }).filter(([, conditions]) => conditions.length > 0);
  const parts = groups.map(([name, conditions]) => `${name} ${conditions.map(describeCondition).join(" + ")}`);
  return `${weight} in one ${within}: ${parts.join(", ")}`;
}

function describeCondition({ classes, entities, phrases, match, evenNegated }: ThemeCondition): string {
  const quoted = [...phrases, ...(match === undefined ? [] : [match])].map((text) => `"${text}"`);
  return `(${[...classes, ...entities, ...quoted].join(" | ")})${evenNegated ? " even negated" : ""}`;
}
