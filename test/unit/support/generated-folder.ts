import {
  acceptMention,
  addMention,
  classifyMention,
  createThemeClassifier,
  decisionIdOf,
  formatOfPath,
  newThemeDecision,
  parseLedger,
  placeOfPassage,
  readPassages,
  rejectMention,
  serializeLedger,
  updateLedger,
  type Decision,
  type Mention,
  type Tagger,
  type ThemeClassifier,
  type ThemeDecision,
} from "../../../src/core";
import { Random } from "../../../bench/support/random";

/** A text of a generated folder and what people decided on it. */
export interface GeneratedDocument {
  readonly path: string;
  readonly text: string;
  readonly decisions: readonly Decision[];
  readonly themes: readonly ThemeDecision[];
}

/** What stands in sentences for a name or a term; some of them argue a theme. */
const FRAMES = [
  "Officials from A said that B would depend on C for another three years.",
  "Our hospitals depend on foreign cloud providers, as A told B in public.",
  "A funds B, and nobody asked who pays for C.",
  "It took A ten months to answer B.",
  "C was moved to a new site; A and B were not asked.",
  "B may look at the records that A collects under C.",
];

const NAMES = [
  "China",
  "Kenya",
  "the WHO",
  "UK Biobank",
  "Brazil",
  "the European Commission",
  "India",
  "Germany",
].concat(
  // Names that no pack has.
  ["Verano Trellis", "Halden Marsh Partners", "Verano Trellis (VT)", "VT"],
);
const TERMS = ["data sovereignty", "biobanks", "a biobank", "informed consent", "genomic data", "vaccines", "vaccine"];

const ENDINGS = ["md", "txt", "html", "tex"];

/** Folders of documents: some in a folder below, one of them with a date in its name. */
const PLACES = ["", "deep/", "deep/er/", "2024-03-"];

const STAMP = { author: "Test", time: "2026-07-01T09:30:00Z", id: decisionIdOf };

/**
 * Documents of every format with decisions of every kind, the same for the same seed: some mentions are accepted, reclassified,
 * rejected here or in the whole document, some are added; some themes are rejected and some added.
 */
export function generatedFolder(tagger: Tagger, count: number, seed: number): GeneratedDocument[] {
  const random = new Random(seed);
  const classifier = createThemeClassifier(tagger.taxonomy);
  return Array.from({ length: count }, (_, number) => {
    const path = `${PLACES[number % PLACES.length]!}report-${number}.${ENDINGS[random.below(ENDINGS.length)]!}`;
    const text = textOf(random, formatOfPath(path), number);
    if (number % 3 === 0) return { path, text, decisions: [], themes: [] };
    const { mentions } = tagger.tag(text, { format: formatOfPath(path) });
    const decisions = [...decisionsOn(text, mentions, random), ...additionTo(text)];
    return { path, text, decisions, themes: themeDecisionsOn(path, text, mentions, classifier, random) };
  });
}

/** The ledger of a document; undefined where nobody decided anything. */
export function ledgerOf({ decisions, themes }: GeneratedDocument): string | undefined {
  if (decisions.length + themes.length === 0) return undefined;
  return serializeLedger(updateLedger(parseLedger("", "ledger"), { put: decisions, putRecords: themes }));
}

function textOf(random: Random, format: string, number: number): string {
  const sentences = Array.from({ length: 12 }, () => sentence(random));
  const paragraphs = [0, 4, 8].map((at) => sentences.slice(at, at + 4).join(" "));
  switch (format) {
    case "html":
      return `<title>Report ${number}</title>\n<p>${paragraphs.join("</p>\n<p>")}</p>\n`;
    case "latex":
      return `\\title{Report ${number}}\n\n${paragraphs.join("\n\n")}\n`;
    case "markdown":
      return `---\ntitle: Report ${number}\ndate: 2024-0${1 + (number % 9)}-02\n---\n\n# China\n\n${paragraphs.join("\n\n")}\n`;
    default:
      return `${paragraphs.join("\r\n\r\n")}\r\n`;
  }
}

function sentence(random: Random): string {
  const frame = FRAMES[random.below(FRAMES.length)]!;
  return frame.replace(/\b[ABC]\b/g, (slot) => {
    const words = slot === "C" ? TERMS : NAMES;
    return words[random.below(words.length)]!;
  });
}

function decisionsOn(text: string, mentions: readonly Mention[], random: Random): Decision[] {
  return mentions.flatMap((mention): Decision[] => {
    switch (random.below(12)) {
      case 0:
        return [rejectMention(text, mention, "mention", STAMP)];
      case 1:
        return random.below(3) === 0 ? [rejectMention(text, mention, "document", STAMP)] : [];
      case 2:
        return [acceptMention(text, mention, STAMP)];
      case 3:
        return [classifyMention(text, mention, { class: "actor.agency", entity: "china" }, STAMP)];
      case 4:
        return [classifyMention(text, mention, { class: "sovereignty.flow" }, STAMP)];
      default:
        return [];
    }
  });
}

/** Words that the tagger has no class for, marked by a person. */
function additionTo(text: string): Decision[] {
  const start = text.indexOf("ten months");
  return start < 0 ? [] : [addMention(text, { start, end: start + 10 }, { class: "sovereignty.control" }, STAMP)];
}

function themeDecisionsOn(
  path: string,
  text: string,
  mentions: readonly Mention[],
  classifier: ThemeClassifier,
  random: Random,
): ThemeDecision[] {
  const passages = readPassages(text, formatOfPath(path)).filter(({ kind }) => kind === "paragraph");
  return passages.flatMap((passage) => {
    const place = placeOfPassage(text, passage);
    const rejected = classifier
      .classify([passage], mentions)
      .filter(() => random.below(2) === 0)
      .map(({ theme }) => newThemeDecision({ theme, status: "rejected", place }, STAMP));
    const [added] = classifier.themes.keys();
    const isAdded = added !== undefined && random.below(5) === 0;
    return isAdded ? [...rejected, newThemeDecision({ theme: added, status: "accepted", place }, STAMP)] : rejected;
  });
}
