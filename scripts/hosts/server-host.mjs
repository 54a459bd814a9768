import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { freePort } from "../lib/ports.mjs";
import { runProcess, startProcess } from "../lib/processes.mjs";
import { forThisPlatform, provision, systemNodeRuns } from "../provision.mjs";

const STARTS_WITHIN = 60_000;

/** Settings that keep the workbench calm: no chat, no second side bar, no tips, no update checks. */
const CALM = {
  "chat.disableAIFeatures": true,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.welcomePage.walkthroughs.openOnInstall": false,
  "extensions.ignoreRecommendations": true,
  "git.openRepositoryInParentFolders": "never",
  "update.mode": "none",
};

/**
 * Starts a VS Code server.
 *
 * @param {"oldest" | "newest"} name which entry of the lock table
 * @param {{ data: string, port?: number, settings?: object, log?: (line: string) => void }} options
 *   `data` is the folder of the server's state: installed extensions, settings, logs
 */
export async function startServerHost(name, { data, port, settings = {}, log }) {
  const server = await prepare(name, data, log);
  await mkdir(join(data, "data", "Machine"), { recursive: true });
  await writeFile(join(data, "data", "Machine", "settings.json"), JSON.stringify({ ...CALM, ...settings }, null, 2));
  const address = `127.0.0.1:${port ?? (await freePort())}`;
  const [host, boundPort] = address.split(":");
  const started = startProcess(server.node, [
    ...server.args,
    ...["--host", host, "--port", boundPort, "--without-connection-token", "--telemetry-level", "off"],
    // Without the driver a built VS Code ignores the test payload.
    ...["--disable-workspace-trust", "--enable-smoke-test-driver"],
  ]);
  await untilListening(started, address);
  return {
    /** The address of a window on a folder; the payload configures that window. */
    url: (folder, payload = []) => {
      const url = new URL(`http://${address}/`);
      url.searchParams.set("folder", pathToFileURL(folder).pathname);
      if (payload.length > 0) url.searchParams.set("payload", JSON.stringify(payload));
      return url.href;
    },
    /** The URI under which windows of this server see a file. */
    remoteUri: (path) => `vscode-remote://${address}${pathToFileURL(path).pathname}`,
    ended: started.ended,
    output: started.output,
    stop: started.stop,
  };
}

/** Installs a packaged extension as a user would. */
export async function installExtension(name, vsix, { data, log }) {
  const server = await prepare(name, data, log);
  const { code, output } = await runProcess(server.node, [...server.args, "--install-extension", vsix]);
  if (code !== 0 || !/successfully installed/.test(output)) throw new Error(`${vsix} was not installed\n${output}`);
}

async function prepare(name, data, log) {
  const main = join(await provision(name, log), "lib", "vscode", "out", "server-main.js");
  const folders = ["--server-data-dir", data, "--extensions-dir", join(data, "extensions")];
  return { node: await nodeFor(name, log), args: [main, "--accept-server-license-terms", ...folders] };
}

async function nodeFor(name, log) {
  if (systemNodeRuns(name)) return process.execPath;
  const entry = forThisPlatform("node");
  if (entry === undefined)
    throw new Error("The newest VS Code needs Node 22.15 or later here; run the command with one.");
  return join(await provision(entry, log), "bin", process.platform === "win32" ? "node.exe" : "node");
}

async function untilListening(started, address) {
  const deadline = Date.now() + STARTS_WITHIN;
  let ended = false;
  void started.ended.then(() => (ended = true));
  while (!started.output.some((line) => line.includes("Extension host agent listening on"))) {
    if (ended || Date.now() > deadline) {
      await started.stop();
      const reason = ended ? "ended at once" : `did not listen on ${address} within ${STARTS_WITHIN / 1000} s`;
      throw new Error(`The VS Code server ${reason}:\n${started.output.slice(-20).join("\n")}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
