/**
 * `npm run test:desktop`: the integration suite in a desktop VS Code, which @vscode/test-electron downloads: the oldest one
 * that the manifest allows and the newest one. `npm test` runs the same suite without that download.
 *
 *     npm run test:desktop -- [version …]
 */
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureDependencies } from "./lib/npm.mjs";
import { CACHE, DIST, ROOT, SAMPLES } from "./lib/paths.mjs";
import { runProcess } from "./lib/processes.mjs";

await ensureDependencies(console.log);
const build = await runProcess(process.execPath, [join(ROOT, "scripts", "build.mjs")]);
if (build.code !== 0) fail(build.output);

const { downloadAndUnzipVSCode, runTests } = await import("@vscode/test-electron");
const named = process.argv.slice(2);
for (const version of named.length > 0 ? named : [await oldestVersion(), "stable"]) await testIn(version);

async function testIn(version) {
  console.log(`VS Code ${version}`);
  const executable = await downloadAndUnzipVSCode({ version, cachePath: join(CACHE, "desktop") }).catch((error) =>
    fail(
      `VS Code ${version} could not be downloaded: ${error.message}\n` +
        "It comes from the editor's own download server; `npm test` runs the same suite without it.",
    ),
  );
  const folder = await mkdtemp(join(tmpdir(), "healthgeo-"));
  const workspace = join(folder, "workspace");
  await cp(SAMPLES, workspace, { recursive: true });
  try {
    await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: ROOT,
      extensionTestsPath: join(DIST, "test", "integration.js"),
      launchArgs: [
        workspace,
        "--disable-extensions",
        "--disable-workspace-trust",
        `--user-data-dir=${join(folder, "user")}`,
      ],
    });
  } catch (error) {
    process.exitCode = 1;
    console.error(error.message);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function oldestVersion() {
  const { engines } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8"));
  return engines.vscode.replace("^", "");
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
