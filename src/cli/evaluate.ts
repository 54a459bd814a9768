import {
  type Comparison,
  createTagger,
  createThemeClassifier,
  FACETS,
  type LabelledSpan,
  overlaps,
  readPassages,
  type Score,
  score,
  type Scores,
  scoreThemes,
  type Span,
  type Tagger,
  type ThemeComparison,
  type ThemeScores,
  type ThemeSpan,
} from "../core";
import { type Command, EXIT, type ExitCode, parseCommandLine, UsageError } from "./command";
import { type GoldSpan, RelationMeasure, relationRows, type RelationFigures } from "./evaluate-relations";
import { readLines } from "./files";
import { parseObject } from "./json-lines";
import { loadTaxonomy, TAXONOMY_HELP, TAXONOMY_OPTIONS } from "./taxonomy-options";

const HELP = `Usage: healthgeo evaluate [options] GOLD.jsonl...

Tags the texts of gold files, JSON lines {"id","text","mentions":[{"start","end","class"}]} with UTF-16 offsets, and prints
precision, recall and F1. A mention is right when a mention of the other side agrees with it: same span and class (exact), a
shared code unit and the same class (overlap + class), or a shared code unit and the same facet (overlap + facet).

Lines with "themes":[{"theme","start","end"}] are scored for themes too, micro (over all assignments) and macro (the mean F1 of the
themes). A theme is right when the other side has it on a passage that shares a code unit with it. Lines without "themes" count for
mentions only; an empty list says that the text has none.

Lines that have "relations":[{"type","source":{"start","end"},"target":{"start","end"},"modality"?}] measure relations too. A
relation is right when one of the other side has the same type and both its ends share a code unit with its own; the ends of
partners-with and competes-with may be in either order. They are found between the tagger's mentions and between the gold's.

Options:
  --json             all figures as one JSON object
  --errors           each passage's missed and spurious mentions, on stderr
  --min-f1 NUMBER    exit 1 if the overlap + class F1 is below it
  --discovery        count candidates, names the taxonomy does not know, as mentions
${TAXONOMY_HELP}
`;

const OPTIONS = {
  ...TAXONOMY_OPTIONS,
  json: { type: "boolean" },
  errors: { type: "boolean" },
  "min-f1": { type: "string" },
  discovery: { type: "boolean" },
} as const;

interface GoldPassage {
  readonly id: string;
  readonly text: string;
  readonly mentions: readonly GoldSpan[];
  /** As written in the file. */
  readonly relations: unknown;
  /** File and line, for errors. */
  readonly place: string;
  /** Absent where nobody annotated themes. */
  readonly themes: readonly ThemeSpan[] | undefined;
}

export const evaluateCommand: Command = {
  name: "evaluate",
  summary: "measure the tagger against annotated texts",
  help: HELP,
  async run(args, output): Promise<ExitCode> {
    const { values, positionals } = parseCommandLine("evaluate", args, OPTIONS);
    if (values.help === true) {
      await output.data(HELP);
      return EXIT.ok;
    }
    if (positionals.length === 0) throw new UsageError('No gold file named. See "healthgeo evaluate --help".');
    const floor = checkedFloor(values["min-f1"]);
    const tagger = createTagger(await loadTaxonomy(values, output), { discovery: values.discovery === true });
    const classifier = createThemeClassifier(tagger.taxonomy);
    const comparisons: Comparison[] = [];
    const themed: ThemeComparison[] = [];
    const relations = new RelationMeasure();
    for (const path of positionals) {
      for await (const passage of readGold(path, tagger)) {
        const { mentions } = tagger.tag(passage.text);
        const comparison = { gold: passage.mentions, predicted: mentions };
        comparisons.push(comparison);
        relations.add(passage.text, passage.relations, passage.mentions, mentions, passage.place);
        const themes =
          passage.themes === undefined
            ? undefined
            : { gold: passage.themes, predicted: classifier.classify(readPassages(passage.text, "plain"), mentions) };
        if (themes !== undefined) themed.push(themes);
        if (values.errors === true) output.message(errorsOf(passage, comparison, themes));
      }
    }
    const scores = score(comparisons);
    const themes = themed.length === 0 ? undefined : scoreThemes(themed);
    const related = relations.figures();
    const figures = {
      ...scores,
      ...(themes === undefined ? {} : { themes }),
      ...(related === undefined ? {} : { relations: related }),
    };
    await output.data(
      values.json === true
        ? `${JSON.stringify(figures, undefined, 2)}\n`
        : scoreTable(scores, related) + (themes === undefined ? "" : themeTable(themes)),
    );
    return scores.overlapClass.f1 < floor ? EXIT.findings : EXIT.ok;
  },
};

async function* readGold(path: string, tagger: Tagger): AsyncGenerator<GoldPassage> {
  for await (const { line, number } of readLines(path)) {
    if (line.trim() !== "") yield parsePassage(line, `${path}:${number}`, tagger);
  }
}

