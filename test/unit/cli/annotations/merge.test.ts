import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { type Decision, parseLedger } from "../../../../src/core";
import { decide, healthgeo, ledger, REPORT, write } from "./support";

const STATE = "actor.state";
const AGENCY = "actor.agency";
const LEDGER = ".healthgeo/annotations/report.md.jsonl";

describe("healthgeo annotations merge", () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "healthgeo-merge-"));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  const sides = (base: string, ours: string, theirs: string) =>
    Promise.all([write(folder, "base", base), write(folder, "ours", ours), write(folder, "theirs", theirs)]);

  it("prints the merged ledger", async () => {
    const [ours, theirs] = [decide("Ann", "China", STATE), decide("Ben", "WHO", AGENCY)];
    const { code, data, messages } = await healthgeo(
      "annotations",
      "merge",
      ...(await sides("", ledger(ours), ledger(theirs))),
    );
    assert.deepEqual([code, data, messages], [0, ledger(ours, theirs), ""]);
  });

  it("keeps both decisions of a conflict in the file it is told to write, and ends with 1", async () => {
    const paths = await sides(
      "",
      ledger(decide("Ann", "China", STATE)),
      ledger(decide("Ann", "China", AGENCY, "2026-07-02T09:30:00Z")),
    );
    const { code, data, messages } = await healthgeo("annotations", "merge", ...paths, "--out", paths[1]);
    assert.deepEqual([code, data], [1, ""]);
    assert.match(messages, /ours:\d: warning: “China” was decided differently on both sides .*Compare Annotators/);
    const { decisions, problems } = parseLedger(await readFile(paths[1], "utf8"), "ours");
    assert.deepEqual(problems, []);
    assert.deepEqual(decisions.map((decision) => decision.class).sort(), [AGENCY, STATE]);
  });

  it("keeps bad lines and tells where they are", async () => {
    const paths = await sides("", "{bad\n", ledger(decide("Ann", "China", STATE)));
    const { code, data, messages } = await healthgeo("annotations", "merge", ...paths);
    assert.equal(code, 0);
    assert.match(data, /\n\{bad\n$/);
    assert.match(messages, /merged ledger:2: error: This line is not a JSON object/);
  });

  it("ends with 2 for bad input and leaves the file to write alone", async () => {
    const [base, ours] = await sides("", ledger(decide("Ann", "China", STATE)), "");
    const binary = await write(folder, "binary", Uint8Array.of(0xff, 0xfe, 0x00));
    const before = await readFile(ours, "utf8");
    for (const args of [
      [base, ours],
      [base, ours, binary, "--out", ours],
      [base, ours, join(folder, "none")],
    ]) {
      assert.equal((await healthgeo("annotations", "merge", ...args)).code, 2, args.join(" "));
    }
    assert.equal(await readFile(ours, "utf8"), before);
    const unwritable = await healthgeo("annotations", "merge", base, ours, ours, "--out", join(binary, "where"));
    assert.equal(unwritable.code, 2);
    assert.match(unwritable.messages, /cannot be written/);
  });

  it("has help at every level", async () => {
    for (const args of [[], ["merge"], ["agreement"]]) {
      const { code, data } = await healthgeo("annotations", ...args, "--help");
      assert.equal(code, 0);
      assert.match(data, /^Usage: healthgeo annotations/);
    }
    assert.equal((await healthgeo("annotations")).code, 2);
    assert.equal((await healthgeo("annotations", "mrege")).code, 2);
  });
});

describe("healthgeo annotations merge as a merge driver", () => {
  let repository: string;
  let tools: string;

  before(async () => {
    repository = await mkdtemp(join(tmpdir(), "healthgeo-git-"));
    tools = await mkdtemp(join(tmpdir(), "healthgeo-driver-"));
    git("init", "--quiet", "--initial-branch=main");
    git("config", "user.name", "Ann");
    git("config", "user.email", "ann@example.org");
    git("config", "merge.healthgeo.driver", `${await driver()} annotations merge %O %A %B --out %A`);
    await write(repository, ".gitattributes", ".healthgeo/annotations/**/*.jsonl merge=healthgeo\n");
    await write(repository, "report.md", REPORT);
  });
  after(async () => {
    await rm(repository, { recursive: true });
    await rm(tools, { recursive: true });
  });

  /** Git without the settings of whoever runs the test. */
  const environment = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" };

  function git(...args: string[]): string {
    return execFileSync("git", args, { cwd: repository, encoding: "utf8", env: environment, stdio: "pipe" });
  }

  function merge(branch: string): { status: number | null; output: string } {
    const { status, stdout, stderr } = spawnSync("git", ["merge", "--no-edit", branch], {
      cwd: repository,
      encoding: "utf8",
      env: environment,
    });
    return { status, output: stdout + stderr };
  }

  /** The command line, bundled as the build does, as git's shell is to run it. */
  async function driver(): Promise<string> {
    const cli = join(tools, "cli.js");
    await build({
      entryPoints: [resolve("src/cli/main.ts")],
      bundle: true,
      platform: "node",
      outfile: cli,
      alias: { yaml: resolve("node_modules/yaml/browser/index.js") },
      logLevel: "error",
    });
    return [process.execPath, cli].map((path) => `"${path.replaceAll("\\", "/")}"`).join(" ");
  }

  async function commit(message: string, ...decisions: readonly Decision[]): Promise<void> {
    await write(repository, LEDGER, ledger(...decisions));
    git("add", "--all");
    git("commit", "--quiet", "--message", message);
  }

  const merged = async () => parseLedger(await readFile(join(repository, LEDGER), "utf8"), LEDGER);

  it("merges what git alone cannot, and turns a contradiction into two decisions without conflict markers", async () => {
    const base = [decide("Ann", "China", STATE), decide("Ann", "WHO", AGENCY)];
    await commit("Base", ...base);
    git("checkout", "--quiet", "-b", "ben");
    await commit("Ben", ...base, decide("Ben", "China", AGENCY));
    git("checkout", "--quiet", "main");
    await commit("Ann", ...base, decide("Ann", "genomic data", "infrastructure.data"));
    const clean = merge("ben");
    assert.equal(clean.status, 0, clean.output);
    assert.equal((await merged()).decisions.length, 4);

    git("checkout", "--quiet", "-b", "laptop");
    await commit("Laptop", ...base, decide("Ann", "China", AGENCY, "2026-07-02T09:30:00Z"));
    git("checkout", "--quiet", "main");
    await commit("Office", ...base, decide("Ann", "China", "actor.research", "2026-07-03T09:30:00Z"));
    const { status, output } = merge("laptop");
    assert.equal(status, 1, output);
    assert.match(output, /“China” was decided differently on both sides/);
    const { decisions, problems } = await merged();
    assert.deepEqual(problems, []);
    const contested = decisions.filter(({ conflictsWith }) => conflictsWith !== undefined);
    assert.deepEqual(contested.map((decision) => decision.class).sort(), [AGENCY, "actor.research"]);
  }).timeout(120_000);
});
