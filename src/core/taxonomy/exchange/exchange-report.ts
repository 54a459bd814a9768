import type { Problem } from "../../problem";

/** How many examples a line of the report quotes. */
const MOST_EXAMPLES = 3;
/** In UTF-16 code units. */
const LONGEST_EXAMPLE = 60;
/** In UTF-16 code units; parsers quote what they do not understand, however long. */
const LONGEST_MESSAGE = 400;

interface Kind {
  readonly severity: Problem["severity"];
  readonly noun: readonly [one: string, many: string];
  /** The sentence; `things` is the number with its noun and the quoted examples. */
  readonly say: (things: string) => string;
}

const warning = (one: string, many: string, say: Kind["say"]): Kind => ({
  severity: "warning",
  noun: [one, many],
  say,
});
const error = (one: string, many: string, say: Kind["say"]): Kind => ({ severity: "error", noun: [one, many], say });

const noPlace = (one: string, many: string) =>
  warning(one, many, (things) => `Left out, because the format has no place for it: ${things}.`);

/** Everything an export may have to leave out and an import may have to change, with the sentence for people. */
const KINDS = {
  "exchange.rules": noPlace("grammar rule", "grammar rules"),
  "exchange.themes": noPlace("theme", "themes"),
  "exchange.tests": noPlace("pack test", "pack tests"),
  "exchange.ignore": noPlace("ignored phrase", "ignored phrases"),
  "exchange.retire": noPlace("retirement of other packs' words", "retirements of other packs' words"),
  "exchange.extends": noPlace('"extends" of a pack', '"extends" of packs'),
  "exchange.definitions": noPlace("definition", "definitions"),
  "exchange.links": noPlace("link", "links"),
  "exchange.broader": noPlace('"broader" relation', '"broader" relations'),
  "exchange.classes": noPlace("class definition", "class definitions"),
  "exchange.pack-heads": noPlace("title, version and language of a pack", "titles, versions and languages of packs"),
  "exchange.matching": warning(
    "term",
    "terms",
    (things) => `Other tools do not apply the conditions of ${things}; they will match more often there.`,
  ),
  "exchange.no-class": error(
    "concept",
    "concepts",
    (things) =>
      `No class is known for ${things}. Name one for all (--class CLASS), or one for a top concept or scheme (--map NAME=CLASS).`,
  ),
  "exchange.unknown-class": error(
    "concept",
    "concepts",
    (things) =>
      `Neither the file nor the taxonomy defines the class of ${things}. Add the pack that does (--taxonomy PATH), or put another class in its place (--map NAME=CLASS).`,
  ),
  "exchange.no-label": warning(
    "concept",
    "concepts",
    (things) => `Left out, because no label is in the language of the pack: ${things}.`,
  ),
  "exchange.other-preferred": warning(
    "concept",
    "concepts",
    (things) => `No preferred label is in the language of the pack, so another label took its place: ${things}.`,
  ),
  "exchange.languages": warning(
    "label",
    "labels",
    (things) => `Left out, because in other languages than the pack (import once for each, --language): ${things}.`,
  ),
  "exchange.language-definitions": warning(
    "definition",
    "definitions",
    (things) => `Left out, because in other languages than the pack: ${things}.`,
  ),
  "exchange.several-definitions": warning(
    "concept",
    "concepts",
    (things) => `Only the first definition was kept of ${things}.`,
  ),
  "exchange.hidden": warning(
    "hidden label",
    "hidden labels",
    (things) => `A pack does not tell hidden labels from others, so they became ordinary terms: ${things}.`,
  ),
  "exchange.several-broader": warning(
    "concept",
    "concepts",
    (things) => `A pack holds one broader concept, so only the first was kept of ${things}.`,
  ),
  "exchange.unknown-broader": warning(
    "relation",
    "relations",
    (things) => `Left out, because the file does not describe the broader concept: ${things}.`,
  ),
  "exchange.cycle": warning(
    "relation",
    "relations",
    (things) => `Left out, because a concept would be broader than itself: ${things}.`,
  ),
  "exchange.id-clash": warning("id", "ids", (things) => `Numbered, because taken already: ${things}.`),
  "exchange.label-clash": warning(
    "label",
    "labels",
    (things) => `Several concepts share a label, and only a condition (near, notNear) can tell them apart: ${things}.`,
  ),
  "exchange.repeated-label": warning(
    "label",
    "labels",
    (things) => `Kept once, though repeated in a concept: ${things}.`,
  ),
  "exchange.notation": warning(
    "label",
    "labels",
    (things) =>
      `Packs write families of terms with brackets and bars, so parentheses and slashes took their place in ${things}.`,
  ),
  "exchange.unusable-label": warning(
    "label",
    "labels",
    (things) => `Left out, because without a letter or digit or longer than 1,500 characters: ${things}.`,
  ),
  "exchange.deprecated": warning("concept", "concepts", (things) => `Left out, because out of use: ${things}.`),
  "exchange.generic": warning(
    "concept",
    "concepts",
    (things) => `Generic terms have no ids, definitions, links and relations, so these were left out of ${things}.`,
  ),
  "exchange.groups": warning(
    "folder",
    "folders",
    (things) => `Left out, because it only orders other concepts: ${things}.`,
  ),
  "exchange.schemes": warning("scheme", "schemes", (things) => `One pack was made of ${things}.`),
  "exchange.properties": warning(
    "statement",
    "statements",
    (things) => `Left out, because a pack has no place for it: ${things}.`,
  ),
  "exchange.pattern": warning(
    "pattern",
    "patterns",
    (things) => `Left out, because it asks more of words than their letters, which terms cannot: ${things}.`,
  ),
  "exchange.dead-pattern": warning(
    "pattern",
    "patterns",
    (things) => `Left out, because it can never match (capitals under LOWER, or two words in one token): ${things}.`,
  ),
  "exchange.unknown-column": warning(
    "column",
    "columns",
    (things) => `Left out, because without a meaning: ${things}.`,
  ),
  "exchange.colors": warning("code", "codes", (things) => `The colour was left out of ${things}; classes have theirs.`),
  "exchange.sets": warning("set", "sets", (things) => `Left out, because a pack has no sets of codes: ${things}.`),
} satisfies Record<string, Kind>;

