import { type Goal, GOAL_ROWS, type GoalRow } from "../goals";
import type { Measured, Skipped } from "../row";
import type { Figure, Line } from "./report";

/** What the figures depend on, and nothing that tells whose machine it is. */
export interface MachineFacts {
  /** ISO 8601, day only. */
  readonly date: string;
  readonly processor: string;
  readonly cores: number;
  readonly memoryGigabytes: number;
  readonly system: string;
  readonly node: string;
  /** Processes that wanted a core in the minute before the run; 0 where the system does not say. */
  readonly load: number;
}

/** Packages by name with their versions. */
export type Versions = Readonly<Record<string, string>>;

/** The page docs/performance.md for the lines of a whole run. */
export function performancePage(lines: readonly Line[], facts: MachineFacts, versions: Versions): string {
  return `# Performance

<!-- Generated from a run by \`npm run bench -- --write-docs\`; do not edit. -->

Speed is a goal of the project like any other, and it is set in ratios: how many times faster than a named peer, both in one process, turn and turn about, on the same text and terms. A ratio holds on other machines too; an absolute figure does not.

${summaryOf(lines)}

## Goals and results

${goalTable(lines)}

"n×" is a ratio as the goal words it. A _minimum_ must hold; a _target_ is what a prototype of the matcher alone has shown; a _stretch_ lies beyond. "—" stands where no such goal is set.

## Figures without a goal

${otherTable(lines)}

## Machine

| | |
| --- | --- |
| Date | ${facts.date} |
| Processor | ${facts.processor}, ${facts.cores} cores |
| Memory | ${facts.memoryGigabytes} GB |
| System | ${facts.system} |
| Node | ${facts.node} |
| Load before the run | ${number(facts.load)} |

## How it is measured

- **Text**: written sentences of the npm package nlp-corpus (books, speeches, UN papers, reviews), shuffled by a fixed seed into paragraphs of six; 1.0 and 10.0 MB. Where they run out, they come again in another order.
- **Terms**: three nested lists of 1,000, 10,000 and 100,000 plain strings from our own packs and from WordNet, the most frequent in the text first.
- **Semantics** asked of every matcher: whole words, any case, the leftmost and of those the longest, none overlapping. Engines that report every overlapping substring get a filter behind them. Our matcher also reads hyphens, line breaks and spelling variants inside a term, so it finds a few spans that the others do not; the JSON counts them as \`onlyOurs\` and \`onlyTheirs\`.
- **Ratios** are the median of the ratios of all rounds, in which each contender runs once.
- The build time of pyahocorasick is measured where a Python has that package (in Debian \`python3-ahocorasick\`), and otherwise quoted from another machine, as row 9 then says; everything else that the tables show was measured in the run.
- Row 8 compares code units a second, for text in other scripts has up to three bytes for each unit that a matcher looks at.
- In row 16 ripgrep counts lines, which lets it leave a line at the first term, while ours finds every term. Indexes are built before the clock starts, and ripgrep's own start of some milliseconds is inside.
- compromise reads samples where whole texts would take minutes, and the result is its speed on the sample.

Peers and corpora, in exact versions: ${versionList(versions)}.

## Run it again

\`\`\`sh
npm run bench                    # every row, about three minutes, one line of JSON for each measurement
npm run bench -- --row 3         # one row
npm run bench -- --write-docs    # every row, then this page
\`\`\`

The first run installs the peers into \`.cache/bench-peers\`. Each row is one small file under \`bench/rows\`, the goals stand in \`bench/goals.ts\`, and all that touches our engine in \`bench/engine.ts\`. Close what else uses the machine: where the load was more than a small share of the cores, figures of the run are not to be trusted.
`;
}

function summaryOf(lines: readonly Line[]): string {
  const judged = lines.flatMap(({ verdict }) => (verdict === undefined ? [] : [verdict]));
  const missed = judged.filter((verdict) => verdict === "missed").length;
  const targets = judged.filter((verdict) => verdict === "target reached" || verdict === "stretch reached").length;
  return `Of ${judged.length} goals measured, **${judged.length - missed} are held and ${missed} missed**; ${targets} reach their target.`;
}

function goalTable(lines: readonly Line[]): string {
  const heads = ["#", "Goal", "Measure", "Minimum", "Target", "Stretch", "Result", "Verdict", "Ours", "Peer"];
  return table(
    heads,
    GOAL_ROWS.flatMap((row) => rowsOf(row, lines)),
  );
}

function rowsOf({ row, title, goals }: GoalRow, lines: readonly Line[]): string[][] {
  const ofRow = lines.filter((line) => line.row === row);
  const skipped = ofRow.find((line): line is Line & Skipped => "skipped" in line)?.skipped;
  if (goals.length === 0) return [[row, title, "", "", "", "", "", skipped ?? "not measured", "", ""]];
  return goals.map((goal, i) => {
    const head = i === 0 ? [row, title] : ["", ""];
    const bounds = [goal.minimum, goal.target, goal.stretch].map((bound) => formatBound(goal, bound));
    const line = ofRow.find((candidate): candidate is Line & Measured => isMeasured(candidate, goal.measure));
    if (line?.value === undefined) {
      return [...head, goal.measure, ...bounds, "—", `not measured: ${skipped ?? "the row gave no result"}`, "", ""];
    }
    const result = [formatValue(goal, line.value), verdictText(line), formatFigure(line.ours), formatPeer(line.peer)];
    return [...head, goal.measure, ...bounds, ...result];
  });
}

function isMeasured(line: Line, measure: string): line is Line & Measured {
  return "measure" in line && line.measure === measure;
}

function verdictText({ verdict }: Line): string {
  if (verdict === undefined) return "";
  return verdict === "missed" ? "**missed**" : verdict;
}

function otherTable(lines: readonly Line[]): string {
  const others = lines.filter(
    (line): line is Line & Measured => "measure" in line && line.verdict === undefined && line.ours !== undefined,
  );
  return table(
    ["Row", "Measure", "Ratio", "Ours", "Peer"],
    others.map(({ row, measure, value, ours, peer }) => [
      row,
      measure,
      value === undefined ? "" : `${number(value)}×`,
      formatFigure(ours),
      formatPeer(peer),
    ]),
  );
}

function formatBound(goal: Goal, bound: number | undefined): string {
  if (bound === undefined) return "—";
  return `${goal.better === "higher" ? "≥" : "≤"} ${formatValue(goal, bound)}`;
}

function formatValue({ unit }: Goal, value: number): string {
  return unit === "×" ? `${number(value)}×` : `${number(value)} ${unit}`;
}

function formatPeer(peer: (Figure & { readonly name: string }) | undefined): string {
  return peer === undefined ? "" : `${peer.name}: ${formatFigure(peer)}`;
}

function formatFigure(figure: Figure | undefined): string {
  return figure === undefined ? "" : `${number(figure.value)} ${figure.unit}`;
}

/** To three digits, more is noise. */
function number(value: number): string {
  return Number(value.toPrecision(3)).toLocaleString("en", { maximumSignificantDigits: 3 });
}

function versionList(versions: Versions): string {
  return Object.entries(versions)
    .map(([name, version]) => `${name} ${version}`)
    .join(", ");
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [heads, heads.map(() => "---"), ...rows]
    .map((row) => `| ${row.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`)
    .join("\n");
}
