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
import type { Decision, ReviewedMention } from "../../../../src/core/annotations/decision";
import { byTime } from "../../../../src/core/annotations/chronology";
import { review } from "../../../../src/core/annotations/review";
import type { Mention } from "../../../../src/core/tagger/mention";
import { applyEdit, overlaps } from "../../../../src/core/text/span";
import { anyText, decisionsOn, editOf, mentionsOf, suggestion } from "./arbitraries";

const TEXT = "Georgia asked the WHO for genomic data. Later Georgia joined the WHO data pact, and georgia was glad.";

function mentionOf(words: string, classId: string, nth = 1): Mention {
  let start = -1;
  for (let seen = 0; seen < nth; seen++) start = TEXT.indexOf(words, start + 1);
  return suggestion(TEXT, { start, end: start + words.length }, classId);
}

const FIRST = mentionOf("Georgia", "actor.state");
const WHO = mentionOf("WHO", "actor.intergovernmental");
const DATA = mentionOf("genomic data", "infrastructure.data");
const SECOND = mentionOf("Georgia", "actor.state", 2);
const LOWER = mentionOf("georgia", "actor.state");
const MENTIONS = [FIRST, WHO, DATA, SECOND, LOWER];

function at(minute: number, author = "Ann"): DecisionStamp {
  return { author, time: `2026-07-01T09:${String(minute).padStart(2, "0")}:00Z`, id: decisionIdOf };
}

function shown(mentions: readonly ReviewedMention[]): string[] {
  return mentions.map(({ start, text, class: classId, status }) => `${start} ${text} ${classId} ${status}`);
}

/** A later decision on the same words, or one that settles the earlier. */
function overrules(later: Decision, earlier: Decision): boolean {
  const isRelated = later.quote === earlier.quote || later.curates?.includes(earlier.id) === true;
  return isRelated && byTime(later, earlier) > 0;
}

