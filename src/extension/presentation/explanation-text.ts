import type { ExplainedReading, Explanation, Span } from "../../core";

/** Words around the readings, in the user's language. */
export interface ExplanationWords {
  readonly title: string;
  readonly chosen: string;
  readonly rejected: string;
  readonly nothing: string;
  classLabel(reading: ExplainedReading): string;
  /** What found the reading: "term “China”". */
  origin(reading: ExplainedReading): string;
  /** Where the pack can be opened: "workspace.yaml:12"; undefined where it cannot. */
  place(reading: ExplainedReading): string | undefined;
}

/** A link in the text to the evidence of a reading. */
export interface EvidenceLink extends Span {
  readonly reading: ExplainedReading;
}

export interface ExplanationText {
  readonly text: string;
  readonly links: readonly EvidenceLink[];
}

/** An explanation as a page of plain text: what won, what lost, and for each reading why. */
export function explanationText({ readings }: Explanation, words: ExplanationWords): ExplanationText {
  const page = new Page();
  page.line(words.title);
  if (readings.length === 0) page.line("", words.nothing);
  for (const outcome of ["chosen", "rejected"] as const) {
    const group = readings.filter((reading) => reading.outcome === outcome);
    if (group.length > 0) page.line("", words[outcome]);
    for (const reading of group) addReading(page, reading, words);
  }
  return page;
}

function addReading(page: Page, reading: ExplainedReading, words: ExplanationWords): void {
  const entity = reading.entity === undefined ? "" : ` (${reading.entity})`;
  page.line("", `  “${oneLine(reading.text)}” — ${oneLine(words.classLabel(reading))}${oneLine(entity)}`);
  page.line(`      ${oneLine(words.origin(reading))} · ${Math.round(reading.confidence * 100)} %`);
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

  link(indent: string, label: string, reading: ExplainedReading): void {
    const start = this.text.length + indent.length;
    this.links.push({ start, end: start + label.length, reading });
    this.line(indent + label);
  }
}
