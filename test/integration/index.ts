/**
 * Runs the integration suite inside a VS Code extension host: a Node one (desktop, server) or a web worker. Started by the
 * scripts' own hosts and by @vscode/test-electron alike.
 */
import "mocha/mocha.js";

/** Start the lines of the suite, so that the scripts can tell them from what the editor itself logs. */
const TEST_MARK = "HEALTHGEO_TEST ";
const RESULT_MARK = "HEALTHGEO_RESULT ";

interface Result {
  readonly passed: number;
  readonly failed: number;
  readonly failures: readonly { title: string; message: string }[];
}

/**
 * The entry point that VS Code calls.
 *
 * @throws {Error} when a test fails
 */
export async function run(): Promise<void> {
  const mocha = createMocha();
  // Imported here and not above: the test files need mocha's globals.
  await import("integration-suites");
  const result = await runSuites(mocha);
  console.log(RESULT_MARK + JSON.stringify(result));
  if (result.failed > 0) throw new Error(`${result.failed} integration tests failed`);
}

/** Mocha's browser build puts its class on the global object, in Node too. */
function createMocha(): Mocha {
  const mocha = new Mocha({ ui: "bdd", timeout: 20_000, reporter: Mocha.reporters.Base });
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  return mocha;
}

async function runSuites(mocha: Mocha): Promise<Result> {
  return await new Promise((resolve) => {
    let passed = 0;
    const failures: { title: string; message: string }[] = [];
    const runner = mocha.run(() => {
      resolve({ passed, failed: failures.length, failures });
    });
    runner.on("pass", (test) => {
      passed += 1;
      print(`passed  ${test.fullTitle()} (${test.duration ?? 0} ms)`);
    });
    runner.on("fail", (test, error: Error) => {
      failures.push({ title: test.fullTitle(), message: describeError(error) });
      print(`FAILED  ${test.fullTitle()}\n${describeError(error)}`);
    });
    runner.on("pending", (test) => {
      print(`pending ${test.fullTitle()}`);
    });
  });
}

function print(line: string): void {
  console.log(TEST_MARK + line);
}

/** The stack repeats the message in some engines and leaves it out in others. */
function describeError({ message, stack = "" }: Error): string {
  return stack.includes(message) ? stack : `${message}\n${stack}`;
}
