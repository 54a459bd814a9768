import { spawn, spawnSync } from "node:child_process";

/** Every child process that still runs. None may outlive this process. */
const running = new Set();
const WINDOWS = process.platform === "win32";

/**
 * Starts a program in a process group of its own, so that it can be ended together with its children.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: Record<string, string>, onLine?: (line: string) => void, inherit?: boolean, shell?: boolean }} [options]
 *   `onLine` receives every line of both streams; `inherit` hands the terminal to the program instead.
 */
export function startProcess(command, args, { cwd, env, onLine, inherit = false, shell = false } = {}) {
  endChildrenOnExit();
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: inherit ? "inherit" : ["ignore", "pipe", "pipe"],
    detached: !WINDOWS,
    shell,
  });
  running.add(child);
  const output = [];
  const take = (line) => {
    output.push(line);
    onLine?.(line);
  };
  if (!inherit) for (const stream of [child.stdout, child.stderr]) readLines(stream, take);
  const ended = new Promise((resolve) => {
    child.once("error", (error) => {
      running.delete(child);
      take(`${command}: ${error.message}`);
      resolve(127);
    });
    child.once("close", (code, signal) => {
      running.delete(child);
      resolve(code ?? (signal === null ? 1 : 128));
    });
  });
  return { ended, output, stop: () => stopProcess(child, ended) };
}

/**
 * Runs a program to its end.
 *
 * @returns {Promise<{ code: number, output: string }>} both streams in the order of arrival
 */
export async function runProcess(command, args, options = {}) {
  const started = startProcess(command, args, options);
  const code = await started.ended;
  return { code, output: started.output.join("\n") };
}

async function stopProcess(child, ended) {
  endTree(child, "SIGTERM");
  const forced = setTimeout(() => endTree(child, "SIGKILL"), 3000);
  await ended;
  clearTimeout(forced);
  // A grandchild may have ignored the first signal although its parent obeyed.
  endTree(child, "SIGKILL");
}

function endTree(child, signal) {
  if (child.pid === undefined) return;
  if (WINDOWS) {
    if (running.has(child)) spawnSync("taskkill", ["/pid", String(child.pid), "/t", "/f"], { stdio: "ignore" });
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
}

let armed = false;
function endChildrenOnExit() {
  if (armed) return;
  armed = true;
  process.once("exit", () => {
    for (const child of running) endTree(child, "SIGKILL");
  });
  for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 })) {
    process.once(signal, () => process.exit(code));
  }
}

function readLines(stream, onLine) {
  let rest = "";
  stream.setEncoding("utf8");
  stream.on("data", (chunk) => {
    const lines = (rest + chunk).split(/\r?\n/);
    rest = lines.pop() ?? "";
    for (const line of lines) onLine(line);
  });
  stream.on("end", () => {
    if (rest !== "") onLine(rest);
  });
}
