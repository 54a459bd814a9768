import { formatProblem, type Problem } from "../../core";
import { EXIT, type ExitCode, type Output } from "../command";

/** Prints what a check found, one line each; any finding is exit code 1. */
export async function printProblems(problems: readonly Problem[], output: Output): Promise<ExitCode> {
  await output.data(problems.map((problem) => `${formatProblem(problem)}\n`).join(""));
  return problems.length === 0 ? EXIT.ok : EXIT.findings;
}
