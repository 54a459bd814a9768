import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { npm } from "../scripts/lib/npm.mjs";
import { CACHE, ROOT } from "../scripts/lib/paths.mjs";

/** The folder that peers and corpora are loaded from. */
export const PEERS = join(CACHE, "bench-peers");

/** Installs the peers and corpora of bench/peers.json, unless these versions are there. */
export async function installPeers() {
  const manifest = join(PEERS, "package.json");
  const installed = join(PEERS, "installed.json");
  const dependencies = JSON.parse(await readFile(join(ROOT, "bench", "peers.json"), "utf8"));
  const wanted = JSON.stringify({ private: true, dependencies }, undefined, 2);
  if ((await readFile(installed, "utf8").catch(() => "")) === wanted) return;
  console.error("installing the peers and corpora (npm install)");
  await mkdir(PEERS, { recursive: true });
  await writeFile(manifest, wanted);
  const quiet = ["--no-audit", "--no-fund", "--no-package-lock"];
  await npm(["install", "--prefix", PEERS, "--ignore-scripts", ...quiet], { cwd: PEERS });
  await writeFile(installed, wanted);
}
