import { citationOf } from "../documents/page-anchors";
import type { ConcordanceLine } from "./concordance";

const COLUMNS = ["document", "start", "end", "left", "node", "right", "class", "entity", "status", "page"] as const;

/** Spreadsheets run cells that begin with these as formulas (OWASP, CSV injection). An apostrophe before makes them text. */
const FORMULA = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** The lines as CSV (RFC 4180) with a head; offsets are UTF-16 code units, `end` exclusive; the page is that of the original, where there is one. */
export function concordanceCsv(lines: readonly ConcordanceLine[]): string {
  const rows = lines.map(({ document, start, end, left, node, right, mention, page = "" }) => {
    const { class: classId = "", entity = "", status = "" } = mention ?? {};
    return [document, `${start}`, `${end}`, left, node, right, classId, entity, status, `${page}`]
      .map(csvCell)
      .join(",");
  });
  return [COLUMNS.join(","), ...rows, ""].join("\r\n");
}

/** The lines as a Markdown table under a title. Nothing in them is read as markup. */
export function concordanceMarkdown(lines: readonly ConcordanceLine[], title: string): string {
  const rows = lines.map(({ document, left, node, right, page }) => {
    return `| ${[citationOf(document, page), left, `**${escapeMarkdown(node)}**`, right].map((cell, i) => (i === 2 ? cell : escapeMarkdown(cell))).join(" | ")} |`;
  });
  return [`# ${escapeMarkdown(title)}`, "", "| | | | |", "| :-- | --: | :-: | :-- |", ...rows, ""].join("\n");
}

function csvCell(cell: string): string {
  const harmless = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Escapes what Markdown or the HTML in it would take for markup, in a text on one line. */
function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_{}[\]<>()#+\-.!|~&$:@^=]/g, "\\$&");
}
