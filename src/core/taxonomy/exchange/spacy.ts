import { inflectionsOf } from "../forms/inflection";
import type { CaseMode } from "../model";
import { isClassId } from "../scheme";
import type { ExchangeReport } from "./exchange-report";
import type { JsonObject, JsonValue } from "./json-ld-context";
import { isObject } from "./json-ld-context";
import { spacyTokens } from "./spacy-tokens";
import {
  type Concept,
  coveringTerms,
  expansionsOf,
  type FlagValue,
  hasFlags,
  keyOfEntity,
  type Label,
  MAX_CONCEPTS,
  type Thesaurus,
  type WrittenTerm,
} from "./thesaurus";

/** The key of a pattern under which we keep what spaCy has no word for; spaCy and Prodigy pass over it. */
const OWN_KEY = "healthgeo";

type Token = Readonly<Record<string, string | boolean | { readonly IN: readonly string[] }>>;

/**
 * Writes patterns for spaCy's entity ruler and for Prodigy, one JSON line each (https://spacy.io/usage/rule-based-matching).
 * The label is the class, the id the entity. Families are written out; where capitals do not matter a pattern goes by lower
 * case, word by word, with the plural of the last one where the term has it.
 */
export function writeSpacy({ concepts }: Thesaurus, report: ExchangeReport): string {
  const lines: string[] = [];
  for (const concept of concepts) {
    if (concept.kind === "class") {
      if (concept.isDefined === true) report.note("exchange.classes", concept.labels[0]?.text, concept.line);
      continue;
    }
    noteLosses(concept, report);
    for (const line of patternsOf(concept, report)) lines.push(line);
  }
  return lines.map((line) => `${line}\n`).join("");
}

function noteLosses({ labels, definitions, links, broader, line }: Concept, report: ExchangeReport): void {
  const name = labels[0]?.text;
  if (definitions.length > 0) report.note("exchange.definitions", name, line);
  if (broader.length > 0) report.note("exchange.broader", name, line);
  const count = Object.keys(links).length;
  if (count > 0) report.note("exchange.links", name, line, count);
}

/** The label comes first: it is what the reader of patterns calls the entity. */
function patternsOf(concept: Concept, report: ExchangeReport): string[] {
  const covering = coveringTerms(concept.written);
  for (const { text, flags } of concept.written) {
    if (Object.keys(flags).some((flag) => flag !== "case" && flag !== "plural"))
      report.note("exchange.matching", text, concept.line);
  }
  return concept.labels.flatMap(({ text }) =>
    (covering.get(text) ?? [{ text, flags: {} }]).map((term) => pattern(concept, text, term)),
  );
}

function pattern({ class: classId, id, kind }: Concept, text: string, term: WrittenTerm): string {
  const mode = term.flags["case"] as CaseMode | undefined;
  const isName = kind !== "term";
  const takesPlural = (term.flags["plural"] as boolean | undefined) ?? !isName;
  const isPlain = !hasFlags(term) && term.text === text;
  return JSON.stringify({
    label: classId,
    pattern: mode === "exact" ? text : tokensOf(text, mode, isName, takesPlural),
    ...(id === undefined ? {} : { id }),
    [OWN_KEY]: isPlain ? text : { text: term.text, ...term.flags },
  });
}

function tokensOf(text: string, mode: CaseMode | undefined, isName: boolean, takesPlural: boolean): Token[] {
  const words = spacyTokens(text);
  return words.map((word, i) => {
    const lower = word.toLowerCase();
    const forms = takesPlural && i === words.length - 1 ? inflectionsOf(lower) : [lower];
    const LOWER = forms.length === 1 ? lower : { IN: forms };
    if (mode === "any" || lower === word) return { LOWER };
    const isAcronym = word === word.toUpperCase() && /\p{L}.*\p{L}/u.test(word);
    if (isAcronym && (isName || mode !== undefined || word.length <= 6)) {
      return forms.length === 1 ? { ORTH: word } : { ORTH: { IN: [word, `${word}s`] } };
    }
    return isName || mode !== undefined ? { LOWER, IS_LOWER: false } : { LOWER };
  });
}

/** Reads patterns, ours or of others; a pattern that is more than a list of words has no term to become. */
export function readSpacy(source: string, report: ExchangeReport): Thesaurus {
  const reader = new PatternReader(report);
  let line = 0;
  for (const text of source.split("\n")) {
    line++;
    if (text.trim() !== "") reader.read(text, line);
    if (reader.isFull) break;
  }
  return { schemes: [], concepts: reader.concepts() };
}

interface Draft {
  readonly key: string;
  readonly id: string | undefined;
  readonly label: string;
  readonly line: number;
  readonly labels: Map<string, Label>;
  readonly written: Map<string, WrittenTerm>;
}

class PatternReader {
  readonly #drafts = new Map<string, Draft>();

  constructor(readonly report: ExchangeReport) {}

  get isFull(): boolean {
    return this.#drafts.size > MAX_CONCEPTS;
  }

  read(source: string, line: number): void {
    const entry = this.#parse(source, line);
    if (entry === undefined) return;
    const { label, pattern: written, id, [OWN_KEY]: own } = entry;
    if (typeof label !== "string" || label === "") {
      this.report.problem("error", "exchange.spacy", 'A pattern needs a "label", the class of what it finds.', line);
      return;
    }
    const entity = typeof id === "string" ? id : undefined;
    const ours = ownTerm(own);
    const terms = ours === undefined ? this.#foreignTerms(written, line) : [ours];
    for (const term of terms) this.#add(label, entity, term, line);
  }

