import { facetOf } from "../../../taxonomy/scheme";
import type { VerbGroup } from "../chunks";
import type { SentenceReading, Statement } from "../sentence-relations";
import { BARRING_VERBS, DENYING_VERBS } from "../word-classes";
import type { Clause } from "./clause";

/** "prohibits firms from exporting sequencers": what the deed is done to is restricted, though the party has no name. */
export function readProhibition({ reading, group, subject, i }: Clause, statement: Statement): void {
  if (!DENYING_VERBS.has(group.lemma) && !BARRING_VERBS.has(group.lemma)) return;
  const deed = deedOf(reading, i);
  if (deed === undefined) return;
  const things = reading.ends(reading.finder.complementsFrom(deed.at + 1).object);
  const flows = things.filter(({ mention }) => facetOf(mention.class) !== "actor");
  reading.joinEnds("restricts", reading.ends(subject.phrases), flows, { ...statement, via: `from:${deed.lemma}` });
}

/** What the object of the verb at chunk `i` is kept from: "from exporting", "to export". */
export function deedOf({ finder, chunks }: SentenceReading, i: number): { at: number; lemma: string } | undefined {
  const { next } = finder.complementsFrom(i + 1);
  const link = chunks[next];
  const at = link?.kind === "preposition" && link.word === "from" ? next + 1 : next;
  const deed = chunks[at];
  if (deed?.kind !== "verb" || deed.form !== (at === next ? "infinitive" : "ing")) return undefined;
  const { lemma } = chunks[i] as VerbGroup;
  const takesInfinitive = lemma === "forbid" || lemma === "prohibit";
  return at === next && !takesInfinitive ? undefined : { at, lemma: deed.lemma };
}
