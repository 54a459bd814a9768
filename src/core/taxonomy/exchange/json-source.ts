import { LineIndex } from "../../text/lines";
import type { ExchangeReport } from "./exchange-report";
import type { JsonValue } from "./json-ld-context";

/** The value of a JSON text; nothing, and a problem at its line, where it is none. */
export function parseJson(source: string, report: ExchangeReport): JsonValue | undefined {
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
