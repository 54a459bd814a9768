import {
  type Comparison,
  createTagger,
  createThemeClassifier,
  readPassages,
  score,
  scoreThemes,
  type ThemeComparison,
} from "../../core";
import { commandWithOptions, EXIT, UsageError } from "../command";
import { readGold } from "./gold";
import { errorsOf } from "./passage-errors";
import { RelationMeasure } from "./relation-measure";
import { scoreTable, themeTable } from "./score-table";
import { loadTaxonomy, TAXONOMY_HELP, TAXONOMY_OPTIONS } from "../taxonomy-options";

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

export const evaluateCommand = commandWithOptions({
  path: "evaluate",
  summary: "measure the tagger against annotated texts",
  help: HELP,
  options: OPTIONS,
  async run({ values, positionals }, output) {
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
});

function checkedFloor(written: string | undefined): number {
  const floor = Number(written ?? 0);
  if (floor >= 0 && floor <= 1) return floor;
  throw new UsageError(`--min-f1 takes a number from 0 to 1, not "${written ?? ""}".`);
}
