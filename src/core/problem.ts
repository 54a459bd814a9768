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
  /** One-based; where the wrong part ends, exclusive. Absent where only its beginning is known. */
  readonly endLine?: number;
  readonly endColumn?: number;
  /** The id, term or words that are wrong, as the file has them on or below the line: what is left of the place to say. */
  readonly subject?: string;
  /** Other places that the message speaks of. */
  readonly related?: readonly RelatedPlace[];
}

/** Another place that a problem speaks of. */
export interface RelatedPlace {
  readonly uri: string;
  /** One-based. */
  readonly line: number;
  /** What stands there, as that file has it. */
  readonly subject: string;
}

/** `file:line:column: message`, the form editors and terminals turn into links. */
export function formatProblem(problem: Problem): string {
  const place = [problem.uri, problem.line, problem.line === undefined ? undefined : problem.column];
  return `${place.filter((part) => part !== undefined).join(":")}: ${problem.severity}: ${problem.message}`;
}
