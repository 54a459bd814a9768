import { type Facet, FACET_LABELS } from "../taxonomy/scheme";
import type { KeyPassage } from "./key-passages";
import type { CorpusReport, FacetRanking, RankedKind } from "./report";

/** What the forms of a report share: its sentences. */

export const FACET_TITLES: Readonly<Record<Facet, string>> = {
  actor: "Actors",
  infrastructure: "Infrastructure",
  sovereignty: "Sovereignty concepts",
};

export const KIND_LABELS: Readonly<Record<RankedKind, string>> = {
  entity: "named",
  generic: "generic term",
  candidate: "candidate",
};

/** Numbers as English writes them, the same on every computer. */
export function number(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

export function percent(part: number, whole: number): string {
  return whole === 0 ? "0 %" : `${((100 * part) / whole).toFixed(1)} %`;
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${number(count)} ${count === 1 ? one : many}`;
}

export function summaryOf({ figures }: CorpusReport): string {
  const { documents, words, mentions, keys } = figures;
  return `${counted(documents, "document")} of ${counted(words, "word")} with ${counted(mentions, "mention")} of ${counted(keys, "different entity or term", "different entities and terms")}.`;
}

export function facetSummary({ facet, mentions, keys, documents, rows }: FacetRanking): string {
  const what = FACET_LABELS[facet].toLowerCase();
  if (mentions === 0) return `The corpus mentions no ${what}.`;
  const shown = rows.length < keys ? ` The ${number(rows.length)} most frequent are shown.` : "";
  return `${counted(mentions, "mention")} of ${counted(keys, "entity or term", "entities and terms")} in ${counted(documents, "document")}.${shown}`;
}

export function networkSummary({ network: { nodes, links } }: CorpusReport): string {
  if (links.length === 0)
    return "No two entities or terms stand in the same sentence more often than chance would have it.";
  return `${counted(nodes.length, "entity or term", "entities and terms")}, joined where they stand in the same sentence more often than chance would have it; thicker lines are more sentences. ${counted(links.length, "pair is", "pairs are")} shown, the surest first.`;
}

/** Where a quotation stands: its file, and the page of the original where there is one. */
export function sourceOf({ path, page }: KeyPassage): string {
  return page === undefined ? path : `${path}, page ${page}`;
}

/** How the figures came about, a sentence each. */
export function methodOf(report: CorpusReport): string[] {
  const { figures, version, withDecisions, withDiscovery, timeline } = report;
  return [
    `Made by HealthGeo ${version} from ${counted(figures.documents, "document")}. A mention is a span of text that names an actor, an infrastructure or a sovereignty concept; mentions do not overlap. Nothing was sent anywhere.`,
    withDecisions
      ? `People’s decisions count: ${counted(figures.accepted, "mention was", "mentions were")} accepted or marked by a person, rejected ones are left out, and all others are suggestions of the tagger.`
      : "People’s decisions were left out: all mentions are suggestions of the tagger.",
    withDiscovery
      ? `${counted(figures.candidates, "mention is", "mentions are")} of candidates, names that the taxonomy does not know and the tagger proposes.`
      : "Names that the taxonomy does not know were left out.",
    "Networks count sentences. Expected is the number of sentences that two would share if they were independent; PMI is the logarithm of shared over expected in bits (Church and Hanks 1990); G² is the log-likelihood ratio (Dunning 1993): above 10.83 chance is less likely than one in a thousand.",
    "Key passages are those that mention most facets, then those that mention most different things, then the densest; two of a document at most.",
    ...(timeline.undated.length === 0
      ? []
      : [
          `${counted(timeline.undated.length, "document has", "documents have")} no date that places them in time: neither the front matter nor the file name says one.`,
        ]),
  ];
}
