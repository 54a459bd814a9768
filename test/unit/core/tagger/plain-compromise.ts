import nlp from "compromise/two";
import { GIVEN_NAMES } from "../../../../src/core/tagger/discovery/given-names";
import {
  FIELD_WORDS,
  NAME_PARTICLES,
  NO_SURNAMES,
  PLACE_LEADS,
} from "../../../../src/core/tagger/discovery/name-words";
import { NATIONALITY_LEADS, NATIONALITY_WORDS } from "../../../../src/core/tagger/nationality-words";
import type { GrammarRule } from "../../../../src/core/taxonomy/model";

interface PlainTerm {
  readonly text: string;
  readonly pre: string;
  readonly post: string;
  readonly tags: Set<string>;
  readonly offset: { readonly start: number; readonly length: number };
}

interface PlainToken {
  word?: string;
  use?: string;
  tag?: string;
  optional?: boolean;
  greedy?: boolean;
  group?: string;
  choices?: PlainToken[][];
}

interface PlainView {
  readonly docs: PlainTerm[][];
  compute(method: string): PlainView;
  update(pointers: [number, number, number][]): PlainView;
  match(tokens: PlainToken[], group?: string): PlainView;
}

const FUNCTION_WORDS = new Set(
  "A An And As At By For From In It Its No Of On Or Our That The They This Under We When With".split(" "),
);
const COMPANY_OR_BIRTH = new Set(["Inc", "Jr", "Ltd"]);
const PAUSE = /[,;:()“”"—!?\t]| [-–] /;

/** A sentence in compromise's own words, and what compromise itself finds in it by a rule. */
export interface PlainSentence {
  match(rule: GrammarRule): string[];
}

/**
 * Reads a sentence with compromise alone: its own words, offsets, views and matcher, with no index before it. Undefined for
 * text that compromise does not take for one sentence.
 */
export const readPlainly = remember(2, (sentence: string, needsTagger: boolean): PlainSentence | undefined => {
  const view = (needsTagger ? nlp(sentence) : nlp.tokenize(sentence)) as unknown as PlainView;
  if (view.docs.length !== 1) return undefined;
  view.compute("offset");
  const terms = view.docs[0]!;
  const phrases = phrasesOf(terms);
  for (const [, first, end] of phrases) tagShapes(terms.slice(first, end));
  const byPhrase = view.update(phrases);
  return {
    match: ({ match }) => {
      const tokens = tokensOf(match);
      const group = tokens.find((token) => token.group !== undefined)?.group;
      const scope = /@has|\^|\$/.test(match) ? view : byPhrase;
      return scope.match(tokens, group).docs.map((matched) => textOf(sentence, matched));
    },
  };
});

const tokensOf = remember(Infinity, (match: string) =>
  (nlp.parseMatch(match, { caseSensitive: true }) as PlainToken[]).flatMap(withOurReading),
);

/** Keeps the results for the last few arguments. */
function remember<A extends unknown[], R>(size: number, compute: (...args: A) => R): (...args: A) => R {
  const results = new Map<string, R>();
  return (...args) => {
    const key = JSON.stringify(args);
    if (!results.has(key)) {
      if (results.size >= size) results.clear();
      results.set(key, compute(...args));
    }
    return results.get(key)!;
  };
}

/** Capitals bind, words in lower case match in any case, `#NameLead+` takes all it can. */
function withOurReading(token: PlainToken): PlainToken[] {
  if (token.word === token.word?.toLowerCase()) delete token.use;
  token.choices?.forEach((sequence) => {
    sequence.forEach(withOurReading);
  });
  return token.tag === "NameLead" && token.greedy === true ? [token, { tag: "Nowhere", optional: true }] : [token];
}

function tagShapes(phrase: readonly PlainTerm[]): void {
  const isName = ({ text }: PlainTerm): boolean =>
    /\p{Lu}/u.test(text) && !text.includes("/") && !FUNCTION_WORDS.has(text);
  for (let i = phrase.length - 1; i >= 0; i--) {
    const term = phrase[i]!;
    const word = foldedText(term);
    const next = phrase[i + 1];
    const tag = (name: string, holds: boolean): unknown => holds && term.tags.add(name);
    const nextIs = (name: string): boolean => next?.tags.has(name) === true;
    tag("NumberCode", /\d/.test(term.text));
    tag("NationalityWord", /^\p{Lu}/u.test(term.text) && (NATIONALITY_WORDS.has(word) || /^u\.[sk]\.$/.test(word)));
    if (isName(term)) {
      tag("NameWord", true);
      tag("NameRun", true);
      tag("NameLead", nextIs("NameWord"));
      tag("NationalityWord", NATIONALITY_LEADS.has(word) && nextIs("NationalityWord"));
      const before = phrase[i - 1];
      tag("GivenName", GIVEN_NAMES.has(word) && !(before !== undefined && PLACE_LEADS.has(foldedText(before))));
      tag("Surname", isSurname(bareText(term), word));
    } else if (i > 0) {
      const carriesOn = word === "of" || word === "the" || NAME_PARTICLES.has(word);
      tag("NameRun", carriesOn && nextIs("NameRun"));
      const joins = (word === "and" || word === "for") && nextIs("NameWord");
      tag("NameRun", joins && FIELD_WORDS.has(foldedText(next!)));
    }
  }
}

function foldedText(term: PlainTerm): string {
  return bareText(term).toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
}

function isSurname(text: string, word: string): boolean {
  if (/^\p{Lu}\.?$/u.test(text)) return true;
  if (!/^\p{Lu}\p{L}*\p{Ll}\p{L}*$/u.test(text)) return false;
  return ![NO_SURNAMES, FIELD_WORDS, NATIONALITY_WORDS].some((words) => words.has(word));
}

function phrasesOf(terms: readonly PlainTerm[]): [number, number, number][] {
  const phrases: [number, number, number][] = [];
  let first = 0;
  for (let i = 1; i <= terms.length; i++) {
    if (i < terms.length && !isPause(terms, i)) continue;
    phrases.push([0, first, i]);
    first = i;
  }
  return phrases;
}

/** Whether a possessive ends the name before it, as it does not in "Children's Hospital". */
function isOwner(text: string): boolean {
  return /['’]s$/.test(text) && !/^(?:Alzheimer|Children|King)/.test(text);
}

/** Without the possessive 's that belongs to no word. */
function bareText({ text }: Pick<PlainTerm, "text">): string {
  return isOwner(text) ? text.slice(0, -2) : text;
}

function isPause(terms: readonly PlainTerm[], i: number): boolean {
  const left = terms[i - 1]!;
  const right = terms[i]!;
  if (isOwner(left.text)) return true;
  if (COMPANY_OR_BIRTH.has(right.text) && /^\.?, $/.test(left.post)) return false;
  const inBrackets = [left, right].some(({ text }) => /^(?:EU|EC)$/.test(text));
  return !inBrackets && (PAUSE.test(left.post) || PAUSE.test(right.pre));
}

function textOf(sentence: string, matched: readonly PlainTerm[]): string {
  const start = matched[0]!.offset.start;
  const { offset, text } = matched.at(-1)!;
  const bare = bareText({ text });
  const end = offset.start + bare.length;
  return sentence.slice(start, end + Number(/^(?:Inc|Jr|Ltd|Co)$/.test(bare) && sentence.charAt(end) === "."));
}
