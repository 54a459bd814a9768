import { Diagnostic, DiagnosticSeverity, Range, Uri, type DiagnosticCollection } from "vscode";
import type { Problem } from "../core";

/** Beyond the end of any line; the editor cuts it down to the line. */
const END_OF_LINE = 10_000;

/** Replaces what `collection` holds by `problems`, each at its line; `severity` overrides their own. */
export function publishProblems(
  collection: DiagnosticCollection,
  problems: readonly Problem[],
  severity?: DiagnosticSeverity,
): void {
  const byFile = new Map<string, Diagnostic[]>();
  for (const problem of problems) {
    const diagnostics = byFile.get(problem.uri);
    if (diagnostics === undefined) byFile.set(problem.uri, [diagnosticOf(problem, severity)]);
    else diagnostics.push(diagnosticOf(problem, severity));
  }
  collection.clear();
  collection.set([...byFile].map(([uri, diagnostics]) => [Uri.parse(uri), diagnostics]));
}

/** A problem at its place, or at its line where its end is not known; `severity` overrides its own. */
export function diagnosticOf(problem: Problem, severity = severityOf(problem)): Diagnostic {
  const line = (problem.line ?? 1) - 1;
  const column = (problem.column ?? 1) - 1;
  const endLine = problem.endLine === undefined ? line : problem.endLine - 1;
  const endColumn = problem.endColumn === undefined ? END_OF_LINE : problem.endColumn - 1;
  const diagnostic = new Diagnostic(new Range(line, column, endLine, endColumn), problem.message, severity);
  diagnostic.source = "HealthGeo";
  diagnostic.code = problem.code;
  return diagnostic;
}

function severityOf({ severity }: Problem): DiagnosticSeverity {
  return severity === "error" ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning;
}
