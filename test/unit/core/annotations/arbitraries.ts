import fc from "fast-check";
import type { Decision, Quote } from "../../../../src/core/annotations/decision";
import type { Memo } from "../../../../src/core/annotations/memo";
import { quoteOf } from "../../../../src/core/annotations/anchoring/quote";
import type { LedgerRecord } from "../../../../src/core/annotations/ledger/record";
import { RELATION_MODALITIES, RELATION_TYPES, type Relation } from "../../../../src/core/annotations/relation";
import type { ThemeDecision } from "../../../../src/core/annotations/theme-decision";
import type { Mention, MentionOrigin } from "../../../../src/core/tagger/mention";
import type { Edit, Span } from "../../../../src/core/text/span";

/** Pieces that make repetitive, hostile texts: repeated quotes, all kinds of space, halves of surrogate pairs. */
const PIECES = [
  "WHO",
  "the WHO ",
  "a",
  "b ",
  ". ",
  "\n",
  "\n\n",
  "\r\n",
  "   ",
  "\u00a0",
  "😀",
  "\ud83d",
  "\ude00",
  "data",
  "é",
];

export const repetitiveText = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 120 })
  .map((all) => all.join(""));

export const anyText = fc.oneof(repetitiveText, fc.string({ unit: "binary", minLength: 1, maxLength: 200 }));

/** A span of at least one and at most `longest` code units; it may cut a surrogate pair. */
export function spanOf(text: string, longest = 12): fc.Arbitrary<Span> {
  return fc
    .tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: longest }))
    .map(([start, length]) => ({ start, end: Math.min(text.length, start + length) }));
}

export function editOf(text: string): fc.Arbitrary<Edit> {
  return fc
    .tuple(fc.nat(text.length), fc.nat(60), fc.oneof(repetitiveText, fc.constant("")))
    .map(([start, length, inserted]) => ({ start, end: Math.min(text.length, start + length), text: inserted }));
}

export const classId = fc.constantFrom(
  "actor.state",
  "actor.intergovernmental",
  "infrastructure.data",
  "sovereignty.flow",
);

const origin = fc.constantFrom<MentionOrigin>("lexicon", "rule", "abbreviation", "discovery", "inline", "decision");

