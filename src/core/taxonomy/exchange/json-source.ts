import { LineIndex } from "../../text/lines";
import type { ExchangeReport } from "./exchange-report";
import type { JsonValue } from "./json-ld-context";

/** Brackets that may be open at once; engines read deeper ones too, and take gigabytes for it. */
const MAX_NESTING = 512;

/** The value of a JSON text; nothing, and a problem at its line, where it is none. */
export function parseJson(source: string, report: ExchangeReport): JsonValue | undefined {
  const deep = tooDeepAt(source);
  if (deep !== undefined) {
    const { line, column } = new LineIndex(source.slice(0, deep + 1)).locate(deep);
    report.problem("error", "exchange.too-deep", `Brackets nest more than ${MAX_NESTING} deep.`, line, column);
    return undefined;
  }
  try {
    return JSON.parse(source) as JsonValue;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const { line, column } = placeOf(reason, source);
    report.problem("error", "exchange.json", `This is not valid JSON: ${reason}.`, line, column);
    return undefined;
  }
}

/** Engines say where JSON breaks in words only; one that says nothing means the end of the text. */
function placeOf(reason: string, source: string): { line: number; column: number } {
  const offset = /position (\d+)/.exec(reason)?.[1];
  return new LineIndex(source).locate(offset === undefined ? source.length : Number(offset));
}

/** Where brackets first nest too deep; those in texts do not count. */
function tooDeepAt(source: string): number | undefined {
  let depth = 0;
  for (const { 0: token, index } of source.matchAll(/"(?:[^"\\]|\\.)*"|[[{]+|[\]}]+/gs)) {
    if (token.startsWith('"')) continue;
    depth += /[[{]/.test(token) ? token.length : -token.length;
    if (depth > MAX_NESTING) return index;
  }
  return undefined;
}
