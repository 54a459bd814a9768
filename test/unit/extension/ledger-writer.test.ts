import assert from "node:assert/strict";
import fc from "fast-check";
import { parseLedger, type Decision, type LedgerChange } from "../../../src/core";
import { LedgerWriter, type SharedText } from "../../../src/extension/ledger-writer";
import { SafeFile } from "../../../src/extension/safe-file";
import { ModelFolder, type Disk } from "./model-folder";

const NAME = "report.md.jsonl";
const RUNS = 1000;

function decision(id: string, entity = "who"): Decision {
  const place = { quote: "WHO", prefix: "the ", suffix: "." };
  return {
    id,
    status: "accepted",
    scope: "mention",
    class: "actor.intergovernmental",
    entity,
    ...place,
    time: "2026-01-01T00:00:00Z",
  };
}

function decisionsOn(disk: Disk): Map<string, string | undefined> {
  const source = new TextDecoder().decode(disk.get(NAME) ?? new Uint8Array());
  const { decisions, problems } = parseLedger(source, NAME);
  assert.deepEqual(problems, []);
  return new Map(decisions.map(({ id, entity }) => [id, entity]));
}

/** The text of a file as one window reads and writes it. */
function textOf(folder: ModelFolder, wait: () => Promise<void>): SharedText {
  const file = new SafeFile(folder, NAME, wait);
  const decode = (content: Uint8Array | undefined) =>
    content === undefined ? undefined : new TextDecoder().decode(content);
  return {
    read: async () => decode(await file.read()),
    replace: (text, expected) =>
      file.replace(new TextEncoder().encode(text), (current) => decode(current) === expected),
  };
}

/** Lets windows take turns in an order that chance decides. */
class Turns {
  private readonly waiting: (() => void)[] = [];
  private running = 0;

  constructor(private readonly choose: (below: number) => number) {}

  readonly next = (): Promise<void> => new Promise((resolve) => this.waiting.push(resolve));

  /** Runs windows until all have finished. */
  async run(windows: readonly (() => Promise<void>)[]): Promise<void> {
    const all = windows.map(async (window) => {
      this.running++;
      await window().finally(() => this.running--);
    });
    while (this.running > 0) {
      // Whatever follows from the last turn happens before the next one.
      await new Promise((resolve) => setImmediate(resolve));
      if (this.waiting.length > 0) this.waiting.splice(this.choose(this.waiting.length), 1)[0]!();
    }
    await Promise.all(all);
  }
}

function windowOn(disk: Disk, turns: Turns, isRenameAtomic: boolean): LedgerWriter {
  const folder = new ModelFolder(disk, { isRenameAtomic, turn: turns.next });
  return new LedgerWriter(textOf(folder, turns.next), NAME, () => true);
}

/** Looks whether changes still stand, later than any rename that was begun before; returns whether they did. */
async function lookAfter(writer: LedgerWriter, disk: Disk, turns: Turns): Promise<boolean> {
  const begun = [...disk.keys()].filter((name) => name.endsWith(".tmp"));
  do await turns.next();
  while (begun.some((name) => disk.has(name)));
  return (await writer.restore()) === undefined;
}