describe("review", () => {
  it("shows the tagger's mentions as suggestions where nothing is decided", () => {
    assert.deepEqual(review(TEXT, MENTIONS, []), {
      mentions: MENTIONS.map((mention) => ({ ...mention, status: "suggested" })),
      rejected: [],
      unplaced: [],
    });
  });

  it("shows an accepted suggestion with the tagger's evidence", () => {
    const decision = acceptMention(TEXT, SECOND, at(1));
    const { mentions } = review(TEXT, MENTIONS, [decision]);
    assert.deepEqual(mentions[3], { ...SECOND, status: "accepted", decision });
    assert.equal(mentions[0]?.status, "suggested");
  });

  it("shows the class that a person chose, with the ledger as evidence", () => {
    const decision = classifyMention(TEXT, SECOND, { class: "actor.agency", entity: "georgia-us" }, at(1));
    const source = { uri: "ledger.jsonl", lineOf: new Map([[decision.id, 7]]) };
    const { mentions } = review(TEXT, MENTIONS, [decision], source);
    const { start, end, text } = SECOND;
    assert.deepEqual(mentions[3], {
      start,
      end,
      text,
      class: "actor.agency",
      entity: "georgia-us",
      by: "decision",
      confidence: 1,
      evidence: { pattern: "Georgia", pack: "decisions", uri: "ledger.jsonl", line: 7 },
      status: "accepted",
      decision,
    });
  });

  it("leaves a mention without the entity that a person took from it", () => {
    const suggested = { ...WHO, entity: "who" };
    const unlinked = classifyMention(TEXT, suggested, { class: WHO.class }, at(1));
    assert.equal(review(TEXT, [suggested], [unlinked]).mentions[0]?.entity, undefined);
  });

  it("takes a person's entity over the tagger's", () => {
    const decision = classifyMention(TEXT, WHO, { class: WHO.class, entity: "who" }, at(1));
    assert.equal(review(TEXT, MENTIONS, [decision]).mentions[1]?.entity, "who");
    const other = acceptMention(TEXT, WHO, at(1));
    assert.equal(review(TEXT, [{ ...WHO, entity: "who" }], [other]).mentions[0]?.entity, "who");
  });

  it("moves a rejected mention aside, and only that one", () => {
    const { mentions, rejected } = review(TEXT, MENTIONS, [rejectMention(TEXT, FIRST, "mention", at(1))]);
    assert.deepEqual(shown(rejected), ["0 Georgia actor.state rejected"]);
    assert.deepEqual(shown(mentions)[2], "46 Georgia actor.state suggested");
  });

  it("rejects at a span whatever the tagger takes it for by now", () => {
    const decision = rejectMention(TEXT, FIRST, "mention", at(1));
    const { mentions, rejected } = review(TEXT, [{ ...FIRST, class: "actor.agency" }], [decision]);
    assert.deepEqual([shown(mentions), shown(rejected)], [[], ["0 Georgia actor.agency rejected"]]);
  });

  it("shows a rejection of what the tagger no longer suggests, so that it can be taken back", () => {
    const { rejected, unplaced } = review(TEXT, [], [rejectMention(TEXT, FIRST, "mention", at(1))]);
    assert.deepEqual([shown(rejected), unplaced], [["0 Georgia actor.state rejected"], []]);
  });

  it("rejects the same words of the same class in the whole document, capitals as written", () => {
    const decision = rejectMention(TEXT, FIRST, "document", at(1));
    const { mentions, rejected } = review(TEXT, MENTIONS, [decision]);
    assert.deepEqual(shown(rejected), ["0 Georgia actor.state rejected", "46 Georgia actor.state rejected"]);
    assert.ok(shown(mentions).includes(`${LOWER.start} georgia actor.state suggested`));
    const agency = { ...FIRST, class: "actor.agency" };
    assert.deepEqual(shown(review(TEXT, [agency], [decision]).mentions), ["0 Georgia actor.agency suggested"]);
  });

  it("lets one place be accepted after its words were rejected in the document, and the other way round", () => {
    const whole = (minute: number) => rejectMention(TEXT, FIRST, "document", at(minute));
    const here = (minute: number) => acceptMention(TEXT, SECOND, at(minute));
    assert.deepEqual(shown(review(TEXT, [FIRST, SECOND], [whole(1), here(2)]).mentions), [
      "46 Georgia actor.state accepted",
    ]);
    assert.deepEqual(shown(review(TEXT, [FIRST, SECOND], [here(1), whole(2)]).mentions), []);
    assert.deepEqual(shown(review(TEXT, [FIRST, SECOND], [whole(1), here(1)]).mentions), [
      "46 Georgia actor.state accepted",
    ]);
  });

  it("adds a mention marked by hand in place of the suggestions it overlaps", () => {
    const start = TEXT.indexOf("WHO data pact");
    const second = suggestion(TEXT, { start, end: start + 3 }, "actor.intergovernmental");
    const pact = addMention(TEXT, { start, end: start + 13 }, { class: "sovereignty.cooperation" }, at(1));
    assert.deepEqual(shown(review(TEXT, [second], [pact]).mentions), [
      `${start} WHO data pact sovereignty.cooperation accepted`,
    ]);
  });

  it("lets the later of two people's decisions on one span hold", () => {
    const ann = acceptMention(TEXT, WHO, at(2));
    const ben = rejectMention(TEXT, WHO, "mention", at(1, "Ben"));
    assert.deepEqual(shown(review(TEXT, [WHO], [ann, ben]).mentions), ["18 WHO actor.intergovernmental accepted"]);
    const { mentions, rejected, unplaced } = review(TEXT, [WHO], [acceptMention(TEXT, WHO, at(0)), ben]);
    assert.deepEqual([mentions.length, rejected.length, unplaced.length], [0, 1, 0]);
  });

  it("tells of an accepted mention that a later one overlaps", () => {
    const start = TEXT.indexOf("WHO data pact");
    const short = addMention(TEXT, { start, end: start + 3 }, { class: "actor.intergovernmental" }, at(1));
    const long = addMention(TEXT, { start, end: start + 13 }, { class: "sovereignty.cooperation" }, at(2));
    const { mentions, unplaced } = review(TEXT, [], [short, long]);
    assert.deepEqual(
      [mentions.map(({ text }) => text), unplaced],
      [["WHO data pact"], [{ decision: short, reason: "“WHO” overlaps “WHO data pact”, which was decided later." }]],
    );
  });

  it("keeps decisions on their places when the text changes elsewhere, and tells which have lost theirs and to what", () => {
    const accepted = acceptMention(TEXT, SECOND, at(1));
    const lost = acceptMention(TEXT, DATA, at(1));
    const edited = `A summary.\n\n${TEXT.replace("genomic data", "money")}`;
    const { mentions, unplaced } = review(edited, [], [lost, accepted]);
    assert.deepEqual(shown(mentions), [`${edited.indexOf("Later") + 6} Georgia actor.state accepted`]);
    const start = edited.indexOf("money");
    const reason = "“genomic data” is no longer in the document.";
    assert.deepEqual(unplaced, [{ decision: lost, reason, candidate: { start, end: start + "money".length } }]);
  });
});

