import assert from "node:assert/strict";
import fc from "fast-check";
import { parseLedger, serializeLedger, updateLedger } from "../../../../../src/core/annotations/ledger/ledger";
import { formatRecordLine, parseRecordLine } from "../../../../../src/core/annotations/ledger/record";
import { anyDecisions, anyRecord, anyRecords } from "../arbitraries";

const URI = ".healthgeo/annotations/report.md.jsonl";

const PLACE = { quote: "WHO", prefix: "the ", suffix: " said" };
const MEMO = { kind: "memo", id: "m1", place: PLACE, body: "Check **this**.", time: "2026-07-01T09:30:00Z" } as const;
const RELATION = {
  kind: "relation",
  id: "r1",
  type: "controls",
  source: PLACE,
  target: { ...PLACE, quote: "data" },
  time: "2026-07-01T09:30:00Z",
} as const;

const THEME = {
  kind: "theme",
  id: "t1",
  theme: "impact.equity",
  status: "rejected",
  place: PLACE,
  time: "2026-07-01T09:30:00Z",
} as const;

function problemsOf(line: object): [code: string, severity: string, line: number | undefined][] {
  const { problems } = parseLedger(JSON.stringify(line), URI);
  return problems.map((problem) => [problem.code, problem.severity, problem.line]);
}

describe("lines of memos and relations", () => {
  it("are read and written", () => {
    for (const record of [MEMO, RELATION, { ...RELATION, status: "rejected" } as const, THEME])
      assert.deepEqual(parseRecordLine(formatRecordLine(record)), { record });
  });

  it("are told from decisions by their kind alone", () => {
    assert.equal(parseRecordLine('{"id":"1","status":"accepted"}'), undefined);
    assert.equal(parseRecordLine('{"comment":"\\"kind\\""}'), undefined);
    assert.equal(parseRecordLine("[}"), undefined);
  });

  it("come back from a line as they were, whatever they hold", () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        const line = formatRecordLine(record);
        assert.doesNotMatch(line, /[\r\n\u2028\u2029]/);
        assert.deepEqual(parseRecordLine(line), { record });
      }),
    );
  });

  it("keep the fields of other versions when they are written again", () => {
    const former = JSON.stringify({ ...MEMO, colour: "red" });
    assert.match(formatRecordLine({ ...MEMO, body: "New." }, former), /"body":"New\.".*"colour":"red"/);
  });

  const wrong: readonly (readonly [what: string, line: object, code: string])[] = [
    ["no body", { ...MEMO, body: undefined }, "ledger.missing-field"],
    ["an empty body", { ...MEMO, body: "" }, "ledger.wrong-field"],
    ["a place without words", { ...MEMO, place: { quote: "", prefix: "", suffix: "" } }, "ledger.wrong-field"],
    [
      "a place with an odd ordinal",
      { ...MEMO, place: { ...PLACE, occurrence: { nth: 3, of: 2 } } },
      "ledger.wrong-field",
    ],
    ["a local time", { ...MEMO, time: "2026-07-01 09:30" }, "ledger.wrong-field"],
    ["a resolution without a time", { ...MEMO, resolved: { author: "A" } }, "ledger.wrong-field"],
    ["an unknown type of relation", { ...RELATION, type: "likes" }, "ledger.unknown-relation"],
    ["a relation with one end", { ...RELATION, target: undefined }, "ledger.missing-field"],
    ["a theme without a place", { ...THEME, place: undefined }, "ledger.missing-field"],
    ["a theme neither accepted nor rejected", { ...THEME, status: "maybe" }, "ledger.wrong-field"],
    ["a relation neither accepted nor rejected", { ...RELATION, status: "maybe" }, "ledger.wrong-field"],
    ["an unknown modality", { ...RELATION, modality: "wished" }, "ledger.wrong-field"],
  ];
  for (const [what, line, code] of wrong) {
    it(`are reported with their line: ${what}`, () => {
      assert.deepEqual(problemsOf(line), [[code, "error", 1]]);
    });
  }
});

describe("a ledger with memos and relations", () => {
  it("keeps lines of an unknown kind byte for byte, with a warning", () => {
    const source = '{"kind":"sketch",  "id":"a"}\n';
    const ledger = parseLedger(source, URI);
    assert.deepEqual(
      ledger.problems.map(({ code, severity, line }) => [code, severity, line]),
      [["ledger.unknown-kind", "warning", 1]],
    );
    assert.equal(serializeLedger(ledger), source);
    assert.ok(serializeLedger(updateLedger(ledger, { putRecords: [MEMO], remove: ["a"] })).includes(source));
  });

  it("sorts them by id among the decisions, each with its line", () => {
    fc.assert(
      fc.property(anyDecisions, anyRecords, (decisions, records) => {
        const taken = new Set(decisions.map(({ id }) => id));
        const others = records.filter(({ id }) => !taken.has(id));
        const source = serializeLedger(updateLedger(parseLedger("", URI), { put: decisions, putRecords: others }));
        const ledger = parseLedger(source, URI);
        const found = [...ledger.decisions, ...ledger.memos, ...ledger.relations, ...ledger.themes];
        assert.deepEqual(ledger.problems, []);
        assert.deepEqual(new Set(found.map(({ id }) => id)), new Set([...decisions, ...others].map(({ id }) => id)));
        const ids = ledger.lines.map(({ decision, record }) => decision?.id ?? record!.id);
        assert.deepEqual(ids, [...ids].sort(compare));
        for (const { id } of found) assert.equal(ids[ledger.lineOf.get(id)! - 1], id);
        assert.equal(serializeLedger(ledger), source);
      }),
    );
  });

  it("changes no other line when one of them is put or removed", () => {
    fc.assert(
      fc.property(anyRecords, anyRecord, (records, record) => {
        const others = records.filter(({ id }) => id !== record.id);
        const before = updateLedger(parseLedger("", URI), { putRecords: others });
        const after = updateLedger(before, { putRecords: [record] });
        assert.equal(serializeLedger(updateLedger(after, { remove: [record.id] })), serializeLedger(before));
      }),
    );
  });

  it("counts the later of two lines with one id, and says so", () => {
    const later = { ...MEMO, body: "Later.", edited: "2026-07-02T09:30:00Z" };
    const { memos, problems } = parseLedger([later, MEMO].map((each) => JSON.stringify(each)).join("\n"), URI);
    assert.deepEqual(memos, [later]);
    assert.deepEqual(
      problems.map(({ code }) => code),
      ["ledger.duplicate-id"],
    );
  });
});

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