describe("LedgerWriter", () => {
  it("makes a change to the lines as they are by then", async () => {
    const disk: Disk = new Map();
    const folder = () => new ModelFolder(disk, { isRenameAtomic: true });
    const [a, b] = [folder(), folder()].map(
      (each) =>
        new LedgerWriter(
          textOf(each, () => Promise.resolve()),
          NAME,
          () => true,
        ),
    );
    await a!.write({ put: [decision("a")] });
    await b!.write({ put: [decision("b")] });
    await a!.write({ put: [decision("c")], remove: ["a"] });
    assert.deepEqual([...decisionsOn(disk).keys()], ["b", "c"]);
  });

  it("leaves alone what somebody else changed on purpose", async () => {
    const disk: Disk = new Map();
    const folder = () => new ModelFolder(disk, { isRenameAtomic: true });
    const [a, b] = [folder(), folder()].map(
      (each) =>
        new LedgerWriter(
          textOf(each, () => Promise.resolve()),
          NAME,
          () => true,
        ),
    );
    await a!.write({ put: [decision("a", "who")] });
    await b!.write({ put: [decision("a", "gavi")] });
    assert.equal(await a!.restore(), undefined);
    assert.equal(decisionsOn(disk).get("a"), "gavi");
    a!.settle();
    await a!.write({ put: [decision("a", "cepi")] });
    await b!.write({ remove: ["a"] });
    assert.equal(await a!.restore(), undefined);
    assert.equal(decisionsOn(disk).get("a"), undefined);
  });

  it("makes a change again that was written over, a removal too, until it has settled", async () => {
    const disk: Disk = new Map();
    const folder = new ModelFolder(disk, { isRenameAtomic: true });
    const writer = new LedgerWriter(
      textOf(folder, () => Promise.resolve()),
      NAME,
      () => true,
    );
    await writer.write({ put: [decision("a"), decision("b")] });
    writer.settle();
    const before = disk.get(NAME)!;
    await writer.write({ put: [decision("c")], remove: ["a"] });
    disk.set(NAME, before);
    assert.ok((await writer.restore()) !== undefined);
    assert.deepEqual([...decisionsOn(disk).keys()], ["b", "c"]);
    writer.settle();
    disk.set(NAME, before);
    assert.equal(await writer.restore(), undefined);
    assert.deepEqual([...decisionsOn(disk).keys()], ["a", "b"]);
  });

  for (const isRenameAtomic of [true, false]) {
    it(`loses nothing in ${RUNS} ways in which two windows take turns, ${isRenameAtomic ? "with" : "without"} an atomic rename`, async function () {
      this.timeout(120_000);
      const order = fc.infiniteStream(fc.nat({ max: 1_000_000 }));
      const changes = fc.array(fc.constantFrom("put", "replace", "remove"), { minLength: 1, maxLength: 3 });
      await fc.assert(
        fc.asyncProperty(order, changes, changes, async (choices, ofA, ofB) => {
          const disk: Disk = new Map();
          const turns = new Turns((below) => (choices.next().value ?? 0) % below);
          const windows = [0, 1].map(() => windowOn(disk, turns, isRenameAtomic));
          const expected = new Map<string, string | undefined>();
          const scripts = [ofA, ofB].map((steps, at) => {
            const own = changesOf(`w${at}`, steps);
            for (const { id, entity } of own.remaining) expected.set(id, entity);
            return own.changes;
          });
          await turns.run(
            windows.map((window, at) => async () => {
              for (const change of scripts[at]!) await window.write(change);
            }),
          );
          // Both look after their changes until neither finds anything to restore.
          for (let isQuiet = false; !isQuiet;) {
            isQuiet = true;
            await turns.run(
              windows.map((window) => async () => {
                isQuiet = (await lookAfter(window, disk, turns)) && isQuiet;
              }),
            );
          }
          assert.deepEqual(decisionsOn(disk), new Map([...expected].sort()));
          assert.deepEqual([...disk.keys()], [NAME]);
        }),
        { numRuns: RUNS },
      );
    });
  }
});

/** What one window does, each time to decisions of its own, and which of these remain. */
function changesOf(window: string, steps: readonly string[]): { changes: LedgerChange[]; remaining: Decision[] } {
  const remaining = new Map<string, Decision>();
  const changes = steps.map((step, at): LedgerChange => {
    const [former] = remaining.keys();
    if (step === "put" || former === undefined) {
      const put = decision(`${window}-${at}`);
      remaining.set(put.id, put);
      return { put: [put] };
    }
    if (step === "remove") {
      remaining.delete(former);
      return { remove: [former] };
    }
    const replaced = decision(former, `entity-${at}`);
    remaining.set(former, replaced);
    return { put: [replaced] };
  });
  return { changes, remaining: [...remaining.values()] };
}
