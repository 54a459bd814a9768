import type { Problem } from "../../problem";
import type { Span } from "../../text/span";
import type { PackSource, PackValue } from "./pack-source";

/**
 * The span that a problem of a pack is about: the place it gives, else its subject on or below its line, else its line.
 *
 * @param source of the file that the problem names, as it was when the problem was found
 */
export function locateProblem(source: PackSource, problem: Problem): Span {
  const { line = 1, column = 1, endLine, endColumn, subject } = problem;
  if (endLine !== undefined && endColumn !== undefined) {
    return { start: source.offsetOf(line, column), end: source.offsetOf(endLine, endColumn) };
  }
  const value = subject === undefined ? undefined : valueOfSubject(source, line, subject, problem.code);
  return value === undefined ? spanOfLine(source, line) : { start: value.start, end: value.end };
}

/** The value that a problem is about, where there is one. */
export function valueOfProblem(source: PackSource, problem: Problem): PackValue | undefined {
  const { start } = locateProblem(source, problem);
  return source.values.find((value) => value.start === start);
}

function valueOfSubject(source: PackSource, line: number, subject: string, code: string): PackValue | undefined {
  const from = source.offsetOf(line, 1);
  const found = source.values.filter(({ start, text }) => start >= from && text === subject);
  if (code === "pack.test-failed") return found.find(({ item }) => item?.kind === "mention") ?? found[0];
  return code === "taxonomy.unknown-broader" || code === "taxonomy.broader-cycle"
    ? found.find(({ key }) => key === "broader")
    : found[0];
}

function spanOfLine(source: PackSource, line: number): Span {
  const start = source.offsetOf(line, 1);
  const text = /^[^\r\n]*/.exec(source.text.slice(start))![0];
  return { start: start + text.length - text.trimStart().length, end: start + text.trimEnd().length };
}
