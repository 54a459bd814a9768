import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { runProcess } from "../lib/processes.mjs";
import { forThisPlatform, provision } from "../provision.mjs";
import { installedBrowser } from "./installed-browser.mjs";

/** Keeps the browser from reaching for a network that may be closed and that no test needs. */
const QUIET = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Starts a headless browser: an installed Chrome, Chromium or Edge, else the Chromium of an npm package.
 *
 * @returns {Promise<import("playwright-core").Browser>}
 * @throws {Error} when there is none, or when it lacks a system library; the message says what to install
 */
export async function launchBrowser(log) {
  const { chromium } = await import(pathToFileURL(join(await provision("playwright", log), "index.mjs")).href);
  const { executablePath, args, env } = await findBrowser(log);
  return await chromium.launch({
    executablePath,
    args: [...QUIET, ...args],
    env: { ...process.env, ...env },
    // The scripts end their children themselves.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

async function findBrowser(log) {
  const installed = installedBrowser();
  if (installed !== undefined) return { executablePath: installed, args: ["--no-sandbox"], env: {} };
  const name = forThisPlatform("chromium");
  if (name === undefined) {
    throw new Error("No Chrome, Chromium or Edge found. Install one, or set CHROME_PATH to its program.");
  }
  const bin = join(await provision(name, log), "bin");
  const executablePath = join(bin, "chromium");
  const env = { ...(await libraryPath(executablePath, join(bin, "lib"))), ...fontPath(bin) };
  return { executablePath, args: ["--headless=shell", "--no-sandbox"], env };
}

/** The Debian packages of the libraries that the browser loads. */
const DEBIAN_PACKAGES = {
  "libnss3.so": "libnss3",
  "libnssutil3.so": "libnss3",
  "libnspr4.so": "libnspr4",
  "libexpat.so.1": "libexpat1",
};

/** Uses the libraries that come with the browser where the system lacks them. */
async function libraryPath(program, libraries) {
  if ((await missingLibraries(program, {})).length === 0) return {};
  const env = { LD_LIBRARY_PATH: [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(":") };
  const missing = await missingLibraries(program, env);
  if (missing.length === 0) return env;
  const packages = new Set(missing.map((library) => DEBIAN_PACKAGES[library] ?? `the package of ${library}`));
  throw new Error(
    `The browser lacks ${missing.join(", ")}. Install ${[...packages].join(", ")}, or any Chrome or Chromium.`,
  );
}

async function missingLibraries(program, env) {
  const { code, output } = await runProcess("ldd", [program], { env });
  if (code === 127) return [];
  return [...output.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1]);
}

/** Uses the fonts that come with the browser where the system has no font configuration. */
function fontPath(bin) {
  return existsSync("/etc/fonts/fonts.conf") ? {} : { FONTCONFIG_PATH: bin };
}
