import { FACETS } from "../taxonomy/scheme";
import type { KeyPassage } from "./key-passages";
import type { CorpusReport, FacetRanking } from "./report";
import {
  counted,
  FACET_TITLES,
  facetSummary,
  KIND_LABELS,
  methodOf,
  networkSummary,
  number,
  percent,
  sourceOf,
  summaryOf,
} from "./report-words";

/** A cell of a table: a number stands on the right. */
type Cell = string | number;

/** In full blocks. */
const BAR_LENGTH = 12;

/** Documents beyond are counted, not listed. */
const DOCUMENTS = 200;

/** A report as Markdown with tables, for GitHub, Pandoc and the previews of editors. It holds no HTML. */
export function reportAsMarkdown(report: CorpusReport): string {
  const parts = [
    frontMatter(report),
    `# ${escaped(report.title)}`,
    `${summaryOf(report)}${report.date === undefined ? "" : ` ${escaped(report.date)}.`}`,
    ...contents(report),
    ...report.facets.flatMap(rankingSection),
    ...themesSection(report),
    ...relationsSection(report),
    ...networkSection(report),
    ...timelineSection(report),
    "## Key passages",
    "Actors are set in bold, infrastructure in italics, sovereignty concepts in both.",
    ...(report.passages.length === 0
      ? ["No passage mentions two different things."]
      : report.passages.map(passageQuote)),
    ...documentsSection(report),
    "## Method",
    ...methodOf(report).map(escaped),
    table(
      ["Pack", "Title", "Version"],
      report.packs.map(({ id, title, version }) => [id, title, version]),
    ),
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

function contents({ facets, classes, figures }: CorpusReport): string[] {
  const most = classes[0]?.mentions ?? 0;
  return [
    "## What is in it",
    table(
      ["Facet", "Mentions#", "", "Share#", "Entities and terms#", "Documents#"],
      facets.map(({ facet, mentions, keys, documents }) => {
        const share = percent(mentions, figures.mentions);
        return [FACET_TITLES[facet], mentions, bar(mentions, figures.mentions), share, keys, documents];
      }),
    ),
    table(
      ["Class", "Facet", "Mentions#", "", "Documents#"],
      classes.map(({ label, facet, mentions, documents }) => {
        return [label, FACET_TITLES[facet], mentions, bar(mentions, most), documents];
      }),
    ),
  ];
}

function rankingSection(ranking: FacetRanking): string[] {
  const { facet, rows } = ranking;
  const most = rows[0]?.mentions ?? 0;
  const body = rows.map(({ label, classLabel, kind, mentions, documents }) => {
    return [label, classLabel, KIND_LABELS[kind], mentions, bar(mentions, most), documents];
  });
  return [
    `## ${FACET_TITLES[facet]}`,
    facetSummary(ranking),
    ...(body.length === 0 ? [] : [table(["Entity or term", "Class", "Kind", "Mentions#", "", "Documents#"], body)]),
  ];
}

function themesSection({ themes }: CorpusReport): string[] {
  if (themes === undefined) return [];
  const rows = themes.map(({ label, documents }) => [label, documents]);
  return ["## Themes", table(["Theme", "Documents#"], rows)];
}

function relationsSection({ relations }: CorpusReport): string[] {
  if (relations === undefined || relations.length === 0) return [];
  const rows = relations.map(({ source, type, target, passages }) => [source, type, target, passages]);
  return ["## Relations", table(["Source", "Relation", "Target", "Passages#"], rows)];
}

function networkSection(report: CorpusReport): string[] {
  const { nodes, links } = report.network;
  const labels = new Map(nodes.map(({ key, label }) => [key, label]));
  const rows = links.map(({ a, b, together, expected, pmi, logLikelihood }) => {
    const figures = [expected, pmi, logLikelihood].map((figure) => figure.toFixed(2));
    return [labels.get(a) ?? a, labels.get(b) ?? b, together, ...figures];
  });
  return [
    "## Network",
    networkSummary(report),
    ...(rows.length === 0 ? [] : [table(["One", "Other", "Sentences#", "Expected#", "PMI#", "G²#"], rows)]),
  ];
}

function timelineSection({ timeline: { periods } }: CorpusReport): string[] {
  if (periods.length === 0) return [];
  const most = periods.reduce((max, { mentions }) => Math.max(max, mentions), 0);
  const rows = periods.map(({ period, documents, mentions, facets }) => {
    return [period, documents, mentions, bar(mentions, most), ...FACETS.map((facet) => facets[facet])];
  });
  const heads = ["Period", "Documents#", "Mentions#", "", ...FACETS.map((facet) => `${FACET_TITLES[facet]}#`)];
  return ["## Over time", table(heads, rows)];
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

function documentsSection({ documents, leftOut }: CorpusReport): string[] {
  const rows = documents.slice(0, DOCUMENTS).map(({ path, title, date, words, mentions }) => {
    return [path, title, date ?? "", words, mentions];
  });
  const more = documents.length - rows.length;
  const left = leftOut.map(({ path, reason }) => [path, reason]);
  return [
    "## Documents",
    table(["Document", "Title", "Date", "Words#", "Mentions#"], rows),
    ...(more > 0 ? [`${counted(more, "document")} with fewer mentions are not listed.`] : []),
    ...(left.length > 0 ? ["Files left out:", table(["File", "Reason"], left)] : []),
  ];
}

/** @param heads titles of the columns; those of numbers end in "#" */
function table(heads: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(heads.map((head) => head.replace(/#$/, ""))),
    line(heads.map((head) => (head.endsWith("#") ? "--:" : "---"))),
    ...rows.map((cells) => line(cells.map((cell) => (typeof cell === "number" ? number(cell) : escaped(cell))))),
  ].join("\n");
}

function bar(value: number, most: number): string {
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
