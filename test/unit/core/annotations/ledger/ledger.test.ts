import assert from "node:assert/strict";
import fc from "fast-check";
import type { Decision } from "../../../../../src/core/annotations/decision";
import {
  parseLedger,
  putting,
  serializeLedger,
  updateLedger,
  type Ledger,
} from "../../../../../src/core/annotations/ledger/ledger";
import { anyDecision, anyDecisions, anyRecord, anyRecords, omit } from "../arbitraries";

const URI = ".healthgeo/annotations/report.md.jsonl";

const DECISION: Decision = {
  id: "b1",
  status: "accepted",
  scope: "mention",
  class: "actor.state",
  quote: "China",
  prefix: "In ",
  suffix: ", law",
  time: "2026-07-01T09:30:00Z",
};

function decision(change: Partial<Decision>): Decision {
  return { ...DECISION, ...change };
}

function ledgerOf(decisions: readonly Decision[]): Ledger {
  return updateLedger(parseLedger("", URI), { put: decisions });
}

function sourceOf(...decisions: readonly Decision[]): string {
  return serializeLedger(ledgerOf(decisions));
}

function summary({ problems }: Ledger): string[] {
  return problems.map(({ severity, code, line }) => `${String(line)} ${severity} ${code}`);
}

describe("serializeLedger", () => {
  it("writes one decision a line, sorted by id, with fields in a fixed order and a final line end", () => {
    const { suffix, quote, ...rest } = DECISION;
    const source = sourceOf({ suffix, ...rest, quote, id: "c" }, { ...DECISION, id: "a" });
    const fields =
      '"status":"accepted","scope":"mention","class":"actor.state","quote":"China","prefix":"In ","suffix":", law"';
    assert.equal(source, ["a", "c"].map((id) => `{"id":"${id}",${fields},"time":"2026-07-01T09:30:00Z"}\n`).join(""));
  });

  it("writes nothing for no decisions", () => {
    assert.equal(sourceOf(), "");
  });

  it("writes characters that editors take for line ends as escapes", () => {
    assert.match(sourceOf(decision({ comment: "a\u2028b" })), /"a\\u2028b"/);
  });

  it("gives back the decisions it wrote, for any words in them", () => {
    fc.assert(
      fc.property(anyDecisions, (decisions) => {
        const parsed = parseLedger(serializeLedger(ledgerOf(decisions)), URI);
        assert.deepEqual(parsed.problems, []);
        assert.deepEqual(
          parsed.decisions,
          decisions.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
        );
      }),
      { numRuns: 300 },
    );
  });

  it("gives back the file it read, bad lines, hand-written lines and line ends included", () => {
    const badLine = fc.oneof(
      fc.string().filter((line) => line.trim() !== ""),
      fc.constantFrom("=======", "{", "[1]", '{"id":1}', " x "),
    );
    const handWritten = anyDecision.map(
      (some) => `  {"comment2":[1.0,1e999],"id":"${some.id.length}","x":"${"y".repeat(some.id.length)}"`,
    );
    const file = fc.tuple(
      anyDecisions,
      fc.array(fc.tuple(fc.nat(12), fc.oneof(badLine, handWritten)), { maxLength: 5 }),
      fc.boolean(),
    );
    fc.assert(
      fc.property(file, ([decisions, inserted, isCrlf]) => {
        const lines = serializeLedger(ledgerOf(decisions)).split("\n").slice(0, -1);
        for (const [at, line] of inserted) lines.splice(at, 0, line.replace(/[\r\n]/g, ""));
        const source = lines.map((line) => line + (isCrlf ? "\r\n" : "\n")).join("");
        fc.pre(lines.every((line) => line.trim() !== "" && !line.startsWith("\uFEFF")));
        assert.equal(serializeLedger(parseLedger(source, URI)), source);
      }),
      { numRuns: 300 },
    );
  });

  it("keeps a line as a person wrote it", () => {
    const line = JSON.stringify(DECISION).replaceAll(',"', ' , "');
    assert.equal(serializeLedger(parseLedger(line, URI)), `${line}\n`);
  });

  it("sorts a file that git joined without sorting", () => {
    const [b, a] = [sourceOf(decision({ id: "b" })), sourceOf(decision({ id: "a" }))];
    assert.equal(serializeLedger(parseLedger(b + a, URI)), a + b);
  });
});

