/**
 * Measures the themes that the built-in taxonomy assigns, with all components and without each, as a table in Markdown.
 *
 *     node --import tsx bench/themes.ts [--gold PASSAGES.jsonl --themes THEMES.jsonl] [--calibrate | --write docs/evaluation.md]
 *
 * Our own passages are always measured. `--gold` names passages {"id","text"} whose themes stand apart, by id, in `--themes`: every
 * second one, from the first on, was used for tuning, the others were not. `--calibrate` prints the line in log-odds that fits
 * the passages used for tuning, for `src/core/classify/themes/calibration.ts`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import {
  createTagger,
  createThemeClassifier,
  loadDefaultTaxonomy,
  type Mention,
  readPassages,
  scoreThemes,
  THEME_COMPONENTS,
  type ThemeClassifier,
  type ThemeComponent,
  type ThemeScores,
  type ThemeSpan,
} from "../src/core";
import { fitLine } from "./themes/fit-line";

interface Passage {
  readonly id: string;
  readonly text: string;
  readonly themes: readonly ThemeSpan[];
  readonly mentions: readonly Mention[];
}

interface GoldSet {
  readonly name: string;
  readonly isTuned: boolean;
  readonly passages: readonly Passage[];
}

const OWN = join(__dirname, "..", "test", "gold", "passages.jsonl");
const [BEGIN, END] = ["<!-- themes: written by bench/themes.ts -->", "<!-- themes: end -->"];

const taxonomy = loadDefaultTaxonomy();
const tagger = createTagger(taxonomy);
const { values } = parseArgs({
  options: {
    gold: { type: "string" },
    themes: { type: "string" },
    write: { type: "string" },
    calibrate: { type: "boolean" },
  },
});

function readLines<T>(path: string): T[] {
  const lines = readFileSync(path, "utf8").split("\n");
  return lines.filter((line) => line.trim() !== "").map((line) => JSON.parse(line) as T);
}

function passageOf({ id, text, themes }: Pick<Passage, "id" | "text" | "themes">): Passage {
  return { id, text, themes, mentions: tagger.tag(text).mentions };
}

function goldSets(): GoldSet[] {
  const own = { name: "own corpus", isTuned: true, passages: readLines<Passage>(OWN).map(passageOf) };
  if (values.gold === undefined || values.themes === undefined) return [own];
  const themes = new Map(readLines<Passage>(values.themes).map((line) => [line.id, line.themes]));
  const dev = readLines<Passage>(values.gold).map(({ id, text }) =>
    passageOf({ id, text, themes: themes.get(id) ?? [] }),
  );
  return [
    own,
    { name: "dev, tuned on", isTuned: true, passages: dev.filter((_, i) => i % 2 === 0) },
    { name: "dev, held out", isTuned: false, passages: dev.filter((_, i) => i % 2 === 1) },
    { name: "dev, all", isTuned: false, passages: dev },
  ];
}

function scoresOf({ passages }: GoldSet, classifier: ThemeClassifier): ThemeScores {
  return scoreThemes(
    passages.map(({ text, themes, mentions }) => ({
      gold: themes,
      predicted: classifier.classify(readPassages(text, "plain"), mentions),
    })),
  );
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |\n`;
}

function ablationTable(sets: readonly GoldSet[]): string {
  const variants: (readonly [string, readonly ThemeComponent[]])[] = [
    ["all components", []],
    ...THEME_COMPONENTS.map((component) => [`without ${component}`, [component]] as const),
  ];
  const rows = variants.map(([name, without]) => {
    const classifier = createThemeClassifier(taxonomy, { without });
    return row([name, ...sets.map((set) => figuresOf(scoresOf(set, classifier)))]);
  });
  return (
    row(["", ...sets.map(({ name, passages }) => `${name} (${passages.length})`)]) +
    row(["---", ...sets.map(() => "---")]) +
    rows.join("")
  );
}

function figuresOf({ micro, macroF1 }: ThemeScores): string {
  return [micro.precision, micro.recall, micro.f1, macroF1].map((figure) => figure.toFixed(2)).join(" / ");
}

function themeTable(sets: readonly GoldSet[]): string {
  const classifier = createThemeClassifier(taxonomy);
  const shown = sets.filter(({ name }) => name === "own corpus" || name === "dev, all");
  const scores = shown.map((set) => scoresOf(set, classifier));
  const rows = [...taxonomy.themes.keys()].map((id) =>
    row([
      `\`${id}\``,
      ...scores.flatMap(({ themes }) => {
        const score = themes[id];
        return score === undefined ? ["0", "—"] : [String(score.gold), score.f1.toFixed(2)];
      }),
    ]),
  );
  return (
    row(["theme", ...shown.flatMap(({ name }) => [`${name}: gold`, "F1"])]) +
    row(["---", ...shown.flatMap(() => ["---:", "---:"])]) +
    rows.join("")
  );
}

/** Scores of a set beside whether the gold agrees, for every theme that something speaks for. */
function outcomesOf({ passages }: GoldSet, classifier: ThemeClassifier): [score: number, isRight: boolean][] {
  return passages.flatMap(({ text, themes, mentions }) =>
    readPassages(text, "plain")
      .flatMap((passage) => classifier.weigh(passage, mentions))
      .map(({ theme, score }): [number, boolean] => [score, themes.some((gold) => gold.theme === theme)]),
  );
}

/** Raw scores of the passages used for tuning. */
function outcomes(sets: readonly GoldSet[]): [raw: number, isRight: boolean][] {
  const classifier = createThemeClassifier(taxonomy, { without: ["calibration"] });
  return sets.filter(({ isTuned }) => isTuned).flatMap((set) => outcomesOf(set, classifier));
}

const BANDS = [[0, 0.5], [0.5, 0.75], [0.75, 1.01]] as const; // prettier-ignore

/** How often scores of a band are right, and their mean squared error (Brier 1950). */
function calibrationTable(sets: readonly GoldSet[]): string {
  const classifier = createThemeClassifier(taxonomy);
  const rows = sets.map((set) => {
    const all = outcomesOf(set, classifier);
    const error = all.reduce((sum, [score, isRight]) => sum + (score - Number(isRight)) ** 2, 0) / all.length;
    const shares = BANDS.map(([from, to]) => {
      const band = all.filter(([score]) => score >= from && score < to);
      const right = band.filter(([, isRight]) => isRight).length;
      const mean = band.reduce((sum, [score]) => sum + score, 0) / band.length;
      return `${right} of ${band.length}, mean ${mean.toFixed(2)}`;
    });
    return row([set.name, error.toFixed(2), ...shares]);
  });
  return (
    row(["", "mean squared error", "right below 0.5", "right from 0.5", "right from 0.75"]) +
    row(["---", "---:", "---:", "---:", "---:"]) +
    rows.join("")
  );
}

const sets = goldSets();
if (values.calibrate === true) console.log(JSON.stringify(fitLine(outcomes(sets))));
else {
  const report = `${BEGIN}\n\n${ablationTable(sets)}\n${themeTable(sets)}\n${calibrationTable(sets)}\n${END}`;
  if (values.write === undefined) console.log(report);
  else {
    const page = readFileSync(values.write, "utf8");
    const [start, end] = [page.indexOf(BEGIN), page.indexOf(END)];
    if (start < 0 || end < start) throw new Error(`${values.write} has no "${BEGIN}" … "${END}"`);
    writeFileSync(values.write, page.slice(0, start) + report + page.slice(end + END.length));
  }
}
