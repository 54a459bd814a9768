import assert from "node:assert/strict";
import fc from "fast-check";
import { entriesOf, parseLedger, putting, type LedgerChange, type LedgerEntry } from "../../../src/core";
import { LedgerWriter, type SharedText } from "../../../src/extension/ledger-writer";
import { SafeFile } from "../../../src/extension/safe-file";
import { ModelFolder, PowerCut, type Disk } from "./model-folder";

const NAME = "report.md.jsonl";
const RUNS = 1000;

/** The kinds of lines that a ledger has. */
const KINDS = ["decision", "memo", "relation", "theme"] as const;
type Kind = (typeof KINDS)[number];

const TIME = "2026-01-01T00:00:00Z";
const PLACE = { quote: "WHO", prefix: "the ", suffix: "." };

/** An entry that says one of many things. */
function entry(id: string, words = "who", kind: Kind = "decision"): LedgerEntry {
  switch (kind) {
    case "decision":
      return {
        ...{ id, status: "accepted", scope: "mention", class: "actor.intergovernmental", entity: words },
        ...PLACE,
        time: TIME,
      };
    case "memo":
      return { kind, id, place: PLACE, body: words, time: TIME };
    case "relation": {
      const status = words.length % 2 === 0 ? "rejected" : "accepted";
      return { kind, id, type: "funds", status, source: PLACE, target: PLACE, author: words, time: TIME };
    }
    case "theme":
      return { kind, id, theme: words, status: "accepted", place: PLACE, time: TIME };
  }
}

/** The change that puts one entry. */
function put(id: string, words?: string, kind?: Kind): LedgerChange {
  return putting([entry(id, words, kind)]);
}

/** The same entry at another place. */
function moved(each: LedgerEntry, prefix: string): LedgerEntry {
  const place = { ...PLACE, prefix };
  if (!("kind" in each)) return { ...each, ...place };
  return each.kind === "relation" ? { ...each, source: place } : { ...each, place };
}

/** What the ledger says, by id. */
function entriesOn(disk: Disk): Map<string, LedgerEntry> {
  const source = new TextDecoder().decode(disk.get(NAME) ?? new Uint8Array());
  const ledger = parseLedger(source, NAME);
  assert.deepEqual(ledger.problems, []);
  return sorted(entriesOf(ledger));
}

