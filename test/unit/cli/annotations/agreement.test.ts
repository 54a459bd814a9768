import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Agreement, Decision } from "../../../../src/core";
import { decide, healthgeo, ledger, REPORT, write } from "./support";

const STATE = "actor.state";
const AGENCY = "actor.agency";
const LEDGER = ".healthgeo/annotations/reports/a.md.jsonl";

const ANN = [decide("Ann", "China", STATE), decide("Ann", "WHO", AGENCY), decide("Ann", "genomic data", AGENCY)];
const BEN = [decide("Ben", "China", STATE), decide("Ben", "WHO", STATE), decide("Ben", "genomic data", AGENCY)];

describe("healthgeo annotations agreement", () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "healthgeo-agreement-"));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  async function workspace(name: string, ...decisions: readonly Decision[]): Promise<string> {
    await write(folder, `${name}/reports/a.md`, REPORT);
    await write(folder, `${name}/${LEDGER}`, ledger(...decisions));
    return join(folder, name);
  }

  async function figures(...args: string[]): Promise<Agreement> {
    const { code, data, messages } = await healthgeo("annotations", "agreement", "--json", ...args);
    assert.equal(code, 0, messages);
    return JSON.parse(data) as Agreement;
  }

  it("prints the measures of each pair, and by class on request", async () => {
    const path = await workspace("w", ...ANN, ...BEN);
    const { code, data } = await healthgeo("annotations", "agreement", path, "--by", "class");
    assert.equal(code, 0);
    assert.match(data, /^Ann and Ben, 1 document\n +units +percent +kappa +alpha +u-alpha +exact F1 +overlap F1\n/);
    // Two of three alike; by chance (1 · 2 + 2 · 1) of 9, so kappa is (6 - 4) / (9 - 4).
    assert.match(data, /overall +3 +0\.667 +0\.400/);
    assert.match(data, /actor\.agency +3 +0\.667 +0\.400/);
    assert.doesNotMatch((await healthgeo("annotations", "agreement", path)).data, /actor\.agency/);
  });

  it("prints all figures as JSON", async () => {
    const { annotators, pairs } = await figures(await workspace("w", ...ANN, ...BEN));
    assert.deepEqual(annotators, ["Ann", "Ben"]);
    assert.equal(pairs[0]?.overall.percent, 2 / 3);
    assert.deepEqual(Object.keys(pairs[0].classes), [AGENCY, STATE]);
  });

  it("takes copies of a workspace for one", async () => {
    const apart = [await workspace("ann", ...ANN), await workspace("ben", ...BEN)];
    assert.deepEqual(await figures(...apart), await figures(await workspace("w", ...ANN, ...BEN)));
  });

  it("reads one ledger, and ledgers that lie in no workspace with the folder of the documents", async () => {
    const path = await workspace("w", ...ANN, ...BEN);
    const expected = await figures(path);
    assert.deepEqual(await figures(join(path, LEDGER)), expected);
    await write(folder, "loose/reports/a.md.jsonl", ledger(...ANN, ...BEN));
    assert.deepEqual(await figures(join(folder, "loose"), "--documents", path), expected);
    const { code, messages } = await healthgeo("annotations", "agreement", join(folder, "loose"));
    assert.equal(code, 2);
    assert.match(messages, /lies in no workspace folder; .*--documents/);
  });

  it("forms units as it is told", async () => {
    const path = await workspace("w", ...ANN, ...BEN.slice(1));
    const unitsOf = async (kind: string) => (await figures(path, "--units", kind)).pairs[0]?.overall.units;
    assert.deepEqual([await unitsOf("shared"), await unitsOf("any"), await unitsOf("text")], [2, 3, REPORT.length]);
  });

  it("counts a rejection in the whole document wherever the tagger marks it", async () => {
    const whole: Decision = {
      ...decide("Ben", "China", STATE),
      status: "rejected",
      scope: "document",
      prefix: "",
      suffix: "",
    };
    const path = await workspace("w", decide("Ann", "China", STATE), whole);
    assert.equal((await figures(path)).pairs[0]?.overall.percent, 0);
  });

  it("does not count curated decisions", async () => {
    const curated = { ...decide("Cleo", "WHO", AGENCY), curates: [ANN[1]!.id, BEN[1]!.id] };
    assert.deepEqual((await figures(await workspace("w", ...ANN, ...BEN, curated))).annotators, ["Ann", "Ben"]);
  });

  it("tells of decisions without a place and of documents that are gone", async () => {
    const path = await workspace("w", ...ANN, { ...BEN[0]!, quote: "Chile" });
    await write(folder, "w/.healthgeo/annotations/gone.md.jsonl", ledger(...ANN));
    const { code, messages } = await healthgeo("annotations", "agreement", path);
    assert.equal(code, 0);
    assert.match(messages, /a\.md: 1 decision has no place in the text now/);
    assert.match(messages, /gone\.md: cannot be read .* Its decisions are left out/);
  });

  it("says so where there is nobody to compare with", async () => {
    const { code, data } = await healthgeo("annotations", "agreement", await workspace("w", ...ANN));
    assert.deepEqual([code, data], [0, "All decisions are of Ann. There is nobody to compare with.\n"]);
  });

  it("ends with 2 for what it does not understand", async () => {
    const path = await workspace("w", ...ANN);
    for (const args of [[], [join(folder, "none")], [folder, "--units", "words"], [path, "--by", "facet"]]) {
      assert.equal((await healthgeo("annotations", "agreement", ...args)).code, 2, args.join(" "));
    }
  });
});
