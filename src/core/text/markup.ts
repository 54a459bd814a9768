/** Markup that is safe to insert: made by `markup`, which escapes whatever else it is given. */
export class Markup {
  constructor(readonly source: string) {}
}

type Insertion = string | number | Markup | undefined | readonly (Markup | undefined)[];

/** Markup from a template: text and numbers that are inserted are escaped, `undefined` is nothing. */
export function markup(parts: TemplateStringsArray, ...values: readonly Insertion[]): Markup {
  return new Markup(parts.reduce((source, part, index) => source + sourceOf(values[index - 1]) + part));
}

function sourceOf(value: Insertion): string {
  if (value === undefined) return "";
  if (value instanceof Markup) return value.source;
  if (typeof value === "object") return value.map(sourceOf).join("");
  return escapeMarkup(String(value));
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as HTML or XML that shows exactly this text, in elements and in quoted attributes; control characters are dropped. */
export function escapeMarkup(text: string): string {
  // eslint-disable-next-line no-control-regex -- they are not allowed in XML, not even escaped
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]!).replace(/[\0-\x08\x0b\x0c\x0e-\x1f]/g, "");
}
