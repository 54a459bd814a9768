import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { ROOT } from "./paths.mjs";
import { runProcess } from "./processes.mjs";

/**
 * Runs npm with the user's own configuration, so that mirrors and proxies apply.
 *
 * @throws {Error} when npm fails; the message holds what npm said
 */
export async function npm(args, options = {}) {
  const cli = process.env.npm_execpath;
  const { code, output } =
    cli !== undefined && basename(cli).startsWith("npm-cli")
      ? await runProcess(process.execPath, [cli, ...args], options)
      : await runProcess("npm", args, { ...options, shell: process.platform === "win32" });
  if (code !== 0) throw new Error(`npm ${args.join(" ")} failed with code ${code}\n${output}`);
  return output;
}

/** Installs the development dependencies when `node_modules` is not what `package-lock.json` asks for. */
export async function ensureDependencies(log) {
  if (dependenciesAreInstalled(ROOT)) return;
  log("installing the dependencies (npm ci)");
  await npm(["ci", "--include=dev", "--no-audit", "--no-fund"], { cwd: ROOT });
}

/** Whether every package of the lock file is installed in the version it names; packages for other platforms may be absent. */
export function dependenciesAreInstalled(root) {
  const wanted = readPackages(join(root, "package-lock.json"));
  const installed = readPackages(join(root, "node_modules", ".package-lock.json"));
  if (wanted === undefined || installed === undefined) return false;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === "" || optional === true || installed[path]?.version === version,
  );
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return undefined;
  }
}
