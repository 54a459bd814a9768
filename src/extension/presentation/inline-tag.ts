import type { ClassId } from "../../core";

/**
 * A mention as an inline tag in Markdown: `[UK Biobank]{.infrastructure-data entity="uk-biobank"}` (a Pandoc bracketed
 * span). Undefined for text that cannot stand in one: with square brackets or over more than one paragraph.
 */
export function inlineTag(text: string, classId: ClassId, entity?: string): string | undefined {
  if (text.trim() === "" || /[[\]]|\n\s*\n/.test(text)) return undefined;
  const link = entity === undefined ? "" : ` entity="${entity}"`;
  return `[${text}]{.${classId.replace(".", "-")}${link}}`;
}