function parsePassage(line: string, place: string, { taxonomy }: Tagger): GoldPassage {
  const { id, text, mentions, themes, relations } = parseObject(line, place);
  if (typeof text !== "string") throw new UsageError(`${place}: "text" must be text.`);
  if (!Array.isArray(mentions)) throw new UsageError(`${place}: "mentions" must be a list.`);
  const spans = (mentions as unknown[]).map((mention, i) => {
    const where = `${place}: mention ${i + 1}`;
    const { start, end } = checkedSpan(mention, text, where);
    const { class: classId, entity } = mention as Partial<GoldSpan>;
    if (typeof classId !== "string" || !taxonomy.classes.has(classId)) {
      throw new UsageError(
        `${where}: "${String(classId)}" is not a class of the taxonomy; use one of ${[...taxonomy.classes.keys()].join(", ")}.`,
      );
    }
    return { start, end, class: classId, ...(typeof entity === "string" ? { entity } : {}) };
  });
  return { id: String(id), text, mentions: spans, themes: parseThemes(themes, text, place), relations, place };
}

function parseThemes(themes: unknown, text: string, place: string): ThemeSpan[] | undefined {
  if (themes === undefined) return undefined;
  if (!Array.isArray(themes)) throw new UsageError(`${place}: "themes" must be a list.`);
  return (themes as unknown[]).map((item, i) => {
    const where = `${place}: theme ${i + 1}`;
    const span = checkedSpan(item, text, where);
    const { theme } = item as Partial<ThemeSpan>;
    if (typeof theme !== "string") throw new UsageError(`${where}: "theme" must be text, such as impact.equity.`);
    return { ...span, theme };
  });
}

function checkedSpan(item: unknown, text: string, where: string): Span {
  const { start, end } = (item ?? {}) as Partial<Span>;
  if (!Number.isInteger(start) || !Number.isInteger(end) || start! < 0 || end! <= start! || end! > text.length) {
    throw new UsageError(`${where}: "start" and "end" must be UTF-16 offsets inside the text, end after start.`);
  }
  return { start: start!, end: end! };
}

function checkedFloor(written: string | undefined): number {
  const floor = Number(written ?? 0);
  if (floor >= 0 && floor <= 1) return floor;
  throw new UsageError(`--min-f1 takes a number from 0 to 1, not "${written ?? ""}".`);
}

function errorsOf(
  { id, text }: GoldPassage,
  { gold, predicted }: Comparison,
  themes: ThemeComparison | undefined,
): string {
  const isSame = (a: LabelledSpan) => (b: LabelledSpan) =>
    a.start === b.start && a.end === b.end && a.class === b.class;
  const list = (sign: string, spans: readonly LabelledSpan[]) =>
    spans.map((span) => `  ${sign} ${span.start}-${span.end} ${span.class} "${text.slice(span.start, span.end)}"`);
  const missed = gold.filter((span) => !predicted.some(isSame(span)));
  const spurious = predicted.filter((span) => !gold.some(isSame(span)));
  return [id, ...list("-", missed), ...list("+", spurious), ...themeErrorsOf(themes)].join("\n");
}

function themeErrorsOf(themes: ThemeComparison | undefined): string[] {
  if (themes === undefined) return [];
  const isSame = (a: ThemeSpan) => (b: ThemeSpan) => a.theme === b.theme && overlaps(a, b);
  const list = (sign: string, from: readonly ThemeSpan[], others: readonly ThemeSpan[]) =>
    from
      .filter((span) => !others.some(isSame(span)))
      .map(({ start, end, theme }) => `  ${sign} ${start}-${end} ${theme}`);
  return [...list("-", themes.gold, themes.predicted), ...list("+", themes.predicted, themes.gold)];
}

function scoreTable(scores: Scores, relations: RelationFigures | undefined): string {
  const rows: [string, Score][] = [
    ["exact span + class", scores.exactClass],
    ["overlap + class", scores.overlapClass],
    ["overlap + facet", scores.overlapFacet],
    ...FACETS.map((facet): [string, Score] => [facet, scores.facets[facet]]),
    ...Object.entries(scores.classes),
    ...relationRows(relations),
  ];
  return tableOf(rows);
}

function themeTable({ micro, macroF1, themes }: ThemeScores): string {
  const rows: [string, Score][] = [["themes, micro", micro], ...Object.entries(themes)];
  return `\n${tableOf(rows)}${"themes, macro F1".padEnd(widthOf(rows))}${" ".repeat(20)}${macroF1.toFixed(3).padStart(10)}\n`;
}

function widthOf(rows: readonly (readonly [label: string, score: Score])[]): number {
  return Math.max(...rows.map(([label]) => label.length));
}

function tableOf(rows: readonly (readonly [label: string, score: Score])[]): string {
  const width = widthOf(rows);
  const lines = rows.map(([label, { precision, recall, f1, gold, predicted }]) => {
    const figures = [precision, recall, f1].map((figure) => figure.toFixed(3).padStart(10));
    return `${label.padEnd(width)}${figures.join("")}${String(gold).padStart(8)}${String(predicted).padStart(10)}`;
  });
  return `${"".padEnd(width)} precision    recall        F1    gold predicted\n${lines.join("\n")}\n`;
}
