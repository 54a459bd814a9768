/**
 * `npm start`: opens a real VS Code in the browser on the sample workspace, with the extension installed. Needs nothing but Node;
 * what is missing is installed first.
 *
 *     npm start -- [--port N] [--no-open] [--host newest|oldest]
 *     npm start -- --desktop       in the VS Code installed on this machine
 */
import { mkdir, rm, symlink } from "node:fs/promises";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startServerHost } from "./hosts/server-host.mjs";
import { ensureDependencies } from "./lib/npm.mjs";
import { CACHE, ROOT, SAMPLES } from "./lib/paths.mjs";
import { freePort, isFree } from "./lib/ports.mjs";
import { runProcess, startProcess } from "./lib/processes.mjs";

const USUAL_PORT = 8117;

/** What the window shows first: a report full of mentions. */
const FIRST_REPORT = join(SAMPLES, "briefs", "genomic-sovereignty.md");

const { values: options } = parseArgs({
  options: {
    port: { type: "string" },
    "no-open": { type: "boolean", default: false },
    host: { type: "string", default: "newest" },
    desktop: { type: "boolean", default: false },
  },
});

await main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});

async function main() {
  if (options.host !== "newest" && options.host !== "oldest") throw new Error("--host is newest or oldest");
  await ensureDependencies(console.log);
  console.log("building");
  await requireSuccess(runProcess(process.execPath, [join(ROOT, "scripts", "build.mjs")]));
  await (options.desktop ? openDesktop() : openInBrowser());
}

async function openDesktop() {
  const args = [`--extensionDevelopmentPath=${ROOT}`, SAMPLES];
  await requireSuccess(
    runProcess("code", args, { shell: process.platform === "win32" }),
    "VS Code's `code` command is not on the PATH; `npm start` without --desktop needs none.",
  );
}

async function openInBrowser() {
  const data = join(CACHE, "start", options.host);
  await linkExtension(join(data, "extensions"));
  const port = options.port === undefined ? await usualPort() : Number(options.port);
  const server = await startServerHost(options.host, { data, port, log: console.log });
  const address = server.url(SAMPLES, [["openFile", server.remoteUri(FIRST_REPORT)]]);
  console.log(`\nVS Code with HealthGeo: ${address}\nCtrl-C ends it.`);
  if (!options["no-open"]) openBrowser(address);
  const code = await server.ended;
  throw new Error(`The VS Code server ended with code ${code}:\n${server.output.slice(-20).join("\n")}`);
}

/** Installs this checkout by a link: the next build is there after a reload of the window. */
async function linkExtension(extensions) {
  const { publisher, name, version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  await rm(extensions, { recursive: true, force: true });
  await mkdir(extensions, { recursive: true });
  await symlink(ROOT, join(extensions, `${publisher}.${name}-${version}`), "junction");
}

async function usualPort() {
  return (await isFree(USUAL_PORT)) ? USUAL_PORT : await freePort();
}

function openBrowser(address) {
  const headless = process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  if (process.env.CI || headless) return;
  const [command, ...args] = { darwin: ["open"], win32: ["cmd", "/c", "start"] }[process.platform] ?? ["xdg-open"];
  startProcess(command, [...args, address]);
}

async function requireSuccess(running, reason) {
  const { code, output } = await running;
  if (code !== 0) throw new Error([reason, output].filter(Boolean).join("\n"));
}
