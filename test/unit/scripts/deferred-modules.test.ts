import assert from "node:assert/strict";
import { loadScript } from "./load-script";

interface DeferredModules {
  readonly doors: (values: Record<string, unknown>, load: string) => string;
}

/** What a file has, and how often it was loaded. */
class Greeter {
  static readonly planet = "Earth";
  constructor(readonly name: string) {}
  greet(): string {
    return `Hello, ${this.name}`;
  }
}

describe("the doors to deferred modules", () => {
  const behind = { Greeter, add: (a: number, b: number) => a + b, KINDS: ["a", "b"], absent: undefined };
  let doors: DeferredModules["doors"];
  let loads: number;

  before(async () => {
    ({ doors } = await loadScript<DeferredModules>("lib/deferred-modules.mjs"));
  });

  /** Runs the source of doors as a module. */
  function open(): typeof behind {
    loads = 0;
    const load = () => {
      loads += 1;
      return behind;
    };
    const source = doors(behind, "load()").replaceAll("export const", "const");
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the source is what the build makes
    const run = new Function("load", `${source}\nreturn { Greeter, add, KINDS };`) as (
      load: () => typeof behind,
    ) => typeof behind;
    return run(load);
  }

  it("load the file when somebody first goes through, and once", () => {
    const { add } = open();
    assert.equal(loads, 0);
    assert.equal(add(1, 2), 3);
    assert.equal(add(3, 4), 7);
    assert.equal(loads, 1);
  });

  it("make instances of the class behind them, and know what is static there", () => {
    const front = open();
    const greeter = new front.Greeter("Geneva");
    assert.equal(greeter.greet(), "Hello, Geneva");
    assert.ok(greeter instanceof Greeter);
    assert.ok(greeter instanceof front.Greeter);
    assert.equal(front.Greeter.planet, "Earth");
  });

  it("give constants without loading anything", () => {
    assert.deepEqual(open().KINDS, ["a", "b"]);
    assert.equal(loads, 0);
  });

  it("refuse what can neither be called nor written out", () => {
    assert.throws(() => doors({ LABELS: new Map([["a", 1]]) }, "load()"), /LABELS is neither/);
  });
});