describe("parseLedger", () => {
  it("reads a file whatever its line ends, with a byte order mark, with blank lines, without a final line end", () => {
    const source = sourceOf(decision({ id: "a" }), decision({ id: "b" }));
    for (const variant of [
      source,
      source.replaceAll("\n", "\r\n"),
      `\uFEFF${source}`,
      source.replaceAll("\n", "\n\n"),
      source.trimEnd(),
    ]) {
      const { decisions, problems } = parseLedger(variant, URI);
      assert.deepEqual([decisions.map(({ id }) => id), problems], [["a", "b"], []]);
    }
  });

  it("tells the line of every decision", () => {
    const ledger = parseLedger(`oops\n${sourceOf(decision({ id: "a" }), decision({ id: "b" }))}`, URI);
    assert.deepEqual(
      [...ledger.lineOf],
      [
        ["a", 2],
        ["b", 3],
      ],
    );
  });

  it("keeps a line that is not JSON and says what to do", () => {
    const ledger = parseLedger(`${sourceOf(DECISION)}{"id": "b2", "status":\n`, URI);
    assert.deepEqual(ledger.unreadable, [{ line: 2, text: '{"id": "b2", "status":' }]);
    assert.deepEqual(ledger.problems, [
      {
        severity: "error",
        code: "ledger.not-json",
        message:
          "This line is not a JSON object. Restore it from version control, or delete it. Until then the line is kept as it is and not used.",
        uri: URI,
        line: 2,
      },
    ]);
  });

  const wrong: readonly (readonly [what: string, change: object, code: string, message: RegExp])[] = [
    [
      "an unknown status",
      { status: "maybe" },
      "ledger.unknown-status",
      /"status" is "maybe". It must be "accepted" or "rejected"/,
    ],
    [
      "an unknown scope",
      { scope: "page" },
      "ledger.unknown-scope",
      /"scope" is "page". It must be "mention" or "document"/,
    ],
    ["a missing quote", { quote: undefined }, "ledger.missing-field", /no "quote". It must be text that is not empty/],
    ["a missing context", { prefix: undefined }, "ledger.missing-field", /no "prefix"/],
    ["an empty id", { id: "" }, "ledger.wrong-field", /"id" is ""/],
    ["an id that is a number", { id: 7 }, "ledger.wrong-field", /"id" is 7. It must be text/],
    [
      "what is not a class",
      { class: "China" },
      "ledger.wrong-field",
      /"class" is "China". It must be a class such as "actor.state"/,
    ],
    ["a class that is a list", { class: ["actor.state"] }, "ledger.wrong-field", /"class" is a list/],
    [
      "a local time",
      { time: "2026-07-01 09:30" },
      "ledger.wrong-field",
      /It must be a time in UTC such as "2026-07-01T09:30:00Z"/,
    ],
    ["an impossible time", { time: "2026-13-01T09:30:00Z" }, "ledger.wrong-field", /"time" is/],
    [
      "an occurrence beyond the last",
      { occurrence: { nth: 3, of: 2 } },
      "ledger.wrong-field",
      /"occurrence" is an object/,
    ],
    [
      "a rival that is no count",
      { rival: 0.5 },
      "ledger.wrong-field",
      /"rival" is 0.5. It must be a whole number above zero/,
    ],
    [
      "a confidence above one",
      { confidence: 1.5 },
      "ledger.wrong-field",
      /"confidence" is 1.5. It must be a number from 0/,
    ],
    ["an unknown origin", { by: "magic" }, "ledger.wrong-field", /"by" is "magic". It must be "lexicon" or "rule"/],
    ["an entity that is null", { entity: null }, "ledger.wrong-field", /"entity" is null/],
    ["a long wrong value, cut", { status: "x".repeat(1e6) }, "ledger.unknown-status", /^.{40,60}…\. It must be/],
  ];
  for (const [what, change, code, message] of wrong) {
    it(`refuses ${what}`, () => {
      const ledger = parseLedger(JSON.stringify({ ...DECISION, ...change }), URI);
      assert.deepEqual([ledger.decisions, summary(ledger)], [[], [`1 error ${code}`]]);
      assert.match(ledger.problems[0]?.message ?? "", message);
    });
  }

  it("lets a decision on the whole document leave out its context", () => {
    const rest = omit(decision({ scope: "document" }), "prefix", "suffix");
    const { decisions } = parseLedger(JSON.stringify(rest), URI);
    assert.deepEqual(decisions, [{ ...rest, prefix: "", suffix: "" }]);
  });

  it("reads a decision of a class that the taxonomy lacks, with a warning", () => {
    const ledger = parseLedger(sourceOf(DECISION), URI, (id) => id !== "actor.state");
    assert.deepEqual([ledger.decisions.length, summary(ledger)], [1, ["1 warning ledger.unknown-class"]]);
  });

  it("lets the later of two decisions with one id count, and tells of both lines", () => {
    const later = decision({ status: "rejected", time: "2026-07-01T09:30:00.5Z" });
    for (const lines of [sourceOf(DECISION) + sourceOf(later), sourceOf(later) + sourceOf(DECISION)]) {
      const ledger = parseLedger(lines, URI);
      assert.deepEqual([ledger.decisions, summary(ledger)], [[later], ["2 warning ledger.duplicate-id"]]);
      assert.match(ledger.problems[0]?.message ?? "", /^Line 1 has the id "b1" too/);
    }
  });

  it("names a git conflict as such, once, and reads both sides", () => {
    const [ours, theirs] = [sourceOf(decision({ id: "ours" })), sourceOf(decision({ id: "theirs" }))];
    const source = `<<<<<<< HEAD\n${ours}||||||| base\n=======\n${theirs}>>>>>>> feature\n`;
    const ledger = parseLedger(source, URI);
    assert.deepEqual(
      ledger.decisions.map(({ id }) => id),
      ["ours", "theirs"],
    );
    assert.deepEqual(summary(ledger), ["1 error ledger.merge-conflict"]);
    assert.equal(serializeLedger(ledger), source);
  });

  it("names a second conflict, and a marker that was left behind", () => {
    const ledger = parseLedger("<<<<<<< a\n=======\n>>>>>>> b\n<<<<<<< a\n=======\n>>>>>>> b\n=======\n", URI);
    assert.deepEqual(
      summary(ledger),
      [1, 4, 7].map((line) => `${line} error ledger.merge-conflict`),
    );
  });

  it("survives any text", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.json(),
          fc.array(fc.json()).map((all) => all.join("\n")),
        ),
        (source) => {
          serializeLedger(updateLedger(parseLedger(source, URI), { put: [DECISION], remove: ["__proto__"] }));
        },
      ),
    );
  });

  it("survives hostile lines", () => {
    const deep = "[".repeat(200_000) + "]".repeat(200_000);
    const withExtra = (extra: string): string => JSON.stringify(DECISION).replace(/}$/, `,"x":${extra}}`);
    const hostile = [
      "x".repeat(1e6),
      deep,
      withExtra(deep),
      `{"__proto__":{"id":"b1"}}`,
      '{"constructor":1,"toString":2}',
      "\ud800",
      "null",
      "0",
    ];
    const ledger = parseLedger(hostile.join("\n"), URI);
    assert.deepEqual([ledger.decisions, ledger.unreadable.length], [[], hostile.length]);
    assert.equal(
      serializeLedger(updateLedger(ledger, { put: [DECISION] })),
      `${hostile.join("\n")}\n${sourceOf(DECISION)}`,
    );
    assert.equal(({} as { id?: string }).id, undefined);
  });
});

