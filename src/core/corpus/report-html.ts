import { type Facet, FACETS } from "../taxonomy/scheme";
import { Markup, markup } from "../text/markup";
import type { KeyPassage } from "./key-passages";
import { networkSvg } from "./network-svg";
import type { CorpusReport, FacetRanking, ReportedDocument } from "./report";
import { REPORT_STYLE } from "./report-style";
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

/** The style sheet is ours and goes in as it is. */
const STYLE = new Markup(REPORT_STYLE);

/** Documents beyond are counted, not listed. */
const DOCUMENTS = 200;

interface Section {
  readonly id: string;
  readonly title: string;
  readonly body: Markup;
}

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
  (facet) => markup`<li><mark class="facet-${facet}">${FACET_TITLES[facet]}</mark></li>
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
  ({ id, title, body }) => markup`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
${body}</section>
`,
)}</main>
</body>
</html>
`.source;
}

function sectionsOf(report: CorpusReport): Section[] {
  return [
    { id: "contents", title: "What is in it", body: contents(report) },
    ...report.facets.map((ranking) => {
      return { id: ranking.facet, title: FACET_TITLES[ranking.facet], body: rankingSection(ranking) };
    }),
    ...themesSection(report),
    ...relationsSection(report),
    { id: "network", title: "Network", body: networkSection(report) },
    ...timelineSection(report),
    { id: "passages", title: "Key passages", body: passagesSection(report) },
    { id: "documents", title: "Documents", body: documentsSection(report) },
    { id: "method", title: "Method", body: methodSection(report) },
  ];
}

function contents({ facets, classes, figures }: CorpusReport): Markup {
  const facetRows = facets.map(
    ({ facet, mentions, keys, documents }) =>
      markup`<tr><th scope="row"><mark class="facet-${facet}">${FACET_TITLES[facet]}</mark></th>${numberCell(mentions)}<td>${bar(mentions, figures.mentions, facet)}</td><td class="number">${percent(mentions, figures.mentions)}</td>${numberCell(keys)}${numberCell(documents)}</tr>
`,
  );
  const most = classes[0]?.mentions ?? 0;
  const classRows = classes.map(
    ({ label, facet, mentions, documents }) =>
      markup`<tr><th scope="row">${label}</th><td>${FACET_TITLES[facet]}</td>${numberCell(mentions)}<td>${bar(mentions, most, facet)}</td>${numberCell(documents)}</tr>
`,
  );
  return markup`${table("Facets", ["Facet", "Mentions#", "", "Share#", "Entities and terms#", "Documents#"], facetRows)}
${table("Classes", ["Class", "Facet", "Mentions#", "", "Documents#"], classRows)}
`;
}

function rankingSection(ranking: FacetRanking): Markup {
  const { facet, rows } = ranking;
  const most = rows[0]?.mentions ?? 0;
  const body = rows.map(
    ({ label, classLabel, kind, mentions, documents }) =>
      markup`<tr><th scope="row">${label}</th><td>${classLabel}</td><td>${KIND_LABELS[kind]}</td>${numberCell(mentions)}<td>${bar(mentions, most, facet)}</td>${numberCell(documents)}</tr>
`,
  );
  const heads = ["Entity or term", "Class", "Kind", "Mentions#", "", "Documents#"];
  return markup`<p>${facetSummary(ranking)}</p>
${rows.length === 0 ? undefined : table(`${FACET_TITLES[facet]} by mentions`, heads, body)}`;
}

function themesSection({ themes, figures }: CorpusReport): Section[] {
  if (themes === undefined) return [];
  const rows = themes.map(
    ({ label, documents }) =>
      markup`<tr><th scope="row">${label}</th>${numberCell(documents)}<td>${bar(documents, figures.documents)}</td></tr>
`,
  );
  return [{ id: "themes", title: "Themes", body: table("Themes by documents", ["Theme", "Documents#", ""], rows) }];
}

function relationsSection({ relations }: CorpusReport): Section[] {
  if (relations === undefined || relations.length === 0) return [];
  const rows = relations.map(
    ({ source, type, target, passages }) =>
      markup`<tr><th scope="row">${source}</th><td>${type}</td><td>${target}</td>${numberCell(passages)}</tr>
`,
  );
  const body = table("Relations by passages", ["Source", "Relation", "Target", "Passages#"], rows);
  return [{ id: "relations", title: "Relations", body }];
}

function networkSection(report: CorpusReport): Markup {
  const { nodes, links } = report.network;
  const summary = markup`<p>${networkSummary(report)}</p>
`;
  if (links.length === 0) return summary;
  const labels = new Map(nodes.map(({ key, label }) => [key, label]));
  const rows = links.map(
    ({ a, b, together, expected, pmi, logLikelihood }) =>
      markup`<tr><th scope="row">${labels.get(a)}</th><th scope="row">${labels.get(b)}</th>${numberCell(together)}<td class="number">${expected.toFixed(2)}</td><td class="number">${pmi.toFixed(2)}</td><td class="number">${logLikelihood.toFixed(2)}</td></tr>
`,
  );
  const heads = ["One", "Other", "Sentences#", "Expected#", "PMI#", "G²#"];
  return markup`${summary}<figure>${networkSvg(report.network, "Entities and terms that stand in the same sentences")}
<figcaption>Circles are actors, squares infrastructure, diamonds sovereignty concepts. The table has the same figures.</figcaption></figure>
${table("Pairs in the network", heads, rows)}`;
}

