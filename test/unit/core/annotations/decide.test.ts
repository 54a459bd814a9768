import assert from "node:assert/strict";
import fc from "fast-check";
import {
  acceptMention,
  addMention,
  classifyMention,
  rejectMention,
  type DecisionStamp,
} from "../../../../src/core/annotations/decide";
import { decisionIdOf } from "../../../../src/core/annotations/ledger/decision-id";
import { parseLedger, serializeLedger, updateLedger } from "../../../../src/core/annotations/ledger/ledger";
import { OccurrenceIndex } from "../../../../src/core/annotations/anchoring/occurrences";
import type { Mention } from "../../../../src/core/tagger/mention";
import { anyText, classId, spanOf, suggestion } from "./arbitraries";

const TEXT = "Kenya asks the WHO for samples.";
const STAMP: DecisionStamp = { author: "Ann", time: "2026-07-01T09:30:00Z", id: () => "id-1" };
const SIGNED = { id: "id-1", author: "Ann", time: "2026-07-01T09:30:00Z" };
const WHO: Mention = {
  ...suggestion(TEXT, { start: 15, end: 18 }, "actor.intergovernmental"),
  entity: "who",
  evidence: { pattern: "term", pack: "core", version: "1.2.0", uri: "core.yaml", line: 3 },
};
const FOUND = { by: "lexicon", pattern: "term", pack: "core", packVersion: "1.2.0", confidence: 0.9 };
const PLACE = { quote: "WHO", prefix: "Kenya asks the ", suffix: " for samples." };

describe("deciding", () => {
  it("accepts a mention as it is", () => {
    const accepted = {
      status: "accepted",
      scope: "mention",
      class: "actor.intergovernmental",
      entity: "who",
      ...FOUND,
    };
    assert.deepEqual(acceptMention(TEXT, WHO, STAMP), { ...SIGNED, ...accepted, ...PLACE });
  });

  it("classifies a mention anew and remembers what was suggested", () => {
    const decision = classifyMention(TEXT, WHO, { class: "actor.agency" }, STAMP);
    const classified = {
      status: "accepted",
      scope: "mention",
      class: "actor.agency",
      suggested: "actor.intergovernmental",
      suggestedEntity: "who",
      ...FOUND,
    };
    assert.deepEqual(decision, { ...SIGNED, ...classified, ...PLACE });
  });

  it("remembers the suggestion through several changes of mind", () => {
    const first = classifyMention(TEXT, WHO, { class: "actor.agency" }, STAMP);
    const again = { ...WHO, class: "actor.agency", by: "decision", decision: first } as const;
    const second = classifyMention(TEXT, again, { class: "actor.state" }, STAMP);
    assert.deepEqual([second.by, second.suggested], ["lexicon", "actor.intergovernmental"]);
    assert.deepEqual(
      [second.pattern, second.pack, second.packVersion, second.confidence],
      ["term", "core", "1.2.0", 0.9],
    );
    const back = classifyMention(TEXT, again, { class: "actor.intergovernmental", entity: "who" }, STAMP);
    assert.deepEqual([back.by, back.suggested, back.entity], ["lexicon", undefined, "who"]);
  });

  it("remembers the entity that a person took away, and gives it back", () => {
    const unlinked = classifyMention(TEXT, WHO, { class: WHO.class }, STAMP);
    assert.deepEqual([unlinked.entity, unlinked.suggested, unlinked.suggestedEntity], [undefined, undefined, "who"]);
    const linked = classifyMention(TEXT, { ...WHO, decision: unlinked }, { class: WHO.class, entity: "who" }, STAMP);
    assert.deepEqual([linked.entity, linked.suggestedEntity], ["who", undefined]);
  });

  it("rejects a mention in its place", () => {
    const rejected = {
      status: "rejected",
      scope: "mention",
      class: "actor.intergovernmental",
      entity: "who",
      ...FOUND,
    };
    assert.deepEqual(rejectMention(TEXT, WHO, "mention", STAMP), { ...SIGNED, ...rejected, ...PLACE });
  });

  it("rejects a mention in the whole document, without saying where it stood", () => {
    const { quote, prefix, suffix, scope } = rejectMention(TEXT, WHO, "document", STAMP);
    assert.deepEqual([scope, quote, prefix, suffix], ["document", "WHO", "", ""]);
  });

  it("marks a span by hand, found by nobody else", () => {
    const decision = addMention(TEXT, { start: 23, end: 30 }, { class: "infrastructure.data" }, STAMP);
    assert.deepEqual(
      [decision.quote, decision.status, decision.class, decision.by],
      ["samples", "accepted", "infrastructure.data", undefined],
    );
    const again = classifyMention(TEXT, { ...WHO, decision }, { class: "actor.state" }, STAMP);
    assert.deepEqual([again.by, again.suggested], [undefined, undefined]);
  });

  it("leaves out an author without a name", () => {
    assert.equal("author" in acceptMention(TEXT, WHO, { ...STAMP, author: "" }), false);
    assert.equal("author" in acceptMention(TEXT, WHO, { time: STAMP.time, id: STAMP.id }), false);
  });

  it("lets the stamp name the decision by all its other fields", () => {
    const id = JSON.stringify;
    const { id: given, ...rest } = acceptMention(TEXT, WHO, { ...STAMP, id });
    assert.deepEqual(JSON.parse(given), rest);
  });

  it("makes decisions that a ledger gives back, for any text, from the text or its index", () => {
    const place = anyText.chain((text) => fc.tuple(fc.constant(text), spanOf(text), classId, classId));
    fc.assert(
      fc.property(place, ([text, span, suggested, chosen]) => {
        const mention = suggestion(text, span, suggested);
        const stamp = { ...STAMP, id: decisionIdOf };
        const put = [
          classifyMention(text, mention, { class: chosen }, stamp),
          rejectMention(text, mention, "document", stamp),
          addMention(text, span, { class: chosen }, { ...stamp, author: "Ben" }),
        ];
        const ledger = parseLedger(serializeLedger(updateLedger(parseLedger("", "l"), { put })), "l");
        assert.deepEqual(ledger.problems, []);
        assert.deepEqual(new Set(ledger.decisions), new Set(put));
        assert.deepEqual(acceptMention(new OccurrenceIndex(text), mention, stamp), acceptMention(text, mention, stamp));
      }),
    );
  });
});
