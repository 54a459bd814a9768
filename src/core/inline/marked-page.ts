import type { Mention } from "../tagger/mention";
import { type Facet, FACET_LABELS, FACETS, facetOf } from "../taxonomy/scheme";
import type { Labels } from "../corpus/counts";
import { Markup, markup } from "../text/markup";

/** A text with what is mentioned in it. */
export interface MarkedText {
  /** The heading of the text on the page. */
  readonly title: string;
  readonly text: string;
  /** Sorted, free of overlaps. */
  readonly mentions: readonly Mention[];
}

/** The colours of the editor's marks, and lines whose shape tells the facet where colours cannot. */
const STYLE = new Markup(`
:root { color-scheme: light dark; --actor: #0a62b8; --infrastructure: #a65300; --sovereignty: #7b2fb5; }
@media (prefers-color-scheme: dark) { :root { --actor: #4fa3f7; --infrastructure: #e8a13a; --sovereignty: #c792ea; } }
body { margin: 0 auto; padding: 2rem 1.25rem; max-width: 50rem; font: 1rem/1.6 system-ui, sans-serif; }
h2 { font-size: 1.1rem; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; }
ul { display: flex; flex-wrap: wrap; gap: 0 1.25rem; padding: 0; list-style: none; }
mark { color: inherit; background: none; border-bottom: 2px solid; }
mark.actor { border-color: var(--actor); }
mark.infrastructure { border-color: var(--infrastructure); border-bottom-style: dashed; }
mark.sovereignty { border-color: var(--sovereignty); border-bottom-style: dotted; }
mark.candidate { border-bottom-width: 1px; }
`);

/** Texts with their mentions marked, as one HTML page that asks for nothing else: no script, no image, no address. */
export function markedPage(texts: readonly MarkedText[], labels: Labels): string {
  const title = texts.map((each) => each.title).join(", ");
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${title}</h1>
<ul aria-label="Legend">
${FACETS.map((facet) => legendEntry(facet, FACET_LABELS[facet], ""))}${legendEntry("actor", "Candidate", " candidate")}</ul>
${texts.map((each) => section(each, texts.length > 1, labels))}</body>
</html>
`.source;
}

function legendEntry(facet: Facet, label: string, more: string): Markup {
  return markup`<li><mark class="${facet}${more}">${label}</mark></li>
`;
}

function section({ title, text, mentions }: MarkedText, isOneOfMany: boolean, labels: Labels): Markup {
  const heading = isOneOfMany
    ? markup`<h2>${title}</h2>
`
    : undefined;
  const ends = [0, ...mentions.map(({ end }) => end)];
  const marked = mentions.map(
    (mention, i) =>
      markup`${text.slice(ends[i], mention.start)}<mark class="${classesOf(mention)}" title="${describe(mention, labels)}">${text.slice(mention.start, mention.end)}</mark>`,
  );
  // A browser drops a line feed right after the start of the element.
  return markup`${heading}<pre>
${marked}${text.slice(ends.at(-1))}</pre>
`;
}

function classesOf({ class: classId, by }: Mention): string {
  return by === "discovery" ? `${facetOf(classId)} candidate` : facetOf(classId);
}

function describe({ class: classId, entity }: Mention, { classes, entities }: Labels): string {
  const label = classes.get(classId)?.label ?? classId;
  const name = entity === undefined ? undefined : entities.get(entity)?.label;
  return name === undefined ? label : `${label}: ${name}`;
}