function timelineSection({ timeline }: CorpusReport): Section[] {
  if (timeline.periods.length === 0) return [];
  const most = timeline.periods.reduce((max, { mentions }) => Math.max(max, mentions), 0);
  const rows = timeline.periods.map(
    ({ period, documents, mentions, facets }) =>
      markup`<tr><th scope="row">${period}</th>${numberCell(documents)}${numberCell(mentions)}<td>${stack(facets, most)}</td>${FACETS.map((facet) => numberCell(facets[facet]))}</tr>
`,
  );
  const heads = ["Period", "Documents#", "Mentions#", "", ...FACETS.map((facet) => `${FACET_TITLES[facet]}#`)];
  return [{ id: "timeline", title: "Over time", body: table("Mentions over time", heads, rows) }];
}

function passagesSection({ passages }: CorpusReport): Markup {
  if (passages.length === 0)
    return markup`<p>No passage mentions two different things.</p>
`;
  return markup`${passages.map(passageQuote)}`;
}

function passageQuote(passage: KeyPassage): Markup {
  const words = passage.quote.map(({ text, class: classId, facet }) =>
    facet === undefined ? markup`${text}` : markup`<mark class="facet-${facet}" title="${classId}">${text}</mark>`,
  );
  return markup`<figure class="passage"><blockquote><p>${words}</p></blockquote><figcaption>${sourceOf(passage)}</figcaption></figure>
`;
}

function documentsSection({ documents, leftOut }: CorpusReport): Markup {
  const most = documents[0]?.mentions ?? 0;
  const rows = documents.slice(0, DOCUMENTS).map((document) => documentRow(document, most));
  const more = documents.length - rows.length;
  const heads = ["Document", "Title", "Date", "Words#", "Mentions#", ""];
  const left = leftOut.map(
    ({ path, reason }) => markup`<tr><th scope="row">${path}</th><td>${reason}</td></tr>
`,
  );
  return markup`${table("Documents by mentions", heads, rows)}
${
  more > 0
    ? markup`<p>${counted(more, "document")} with fewer mentions are not listed.</p>
`
    : undefined
}${left.length > 0 ? table("Files left out", ["File", "Reason"], left) : undefined}`;
}

function documentRow({ path, title, date, words, mentions, facets }: ReportedDocument, most: number): Markup {
  return markup`<tr><th scope="row">${path}</th><td>${title}</td><td>${date}</td>${numberCell(words)}${numberCell(mentions)}<td>${stack(facets, most)}</td></tr>
`;
}

function methodSection(report: CorpusReport): Markup {
  const rows = report.packs.map(
    ({ id, title, version }) => markup`<tr><th scope="row">${id}</th><td>${title}</td><td>${version}</td></tr>
`,
  );
  return markup`${methodOf(report).map(
    (sentence) => markup`<p>${sentence}</p>
`,
  )}${table("Taxonomy packs", ["Pack", "Title", "Version"], rows)}`;
}

/** @param heads titles of the columns; those of numbers end in "#", that of a column of bars is empty */
function table(caption: string, heads: readonly string[], rows: readonly Markup[]): Markup {
  const cells = heads.map((head) => {
    if (head === "") return markup`<td></td>`;
    return head.endsWith("#")
      ? markup`<th scope="col" class="number">${head.slice(0, -1)}</th>`
      : markup`<th scope="col">${head}</th>`;
  });
  return markup`<div class="table"><table>
<caption>${caption}</caption>
<thead><tr>${cells}</tr></thead>
<tbody>
${rows}</tbody>
</table></div>
`;
}

function numberCell(value: number): Markup {
  return markup`<td class="number">${number(value)}</td>`;
}

/** In the units of the bars' own picture. */
const BAR = { width: 120, height: 10 };

/** The number stands beside a bar, so screen readers pass it over. */
function bar(value: number, most: number, facet?: Facet): Markup {
  return picture(rectangle(0, value, most, facet));
}

function stack(facets: Readonly<Record<Facet, number>>, most: number): Markup {
  let from = 0;
  return picture(
    ...FACETS.map((facet) => {
      const part = rectangle(from, facets[facet], most, facet);
      from += facets[facet];
      return part;
    }),
  );
}

function picture(...parts: readonly Markup[]): Markup {
  return markup`<svg class="bar" viewBox="0 0 ${BAR.width} ${BAR.height}" width="${BAR.width}" height="${BAR.height}" aria-hidden="true">${parts}</svg>`;
}

function rectangle(from: number, value: number, most: number, facet: Facet | undefined): Markup {
  const along = (count: number) => ((BAR.width * count) / Math.max(1, most)).toFixed(1);
  return markup`<rect x="${along(from)}" width="${along(value)}" height="${BAR.height}" class="${facet === undefined ? "plain" : `facet-${facet}`}"/>`;
}
