import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadScript } from "./load-script";

interface Npm {
  readonly dependenciesAreInstalled: (root: string) => boolean;
}

type Packages = Record<string, { version: string; optional?: boolean }>;

describe("the check for installed dependencies", () => {
  let root: string;
  let dependenciesAreInstalled: Npm["dependenciesAreInstalled"];

  beforeEach(async () => {
    ({ dependenciesAreInstalled } = await loadScript<Npm>("lib/npm.mjs"));
    root = await mkdtemp(join(tmpdir(), "healthgeo-"));
    await mkdir(join(root, "node_modules"));
  });

  afterEach(async () => {
    await rm(root, { recursive: true });
  });

  const lock = async (packages: Packages) => {
    await writeFile(join(root, "package-lock.json"), JSON.stringify({ packages }));
  };
  const install = async (packages: Packages) => {
    await writeFile(join(root, "node_modules", ".package-lock.json"), JSON.stringify({ packages }));
  };

  it("is content with what the lock file names", async () => {
    await lock({ "": { version: "1.0.0" }, "node_modules/a": { version: "2.0.0" } });
    await install({ "node_modules/a": { version: "2.0.0" } });
    assert.equal(dependenciesAreInstalled(root), true);
  });

  it("does without packages for other platforms", async () => {
    await lock({ "node_modules/a-win32": { version: "2.0.0", optional: true } });
    await install({});
    assert.equal(dependenciesAreInstalled(root), true);
  });

  it("misses what is absent or of another version", async () => {
    await lock({ "node_modules/a": { version: "2.0.0" } });
    assert.equal(dependenciesAreInstalled(root), false);
    await install({ "node_modules/a": { version: "1.0.0" } });
    assert.equal(dependenciesAreInstalled(root), false);
  });
});
