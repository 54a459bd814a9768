import type { ExplainedReading, Explanation, NearMiss, Span } from "../../core";

/** What stands on the page with the place of its evidence. */
export type ExplainedMatch = ExplainedReading | NearMiss;

/** Near misses may be left out. */
type ExplanationParts = Pick<Explanation, "readings"> & Partial<Explanation>;

/** Words around the readings, in the user's language. */
export interface ExplanationWords {
  readonly title: string;
  readonly chosen: string;
  readonly rejected: string;
  readonly almost: string;
  readonly nothing: string;
  classLabel(reading: ExplainedMatch): string;
  /** What found the reading: "term “China”". */
  origin(reading: ExplainedMatch): string;
  /** Where the pack can be opened: "workspace.yaml:12"; undefined where it cannot. */
  place(reading: ExplainedMatch): string | undefined;
}

/** A link in the text to the evidence of a reading. */
export interface EvidenceLink extends Span {
  readonly reading: ExplainedMatch;
}

/** An explanation as it is shown. */
export interface ExplanationText {
  readonly text: string;
  readonly links: readonly EvidenceLink[];
}

/** An explanation as a page of plain text: what won, what lost and what nearly matched, and for each why. */
export function explanationText(
  { readings, nearMisses = [] }: ExplanationParts,
  words: ExplanationWords,
): ExplanationText {
  const page = new Page();
  page.line(words.title);
  if (readings.length === 0) page.line("", words.nothing);
  for (const outcome of ["chosen", "rejected"] as const) {
    const group = readings.filter((reading) => reading.outcome === outcome);
    if (group.length > 0) page.line("", words[outcome]);
    for (const reading of group) addMatch(page, reading, words);
  }
  if (nearMisses.length > 0) page.line("", words.almost);
  for (const miss of nearMisses) addMatch(page, miss, words);
  return page;
}

function addMatch(page: Page, reading: ExplainedMatch, words: ExplanationWords): void {
  const entity = reading.entity === undefined ? "" : ` (${reading.entity})`;
  page.line("", `  “${oneLine(reading.text)}” — ${oneLine(words.classLabel(reading))}${oneLine(entity)}`);
  const confidence = "confidence" in reading ? ` · ${Math.round(reading.confidence * 100)} %` : "";
  page.line(`      ${oneLine(words.origin(reading))}${confidence}`);
  const place = words.place(reading);
  if (place !== undefined) page.link("      ", place, reading);
  page.line(`      → ${oneLine(reading.reason)}`);
}

/** Packs come from other people: a line break in a name must not look like a line of ours. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}

class Page implements ExplanationText {
  text = "";
  readonly links: EvidenceLink[] = [];

  line(...lines: readonly string[]): void {
    for (const line of lines) this.text += `${line}\n`;
  }

  link(indent: string, label: string, reading: ExplainedMatch): void {
    const start = this.text.length + indent.length;
    this.links.push({ start, end: start + label.length, reading });
    this.line(indent + label);
  }
}
