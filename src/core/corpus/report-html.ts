import { type Facet, FACETS } from "../taxonomy/scheme";
import { Markup, markup } from "../text/markup";
import type { KeyPassage } from "./key-passages";
import { networkSvg } from "./network-svg";
import type { CorpusReport } from "./report";
import {
  type ReportBar,
  type ReportCell,
  type ReportColumn,
  type ReportPart,
  type ReportTable,
  sectionsOf,
} from "./report-sections";
import { REPORT_STYLE } from "./report-style";
import { FACET_TITLES, number, sourceOf, summaryOf } from "./report-words";

/** The style sheet is ours and goes in as it is. */
const STYLE = new Markup(REPORT_STYLE);

/** A report as one HTML page that asks for nothing else: no script, no image, no address. */
export function reportAsHtml(report: CorpusReport): string {
  const sections = sectionsOf(report);
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="HealthGeo ${report.version}">
<title>${report.title}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${report.title}</h1>
<p>${summaryOf(report)}${report.date === undefined ? undefined : markup` <time datetime="${report.date}">${report.date}</time>`}</p>
<ul class="legend" aria-label="Legend">
${FACETS.map(
  (facet) => markup`<li>${facetMark(facet)}</li>
`,
)}</ul>
</header>
<nav aria-label="Contents"><ul>
${sections.map(
  ({ id, title }) => markup`<li><a href="#${id}">${title}</a></li>
`,
)}</ul></nav>
<main>
${sections.map(
  ({ id, title, parts }) => markup`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
${parts.map((part) => partOf(part, report))}</section>
`,
)}</main>
</body>
</html>
`.source;
}

function partOf(part: ReportPart, report: CorpusReport): Markup {
  switch (part.kind) {
    case "sentence":
      return markup`<p>${part.text}</p>
`;
    case "table":
      return table(part);
    case "passage":
      return passageQuote(part.passage);
    case "drawing":
      return markup`<figure>${networkSvg(report.network, "Entities and terms that stand in the same sentences")}
<figcaption>Circles are actors, squares infrastructure, diamonds sovereignty concepts. The table has the same figures.</figcaption></figure>
`;
  }
}

function passageQuote(passage: KeyPassage): Markup {
  const words = passage.quote.map(({ text, class: classId, facet }) =>
    facet === undefined ? markup`${text}` : markup`<mark class="facet-${facet}" title="${classId}">${text}</mark>`,
  );
  return markup`<figure class="passage"><blockquote><p>${words}</p></blockquote><figcaption>${sourceOf(passage)}</figcaption></figure>
`;
}

function table({ caption, columns, rows, rowHeads }: ReportTable): Markup {
  const body = rows.map(
    (cells) => markup`<tr>${cells.map((cell, at) => (at < rowHeads ? rowHead(cell) : dataCell(cell)))}</tr>
`,
  );
  return markup`<div class="table"><table>
<caption>${caption}</caption>
<thead><tr>${columns.map(columnHead)}</tr></thead>
<tbody>
${body}</tbody>
</table></div>
`;
}

function columnHead({ title, kind }: ReportColumn): Markup {
  if (kind === "bar") return markup`<td></td>`;
  return kind === "number"
    ? markup`<th scope="col" class="number">${title}</th>`
    : markup`<th scope="col">${title}</th>`;
}

function rowHead(cell: ReportCell): Markup {
  return markup`<th scope="row">${shown(cell)}</th>`;
}

function dataCell(cell: ReportCell): Markup {
  const isNumber = typeof cell === "number" || (typeof cell === "object" && "figure" in cell);
  return isNumber ? markup`<td class="number">${shown(cell)}</td>` : markup`<td>${shown(cell)}</td>`;
}

function shown(cell: ReportCell): Markup {
  if (typeof cell === "string") return markup`${cell}`;
  if (typeof cell === "number") return markup`${number(cell)}`;
  if ("figure" in cell) return markup`${cell.figure}`;
  return "facet" in cell ? facetMark(cell.facet) : picture(cell);
}

function facetMark(facet: Facet): Markup {
  return markup`<mark class="facet-${facet}">${FACET_TITLES[facet]}</mark>`;
}

/** In the units of the bars' own picture. */
const BAR = { width: 120, height: 10 };

/** The number stands beside a bar, so screen readers pass it over. */
function picture({ parts, most }: ReportBar): Markup {
  let from = 0;
  const rectangles = parts.map(({ value, facet }) => {
    const part = rectangle(from, value, most, facet);
    from += value;
    return part;
  });
  return markup`<svg class="bar" viewBox="0 0 ${BAR.width} ${BAR.height}" width="${BAR.width}" height="${BAR.height}" aria-hidden="true">${rectangles}</svg>`;
}

function rectangle(from: number, value: number, most: number, facet: Facet | undefined): Markup {
  const along = (count: number) => ((BAR.width * count) / Math.max(1, most)).toFixed(1);
  return markup`<rect x="${along(from)}" width="${along(value)}" height="${BAR.height}" class="${facet === undefined ? "plain" : `facet-${facet}`}"/>`;
}
