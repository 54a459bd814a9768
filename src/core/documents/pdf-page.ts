/** A run of text as a PDF draws it. Lengths are in points, 1/72 inch; `x` from the left, `y` (of the baseline) from the top. */
export interface TextRun {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Of the font. */
  readonly size: number;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly runs: readonly TextRun[];
}

/** Left and right edge of lines that are read one after the other. */
export interface Column {
  readonly left: number;
  readonly right: number;
}

/** Words on one baseline of one column. */
export interface TextLine {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  /** The same object for all lines of a column. */
  readonly column: Column;
  /** Whether the parts of the line stand apart, as the cells of a table do. */
  readonly isRow: boolean;
}

/** Two baselines that are nearer than this, in font sizes, are one. */
const SAME_LINE = 0.45;
/** Runs that are farther apart than this, in font sizes, have a space between them. */
const SPACE = 0.15;
/** Runs that are farther apart than this, in font sizes, belong to different columns or cells. */
const APART = 1.4;
/** How much of a column the typical line of prose fills, at least; the cells of tables fill less. */
const FILLED = 0.55;
/** A column has so many lines, at least. */
const COLUMN_LINES = 4;
/** Pages with more columns are newspapers; they are read as they come. */
const MOST_SPLITS = 2;

interface Fragment {
  text: string;
  readonly x: number;
  right: number;
  readonly y: number;
  readonly size: number;
}

/** The lines of a page in the order of reading: column by column between what spans all columns. */
export function linesOf(page: PdfPage): TextLine[] {
  return inOrder(fragmentsOf(page.runs), MOST_SPLITS);
}

/** Joins runs that stand beside each other on one baseline. */
function fragmentsOf(runs: readonly TextRun[]): Fragment[] {
  const drawn = runs.filter(({ text }) => text.trim() !== "").sort((a, b) => a.y - b.y || a.x - b.x);
  const baselines: TextRun[][] = [];
  for (const run of drawn) {
    const baseline = baselines.at(-1);
    const first = baseline?.[0];
    if (first !== undefined && run.y - first.y < SAME_LINE * Math.min(first.size, run.size)) baseline!.push(run);
    else baselines.push([run]);
  }
  return baselines.flatMap((baseline) => joinedRuns(baseline.sort((a, b) => a.x - b.x)));
}

function joinedRuns(runs: readonly TextRun[]): Fragment[] {
  const fragments: Fragment[] = [];
  for (const { text, x, y, width, size } of runs) {
    const last = fragments.at(-1);
    const gap = last === undefined ? Infinity : x - last.right;
    if (last === undefined || gap > APART * Math.max(size, last.size)) {
      fragments.push({ text, x, right: x + width, y, size });
      continue;
    }
    // Some programs draw a text twice, a little aside, to make it bold.
    if (gap < -0.5 * width && last.text.endsWith(text)) continue;
    const isApart = gap > SPACE * size && !/\s$/.test(last.text) && !/^\s/.test(text);
    last.text += isApart ? ` ${text}` : text;
    last.right = Math.max(last.right, x + width);
  }
  return fragments;
}

/** @param splits how often columns may be split again */
function inOrder(fragments: readonly Fragment[], splits: number): TextLine[] {
  const gutter = splits > 0 ? gutterOf(fragments) : undefined;
  if (gutter === undefined) return rowsOf(fragments);
  const lines: TextLine[] = [];
  let columns: [left: Fragment[], right: Fragment[]] = [[], []];
  let across: Fragment[] = [];
  const flush = () => {
    lines.push(...rowsOf(across), ...columns.flatMap((column) => inOrder(column, splits - 1)));
    columns = [[], []];
    across = [];
  };
  for (const fragment of fragments) {
    const isAcross = fragment.x < gutter && fragment.right > gutter;
    if (isAcross && columns.some(({ length }) => length > 0)) flush();
    if (isAcross) across.push(fragment);
    else columns[fragment.right <= gutter ? 0 : 1].push(fragment);
  }
  flush();
  return lines;
}

/** The middle of the white stripe between two columns of prose; undefined where there is none. */
function gutterOf(fragments: readonly Fragment[]): number | undefined {
  const least = Math.min(...fragments.map(({ x }) => x));
  const most = Math.max(...fragments.map(({ right }) => right));
  let best: { readonly x: number; readonly crossing: number } | undefined;
  // Columns begin at the same place, so a gutter ends where lines begin.
  const starts = [...new Set(fragments.map(({ x }) => Math.floor(x)))];
  for (const x of starts.filter(
    (start) => start > least + (most - least) * 0.2 && start < least + (most - least) * 0.8,
  )) {
    const left = fragments.filter(({ right }) => right <= x);
    const right = fragments.filter((fragment) => fragment.x >= x);
    const crossing = fragments.length - left.length - right.length;
    if (crossing > 0.25 * Math.min(left.length, right.length) || crossing >= (best?.crossing ?? Infinity)) continue;
    if (isColumn(left, x - least) && isColumn(right, most - x) && standBeside(left, right)) best = { x, crossing };
  }
  return best?.x;
}

function isColumn(fragments: readonly Fragment[], width: number): boolean {
  if (fragments.length < COLUMN_LINES) return false;
  return median(fragments.map(({ x, right }) => right - x)) > FILLED * width;
}

function standBeside(left: readonly Fragment[], right: readonly Fragment[]): boolean {
  const [top, bottom] = [Math.max(left[0]!.y, right[0]!.y), Math.min(left.at(-1)!.y, right.at(-1)!.y)];
  const within = (fragments: readonly Fragment[]) =>
    fragments.filter(({ y }) => y >= top - 1 && y <= bottom + 1).length;
  return within(left) >= COLUMN_LINES - 1 && within(right) >= COLUMN_LINES - 1;
}

/** Joins the fragments on each baseline. */
function rowsOf(fragments: readonly Fragment[]): TextLine[] {
  const lines: TextLine[] = [];
  const column = {
    left: Math.min(...fragments.map(({ x }) => x)),
    right: Math.max(...fragments.map((each) => each.right)),
  };
  for (const { text, x, right, y, size } of fragments) {
    const last = lines.at(-1);
    if (last === undefined || y - last.y >= SAME_LINE * Math.min(size, last.size)) {
      lines.push({ text, x, right, y, size, column, isRow: false });
    } else lines[lines.length - 1] = { ...last, text: `${last.text} ${text}`, right, isRow: true };
  }
  return lines;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
