import { RESULT_MARK, TEST_MARK, parseResult } from "../lib/counts.mjs";

const RUNS_WITHIN = 600_000;

/** The hosts run without their native logger, and say so at length. */
const NATIVE_MODULE_MISSING = /Could not locate the bindings file|native-watchdog/;

/**
 * Runs the integration suite in a VS Code window and waits for what it reports.
 *
 * @param {import("playwright-core").Browser} browser
 * @param {string} url the window, told to run the tests
 * @param {{ log?: (line: string) => void }} [options] receives a line per test
 * @returns {Promise<{ passed: number, failed: number, failures: { title: string, message: string }[] }>}
 * @throws {Error} when the suite ends without a result or not in time; the message holds its last lines
 */
export async function runSuite(browser, url, { log = () => {} } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const lines = [];
  let result;
  try {
    const page = await context.newPage();
    page.on("pageerror", (error) => lines.push(`page error: ${error.message}`));
    await page.exposeFunction("codeAutomationLog", (_type, args) => {
      const line = args.map(String).join(" ");
      if (line.startsWith(RESULT_MARK)) result = parseResult(line);
      else if (line.startsWith(TEST_MARK)) log(line.slice(TEST_MARK.length));
      else if (!NATIVE_MODULE_MISSING.test(line)) lines.push(line);
    });
    const exit = new Promise((resolve) => void page.exposeFunction("codeAutomationExit", resolve));
    await page.goto(url);
    await within(RUNS_WITHIN, exit, () => `the tests did not end within ${RUNS_WITHIN / 1000} s`);
    if (result === undefined) throw new Error("the tests ended without a result");
    return result;
  } catch (error) {
    throw new Error(`${error.message}\n${lines.slice(-30).join("\n")}`, { cause: error });
  } finally {
    await context.close();
  }
}

async function within(milliseconds, promise, describe) {
  let timer;
  const late = new Promise((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(describe())), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
