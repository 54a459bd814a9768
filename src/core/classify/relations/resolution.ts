import { facetOf } from "../../taxonomy/scheme";
import type { RelatableMention } from "./relation-mention";
import type { NounPhrase } from "./chunks";

/** What a noun of a definite description can refer to, by class. */
const DESCRIPTIONS: Readonly<Record<string, readonly string[]>> = {
  "actor.agency": ["agency", "authority", "ministry", "regulator", "department", "commission", "office"],
  "actor.company": [
    "company",
    "firm",
    "manufacturer",
    "vendor",
    "corporation",
    "supplier",
    "provider",
    "group",
    "startup",
  ],
  "actor.state": ["country", "government", "nation", "state"],
  "actor.research": ["institute", "university", "consortium", "institution"],
  "actor.intergovernmental": ["organization", "organisation", "bloc", "union", "alliance", "agency", "commission"],
  "actor.civil-society": ["foundation", "charity", "organization", "organisation", "group"],
};

const GROUPS = new Set(["actor.community", "actor.person"]);

/**
 * The one antecedent of a pronoun or definite description before it, where no other fits; undefined otherwise. What begins a
 * sentence goes on about what the last one was about (centering; Grosz, Joshi and Weinstein 1995).
 *
 * @param topic the subject of the sentence before
 * @param isObject whether it is what a verb is done to, which may be a thing without a name: "built a database and owns it"
 */
export function antecedentOf(
  phrase: NounPhrase,
  at: number,
  sentenceStart: number,
  before: readonly RelatableMention[],
  topic?: RelatableMention,
  isObject = false,
): RelatableMention | undefined {
  const fits = fitnessFor(phrase, isObject);
  if (fits === undefined) return undefined;
  const candidates = before.filter((mention) => mention.end <= at && fits(mention));
  if (
    topic !== undefined &&
    at - sentenceStart <= LONGEST_OPENING &&
    phrase.head.kind === "pronoun" &&
    candidates.includes(topic)
  )
    return topic;
  return nearestOnly(candidates, sentenceStart);
}

/** "It", "In 2021 it": what stands before the subject of a sentence that goes on. In UTF-16 code units. */
const LONGEST_OPENING = 9;

/** Those of the same sentence count first: `sentenceStart` is where it begins. */
function nearestOnly(mentions: readonly RelatableMention[], sentenceStart: number): RelatableMention | undefined {
  const own = mentions.filter(({ start }) => start >= sentenceStart);
  return onlyOne(own.length > 0 ? own : mentions);
}

/** The one thing that several mentions name; the last of them. */
function onlyOne(mentions: readonly RelatableMention[]): RelatableMention | undefined {
  const names = new Set(mentions.map(({ entity, text }) => entity ?? text.toLowerCase()));
  return names.size === 1 ? mentions.at(-1) : undefined;
}

function fitnessFor(phrase: NounPhrase, isObject: boolean): ((mention: RelatableMention) => boolean) | undefined {
  const { head, determiner, tokens } = phrase;
  if (isObject && head.word === "it") return (mention) => (isBody(mention) || isThing(mention)) && !isPlural(mention);
  if (head.kind === "pronoun") return fitnessForPronoun(head.word);
  if (tokens.length !== 2 || !/^(?:the|this)$/u.test(determiner)) return undefined;
  const classes = Object.keys(DESCRIPTIONS).filter((id) => DESCRIPTIONS[id]!.includes(head.word));
  return classes.length === 0 ? undefined : (mention) => isNamed(mention) && classes.includes(mention.class);
}

/** Of possessive determiners too: "its" refers as "it" does. */
export function fitnessForPronoun(word: string): ((mention: RelatableMention) => boolean) | undefined {
  switch (word) {
    case "it":
    case "its":
      return (mention) => isBody(mention) && !isPlural(mention);
    case "they":
    case "them":
    case "their":
      return (mention) => isBody(mention) && isPlural(mention);
    case "he":
    case "she":
    case "his":
    case "her":
      return (mention) => mention.class === "actor.person";
    default:
      return undefined;
  }
}

/** The antecedent of "its" or "their" in front of an offset. */
export function ownerBefore(
  word: string,
  at: number,
  sentenceStart: number,
  before: readonly RelatableMention[],
): RelatableMention | undefined {
  const fits = fitnessForPronoun(word);
  if (fits === undefined) return undefined;
  const candidates = before.filter((mention) => mention.end <= at && fits(mention));
  return nearestOnly(candidates, sentenceStart);
}

/** What "it" can name: a body, or a named collection, programme or platform. */
function isBody(mention: RelatableMention): boolean {
  const facet = facetOf(mention.class);
  return facet === "actor" ? !GROUPS.has(mention.class) : facet === "infrastructure" && isNamed(mention);
}

function isThing({ class: id }: RelatableMention): boolean {
  return facetOf(id) === "infrastructure";
}

export function isPlural({ text, entity }: RelatableMention): boolean {
  return entity === undefined && /[a-z]s$/u.test(text) && !/(?:ss|us|is)$/u.test(text);
}

function isNamed({ entity, text }: RelatableMention): boolean {
  return entity !== undefined || /^\p{Lu}/u.test(text);
}
