/**
 * Fetches what the tests and `npm start` need beside the project's own dependencies: real VS Codes, a browser, its driver.
 * Everything is an npm package, pinned in hosts.lock.json, fetched by name through the user's npm configuration.
 *
 *     node scripts/provision.mjs            everything that this machine lacks
 *     node scripts/provision.mjs newest     one entry of the table
 */
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { createBrotliDecompress } from "node:zlib";
import { installedBrowser } from "./hosts/installed-browser.mjs";
import { verifyIntegrity } from "./lib/integrity.mjs";
import { npm } from "./lib/npm.mjs";
import { CACHE } from "./lib/paths.mjs";
import { runProcess } from "./lib/processes.mjs";

const SCRIPTS = fileURLToPath(new URL(".", import.meta.url));
const LOCK = JSON.parse(await readFile(join(SCRIPTS, "hosts.lock.json"), "utf8"));
const PLATFORM = `${process.platform}-${process.arch}`;

/** The VS Code version inside a host of the lock table: code-server 4.x.y carries VS Code 1.x.y. */
export function editorVersion(name) {
  return LOCK[name].version.replace(/^4\./, "1.");
}

/** The lock table's name of a piece for this platform, if there is one. */
export function forThisPlatform(name) {
  const entry = `${name}-${PLATFORM}`;
  return entry in LOCK ? entry : undefined;
}

/** Whether the Node that runs this script can run a host: the newest one needs `module.registerHooks`, of Node 22.15. */
export function systemNodeRuns(name) {
  const [major, minor] = process.versions.node.split(".").map(Number);
  return name !== "newest" || major > 22 || (major === 22 && minor >= 15);
}

/** Every entry of the lock table that this machine has no substitute for. */
export function missingHere() {
  const needed = ["oldest", "newest", "web", "playwright"];
  if (installedBrowser() === undefined) needed.push(forThisPlatform("chromium"));
  if (!systemNodeRuns("newest")) needed.push(forThisPlatform("node"));
  return needed.filter((name) => name !== undefined);
}

/**
 * Makes sure that an entry of the lock table is in the cache.
 *
 * The folder appears by a rename as the last step: a folder that exists is complete, and an interrupted run leaves only a
 * temporary folder behind that nothing reads.
 *
 * @returns {Promise<string>} the folder of the unpacked package
 * @throws {Error} when the package cannot be fetched or is not the one pinned
 */
export async function provision(name, log = console.log) {
  const entry = LOCK[name];
  if (entry === undefined) throw new Error(`hosts.lock.json has no entry "${name}"`);
  const id = `${entry.package.replace("@", "").replace("/", "-")}-${entry.version}`;
  const hosts = join(CACHE, "hosts");
  const folder = join(hosts, id);
  const dependencies = join(SCRIPTS, "hosts", id);
  const stamp = await stampOf(entry, dependencies);
  if (await hasStamp(folder, stamp)) return folder;

  await mkdir(hosts, { recursive: true });
  await removeAbandoned(hosts);
  const work = await mkdtemp(join(hosts, ".new-"));
  try {
    log(`fetching ${entry.package} ${entry.version}`);
    const staged = join(work, "package");
    await unpack(await fetchTarball(entry, work), staged);
    if (existsSync(dependencies)) await installDependencies(dependencies, join(staged, "lib", "vscode"), work);
    if (name.startsWith("chromium-")) await inflateBrowser(join(staged, "bin"));
    await writeFile(join(staged, STAMP), stamp);
    await putInPlace(staged, folder, stamp);
    log(`${entry.package} ${entry.version} is ready`);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return folder;
}

const ABANDONED_AFTER = 60 * 60 * 1000;

/** Removes what interrupted runs left; a young temporary folder may belong to a run beside this one. */
async function removeAbandoned(hosts) {
  for (const name of await readdir(hosts)) {
    if (!name.startsWith(".new-")) continue;
    const folder = join(hosts, name);
    const { mtimeMs } = await stat(folder).catch(() => ({ mtimeMs: Infinity }));
    if (mtimeMs < Date.now() - ABANDONED_AFTER) await rm(folder, { recursive: true, force: true });
  }
}

const STAMP = "provisioned.txt";

/** Identifies what a folder was made from: a changed pin, or changed dependencies, make it stale. */
async function stampOf(entry, dependencies) {
  const lock = join(dependencies, "package-lock.json");
  return entry.integrity + (existsSync(lock) ? `\n${await readFile(lock, "utf8")}` : "");
}

async function hasStamp(folder, stamp) {
  return (await readFile(join(folder, STAMP), "utf8").catch(() => "")) === stamp;
}

async function fetchTarball({ package: name, version, integrity }, folder) {
  await npm(["pack", `${name}@${version}`, "--loglevel=error", "--pack-destination", folder], { cwd: folder });
  const file = (await readdir(folder)).find((entry) => entry.endsWith(".tgz"));
  if (file === undefined) throw new Error(`npm pack ${name}@${version} wrote no archive`);
  const tarball = join(folder, file);
  await verifyIntegrity(tarball, integrity);
  return tarball;
}

async function unpack(tarball, folder) {
  await mkdir(folder);
  await tar(["-xf", tarball, "-C", folder, "--strip-components=1"]);
  await rm(tarball);
}

async function tar(args) {
  const { code, output } = await runProcess("tar", args);
  if (code !== 0) throw new Error(`tar ${args.join(" ")} failed\n${output}`);
}

/** Installs the locked run-time dependencies of a server apart, then moves them to where the server looks for them. */
async function installDependencies(manifests, vscode, work) {
  const folder = join(work, "dependencies");
  await mkdir(folder);
  for (const file of ["package.json", "package-lock.json"]) await cp(join(manifests, file), join(folder, file));
  // Install scripts would build native modules that the servers do without.
  await npm(["ci", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: folder });
  await rename(join(folder, "node_modules"), join(vscode, "node_modules"));
}

/** Unpacks the browser, its libraries and its fonts, which the package keeps compressed. */
async function inflateBrowser(bin) {
  for (const [archive, target, mode] of [
    ["chromium.br", "chromium", 0o755],
    ["al2023.tar.br", "libraries.tar", 0o644],
    ["fonts.tar.br", "fonts.tar", 0o644],
    ["swiftshader.tar.br", "swiftshader.tar", 0o644],
  ]) {
    const source = createReadStream(join(bin, archive));
    await pipeline(source, createBrotliDecompress(), createWriteStream(join(bin, target), { mode }));
    if (target.endsWith(".tar")) {
      await tar(["-xf", join(bin, target), "-C", bin]);
      await rm(join(bin, target));
    }
    await rm(join(bin, archive));
  }
  await writeFile(join(bin, "fonts.conf"), FONT_CONFIGURATION);
}

/** Instead of the package's own, which names folders of a cloud service. */
const FONT_CONFIGURATION = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

async function putInPlace(staged, folder, stamp) {
  await rm(folder, { recursive: true, force: true });
  try {
    await rename(staged, folder);
  } catch (error) {
    // Another run may have put the same thing there in the meantime.
    if (!(await hasStamp(folder, stamp))) throw error;
  }
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const names = process.argv.slice(2);
  for (const name of names.length > 0 ? names : missingHere()) await provision(name);
}