  concepts(): Concept[] {
    return [...this.#drafts.values()].map(({ key, id, label, labels, written, line }) => ({
      key,
      kind: id === undefined ? "term" : "entity",
      id,
      class: isClassId(label) ? label : undefined,
      labels: [...labels.values()],
      written: [...written.values()],
      definitions: [],
      // A label that is no class id may be mapped to one, as the name of a scheme.
      broader: [],
      schemes: [label],
      links: {},
      line,
    }));
  }

  #parse(source: string, line: number): JsonObject | undefined {
    try {
      const value = JSON.parse(source) as JsonValue;
      if (isObject(value)) return value;
    } catch {
      // Told below, like a value that is no object.
    }
    this.report.problem("error", "exchange.spacy", "A line of patterns is one JSON object; this is not.", line);
    return undefined;
  }

  #add(label: string, id: string | undefined, term: WrittenTerm, line: number): void {
    const key = id === undefined ? `term:${label}:${term.text}:${JSON.stringify(term.flags)}` : keyOfEntity(id);
    let draft = this.#drafts.get(key);
    if (draft === undefined) {
      this.#drafts.set(key, (draft = { key, id, label, line, labels: new Map(), written: new Map() }));
    }
    const texts = expansionsOf(term);
    for (const text of texts) {
      if (draft.labels.has(text)) continue;
      draft.labels.set(text, { text, role: draft.labels.size === 0 ? "preferred" : "alternative" });
    }
    if (hasFlags(term) || texts.length !== 1 || texts[0] !== term.text) {
      draft.written.set(JSON.stringify(term), term);
    }
  }

  #foreignTerms(pattern: JsonValue | undefined, line: number): WrittenTerm[] {
    if (typeof pattern === "string") return [{ text: literal(pattern), flags: { case: "exact" } }];
    if (!Array.isArray(pattern) || pattern.length === 0) {
      this.report.problem("error", "exchange.spacy", '"pattern" must be a text or a list of tokens.', line);
      return [];
    }
    const parts = pattern.map((token) => tokenPart(token));
    const flat = JSON.stringify(pattern);
    if (parts.some((part) => part === "dead")) this.report.note("exchange.dead-pattern", flat, line);
    else if (parts.some((part) => part === undefined)) this.report.note("exchange.pattern", flat, line);
    else return [joined(parts as TokenPart[])];
    return [];
  }
}

function ownTerm(own: JsonValue | undefined): WrittenTerm | undefined {
  if (typeof own === "string") return { text: own, flags: {} };
  if (!isObject(own) || typeof own["text"] !== "string") return undefined;
  const { text, ...flags } = own;
  return { text: text, flags: flags as Record<string, FlagValue> };
}

interface TokenPart {
  /** As a term writes it: one word, or alternatives in parentheses, or what may be absent in brackets. */
  readonly text: string;
  readonly isExact: boolean;
}

/** A token as part of a term; undefined where it is more than words, "dead" where it can match nothing. */
function tokenPart(token: JsonValue): TokenPart | "dead" | undefined {
  if (!isObject(token)) return undefined;
  const entries = Object.entries(token).map(([key, value]) => [key.toUpperCase(), value] as const);
  const operator = entries.find(([key]) => key === "OP")?.[1];
  const conditions = entries.filter(([key, value]) => key !== "OP" && !(key === "IS_LOWER" && value === false));
  if (conditions.length !== 1 || (operator !== undefined && operator !== "?" && operator !== "1")) return undefined;
  const [key, value] = conditions[0]!;
  const isExact = key === "ORTH" || key === "TEXT";
  const words = isObject(value) && Object.keys(value).length === 1 ? value["IN"] : [value];
  if ((!isExact && key !== "LOWER") || !Array.isArray(words)) return undefined;
  const texts = words.filter((word) => typeof word === "string");
  if (texts.length === 0 || texts.length !== words.length) return undefined;
  const live = texts.filter((word) => !/\s/.test(word.trim()) && (isExact || word === word.toLowerCase()));
  if (live.length === 0) return "dead";
  const text = live.length === 1 ? literal(live[0]!) : `(${live.map(literal).join("|")})`;
  return { text: operator === "?" ? `[${text}]` : text, isExact };
}

/** Characters that terms give a meaning, as near as words without that meaning come. */
function literal(text: string): string {
  return text.replaceAll("[", "(").replaceAll("]", ")").replaceAll("|", "/");
}

/** Tokens as one term: spaCy makes punctuation inside words tokens of their own. */
function joined(parts: readonly TokenPart[]): WrittenTerm {
  let text = "";
  for (const [i, part] of parts.entries()) {
    const isTight = i === 0 || /^(?:[-/,.:;)’]|['’]s$)/.test(part.text) || /[-/(]$/.test(text);
    text += isTight ? part.text : ` ${part.text}`;
  }
  const exact = parts.filter(({ isExact }) => isExact).length;
  return { text, flags: exact === parts.length ? { case: "exact" } : exact === 0 ? { case: "any" } : {} };
}
