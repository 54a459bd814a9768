import assert from "node:assert/strict";
import fc from "fast-check";
import { anchor, anchorAll } from "../../../../../src/core/annotations/anchoring/anchoring";
import type { Quote } from "../../../../../src/core/annotations/decision";
import { quoteOf } from "../../../../../src/core/annotations/anchoring/quote";
import { applyEdit, type Edit, type Span } from "../../../../../src/core/text/span";
import { anyText, editOf, repetitiveText, spanOf } from "../arbitraries";

const REPORT = `# Who holds the genomes

The Ministry of Health signed an agreement with BGI Group in 2019. Under it, genomic data of 40,000 patients
left the country.

Critics ask who owns the copies. The Ministry of Health says that it does; BGI Group says that contracts are secret.

A later audit counted three foreign servers with genomic data and found no register of them.
`;

function quoteOfNth(text: string, words: string, nth = 1): Quote {
  let start = -1;
  for (let seen = 0; seen < nth; seen++) start = text.indexOf(words, start + 1);
  return quoteOf(text, { start, end: start + words.length });
}

/** The text with `|` before the place found, or the reason. */
function found(text: string, quote: Quote): string {
  const anchoring = anchor(text, quote);
  if ("reason" in anchoring) return anchoring.reason;
  return `${text.slice(0, anchoring.placed.start)}|${text.slice(anchoring.placed.start)}`;
}

function shifted(span: Span, edit: Edit): Span {
  const by = edit.start <= span.start && edit.end <= span.start ? edit.text.length - (edit.end - edit.start) : 0;
  return { start: span.start + by, end: span.end + by };
}