function sorted(entries: Iterable<LedgerEntry>): Map<string, LedgerEntry> {
  return new Map([...entries].sort((a, b) => (a.id < b.id ? -1 : 1)).map((each) => [each.id, each]));
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
    await a!.write(put("a"));
    await b!.write(put("b"));
    await a!.write({ ...put("c"), remove: ["a"] });
    assert.deepEqual([...entriesOn(disk).keys()], ["b", "c"]);
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
    await a!.write(put("a", "who"));
    await b!.write(put("a", "gavi"));
    assert.equal(await a!.restore(), undefined);
    assert.deepEqual(entriesOn(disk).get("a"), entry("a", "gavi"));
    a!.settle();
    await a!.write(put("a", "cepi"));
    await b!.write({ remove: ["a"] });
    assert.equal(await a!.restore(), undefined);
    assert.equal(entriesOn(disk).get("a"), undefined);
  });

  it("renews the place of an entry and keeps what somebody else wrote into it meanwhile", async () => {
    for (const kind of KINDS) {
      const disk: Disk = new Map();
      const folder = new ModelFolder(disk, { isRenameAtomic: true });
      const writer = new LedgerWriter(
        textOf(folder, () => Promise.resolve()),
        NAME,
        () => true,
      );
      await writer.write(put("a", "what somebody wrote", kind));
      await writer.write({ requote: [moved(entry("a", "what it said before", kind), "then the ")] });
      const expected = moved(entry("a", "what somebody wrote", kind), "then the ");
      assert.deepEqual([...entriesOn(disk).values()], [expected]);
    }
  });

  it("makes a change again that was written over, a removal too, until it has settled", async () => {
    const disk: Disk = new Map();
    const folder = new ModelFolder(disk, { isRenameAtomic: true });
    const writer = new LedgerWriter(
      textOf(folder, () => Promise.resolve()),
      NAME,
      () => true,
    );
    await writer.write(putting([entry("a"), entry("b", "Check this.", "memo")]));
    writer.settle();
    const before = disk.get(NAME)!;
    await writer.write({ ...put("c"), remove: ["a"] });
    disk.set(NAME, before);
    assert.ok((await writer.restore()) !== undefined);
    assert.deepEqual([...entriesOn(disk).keys()], ["b", "c"]);
    writer.settle();
    disk.set(NAME, before);
    assert.equal(await writer.restore(), undefined);
    assert.deepEqual([...entriesOn(disk).keys()], ["a", "b"]);
  });

  for (const isRenameAtomic of [true, false]) {
    it(`leaves the old ledger or the new one, whole, wherever the power is cut, ${isRenameAtomic ? "with" : "without"} an atomic rename`, async () => {
      const before = KINDS.map((kind) => entry(`old ${kind}`, "before", kind));
      const after = KINDS.map((kind) => entry(`new ${kind}`, "after", kind));
      const noWait = () => Promise.resolve();
      const write = async (disk: Disk, entries: readonly LedgerEntry[], steps?: number) => {
        const folder = new ModelFolder(disk, { isRenameAtomic, ...(steps === undefined ? {} : { steps }) });
        await new LedgerWriter(textOf(folder, noWait), NAME, () => true).write(putting(entries));
      };
      const found = new Set<number>();
      for (let steps = 0, isCut = true; isCut; steps++) {
        const disk: Disk = new Map();
        await write(disk, before);
        isCut = await write(disk, after, steps).then(
          () => false,
          (error: unknown) => error instanceof PowerCut,
        );
        // Whoever reads it next ends what was begun.
        await textOf(new ModelFolder(disk, { isRenameAtomic }), noWait).read();
        const entries = entriesOn(disk);
        assert.deepEqual(entries, sorted(entries.size === before.length ? before : [...before, ...after]));
        found.add(entries.size);
      }
      assert.deepEqual([...found], [before.length, before.length + after.length]);
    });

    it(`loses nothing in ${RUNS} ways in which two windows take turns, ${isRenameAtomic ? "with" : "without"} an atomic rename`, async function () {
      this.timeout(120_000);
      const order = fc.infiniteStream(fc.nat({ max: 1_000_000 }));
      const step = fc.record({
        verb: fc.constantFrom("put", "replace", "requote", "remove"),
        kind: fc.constantFrom(...KINDS),
      });
      const changes = fc.array(step, { minLength: 1, maxLength: 3 });
      await fc.assert(
        fc.asyncProperty(order, changes, changes, async (choices, ofA, ofB) => {
          const disk: Disk = new Map();
          const turns = new Turns((below) => (choices.next().value ?? 0) % below);
          const windows = [0, 1].map(() => windowOn(disk, turns, isRenameAtomic));
          const expected: LedgerEntry[] = [];
          const scripts = [ofA, ofB].map((steps, at) => {
            const own = changesOf(`w${at}`, steps);
            expected.push(...own.remaining);
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
          assert.deepEqual(entriesOn(disk), sorted(expected));
          assert.deepEqual([...disk.keys()], [NAME]);
        }),
        { numRuns: RUNS },
      );
    });
  }
});

interface Step {
  readonly verb: string;
  /** Of what is put. */
  readonly kind: Kind;
}

/** What one window does, each time to entries of its own, and which of these remain. */
function changesOf(window: string, steps: readonly Step[]): { changes: LedgerChange[]; remaining: LedgerEntry[] } {
  const remaining = new Map<string, LedgerEntry>();
  const changes = steps.map(({ verb, kind }, at): LedgerChange => {
    const [former] = remaining.keys();
    if (former !== undefined && verb === "remove") {
      remaining.delete(former);
      return { remove: [former] };
    }
    if (former !== undefined && verb === "requote") {
      const there = moved(remaining.get(former)!, `at ${at} `);
      remaining.set(former, there);
      return { requote: [there] };
    }
    const id = former !== undefined && verb === "replace" ? former : `${window}-${at}`;
    const next = entry(id, `words ${at}`, kind);
    remaining.set(id, next);
    return putting([next]);
  });
  return { changes, remaining: [...remaining.values()] };
}
