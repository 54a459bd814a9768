/** What a runner found: how many tests passed and failed, and why. */
/** @typedef {{ passed: number, failed: number, failures: { title: string, message: string }[] }} Counts */

/** Starts the line with which the integration suite reports its counts as JSON. */
export const RESULT_MARK = "HEALTHGEO_RESULT ";

/** Starts a line of the suite's reporter. */
export const TEST_MARK = "HEALTHGEO_TEST ";

/**
 * Reads the line of counts that the integration suite prints.
 *
 * @returns {Counts | undefined} undefined when the line is not a result
 */
export function parseResult(line) {
  if (!line.startsWith(RESULT_MARK)) return undefined;
  try {
    const { passed, failed, failures } = JSON.parse(line.slice(RESULT_MARK.length));
    return Number.isInteger(passed) && Number.isInteger(failed) ? { passed, failed, failures } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Reads the summary that mocha's spec reporter prints.
 *
 * @returns {Counts | undefined} undefined when mocha stopped before its summary
 */
export function parseMochaSummary(output) {
  const passing = /^ {2}(\d+) passing\b/m.exec(output);
  if (passing === null) return undefined;
  const failing = /^ {2}(\d+) failing$/m.exec(output);
  if (failing === null) return { passed: Number(passing[1]), failed: 0, failures: [] };
  const message = output.slice(failing.index + failing[0].length).trim();
  return { passed: Number(passing[1]), failed: Number(failing[1]), failures: [{ title: "", message }] };
}
