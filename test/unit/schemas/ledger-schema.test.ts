import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { type Decision, DECISION_SCOPES, DECISION_STATUSES } from "../../../src/core/annotations/decision";
import type { Memo } from "../../../src/core/annotations/memo";
import { parseRecordLine } from "../../../src/core/annotations/ledger/record";
import type { ThemeDecision } from "../../../src/core/annotations/theme-decision";
import { type Relation, RELATION_MODALITIES, RELATION_TYPES } from "../../../src/core/annotations/relation";
import { readSchema, validatorOf } from "./validate";

const schema = readSchema("ledger");
const validate = validatorOf(schema);

const DECISION: Required<Decision> = {
  id: "0001",
  status: "accepted",
  scope: "mention",
  class: "infrastructure.data",
  entity: "uk-biobank",
  suggested: "actor.research",
  suggestedEntity: "uk",
  by: "lexicon",
  pattern: "UK Biobank",
  pack: "infrastructure-data",
  packVersion: "1.0.0",
  confidence: 0.95,
  quote: "UK Biobank",
  prefix: "access to ",
  suffix: " is open",
  occurrence: { nth: 2, of: 3, sentence: "3e0454e07d1d17f1" },
  rival: 12,
  author: "reader",
  time: "2026-05-04T09:30:00Z",
  comment: "The collection is meant, not the company.",
  curates: ["0002", "0003"],
  conflictsWith: ["0004"],
};

const MEMO: Required<Memo> = {
  kind: "memo",
  id: "0005",
  thread: "0006",
  place: { quote: "UK Biobank", prefix: "access to ", suffix: " is open", occurrence: { nth: 2, of: 3 }, rival: 12 },
  body: "Open to **whom**?",
  author: "reader",
  time: "2026-05-04T09:30:00Z",
  edited: "2026-05-05T09:30:00Z",
  resolved: { time: "2026-05-06T09:30:00Z", author: "reader" },
};

const RELATION: Required<Relation> = {
  kind: "relation",
  id: "0007",
  type: "controls",
  status: "rejected",
  modality: "reported",
  source: MEMO.place,
  target: { quote: "genomic data", prefix: "", suffix: "" },
  author: "reader",
  time: "2026-05-04T09:30:00Z",
};

const THEME: Required<ThemeDecision> = {
  kind: "theme",
  id: "0008",
  theme: "impact.equity",
  status: "rejected",
  place: MEMO.place,
  author: "reader",
  time: "2026-05-04T09:30:00Z",
};

const LEDGERS = "samples/.healthgeo/annotations";

function ledgerLines(): string[] {
  return readdirSync(LEDGERS, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".jsonl"))
    .flatMap((name) => readFileSync(`${LEDGERS}/${name}`, "utf8").trimEnd().split("\n"));
}

type Properties = Record<string, { enum?: readonly string[] }>;

function propertiesOf(kind: "decision" | "memo" | "relation" | "theme"): Properties {
  const { definitions } = schema as { definitions: Record<string, { properties: Properties }> };
  return definitions[kind]!.properties;
}

describe("ledger schema", () => {
  it("accepts every field of a decision", () => {
    assert.deepEqual(validate(DECISION), []);
  });

  it("describes every field of a decision and no other", () => {
    assert.deepEqual(Object.keys(propertiesOf("decision")).sort(), Object.keys(DECISION).sort());
  });

  it("knows every status and scope", () => {
    const properties = propertiesOf("decision");
    assert.deepEqual(properties["status"]?.enum, DECISION_STATUSES);
    assert.deepEqual(properties["scope"]?.enum, DECISION_SCOPES);
  });

  it("describes every field of a memo, of a relation and of a decision on a theme and no other", () => {
    for (const record of [MEMO, RELATION, THEME]) {
      assert.deepEqual(validate(record), []);
      assert.deepEqual(parseRecordLine(JSON.stringify(record)), { record });
      assert.deepEqual(Object.keys(propertiesOf(record.kind)).sort(), Object.keys(record).sort());
    }
    assert.deepEqual(propertiesOf("relation")["type"]?.enum, RELATION_TYPES);
    assert.deepEqual(propertiesOf("relation")["modality"]?.enum, RELATION_MODALITIES);
    assert.deepEqual(propertiesOf("relation")["status"]?.enum, DECISION_STATUSES);
    assert.deepEqual(propertiesOf("theme")["status"]?.enum, DECISION_STATUSES);
  });

  it("refuses a memo without words, a relation with one end and an unknown kind", () => {
    assert.deepEqual(validate({ ...MEMO, body: "" }), ["/body: must NOT have fewer than 1 characters"]);
    assert.deepEqual(validate(JSON.parse(JSON.stringify({ ...RELATION, target: undefined }))), [
      "/: must have required property 'target'",
    ]);
    assert.deepEqual(validate({ id: "1", kind: "sketch" }), [
      "/kind: must be equal to one of the allowed values (memo, relation, theme)",
    ]);
  });

  it("asks for the context of one place, not of a whole document", () => {
    const bare = JSON.parse(JSON.stringify({ ...DECISION, prefix: undefined, suffix: undefined })) as object;
    assert.deepEqual(validate({ ...bare, scope: "document" }), []);
    assert.ok(validate(bare).includes("/: must have required property 'prefix'"));
  });

  it("accepts every decision of the samples", () => {
    const lines = ledgerLines();
    assert.notEqual(lines.length, 0);
    for (const line of lines) assert.deepEqual(validate(JSON.parse(line)), [], line);
  });

  const wrong: readonly (readonly [what: string, change: object, message: string])[] = [
    [
      "an unknown status",
      { status: "maybe" },
      "/status: must be equal to one of the allowed values (accepted, rejected)",
    ],
    ["an unknown class", { class: "data" }, "/class: Write a class id: facet.name, such as actor.state."],
    ["a local time", { time: "2026-05-04 09:30" }, "/time: Write the time in UTC, such as 2026-05-04T09:30:00Z."],
    ["an unknown key", { colour: "red" }, "/: must NOT have additional properties (colour)"],
    ["an empty quote", { quote: "" }, "/quote: must NOT have fewer than 1 characters"],
    ["a curated decision on nothing", { curates: [] }, "/curates: must NOT have fewer than 1 items"],
    ["an ordinal from zero", { occurrence: { nth: 0, of: 2 } }, "/occurrence/nth: must be >= 1"],
  ];
  for (const [what, change, message] of wrong) {
    it(`refuses ${what}`, () => {
      assert.deepEqual(validate({ ...DECISION, ...change }), [message]);
    });
  }
});
