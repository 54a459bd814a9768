import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { ExitCode } from "../../../src/cli/command";
import { run } from "../../../src/cli/run";
import { loadDefaultTaxonomy, TAXONOMY_FORMATS } from "../../../src/core";

const PACK = `id: lakes
title: Great Lakes
version: 1.2.0
language: en
entities:
  - id: kemri
    class: actor.research
    label: Kenya Medical Research Institute
    terms: [KEMRI, { text: KMRI, case: exact }]
  - id: mwanza-hub
    class: infrastructure.data
    label: Mwanza Data Hub
`;

const TURTLE = `@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<urn:firms> a skos:Concept ; skos:prefLabel "Firms"@en .
<urn:acme> a skos:Concept ; skos:prefLabel "Acme Genomics"@en ; skos:broader <urn:firms> .
`;

describe("healthgeo taxonomy", () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "healthgeo-exchange-"));
  });

  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  async function healthgeo(...args: string[]): Promise<{ code: ExitCode; data: string; messages: string }> {
    let [data, messages] = ["", ""];
    const code = await run(["taxonomy", ...args], {
      data: (text) => void (data += text),
      message: (text) => void (messages += `${text}\n`),
    });
    return { code, data, messages };
  }

  async function file(name: string, content: string): Promise<string> {
    const path = join(folder, name);
    await mkdir(join(path, ".."), { recursive: true });
    await writeFile(path, content);
    return path;
  }

  describe("export and import", () => {
    for (const format of TAXONOMY_FORMATS) {
      it(`carry a pack through ${format} so that diff finds no entity or term changed`, async () => {
        const pack = await file("lakes.yaml", PACK);
        const out = join(folder, "out", `lakes.${format}`);
        assert.equal((await healthgeo("export", "--format", format, "--taxonomy", pack, "--out", out)).code, 0);
        const back = join(folder, "back.yaml");
        const { code, messages } = await healthgeo("import", out, "--format", format, "--out", back);
        assert.equal(code, 0, messages);
        assert.match(messages, /0 classes, 2 entities, 0 generic terms/);
        assert.deepEqual(await healthgeo("diff", pack, back), { code: 0, data: "", messages: "no difference\n" });
      });
    }

    it("go to standard output without --out, losses to standard error", async () => {
      const pack = await file("lakes.yaml", `${PACK}tests:\n  - { text: KEMRI., forbid: [{ text: KEMRI. }] }\n`);
      const exported = await healthgeo("export", "--format", "skos", "--taxonomy", pack);
      assert.match(exported.data, /^@prefix skos:/);
      assert.match(exported.messages, /lakes\.yaml: warning: .* 1 pack test\./);
    });

    it("take the class for all, by top concept, or say what is missing and write nothing", async () => {
      const turtle = await file("firms.ttl", TURTLE);
      const out = join(folder, "firms.yaml");
      const missing = await healthgeo("import", turtle, "--out", out);
      assert.equal(missing.code, 2);
      assert.match(
        missing.messages,
        /firms\.ttl:2: error: No class is known for 2 concepts .*--class CLASS.*--map NAME=CLASS/,
      );
      assert.deepEqual(await readdir(folder), ["firms.ttl"]);
      const mapped = await healthgeo("import", turtle, "--map", "firms=actor.company", "--id", "firms", "--out", out);
      assert.equal(mapped.code, 0, mapped.messages);
      const source = await readFile(out, "utf8");
      assert.match(source, /^id: firms$/m);
      assert.match(source, / {2}- id: acme-genomics\n {4}class: actor\.company\n/);
      assert.doesNotMatch(source, /label: Firms/);
      assert.deepEqual((await readdir(folder)).sort(), ["firms.ttl", "firms.yaml"]);
      assert.equal((await healthgeo("check", out)).code, 0);
    });

    const refused: [what: string, args: string[], message: RegExp][] = [
      ["no file", ["import"], /No file named/],
      ["two files", ["import", "a.ttl", "b.ttl"], /One file/],
      ["an unknown format", ["import", "a.ttl", "--format", "owl"], /"owl" is not a taxonomy format; use one of skos/],
      ["a name without a known ending", ["import", "a.xyz"], /No format named/],
      ["a missing file", ["import", "missing.ttl"], /missing\.ttl: cannot be read \(there is no such file\)/],
      [
        "an unknown class",
        ["import", "a.ttl", "--class", "actor.nobody"],
        /"actor\.nobody" is not a class .*actor\.state/,
      ],
      ["a mapping without a class", ["import", "a.ttl", "--map", "Firms"], /--map takes NAME=CLASS/],
      ["an id with capitals", ["import", "a.ttl", "--id", "Firms"], /--id takes/],
      ["another kind", ["import", "a.ttl", "--as", "rules"], /--as takes entities or terms/],
      ["an export without a format", ["export"], /No format named/],
      ["an export of a positional", ["export", "x.yaml", "--format", "skos"], /name packs with --taxonomy/],
      ["a diff of one", ["diff", "a"], /Name two packs/],
    ];
    for (const [what, args, message] of refused) {
      it(`refuse ${what}`, async () => {
        const { code, messages, data } = await healthgeo(...args);
        assert.deepEqual([code, data], [2, ""]);
        assert.match(messages, message);
      });
    }

    it("refuse what is not UTF-8, and a folder to write into", async () => {
      const path = join(folder, "latin.csv");
      await writeFile(path, Buffer.from([0x6c, 0xe9, 0x0a]));
      const latin = await healthgeo("import", path);
      assert.equal(latin.code, 2);
      assert.match(latin.messages, /latin\.csv: is not UTF-8 text/);
      const turtle = await file("firms.ttl", TURTLE);
      const { code, messages } = await healthgeo("import", turtle, "--class", "actor.company", "--out", folder);
      assert.equal(code, 2);
      assert.match(messages, /cannot be written/);
    });

    it("name the help of each command", async () => {
      for (const command of ["export", "import", "diff", "check", "test"]) {
        const { code, data } = await healthgeo(command, "--help");
        assert.equal(code, 0);
        assert.match(data, new RegExp(`^Usage: healthgeo taxonomy ${command}`));
      }
    });

    it("carry every entity, term and class of the built-in packs through SKOS", async () => {
      const skos = join(folder, "all.ttl");
      assert.equal((await healthgeo("export", "--format", "skos", "--out", skos)).code, 0);
      const source = await healthgeo("import", skos, "--id", "all");
      assert.equal(source.code, 0);
      const { classes, entities } = loadDefaultTaxonomy();
      assert.match(source.messages, new RegExp(`${classes.size} classes, ${entities.size} entities`));
    }).timeout(60_000);
  });

  describe("diff", () => {
    it("says in words and in JSON what differs, and ends with 1", async () => {
      const before = await file("a/lakes.yaml", PACK);
      await file("b/lakes.yaml", PACK.replace("KEMRI, ", "").replace("infrastructure.data", "infrastructure.exchange"));
      const words = await healthgeo("diff", before, join(folder, "b"));
      assert.equal(words.code, 1);
      assert.match(
        words.data,
        /^> entity mwanza-hub: infrastructure\.data → infrastructure\.exchange {2}\(.*lakes\.yaml:10\)$/m,
      );
      assert.match(words.data, /^- term "KEMRI" of kemri {2}\(.*lakes\.yaml:9\)$/m);
      const json = await healthgeo("diff", "--json", before, join(folder, "b"));
      const changes = json.data
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line) as Record<string, unknown>);
      assert.deepEqual(
        changes.map(({ kind, what, name }) => [kind, what, name]),
        [
          ["moved", "entity", "mwanza-hub"],
          ["retired", "term", "KEMRI"],
        ],
      );
    });
  });

  describe("packs in git", () => {
    const entity = (id: string) => `  - id: ${id}\n    class: actor.company\n    label: Company ${id}\n`;
    const packOf = (...ids: string[]) =>
      `id: firms\ntitle: Firms\nversion: 1.0.0\nlanguage: en\n\nentities:\n${ids.map(entity).join("")}`;

    const git = async (...args: string[]) => {
      const identity = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "init.defaultBranch=main"];
      const { stdout } = await promisify(execFile)("git", [...identity, ...args], { cwd: folder });
      return stdout;
    };

    async function commit(branch: string, source: string, name = "firms.yaml"): Promise<void> {
      await git("checkout", "-q", "-B", branch, "main");
      await file(name, source);
      await git("add", ".");
      await git("commit", "-qm", branch);
    }

    beforeEach(async () => {
      await git("init", "-q");
      await file("firms.yaml", packOf("alpha", "kappa", "omega"));
      await git("add", ".");
      await git("commit", "-qm", "base");
    });

    it("merge cleanly where two people added different entities in their sorted places", async () => {
      await commit("ours", packOf("alpha", "beta", "kappa", "omega"));
      await commit("theirs", packOf("alpha", "kappa", "omega", "zeta"));
      await git("merge", "-q", "ours");
      assert.equal(
        await readFile(join(folder, "firms.yaml"), "utf8"),
        packOf("alpha", "beta", "kappa", "omega", "zeta"),
      );
      assert.equal((await healthgeo("check", join(folder, "firms.yaml"))).code, 0);
    });

    it("are named with both places by check where two people added the same entity or the same term", async () => {
      await commit("ours", packOf("alpha", "beta", "kappa", "omega"));
      await commit("theirs", packOf("beta").replace("id: firms", "id: more"), "more.yaml");
      assert.equal((await healthgeo("check", folder)).code, 0, "each branch by itself is in order");
      await git("merge", "-q", "ours");
      const { code, data } = await healthgeo("check", folder);
      assert.equal(code, 1);
      assert.match(data, /more\.yaml:\d+:1: error: The entity "beta" is defined at .*firms\.yaml:10 too/);
      await file(
        "more.yaml",
        packOf("other").replace("id: firms", "id: more").replace("Company other", "Company beta"),
      );
      const sameTerm = await healthgeo("check", folder);
      assert.equal(sameTerm.code, 1);
      assert.match(sameTerm.data, /firms\.yaml:12:1: error: .*more\.yaml:9 both match/);
    });
  });
});
