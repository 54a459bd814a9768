import { FACETS, type Score, type Scores, type ThemeScores } from "../../core";
import { type RelationFigures, relationRows } from "./relation-measure";

/** Scores of mentions and relations as a table for people. */
export function scoreTable(scores: Scores, relations: RelationFigures | undefined): string {
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

/** Scores of themes as a table for people. */
export function themeTable({ micro, macroF1, themes }: ThemeScores): string {
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
