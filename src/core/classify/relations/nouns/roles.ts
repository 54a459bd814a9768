import { NATIONALITY_WORDS } from "../../../tagger/nationality-words";
import { facetOf } from "../../../taxonomy/scheme";
import type { NounPhrase } from "../chunks";
import type { Frame, Slot } from "../frames";
import { endOf, type RelationEnd } from "../relation-mention";
import { fillerOf, isSymmetric, type Statement } from "../sentence-relations";
import type { Token } from "../token";
import { ROLE_NOUNS } from "../word-classes";
import { type NounReading, ownersOf, statementOfNoun } from "./noun-reading";
import { type Holder, holderOf, namedHolder } from "./role-holders";

/** "X is the largest supplier of Y", "X, a supplier of Y", "Y's supplier X", "suppliers of Y" */
export function readRole(role: NounReading): void {
  const { phrase } = role;
  const word = roleIn(phrase);
  const frames = word === undefined ? undefined : ROLE_NOUNS.get(word.word);
  if (word === undefined || frames === undefined) return;
  const holder = word === phrase.head ? holderOf(role) : namedHolder([phrase]);
  if (holder === undefined) return;
  const statement = statementOfNoun(role, word, `role:${word.word}`, holder.modality);
  for (const frame of frames) if (joinRole(role, frame, holder, statement)) return;
}

/** The word that names the role: the head of a phrase, or what stands before the name in it. A name is no role. */
function roleIn({ head, tokens }: NounPhrase): Token | undefined {
  const title = tokens.at(-2);
  if (head.mention !== undefined && title?.mention === undefined && ROLE_NOUNS.has(title?.word ?? "")) return title;
  const { mention } = head;
  const isGeneric = mention === undefined || (mention.entity === undefined && facetOf(mention.class) === "actor");
  return isGeneric ? head : undefined;
}

/** Joins what fills the slots of a role's frame; returns whether any relation was found. */
function joinRole(role: NounReading, frame: Frame, holder: Holder, statement: Statement): boolean {
  if (holder.isRole && !canStandAlone(frame)) return false;
  const { reading, i } = role;
  const fill = fillerOf(reading.finder.complementsFrom(i + 1, false), holder.phrases);
  const owners = ownersOfRole(role, holder);
  const endsOf = (slots: readonly Slot[]) =>
    slots
      .map((slot) => (slot === "possessor" ? owners : reading.ends(fill(slot))))
      .map((ends) => ends.filter((end) => canHave(frame, end)))
      .filter((ends) => ends.length > 0);
  const isJoined = endsOf(frame.source).some((sources) =>
    endsOf(frame.targets).some((targets) => reading.joinEnds(frame.type, sources, targets, statement)),
  );
  if (isJoined || !isSymmetric(frame) || holder.phrases.length < 2) return isJoined;
  return reading.joinPairs(frame.type, reading.ends(holder.phrases), statement);
}

/** Whether a role says enough where nobody is named who holds it: "providers of cloud services". */
function canStandAlone({ type, source, targets }: Frame): boolean {
  if (source[0] !== "subject") return false;
  return type === "controls" || (type === "supplies" && targets.includes("to"));
}

/** A state's regulator does not regulate the state; what a state or a bloc is made of is no possession. */
function canHave({ type, words }: Frame, { mention }: RelationEnd): boolean {
  if (type === "regulates") return mention.class !== "actor.state" || !words.includes("regulator");
  if (!words.includes("part")) return true;
  return !/^actor\.(?:state|intergovernmental|research|community)$/u.test(mention.class);
}

/** Those whose name before a role is no nationality. */
const OWNING = new Set(["actor.company", "actor.research", "actor.civil-society", "actor.agency"]);

/** Whose role it is: "Kenya's supplier", "its supplier", "an Amgen subsidiary", "the Illumina rival MGI". */
function ownersOfRole(role: NounReading, { owners }: Holder): readonly RelationEnd[] {
  const { reading, phrase } = role;
  const named = ownersOf(role);
  if (named.length > 0) return named;
  if (/^(?:its|their)$/u.test(phrase.determiner) && owners !== undefined) return reading.ends(owners);
  const last = phrase.tokens.slice(0, -1).findLast(({ mention }) => mention !== undefined);
  const isNamed = last?.mention?.entity !== undefined && !NATIONALITY_WORDS.has(last.word);
  return isNamed && OWNING.has(last.mention.class) ? [endOf(last.mention)] : [];
}
