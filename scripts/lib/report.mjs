const HEARTBEAT = 15_000;

/**
 * Runs the steps of a test run, shows their progress, and adds up what they found.
 *
 * Every step runs even when one before it failed. A step is a function that returns its counts; one that throws counts as one
 * failure, whose message is the reason.
 */
export class Report {
  #rows = [];
  #write;
  #now;

  /** @param {{ write?: (line: string) => void, now?: () => number }} [options] for tests of the report itself */
  constructor({ write = console.log, now = Date.now } = {}) {
    this.#write = write;
    this.#now = now;
  }

  /**
   * @param {string} title
   * @param {() => Promise<import("./counts.mjs").Counts>} run
   * @returns {Promise<boolean>} whether everything passed
   */
  async step(title, run) {
    const start = this.#now();
    const seconds = () => `${((this.#now() - start) / 1000).toFixed(1)} s`;
    this.#write(`▸ ${title}`);
    const heartbeat = setInterval(() => this.#write(`  … ${title}, ${seconds()}`), HEARTBEAT);
    const counts = await run().catch(failureOf);
    clearInterval(heartbeat);
    for (const { title: name, message } of counts.failures)
      this.#write(indent([name, message].filter(Boolean).join("\n")));
    const passed = counts.failed === 0;
    this.#write(`${passed ? "✔" : "✘"} ${title}: ${counts.passed} passed, ${counts.failed} failed (${seconds()})`);
    this.#rows.push({ title, passed: counts.passed, failed: counts.failed, time: seconds() });
    return passed;
  }

  /**
   * Writes the table of all steps; its last line is `N passed, N failed` and nothing else.
   *
   * @returns {boolean} whether everything passed
   */
  finish() {
    const width = Math.max(...this.#rows.map(({ title }) => title.length));
    this.#write("");
    for (const { title, passed, failed, time } of this.#rows) {
      const counts = `${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed`;
      this.#write(`${failed === 0 ? "✔" : "✘"} ${title.padEnd(width)} ${counts} ${time.padStart(9)}`);
    }
    const total = (key) => this.#rows.reduce((sum, row) => sum + row[key], 0);
    this.#write("");
    this.#write(`${total("passed")} passed, ${total("failed")} failed`);
    return total("failed") === 0;
  }
}

function failureOf(error) {
  return { passed: 0, failed: 1, failures: [{ title: "", message: error.message }] };
}

function indent(text) {
  return text.replace(/^/gm, "    ");
}