describe("anchor", () => {
  const second = quoteOfNth(REPORT, "Ministry of Health", 2);

  it("finds the second of two like quotes by its context", () => {
    assert.match(found(REPORT, second), /copies\. The \|Ministry/);
  });

  it("finds it after edits at the top, which move every offset", () => {
    assert.match(found(`A new summary on the Ministry of Health.\n\n${REPORT}`, second), /copies\. The \|Ministry/);
  });

  it("finds it when one side was rewritten", () => {
    assert.match(found(REPORT.replace("says that it does", "denies it"), second), /copies\. The \|Ministry/);
  });

  it("finds it in a paragraph that was moved", () => {
    const [title, first, critics, ...rest] = REPORT.split("\n\n");
    assert.match(found([title, critics, first, ...rest].join("\n\n"), second), /copies\. The \|Ministry/);
  });

  it("finds it after paragraphs were wrapped anew or line ends changed", () => {
    assert.match(
      found(REPORT.replace("The Ministry of Health says", "The\nMinistry of Health says"), second),
      /The\n\|Ministry/,
    );
    assert.match(found(REPORT.replaceAll("\n", "\r\n"), second), /copies\. The \|Ministry/);
  });

  it("refuses the look-alike when the passage is gone", () => {
    const without = REPORT.replace(/Critics.*\n/, "");
    assert.equal(
      found(without, second),
      "“Ministry of Health” is in the document, but not with the words that stood around it.",
    );
  });

  it("says that the words are gone when they are", () => {
    assert.equal(
      found(REPORT.replaceAll("Ministry", "Department"), second),
      "“Ministry of Health” is no longer in the document.",
    );
  });

  it("refuses text that differs from the quote, be it by one letter", () => {
    assert.match(found(REPORT.replaceAll("Ministry", "ministry"), second), /no longer/);
  });

  it("refuses to choose between a passage and its copy", () => {
    const reason = found(REPORT + REPORT, second);
    assert.match(reason, /was in the document once and is there 2 times now/);
  });

  it("keeps to the same one of identical passages while there are as many", () => {
    const rows = "| country of the sample | WHO region is not known |\n".repeat(4);
    const third = quoteOfNth(rows.repeat(2), "WHO", 3);
    assert.equal(
      third.occurrence?.of,
      6,
      "the first and last two rows touch an edge of the document or differ in context",
    );
    const edited = `Preface.\n\n${rows.repeat(2)}`;
    const anchoring = anchor(edited, quoteOfNth(edited, "WHO", 5));
    assert.deepEqual(anchoring, {
      placed: { start: edited.indexOf("WHO") + 4 * 52, end: edited.indexOf("WHO") + 4 * 52 + 3 },
    });
    assert.match(found(edited + rows, quoteOfNth(edited, "WHO", 5)), /it is not certain which place/);
  });

  describe("where sentences end in the same words", () => {
    const [first, other] = ["The agency says that work", "Every plan of the ministry"].map(
      (start) => `${start} shall be conducted consistent with the Biodefense Strategy.`,
    );
    const [after, afterOther] = ["Further, this memorandum binds nobody.", "Activities undertaken so far count."];
    const text = `${first!} ${after} ${other!} ${afterOther}`;
    const quote = quoteOfNth(text, "Biodefense Strategy", 1);

    it("does not choose when they trade the sentences that follow them", () => {
      assert.match(found(`${other!} ${after} ${first!} ${afterOther}`, quote), /it is not certain which place/);
    });

    it("finds its own when another like it comes or goes", () => {
      const third = first!.replace("The agency says", "Nobody doubts");
      assert.match(found(`${third} ${text}`, quote), /\|Biodefense Strategy\. Further/);
      assert.match(found(`${first!} ${after}`, quote), /\|Biodefense Strategy\. Further/);
    });

    it("does not choose when its own was rewritten far from the words", () => {
      assert.match(found(text.replace("The agency", "The new office"), quote), /it is not certain which place/);
      assert.match(found(`${other!} ${after}`, quote), /it is not certain which place/);
    });
  });

  it("does not take a heading for the title above it, where that got the heading's words", () => {
    const heading = "After the long emergency, who will buy all of the vaccines?";
    const text = `Title: ${heading}\n\nBy the editors.\n\n${heading}\n\nIn April they met.\n`;
    const quote = quoteOfNth(text, "vaccines", 2);
    assert.notEqual(quote.occurrence?.sentence, undefined);
    const edited = text.replace("Title: ", "").replace(/After(?!.*After)/s, "Since");
    assert.match(found(edited, quote), /it is not certain which place/);
  });

  it("refuses a look-alike that was there when the decision was made, even if it is the best place left", () => {
    const text =
      "He chairs the World Health Organization (WHO) board. She left the World Health Organization (WHO) in May.";
    const quote = quoteOfNth(text, "WHO", 2);
    assert.match(found(text.replace(/ She.*/, ""), quote), /it is not certain which place/);
  });

  it("does not take the edge of a document for words around a quote", () => {
    assert.match(found("WHO said so.", quoteOfNth("WHO", "WHO")), /not with the words/);
    assert.match(found("Later WHO said so.", quoteOfNth("WHO", "WHO")), /not with the words/);
  });

  it("does not take another place for its own while that is wrapped inside", () => {
    const text = "Summit between the United States and Russia. Aid from the United States to Kenya for vaccines.";
    const quote = quoteOfNth(text, "United States", 2);
    const edited = text.replace("Aid from the United States to", "Aid by the United\nStates to");
    assert.match(found(edited, quote), /Aid by the \|United\n/);
  });

  it("finds it when words on both sides were replaced, inserted and left out", () => {
    const edited = REPORT.replace("Critics ask who owns the copies. The", "Some ask who owns them. Now the").replace(
      "says that it does; BGI",
      "says, again, it does; BGI",
    );
    assert.match(found(edited, second), /Now the \|Ministry/);
  });

  it("finds a quote that was wrapped inside, or got other quotation marks", () => {
    assert.match(
      found(REPORT.replace("The Ministry of Health says", "The Ministry of\nHealth says"), second),
      /\|Ministry of\n/,
    );
    const text = "A plan for St Thomas' Hospital was made.";
    assert.match(found(text.replace("'", "’"), quoteOfNth(text, "St Thomas' Hospital")), /\|St Thomas’/);
  });

  it("finds a long word with a slip of the pen between unchanged words", () => {
    const edited = REPORT.replace("copies. The Ministry", "copies. The Minsitry");
    assert.match(found(edited, second), /copies\. The \|Minsitry/);
  });

  it("does not take one name for another in the same place, and points at it", () => {
    const text = "In March the Ministry of Health of Iran signed the agreement on samples.";
    const quote = quoteOfNth(text, "Ministry of Health of Iran");
    const edited = text.replace("Iran", "Iraq");
    const anchoring = anchor(edited, quote);
    assert.ok("reason" in anchoring && anchoring.candidate !== undefined);
    assert.equal(edited.slice(anchoring.candidate.start, anchoring.candidate.end), "Ministry of Health of Iraq");
  });

  it("does not take a sentence in its place for its own, though the one before still stands", () => {
    const text = "They met in Geneva for a week. WHO paid for the flights. Nobody else did.";
    const edited = text.replace("WHO paid for the flights.", "Later, WHO was named in a report.");
    assert.match(found(edited, quoteOfNth(text, "WHO")), /not with the words/);
  });

  it("does not find words inside longer ones", () => {
    const quote = quoteOfNth("The law of the US on genomic data is strict.", "US");
    assert.match(found("The law of the USA on genomic data is strict.", quote), /not with the words/);
  });

  it("points at the likeliest place where it is not certain", () => {
    const text = "The agency buys vaccines for Kenya. The agency buys vaccines for Ghana.";
    const quote = quoteOfNth(text, "vaccines", 2);
    const anchoring = anchor("The agency buys vaccines for everybody.", quote);
    assert.deepEqual("reason" in anchoring && anchoring.candidate, { start: 16, end: 24 });
  });

  it("has no place for an empty quote", () => {
    assert.match(found(REPORT, { quote: "", prefix: "", suffix: "" }), /no longer/);
  });

  it("survives nonsense from a hand-written ledger", () => {
    const nonsense = {
      quote: "BGI Group",
      prefix: "x".repeat(1e5),
      suffix: "\ud800",
      occurrence: { nth: 9, of: 1 },
      rival: 1e9,
    };
    assert.match(found(REPORT, nonsense), /not certain/);
  });

  it("gives up on a quote that stands almost everywhere", () => {
    const anchoring = anchor("ab".repeat(100_001), { quote: "a", prefix: "b", suffix: "b" });
    assert.ok("reason" in anchoring && anchoring.reason.includes("too often"));
  });
});

