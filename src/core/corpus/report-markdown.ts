import type { KeyPassage } from "./key-passages";
import type { CorpusReport } from "./report";
import {
  type ReportBar,
  type ReportCell,
  type ReportColumn,
  type ReportPart,
  type ReportSection,
  type ReportTable,
  sectionsOf,
} from "./report-sections";
import { FACET_TITLES, number, sourceOf, summaryOf } from "./report-words";

/** A report as Markdown with tables, for GitHub, Pandoc and the previews of editors. It holds no HTML. */
export function reportAsMarkdown(report: CorpusReport): string {
  const parts = [
    frontMatter(report),
    `# ${escaped(report.title)}`,
    `${summaryOf(report)}${report.date === undefined ? "" : ` ${escaped(report.date)}.`}`,
    ...sectionsOf(report).flatMap(sectionParts),
  ];
  return `${parts.join("\n\n")}\n`;
}

function frontMatter({ title, version, date }: CorpusReport): string {
  const dated = date === undefined ? [] : [`date: ${yamlString(date)}`];
  return ["---", `title: ${yamlString(title)}`, ...dated, `generator: HealthGeo ${version}`, "---"].join("\n");
}

/** A string of JSON is one of YAML. What is markup where front matter is taken for text is escaped. */
function yamlString(text: string): string {
  return JSON.stringify(text).replace(/[<>&`*_[\]]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

function sectionParts({ title, parts }: ReportSection): string[] {
  const hasPassages = parts.some(({ kind }) => kind === "passage");
  const hasTables = parts.filter(({ kind }) => kind === "table").length > 1;
  return [
    `## ${title}`,
    ...(hasPassages ? ["Actors are set in bold, infrastructure in italics, sovereignty concepts in both."] : []),
    ...parts.flatMap((part) => partOf(part, hasTables)),
  ];
}

/** @param hasTables whether the section has several, so that each must say what it is */
function partOf(part: ReportPart, hasTables: boolean): string[] {
  switch (part.kind) {
    case "sentence":
      return [escaped(part.text)];
    case "table":
      return [...(hasTables ? [`${part.caption}:`] : []), table(part)];
    case "passage":
      return [passageQuote(part.passage)];
    case "drawing":
      return [];
  }
}

/** Marks that need no HTML: one, two or three asterisks. */
const MARKS = { infrastructure: "*", actor: "**", sovereignty: "***" } as const;

function passageQuote(passage: KeyPassage): string {
  const words = passage.quote.map(({ text, facet }) => {
    const mark = facet === undefined ? "" : MARKS[facet];
    return `${mark}${escaped(text)}${mark}`;
  });
  return `> ${words.join("")}\n>\n> — ${escaped(sourceOf(passage))}`;
}

function table({ columns, rows }: ReportTable): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(columns.map(({ title }) => title)),
    line(columns.map(alignment)),
    ...rows.map((cells) => line(cells.map(shown))),
  ].join("\n");
}

function alignment({ kind }: ReportColumn): string {
  return kind === "number" ? "--:" : "---";
}

function shown(cell: ReportCell): string {
  if (typeof cell === "string") return escaped(cell);
  if (typeof cell === "number") return number(cell);
  if ("figure" in cell) return escaped(cell.figure);
  return "facet" in cell ? FACET_TITLES[cell.facet] : blocks(cell);
}

/** In full blocks. */
const BAR_LENGTH = 12;

function blocks({ parts, most }: ReportBar): string {
  const value = parts.reduce((sum, part) => sum + part.value, 0);
  return "█".repeat(most === 0 ? 0 : Math.round((BAR_LENGTH * value) / most));
}

/** Text that shows as it is: no emphasis, link, table cell, list, formula or HTML comes of it. */
function escaped(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\\`*_{}[\]<>#|~$^@&]/g, "\\$&")
    .replace(/^[-+=]/, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2");
}
