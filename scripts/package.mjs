/** `npm run package`: builds for production and writes `healthgeo-<version>.vsix`. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ensureDependencies } from "./lib/npm.mjs";
import { ROOT } from "./lib/paths.mjs";
import { runProcess } from "./lib/processes.mjs";

await ensureDependencies(console.log);
const { name, version } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8"));
const file = `${name}-${version}.vsix`;
await run(join(ROOT, "scripts", "build.mjs"), "--production");
await run(
  join(ROOT, "node_modules", "@vscode", "vsce", "vsce"),
  ...["package", "--no-dependencies", "--out", file],
  // There is no public address yet that relative links of the README could be rewritten to.
  ...["--allow-missing-repository", "--no-rewrite-relative-links"],
);
console.log(file);

async function run(...args) {
  const { code, output } = await runProcess(process.execPath, args, { cwd: ROOT });
  if (code === 0) return;
  console.error(output);
  process.exit(1);
}
