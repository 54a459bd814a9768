/** The style of a report: light and dark, on screens of any width and on paper. Facets differ in line as well as in colour. */
export const REPORT_STYLE = `
:root {
  --text: #1c2024; --faint: #5b6570; --page: #ffffff; --raised: #f4f6f8; --line: #d5dae0;
  --actor: #0a62b8; --infrastructure: #a65300; --sovereignty: #7b2fb5;
}
@media (prefers-color-scheme: dark) {
  :root {
    --text: #e6e8ea; --faint: #a2abb5; --page: #15181b; --raised: #1f2428; --line: #3a4148;
    --actor: #4fa3f7; --infrastructure: #e8a13a; --sovereignty: #c792ea;
  }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 64rem; background: var(--page); color: var(--text);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif; overflow-wrap: break-word; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 .5rem; }
h2 { font-size: 1.35rem; margin: 2.5rem 0 .75rem; padding-top: .75rem; border-top: 1px solid var(--line); }
a { color: var(--actor); }
time, figcaption, caption { color: var(--faint); }
nav ul, .legend { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; padding: 0; }
mark { background: none; color: inherit; text-decoration: underline 2px; text-underline-offset: .2em; }
mark.facet-actor { text-decoration-color: var(--actor); }
mark.facet-infrastructure { text-decoration-color: var(--infrastructure); text-decoration-style: dashed; }
mark.facet-sovereignty { text-decoration-color: var(--sovereignty); text-decoration-style: dotted; }
.table { overflow-x: auto; margin: 1rem 0 1.5rem; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
caption { text-align: left; padding-bottom: .35rem; }
th, td { text-align: left; vertical-align: top; padding: .3rem .75rem .3rem 0; border-bottom: 1px solid var(--line); font-weight: inherit; }
thead th { font-weight: 600; white-space: nowrap; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.bar { display: block; margin-top: .4rem; min-width: 60px; }
rect.plain { fill: var(--faint); }
rect.facet-actor, .facet-actor circle { fill: var(--actor); }
rect.facet-infrastructure, .facet-infrastructure rect { fill: var(--infrastructure); }
rect.facet-sovereignty, .facet-sovereignty rect { fill: var(--sovereignty); }
figure { margin: 1rem 0 1.5rem; }
figcaption { font-size: .9rem; }
.network { width: 100%; height: auto; background: var(--raised); border-radius: 6px; }
.network .link { stroke: var(--faint); stroke-opacity: .45; }
.network text { font-size: 12px; fill: var(--text); paint-order: stroke; stroke: var(--raised); stroke-width: 3px; }
.passage { background: var(--raised); border-radius: 6px; padding: .75rem 1rem; }
blockquote, blockquote p { margin: 0 0 .35rem; }
@media print {
  body { max-width: none; padding: 0; font-size: 10pt; }
  nav { display: none; }
  h2 { break-after: avoid; }
  tr, figure { break-inside: avoid; }
  .table { overflow: visible; }
  rect, circle, line { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