export const time = fc
  .date({ min: new Date("2000-01-01T00:00:00Z"), max: new Date("2099-12-31T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString());

const hostileString = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom("__proto__", "constructor", "\u2028\u2029", "\ud800", "\udc00x", '"\\\r\n\t\u0000', "<<<<<<< HEAD"),
);
const hostileWords = hostileString.filter((words) => words !== "");

/** Any decision the format can hold; its words need not stand in any text. */
export const anyDecision: fc.Arbitrary<Decision> = fc
  .record(
    {
      id: hostileWords,
      status: fc.constantFrom("accepted", "rejected"),
      scope: fc.constantFrom("mention", "document"),
      class: classId,
      quote: hostileWords,
      prefix: hostileString,
      suffix: hostileString,
      time,
      entity: hostileWords,
      suggested: classId,
      occurrence: fc.constantFrom({ nth: 1, of: 2 }, { nth: 7, of: 7, sentence: "3e0454e07d1d17f1" }),
      rival: fc.integer({ min: 1, max: 64 }),
      suggestedEntity: hostileWords,
      by: origin,
      pattern: hostileWords,
      pack: hostileWords,
      packVersion: hostileWords,
      confidence: fc.double({ min: 0, max: 1, noNaN: true }).map((share) => share + 0),
      author: hostileWords,
      comment: hostileWords,
      curates: fc.array(hostileWords, { minLength: 1, maxLength: 3 }),
      conflictsWith: fc.array(hostileWords, { minLength: 1, maxLength: 3 }),
    },
    { requiredKeys: ["id", "status", "scope", "class", "quote", "prefix", "suffix", "time"], noNullPrototype: true },
  )
  .map((decision) => decision as Decision);

export const anyDecisions = fc.uniqueArray(anyDecision, { selector: ({ id }) => id, maxLength: 12 });

const anyQuote = fc
  .record(
    {
      quote: hostileWords,
      prefix: hostileString,
      suffix: hostileString,
      occurrence: fc.constantFrom({ nth: 1, of: 2 }, { nth: 7, of: 7, sentence: "3e0454e07d1d17f1" }),
      rival: fc.integer({ min: 1, max: 64 }),
    },
    { requiredKeys: ["quote", "prefix", "suffix"], noNullPrototype: true },
  )
  .map((quote) => quote as Quote);

/** Ids are made from the kind among others, so that no memo has that of a relation. */
const idOfKind = (kind: string) => hostileWords.map((words) => `${kind} ${words}`);

/** Any memo the format can hold. */
export const anyMemo: fc.Arbitrary<Memo> = fc
  .record(
    {
      kind: fc.constant("memo"),
      id: idOfKind("memo"),
      thread: hostileWords,
      place: anyQuote,
      body: hostileWords,
      author: hostileWords,
      time,
      edited: time,
      resolved: fc.record({ time, author: hostileWords }, { requiredKeys: ["time"], noNullPrototype: true }),
    },
    { requiredKeys: ["kind", "id", "body", "time"], noNullPrototype: true },
  )
  .map((memo) => memo as Memo);

/** Any relation the format can hold. */
export const anyRelation: fc.Arbitrary<Relation> = fc
  .record(
    {
      kind: fc.constant("relation"),
      id: idOfKind("relation"),
      type: fc.constantFrom(...RELATION_TYPES),
      status: fc.constantFrom("accepted", "rejected"),
      modality: fc.constantFrom(...RELATION_MODALITIES),
      source: anyQuote,
      target: anyQuote,
      author: hostileWords,
      time,
    },
    { requiredKeys: ["kind", "id", "type", "source", "target", "time"], noNullPrototype: true },
  )
  .map((relation) => relation as Relation);

/** Any decision on a theme that the format can hold. */
export const anyThemeDecision: fc.Arbitrary<ThemeDecision> = fc
  .record(
    {
      kind: fc.constant("theme"),
      id: idOfKind("theme"),
      theme: hostileWords,
      status: fc.constantFrom("accepted", "rejected"),
      place: anyQuote,
      author: hostileWords,
      time,
    },
    { requiredKeys: ["kind", "id", "theme", "status", "place", "time"], noNullPrototype: true },
  )
  .map((decision) => decision as ThemeDecision);

export const anyRecord: fc.Arbitrary<LedgerRecord> = fc.oneof(anyMemo, anyRelation, anyThemeDecision);

export const anyRecords = fc.uniqueArray(anyRecord, { selector: ({ id }) => id, maxLength: 12 });

/** The tagger's mentions of a text: sorted, free of overlaps. */
export function mentionsOf(text: string): fc.Arbitrary<Mention[]> {
  return fc.array(fc.tuple(spanOf(text), classId), { maxLength: 12 }).map((labelled) => {
    const mentions: Mention[] = [];
    for (const [span, label] of labelled.sort(([a], [b]) => a.start - b.start)) {
      if (span.start >= (mentions.at(-1)?.end ?? 0)) mentions.push(suggestion(text, span, label));
    }
    return mentions;
  });
}

export function suggestion(text: string, { start, end }: Span, label: string): Mention {
  const evidence = { pattern: "term", pack: "core", uri: "core.yaml", line: 3 };
  return { start, end, text: text.slice(start, end), class: label, by: "lexicon", confidence: 0.9, evidence };
}

/** Decisions on places of a text, of both scopes and statuses. */
export function decisionsOn(text: string): fc.Arbitrary<Decision[]> {
  const decision = fc.tuple(anyDecision, spanOf(text)).map(([some, span]): Decision => {
    const rest = omit(some, "occurrence", "rival");
    const quote = quoteOf(text, span);
    return rest.scope === "mention" ? { ...rest, ...quote } : { ...rest, quote: quote.quote, prefix: "", suffix: "" };
  });
  return fc.uniqueArray(decision, { selector: ({ id }) => id, maxLength: 12 });
}

/** A copy of an object without some of its fields. */
export function omit<Fields extends object, Key extends keyof Fields>(
  fields: Fields,
  ...keys: Key[]
): Omit<Fields, Key> {
  const copy = { ...fields };
  for (const key of keys) Reflect.deleteProperty(copy, key);
  return copy;
}
