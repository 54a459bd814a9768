import { foldWord } from "../../text/code-units";
import { GIVEN_NAMES } from "../discovery/given-names";
import { NATIONALITY_WORDS } from "../nationality-words";

/**
 * Word tags of our own beside compromise's parts of speech; they come from the shape of a word alone and cost nothing.
 * - `NameWord`: a word as names are written, with a capital letter ("Health", "mRNA", "18F", "U.S."), no function word;
 * - `NameLead`: a `NameWord` that another one follows in the same phrase, so that `#NameLead+ Act` is a name ending in "Act";
 * - `NameRun`: a `NameWord`, or a small word that carries a name on: "of" and "the" before one, "and" and "for" before a noun of
 *   public life ("Standards and Technology"), particles ("von der");
 * - `NumberCode`: a word with a digit ("301", "2025/327", "95/46/EC", "WHA73.1");
 * - `NationalityWord`: an adjective of nationality or region ("Chinese", "South African", "U.S.");
 * - `GivenName`: a given name that is common somewhere; `Surname`: a word or an initial that can follow a given name.
 */
export const SHAPE_TAGS: ReadonlySet<string> = new Set([
  "NameWord",
  "NameLead",
  "NameRun",
  "NumberCode",
  "NationalityWord",
  "GivenName",
  "Surname",
]);

/** Tags given by a list of words, so that a sentence is found by them as by words. */
const LISTED_TAGS: ReadonlyMap<string, readonly IndexWord[]> = new Map([
  ["GivenName", capitalWords(GIVEN_NAMES)],
  // "u" finds "U.S." and "U.K.", whose letters are words of their own until a rule reads the sentence.
  ["NationalityWord", capitalWords([...NATIONALITY_WORDS, "u"])],
]);

function capitalWords(words: Iterable<string>): IndexWord[] {
  return [...words].map((folded) => ({ folded, capital: true }));
}

/** A word that a sentence must hold for a rule to match it. */
export interface IndexWord {
  /** As `foldWord` gives it. */
  readonly folded: string;
  /** Whether it must begin with a capital in the text too. */
  readonly capital: boolean;
}

/** What can be known of a rule's match expression without running it. */
export interface MatchExpression {
  readonly source: string;
  /** Part-of-speech and other tags of compromise that the rule asks for. */
  readonly tags: readonly string[];
  /** Whether words must be tagged with parts of speech before the rule can run. */
  readonly needsTagger: boolean;
  /** How far a match may reach: a rule that speaks of punctuation looks beyond one phrase, of the sentence's ends beyond a clause. */
  readonly reach: "phrase" | "clause" | "sentence";
  /** A sentence that holds no word of one of these lists cannot match. At least one list, none of them empty. */
  readonly indexWords: readonly (readonly IndexWord[])[];
}

export interface MatchSyntaxError {
  readonly code: "rule.syntax" | "rule.index-word";
  readonly message: string;
}

const WORD = String.raw`[\p{L}\p{N}&](?:[\p{L}\p{N}\p{M}.'’&/]|-(?=\p{N}))*`;
const SIMPLE = String.raw`[#@]\p{L}+|\{\p{L}+(?:\/\p{L}+)?\}|${WORD}`;
const TOKEN = new RegExp(
  String.raw`(?<start>\^)?(?<open>\[(?:<\p{L}+>)?)?(?<not>!)?(?<core>\((?<group>[^()]*)\)|${SIMPLE}|\.|\*)` +
    String.raw`(?<repeat>\+\??|\?|\{\d*(?:,\d*)?\}\??)?(?<close>\])?(?<end>\$)?(?=\s|$)`,
  "uy",
);
const ITEM = new RegExp(String.raw`^(?<not>!)?(?<core>${SIMPLE}|\.)\+?$`, "u");

/** Methods that read the word itself, and those that read the punctuation around it. */
const WORD_METHODS = new Set(["isTitleCase", "isUpperCase", "hasSlash"]);
const PUNCTUATION_METHODS = new Set(["hasComma", "hasSemicolon", "hasColon", "hasDash", "hasHyphen"]);

