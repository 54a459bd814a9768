/**
 * `npm test`: everything that must hold before a change is good. Needs nothing but Node; what is missing is installed first.
 * Every step runs even when one before it failed. The last line is `N passed, N failed`, over all runners.
 */
import { join } from "node:path";
import { parseMochaSummary } from "./lib/counts.mjs";
import { ensureDependencies } from "./lib/npm.mjs";
import { ROOT } from "./lib/paths.mjs";
import { runProcess } from "./lib/processes.mjs";
import { Report } from "./lib/report.mjs";
import { missingHere, provision } from "./provision.mjs";

const log = (line) => console.log(`  ${line}`);

await ensureDependencies(log);
const hosts = provisionHosts();
const report = new Report();

await report.step("lint", () =>
  checks(
    [tool("eslint", "bin/eslint.js"), ".", "--max-warnings=0"],
    [tool("prettier", "bin/prettier.cjs"), "--check", "."],
  ),
);
await report.step("types", () =>
  checks([tool("typescript", "bin/tsc"), "--noEmit"], [tool("typescript", "bin/tsc"), "--noEmit", "-p", "src/webview"]),
);
await report.step("built-in packs", () => checks([script("built-in-packs.mjs")]));
await report.step("unit tests", () => mocha([]));
await report.step("web pages", async () => {
  await hosts;
  return await mocha(["--no-config", "--node-option", "import=tsx", "--timeout", "120000", "test/page/*.test.ts"]);
});
const built = await report.step("build", () => checks([script("build.mjs"), "--production"]));
await runIntegrationSteps();
await report.step("packed extension", async () => {
  requireBuild();
  await hosts;
  await checks([script("package.mjs")]);
  return await mocha(["--no-config", "--timeout", "120000", "test/packed/*.test.mjs"]);
});
process.exitCode = report.finish() ? 0 : 1;

async function runIntegrationSteps() {
  const { TARGETS, runIntegration } = await import("./integration.mjs");
  for (const [target, { title }] of Object.entries(TARGETS)) {
    await report.step(`integration: ${title}`, async () => {
      requireBuild();
      await hosts;
      return await runIntegration(target);
    });
  }
}

function requireBuild() {
  if (!built) throw new Error("not run, for the build failed");
}

/** Fetches the hosts beside the first steps, which do not need them. */
function provisionHosts() {
  const ready = (async () => {
    for (const name of missingHere()) await provision(name, log);
  })();
  // Whoever awaits it reports the failure.
  ready.catch(() => {});
  return ready;
}

/** Runs programs of Node that pass or fail as a whole. */
async function checks(...commands) {
  for (const args of commands) {
    const { code, output } = await runProcess(process.execPath, args, { cwd: ROOT });
    if (code !== 0) throw new Error(output);
  }
  return { passed: 1, failed: 0, failures: [] };
}

async function mocha(args) {
  const command = [tool("mocha", "bin/mocha.js"), "--reporter", "spec", "--no-color", ...args];
  const { output } = await runProcess(process.execPath, command, { cwd: ROOT });
  const counts = parseMochaSummary(output);
  if (counts === undefined) throw new Error(`mocha stopped before its summary\n${output.slice(-5000)}`);
  return counts;
}

function tool(name, program) {
  return join(ROOT, "node_modules", name, program);
}

function script(name) {
  return join(ROOT, "scripts", name);
}