describe("anchoring, for any text", () => {
  const textAndSpan = anyText.chain((text) => fc.tuple(fc.constant(text), spanOf(text)));

  it("finds every span again in the unchanged text", () => {
    fc.assert(
      fc.property(textAndSpan, ([text, span]) => {
        assert.deepEqual(anchor(text, quoteOf(text, span)), { placed: span });
      }),
      { numRuns: 1000 },
    );
  });

  it("places nothing on other words, whatever the edit", () => {
    const edited = textAndSpan.chain(([text, span]) => fc.tuple(fc.constant(text), fc.constant(span), editOf(text)));
    fc.assert(
      fc.property(edited, ([text, span, edit]) => {
        const after = applyEdit(text, edit);
        const anchoring = anchor(after, quoteOf(text, span));
        if ("placed" in anchoring) {
          // A line may be broken elsewhere: it holds the same words.
          const words = (of: string, { start, end }: Span) => of.slice(start, end).replace(/\s+/g, " ");
          assert.equal(words(after, anchoring.placed), words(text, span));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("never moves to another place when words are written anywhere outside the quote", () => {
    const inserted = textAndSpan.chain(([text, span]) =>
      fc.tuple(
        fc.constant(text),
        fc.constant(span),
        fc.nat(text.length),
        fc.constantFrom("§", "§§ §", `${"§ ".repeat(40)}\n\n§`),
      ),
    );
    fc.assert(
      fc.property(inserted, ([text, span, at, words]) => {
        fc.pre(at <= span.start || at >= span.end);
        const edit = { start: at, end: at, text: words };
        const anchoring = anchor(applyEdit(text, edit), quoteOf(text, span));
        if ("placed" in anchoring) assert.deepEqual(anchoring.placed, shifted(span, edit));
      }),
      { numRuns: 2000 },
    );
  });

  it("loses nothing to an edit farther away than the context", () => {
    const middle = fc.tuple(
      repetitiveText,
      fc.string({ unit: fc.constantFrom("x", "y", "z "), minLength: 40, maxLength: 60 }),
    );
    const parts = fc
      .tuple(repetitiveText, middle)
      .chain(([head, [tail, padding]]) =>
        fc.tuple(
          fc.constant(head),
          fc.constant(`${padding}WHO${padding}`),
          fc.constant(tail),
          editOf(head),
          editOf(tail),
        ),
      );
    fc.assert(
      fc.property(parts, ([head, passage, tail, headEdit, tailEdit]) => {
        const at = passage.indexOf("WHO");
        const quote = quoteOf(head + passage + tail, { start: head.length + at, end: head.length + at + 3 });
        const newHead = applyEdit(head, headEdit);
        const start = newHead.length + at;
        assert.deepEqual(anchor(newHead + passage + applyEdit(tail, tailEdit), quote), {
          placed: { start, end: start + 3 },
        });
      }),
      { numRuns: 500 },
    );
  });

  it("places many quotes as it places each", () => {
    const many = anyText.chain((text) =>
      fc.tuple(fc.constant(text), fc.array(spanOf(text), { maxLength: 40 }), editOf(text)),
    );
    fc.assert(
      fc.property(many, ([text, spans, edit]) => {
        const quotes = spans.map((span) => quoteOf(text, span));
        const after = applyEdit(text, edit);
        assert.deepEqual(
          anchorAll(after, quotes),
          quotes.map((quote) => anchor(after, quote)),
        );
      }),
    );
  });
});