export type ReportKind = keyof typeof KINDS;

interface Entry {
  count: number;
  readonly examples: string[];
  line: number | undefined;
}

/** Gathers what an export or import changes, one line for each kind of change however often it occurs. */
export class ExchangeReport {
  readonly #entries = new Map<ReportKind, Entry>();
  readonly #problems: Problem[] = [];

  constructor(readonly uri: string) {}

  /** @param count how many things the example stands for */
  note(kind: ReportKind, example?: string, line?: number, count = 1): void {
    let entry = this.#entries.get(kind);
    if (entry === undefined) this.#entries.set(kind, (entry = { count: 0, examples: [], line }));
    entry.count += count;
    entry.line ??= line;
    if (example === undefined || entry.examples.length >= MOST_EXAMPLES) return;
    const quoted = shortened(example);
    if (!entry.examples.includes(quoted)) entry.examples.push(quoted);
  }

  /** A problem of its own, with its own words. */
  problem(severity: Problem["severity"], code: string, message: string, line?: number, column?: number): void {
    this.#problems.push({
      severity,
      code,
      message: message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE)}…` : message,
      uri: this.uri,
      ...(line === undefined ? {} : { line }),
      ...(line === undefined || column === undefined ? {} : { column }),
    });
  }

  add(problems: readonly Problem[]): void {
    for (const problem of problems) this.#problems.push(problem);
  }

  hasErrors(): boolean {
    const kinds = [...this.#entries.keys()];
    return kinds.some((kind) => KINDS[kind].severity === "error") || this.#problems.some(isError);
  }

  /** Errors first, then what happened most often. */
  problems(): Problem[] {
    const entries = [...this.#entries].sort(([, a], [, b]) => b.count - a.count);
    const summaries = entries.map(([kind, { count, examples, line }]): Problem => {
      const { severity, say, noun } = KINDS[kind];
      const things = `${count.toLocaleString("en")} ${noun[count === 1 ? 0 : 1]}`;
      const quoted = `${count > examples.length ? "such as " : ""}${examples.join(", ")}`;
      const message = say(examples.length === 0 ? things : `${things} (${quoted})`);
      return { severity, code: kind, message, uri: this.uri, ...(line === undefined ? {} : { line }) };
    });
    const all = [...this.#problems, ...summaries];
    return [...all.filter(isError), ...all.filter((problem) => !isError(problem))];
  }
}

function isError({ severity }: Problem): boolean {
  return severity === "error";
}

function shortened(text: string): string {
  const flat = text.replace(/\s+/g, " ");
  return `"${flat.length > LONGEST_EXAMPLE ? `${flat.slice(0, LONGEST_EXAMPLE - 1)}…` : flat}"`;
}