describe("updateLedger", () => {
  it("changes no line but those it is asked to change", () => {
    const anyLines = fc.tuple(anyDecisions, fc.array(fc.constantFrom("bad line", "=======", "{"), { maxLength: 3 }));
    fc.assert(
      fc.property(anyLines, anyDecision, fc.nat(), ([decisions, bad], added, pick) => {
        const before = parseLedger(bad.join("\n") + "\n" + serializeLedger(ledgerOf(decisions)), URI);
        const removed = decisions[pick % Math.max(1, decisions.length)]?.id ?? "none";
        fc.pre(added.id !== removed);
        const after = updateLedger(before, { put: [added], remove: [removed] });
        const others = (ledger: Ledger): string[] =>
          ledger.lines.filter((line) => ![added.id, removed].includes(line.decision?.id ?? "")).map(({ text }) => text);
        assert.deepEqual(others(after), others(before));
        assert.deepEqual(
          after.decisions.find(({ id }) => id === added.id),
          added,
        );
        assert.equal(after.lineOf.has(removed), false);
      }),
    );
  });

  it("is what its file is read as", () => {
    const lines = fc.array(fc.constantFrom("bad line", "=======", "{", '{"kind":"poll"}', '{"id":"a"}\r'), {
      maxLength: 3,
    });
    const ends = fc.constantFrom("\n", "\r\n");
    fc.assert(
      fc.property(anyDecisions, anyRecords, lines, ends, anyDecision, anyRecord, fc.nat(), (...parts) => {
        const [decisions, records, bad, end, added, record, pick] = parts;
        const entries = putting([...decisions, ...records]);
        const source = [...bad, ...serializeLedger(updateLedger(parseLedger("", URI), entries)).split("\n")].join(end);
        const remove = [[...decisions, ...records][pick % Math.max(1, decisions.length)]?.id ?? "none"];
        const after = updateLedger(parseLedger(source, URI), { ...putting([added, record]), remove });
        assert.deepEqual(after, parseLedger(serializeLedger(after), URI));
      }),
    );
  });

  it("gives a decision new words around it and leaves everything else as somebody decided meanwhile", () => {
    const rejected = decision({ status: "rejected", occurrence: { nth: 1, of: 2 } });
    const requote = [decision({ prefix: "Today ", rival: 12 }), decision({ id: "gone" })];
    const [line, ...others] = updateLedger(ledgerOf([rejected]), { requote }).decisions;
    assert.deepEqual(line, { ...decision({ status: "rejected", prefix: "Today ", rival: 12 }) });
    assert.deepEqual(others, []);
  });

  it("takes back what it added", () => {
    const before = parseLedger(`oops\n${sourceOf(decision({ id: "a" }), decision({ id: "c" }))}`, URI);
    const after = updateLedger(before, { put: [decision({ id: "b" })] });
    assert.deepEqual(updateLedger(after, { remove: ["b"] }), before);
  });

  it("leaves the ledger it is given as it was", () => {
    const before = ledgerOf([decision({ id: "a" }), decision({ id: "b" })]);
    const copy = structuredClone(before);
    updateLedger(before, { put: [decision({ id: "a", status: "rejected" })], remove: ["b"] });
    assert.deepEqual(before, copy);
  });

  it("keeps fields of another version, also in a line whose decision changes", () => {
    const extras = ',"__proto__":{"a":1},"memo":[1,{"by":"x"}],"toString":2';
    const line = JSON.stringify(DECISION).replace(/}$/, `${extras}}`);
    const ledger = updateLedger(parseLedger(line, URI), { put: [decision({ id: "a" })] });
    assert.equal(serializeLedger(ledger), `${sourceOf(decision({ id: "a" }))}${line}\n`);
    const changed = updateLedger(ledger, { put: [decision({ status: "rejected" })] });
    const expected = JSON.stringify(decision({ status: "rejected" })).replace(/}$/, `${extras}}`);
    assert.equal(serializeLedger(changed).split("\n")[1], expected);
  });

  it("leaves a hand-written line alone when the same decision is put again", () => {
    const line = JSON.stringify(DECISION).replaceAll(',"', ' , "');
    assert.equal(serializeLedger(updateLedger(parseLedger(line, URI), { put: [DECISION] })), `${line}\n`);
  });

  it("puts one line below a conflict in place of the lines on both of its sides", () => {
    const theirs = decision({ status: "rejected" });
    const conflict = parseLedger(
      `<<<<<<< HEAD\n${sourceOf(DECISION)}=======\n${sourceOf(theirs)}>>>>>>> feature\n`,
      URI,
    );
    const settled = decision({ comment: "settled" });
    assert.equal(
      serializeLedger(updateLedger(conflict, { put: [settled] })),
      `<<<<<<< HEAD\n=======\n>>>>>>> feature\n${sourceOf(settled)}`,
    );
  });

  it("numbers lines and problems anew, and keeps the warnings", () => {
    const isKnown = (): boolean => false;
    const ledger = updateLedger(
      parseLedger(sourceOf(DECISION), URI, isKnown),
      { put: [decision({ id: "a" })] },
      isKnown,
    );
    assert.deepEqual(summary(ledger), ["1 warning ledger.unknown-class", "2 warning ledger.unknown-class"]);
    assert.deepEqual(
      [...ledger.lineOf],
      [
        ["a", 1],
        ["b1", 2],
      ],
    );
  });

  it("writes CRLF in a file that has it", () => {
    const ledger = parseLedger(sourceOf(DECISION).replace("\n", "\r\n"), URI);
    assert.match(serializeLedger(updateLedger(ledger, { put: [decision({ id: "a" })] })), /^[^\r\n]+\r\n[^\r\n]+\r\n$/);
  });

  it("handles many lines", () => {
    const many = Array.from({ length: 20_000 }, (_, at) => decision({ id: String(at) }));
    assert.equal(ledgerOf(many).decisions.length, many.length);
  });
});
