import type { ExchangeReport } from "./exchange-report";

/** A concept has a row for each of its names. */
const MAX_ROWS = 600_000;
const MAX_COLUMNS = 200;
const TOO_LARGE = { message: `A table may have ${MAX_ROWS.toLocaleString("en")} rows and ${MAX_COLUMNS} columns` };

export interface TableRow {
  readonly cells: readonly string[];
  /** One-based line at which the row begins. */
  readonly line: number;
}

interface Papa {
  parse(
    source: string,
    options: {
      delimiter: string;
      delimitersToGuess: readonly string[];
      skipEmptyLines: boolean;
      step(
        result: {
          data: readonly string[];
          errors: readonly { code: string; message: string }[];
          meta: { cursor: number };
        },
        parser: { abort(): void },
      ): void;
    },
  ): void;
  unparse(rows: readonly (readonly string[])[], options: { delimiter: string; newline: string }): string;
}

/** Required where it is first needed (see `compromise.ts`). */
function loadPapa(): Papa {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require("papaparse") as Papa;
}

/**
 * Spreadsheets run cells that begin with these as formulas (OWASP, CSV injection). An apostrophe before makes them text.
 * A text that has such apostrophes already gets one more, so that taking one away gives back what was written.
 */
const FORMULA = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

export function writeRows(
  columns: readonly string[],
  rows: readonly Readonly<Record<string, string>>[],
  delimiter: string,
): string {
  const cells = rows.map((row) => columns.map((column) => harmless(row[column] ?? "")));
  return `${loadPapa().unparse([columns, ...cells], { delimiter, newline: "\n" })}\n`;
}

function harmless(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

function restored(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

/** The rows of a table; `delimiter` undefined: comma, semicolon or tab, whichever the first rows use. */
export function readRows(
  source: string,
  delimiter: string | undefined,
  report: ExchangeReport,
): { columns: readonly string[]; rows: readonly TableRow[] } | undefined {
  const text = source.replace(/^\ufeff/, "");
  const rows: TableRow[] = [];
  const lines = new LineCursor(text);
  const faults: number[] = [];
  loadPapa().parse(text, {
    delimiter: delimiter ?? "",
    delimitersToGuess: [",", ";", "\t"],
    skipEmptyLines: false,
    step({ data, errors, meta }, parser) {
      const line = lines.pass(meta.cursor);
      const fault = data.length > MAX_COLUMNS || rows.length > MAX_ROWS ? TOO_LARGE : errors.find(isFault);
      if (fault === TOO_LARGE) parser.abort();
      if (fault !== undefined) {
        faults.push(line);
        report.problem("error", "exchange.table", `This row cannot be read: ${fault.message}.`, line);
      }
      if (data.some((cell) => cell.trim() !== "")) rows.push({ cells: data.map(restored), line });
    },
  });
  if (faults.length > 0) return undefined;
  const [head, ...body] = rows;
  if (head !== undefined) return { columns: head.cells, rows: body };
  report.problem("error", "exchange.table", "The table is empty; its first row names the columns.", 1);
  return undefined;
}

function isFault({ code }: { readonly code: string }): boolean {
  return code !== "UndetectableDelimiter";
}

/** Counts lines up to a place that only moves forward. */
class LineCursor {
  #at = 0;
  #line = 1;

  constructor(readonly text: string) {}

  /** The line at which the cursor stood, before it moves to `to`. */
  pass(to: number): number {
    const line = this.#line;
    for (
      let next = this.text.indexOf("\n", this.#at);
      next >= 0 && next < to;
      next = this.text.indexOf("\n", this.#at)
    ) {
      this.#line++;
      this.#at = next + 1;
    }
    return line;
  }
}