describe("review of a text that a formatter changed", () => {
  it("shows the words as they stand in the text now", () => {
    const text = "The United States paid. The United Nations did not.";
    const decision = addMention(text, { start: 4, end: 17 }, { class: "actor.state" }, at(1));
    const { mentions } = review(text.replace("United States", "United\nStates"), [], [decision]);
    assert.deepEqual(
      mentions.map((mention) => [mention.text, mention.start, mention.end]),
      [["United\nStates", 4, 17]],
    );
  });
});

describe("review, for any text and decisions", () => {
  const anyReview = anyText.chain((text) =>
    fc.tuple(fc.constant(text), decisionsOn(text), editOf(text)).chain(([before, decisions, edit]) => {
      const after = applyEdit(before, edit);
      const edited = after === "" ? before : after;
      return fc.tuple(fc.constant(edited), mentionsOf(edited), fc.constant(decisions));
    }),
  );

  it("gives sorted mentions that do not overlap, whose offsets slice back to their text", () => {
    fc.assert(
      fc.property(anyReview, ([text, suggestions, decisions]) => {
        const { mentions, rejected } = review(text, suggestions, decisions);
        for (const { start, end, text: words } of [...mentions, ...rejected])
          assert.equal(text.slice(start, end), words);
        for (const [index, mention] of mentions.slice(1).entries()) assert.ok(mention.start >= mentions[index]!.end);
        for (const [index, mention] of rejected.slice(1).entries()) assert.ok(mention.start >= rejected[index]!.start);
      }),
      { numRuns: 500 },
    );
  });

  it("shows every suggestion once, unless an accepted mention takes its place", () => {
    fc.assert(
      fc.property(anyReview, ([text, suggestions, decisions]) => {
        const { mentions, rejected } = review(text, suggestions, decisions);
        for (const { start, end } of suggestions) {
          const here = [...mentions, ...rejected].filter((other) => other.start === start && other.end === end);
          const accepted = mentions.filter((other) => other.status === "accepted" && overlaps(other, { start, end }));
          assert.ok(here.length === 1 || (here.length === 0 && accepted.length > 0));
        }
      }),
    );
  });

  it("has every decision on a mention in the text, in the list of unplaced ones, or overruled by a later one", () => {
    fc.assert(
      fc.property(anyReview, ([text, suggestions, decisions]) => {
        const { mentions, rejected, unplaced } = review(text, suggestions, decisions);
        const shown = new Set([...mentions, ...rejected].map((mention) => mention.decision));
        const told = new Set(unplaced.map((other) => other.decision));
        const isAnswered = (decision: Decision): boolean =>
          shown.has(decision) ||
          told.has(decision) ||
          decisions.some((other) => overrules(other, decision) && isAnswered(other));
        for (const decision of decisions.filter(({ scope }) => scope === "mention")) assert.ok(isAnswered(decision));
      }),
      { numRuns: 500 },
    );
  });

  it("does not depend on the order of the decisions", () => {
    fc.assert(
      fc.property(anyReview, ([text, suggestions, decisions]) => {
        const { unplaced, ...forward } = review(text, suggestions, decisions);
        const { unplaced: backwards, ...backward } = review(text, suggestions, decisions.toReversed());
        assert.deepEqual(backward, forward);
        assert.deepEqual(backwards.toReversed(), unplaced);
      }),
    );
  });
});