/** Words in nearly every sentence: useless to find a rule by. */
const COMMON_WORDS = new Set(
  "a an and as at be but by for from has have in is it its no not of on or s that the this to was were which will with".split(
    " ",
  ),
);
const COMMON_COST = 1000;

/**
 * Reads the part of compromise's match syntax that packs may use: words, `#Tag`, `@method`, `.`, `*`, `{root}`, `(a|b c)`,
 * `(a && #B)`, `!`, `?`, `+`, `+?`, `{m,n}`, `[capture]`, `^` and `$`. What compromise would silently misread is refused, and
 * so are regular expressions: packs come from other people, and an expression can hang the editor.
 */
export function parseMatchExpression(source: string): MatchExpression | MatchSyntaxError {
  return new ExpressionParser(source).parse();
}

export function isSyntaxError(result: MatchExpression | MatchSyntaxError): result is MatchSyntaxError {
  return "code" in result;
}

class ExpressionParser {
  readonly #tags = new Set<string>();
  #needsTagger = false;
  #reach: MatchExpression["reach"] = "phrase";
  #captures = 0;
  readonly #indexWords: (readonly IndexWord[])[] = [];

  constructor(readonly source: string) {}

  parse(): MatchExpression | MatchSyntaxError {
    const problem = this.#tokens();
    if (problem !== undefined) return { code: "rule.syntax", message: problem };
    if (this.#indexWords.length === 0) {
      return {
        code: "rule.index-word",
        message:
          "The rule names no word by which a sentence can be chosen, so it would have to run on every sentence. " +
          'Add a word that must be there and is not as common as "of" or "the".',
      };
    }
    return {
      source: this.source,
      tags: [...this.#tags],
      needsTagger: this.#needsTagger,
      reach: this.#reach,
      indexWords: this.#indexWords,
    };
  }

  /** Reads every token; returns what is wrong with the first that is not understood. */
  #tokens(): string | undefined {
    let open = false;
    for (let at = skipSpace(this.source, 0); at < this.source.length; at = skipSpace(this.source, TOKEN.lastIndex)) {
      TOKEN.lastIndex = at;
      const groups = TOKEN.exec(this.source)?.groups;
      if (groups === undefined) return explainUnread(this.source.slice(at));
      if (groups["open"] !== undefined && (open || ++this.#captures > 1))
        return "A rule has one [capture] at most; remove the others.";
      open = (open || groups["open"] !== undefined) && groups["close"] === undefined;
      if (groups["close"] !== undefined && this.#captures === 0)
        return 'A "]" has no "[" before it; add or remove one.';
      if (groups["start"] !== undefined || groups["end"] !== undefined) this.#reach = "sentence";
      const problem = this.#token(groups);
      if (problem !== undefined) return problem;
    }
    return open ? 'A "[" is never closed; add a "]" behind the last word of the mention.' : undefined;
  }

  #token(groups: Partial<Record<string, string>>): string | undefined {
    const { core = "", repeat = "", group, not } = groups;
    if (group !== undefined) {
      if (repeat.startsWith("{"))
        return `A group cannot be repeated by "${repeat}"; write it out, or use a tag in its place.`;
      if (repeat.startsWith("+") && group.includes("&&"))
        return 'A group of conditions (a && b) cannot be repeated by "+".';
    }
    const words = group === undefined ? this.#item(core) : this.#group(group);
    if (typeof words === "string") return words;
    const required = not === undefined && !repeat.endsWith("?") && !/^\{0*,|^\{0+\}/.test(repeat) && core !== "*";
    if (required && words !== undefined && costOf(words) < COMMON_COST) this.#indexWords.push(words);
    return undefined;
  }

  /** The words one of which a group needs, `undefined` if it can match without any, or what is wrong with it. */
  #group(group: string): readonly IndexWord[] | string | undefined {
    const isAnd = group.includes("&&");
    if (isAnd && group.includes("|")) return "A group has either | or &&, not both; split it.";
    let needed: readonly IndexWord[] | undefined = isAnd ? undefined : [];
    for (const alternative of group.split(isAnd ? "&&" : "|")) {
      const words = this.#sequence(alternative.trim());
      if (typeof words === "string") return words;
      if (isAnd) needed = cheaper(needed, words);
      else needed = needed === undefined || words === undefined ? undefined : [...needed, ...words];
    }
    return needed;
  }

  #sequence(sequence: string): readonly IndexWord[] | string | undefined {
    if (sequence === "") return "A group has an empty alternative; to make the whole group optional put ? behind it.";
    let needed: readonly IndexWord[] | undefined;
    for (const item of sequence.split(/\s+/)) {
      const groups = ITEM.exec(item)?.groups;
      if (groups === undefined) return explainUnread(item);
      const words = this.#item(groups["core"]!);
      if (typeof words === "string") return words;
      if (groups["not"] === undefined) needed = cheaper(needed, words);
    }
    return needed;
  }

  #item(core: string): readonly IndexWord[] | string | undefined {
    const name = core.slice(1);
    if (core.startsWith("#")) return this.#tag(name.charAt(0).toUpperCase() + name.slice(1));
    if (core.startsWith("@")) return this.#method(name);
    if (core.startsWith("{")) this.#needsTagger = true;
    return /^[.*{]/.test(core) ? undefined : indexWordsOf(core);
  }

  #tag(name: string): readonly IndexWord[] | undefined {
    if (SHAPE_TAGS.has(name)) return LISTED_TAGS.get(name);
    this.#tags.add(name);
    this.#needsTagger = true;
    return undefined;
  }

