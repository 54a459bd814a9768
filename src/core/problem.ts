/** Something wrong with an input, said so that its author can mend it. The core never throws for bad input; it returns these. */
export interface Problem {
  readonly severity: "error" | "warning";
  /** Stable, machine-readable kind, such as `pack.unknown-class`. */
  readonly code: string;
  /** What is wrong and what to do about it, in one or two sentences. */
  readonly message: string;
  /** The file the problem is in. */
  readonly uri: string;
  /** One-based; absent where the whole file is meant. */
  readonly line?: number;
  /** One-based, in UTF-16 code units. */
  readonly column?: number;
}

/** `file:line:column: message`, the form editors and terminals turn into links. */
export function formatProblem(problem: Problem): string {
  const place = [problem.uri, problem.line, problem.line === undefined ? undefined : problem.column];
  return `${place.filter((part) => part !== undefined).join(":")}: ${problem.severity}: ${problem.message}`;
}
