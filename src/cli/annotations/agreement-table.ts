import { type Agreement, type AgreementFigures, type PairAgreement, UNSIGNED } from "../../core";

const COLUMNS: readonly (readonly [title: string, figure: keyof AgreementFigures])[] = [
  ["units", "units"],
  ["percent", "percent"],
  ["kappa", "kappa"],
  ["alpha", "alpha"],
  ["u-alpha", "unitizingAlpha"],
  ["exact F1", "exactF1"],
  ["overlap F1", "overlapF1"],
];
const COLUMN_WIDTH = 11;

/** The figures as a table for people: a block for each pair of annotators, and a line for all together. */
export function agreementTable(figures: Agreement, byClass: boolean): string {
  if (figures.pairs.length === 0) return `${annotatorList(figures)} There is nobody to compare with.\n`;
  const blocks = figures.pairs.map((pair) => pairBlock(pair, byClass));
  return [...blocks, ...(figures.annotators.length > 2 ? [jointBlock(figures, byClass)] : [])].join("\n");
}

function pairBlock({ annotators, documents, overall, classes }: PairAgreement, byClass: boolean): string {
  const rows: [string, AgreementFigures][] = [["overall", overall], ...(byClass ? Object.entries(classes) : [])];
  const width = Math.max(...rows.map(([label]) => label.length));
  const head = COLUMNS.map(([title]) => title.padStart(COLUMN_WIDTH)).join("");
  const lines = rows.map(([label, row]) => {
    const cells = COLUMNS.map(([, figure]) => shown(row[figure], figure === "units").padStart(COLUMN_WIDTH));
    return `${label.padEnd(width)}${cells.join("")}\n`;
  });
  const title = `${annotators.map(nameOf).join(" and ")}, ${documentCount(documents)}`;
  return `${title}\n${"".padEnd(width)}${head}\n${lines.join("")}`;
}

function jointBlock({ annotators, joint }: Agreement, byClass: boolean): string {
  const rows: [string, number | undefined][] = [
    ["overall", joint.alpha],
    ...(byClass ? Object.entries(joint.classes) : []),
  ];
  const width = Math.max(...rows.map(([label]) => label.length));
  const lines = rows.map(([label, alpha]) => `${label.padEnd(width)}${shown(alpha, false).padStart(COLUMN_WIDTH)}\n`);
  const title = `All ${annotators.length} annotators, ${documentCount(joint.documents)}`;
  return `${title}\n${"".padEnd(width)}${"alpha".padStart(COLUMN_WIDTH)}\n${lines.join("")}`;
}

function annotatorList({ annotators }: Agreement): string {
  return annotators.length === 0 ? "No decision was found." : `All decisions are of ${nameOf(annotators[0]!)}.`;
}

function nameOf(annotator: string): string {
  return annotator === UNSIGNED ? "(unsigned)" : annotator;
}

function documentCount(count: number): string {
  return count === 1 ? "1 document" : `${count} documents`;
}

function shown(figure: number | undefined, isCount: boolean): string {
  if (figure === undefined) return "-";
  return isCount ? String(figure) : figure.toFixed(3);
}