  #method(name: string): string | undefined {
    if (PUNCTUATION_METHODS.has(name)) {
      if (this.#reach === "phrase") this.#reach = "clause";
    } else if (!WORD_METHODS.has(name)) {
      return `"@${name}" is not available in rules; use one of ${[...WORD_METHODS, ...PUNCTUATION_METHODS].map((known) => `@${known}`).join(", ")}.`;
    }
    return undefined;
  }
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (/\s/.test(text.charAt(at))) at++;
  return at;
}

/** The longest plain word in a literal ("R&D", "U.S."). Only ASCII: others are folded more ways than one. */
function indexWordsOf(literal: string): readonly IndexWord[] | undefined {
  const parts = /[^\x20-\x7e]/.test(literal) ? [] : (literal.match(/[A-Za-z0-9]+/g) ?? []);
  const longest = parts.reduce((best, part) => (part.length > best.length ? part : best), "");
  return longest === "" ? undefined : [{ folded: foldWord(longest), capital: /^[A-Z]/.test(longest) }];
}

function cheaper(
  a: readonly IndexWord[] | undefined,
  b: readonly IndexWord[] | undefined,
): readonly IndexWord[] | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return costOf(b) < costOf(a) ? b : a;
}

/** A guess at how many sentences a choice of words lets through: capitals are rare, short words frequent. */
function costOf(words: readonly IndexWord[]): number {
  if (words.some(({ folded }) => COMMON_WORDS.has(folded))) return COMMON_COST;
  const cost = words.reduce((sum, { folded, capital }) => sum + (capital ? 1 : 4) * (folded.length < 3 ? 5 : 1), 0);
  return Math.min(cost, COMMON_COST - 1);
}

function explainUnread(rest: string): string {
  const token = /^\([^)]*\)?\S*|^\S+/.exec(rest)?.[0] ?? rest;
  return `"${token}" cannot be read. ${hintFor(token)}`;
}

function hintFor(token: string): string {
  if (token.startsWith("/"))
    return "Regular expressions are not part of rules; write the words, or #NumberCode for a number.";
  if (token.startsWith("~")) return "Inexact words are not part of rules; write the spellings as (a|b).";
  if (token.startsWith("<")) return "Chunks are not part of rules; use tags such as #Noun+.";
  if (token.startsWith("(")) return 'A group is closed by ")" and holds no other group: (a|b c) or (a && #B).';
  if (token.endsWith("*")) return 'For "none or more" write +? behind the word or tag.';
  if (/\p{L}[-–]\p{L}/u.test(token)) return "Write a space for a hyphen: it matches both.";
  return "Allowed are words, #Tag, @method, ., *, {root}, (a|b), (a && b), !, ?, +, +?, {m,n}, [ ], ^ and $.";
}
