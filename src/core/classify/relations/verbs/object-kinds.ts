import { facetOf } from "../../../taxonomy/scheme";
import type { NounPhrase } from "../chunks";
import type { ObjectKind, Slot } from "../frames";
import { standsFor } from "../noun-phrases";
import type { RelatableMention } from "../relation-mention";
import type { SlotFiller } from "../sentence-relations";
import type { Token } from "../token";
import { FRAME_NOUNS, isMoney, OFFERINGS } from "../word-classes";
import type { Clause } from "./clause";

/** Whether what a frame asks a kind of, and the kind, stand with a verb. */
export function hasKind({ group, standing, reading }: Clause, kind: ObjectKind): boolean {
  return isOfKind(kind, phrasesOfKind(kind, group.passive, standing), reading.context.sentence);
}

/** Whether one of some phrases is of a kind. */
export function isOfKind(kind: ObjectKind, phrases: readonly NounPhrase[], sentence: string): boolean {
  return kind === "wares" ? !phrases.some(isData) : phrases.some((phrase) => TESTS[kind](phrase, sentence));
}

/** Where the thing stands that a frame asks a kind of: for most kinds, what the verb is done to. */
const SLOTS_OF_KIND: Readonly<Partial<Record<ObjectKind, readonly Slot[]>>> = {
  displaced: ["from"],
  listed: ["on", "to"],
  machine: ["to", "onto", "into"],
  network: ["to", "object", "from"],
  store: ["in", "on", "at", "with"],
  vendor: ["object", "on", "upon"],
};

/** The thing done to is the object, or the subject of a passive and of verbs without an object. */
function phrasesOfKind(kind: ObjectKind, isPassive: boolean, standing: SlotFiller): readonly NounPhrase[] {
  const slots = SLOTS_OF_KIND[kind];
  if (slots !== undefined) return slots.flatMap(standing);
  const object = standing("object");
  return isPassive || object.length === 0 ? standing("subject") : object;
}

const DATA_WORDS = /^(?:data|records?|samples?|sequences?|specimens?|isolates?|information|genomes?)$/u;

const SHAREABLE_WORDS =
  /^(?:them|reports|findings|results|expertise|technology|technologies|know|evidence|access|intelligence)$/u;

const SHARE_WORDS = /^(?:percent|%|stake|share|shares|half|majority|third|quarter|holding|shareholding)$/u;

/** What is made and sold. */
const GOODS = new Set([
  "infrastructure.production",
  "infrastructure.sequencing",
  "infrastructure.clinical",
  "infrastructure.compute",
]);

/** What a collection or platform that "belongs to" it is a member of. */
const NETWORKS = new Set(["actor.research", "actor.intergovernmental", "infrastructure.exchange"]);

/** Where data and samples are kept, other than a country. */
const STORES = new Set(["infrastructure.compute", "infrastructure.data", "infrastructure.research", "actor.company"]);

/** What somebody who uses it comes to need. */
const MACHINES = new Set(["infrastructure.compute", "infrastructure.ai", "infrastructure.exchange"]);

/** What data are moved to. */
const HOSTS = new Set(["infrastructure.compute", "actor.company"]);

/** Offsets of a phrase are of the sentence. */
type KindTest = (phrase: NounPhrase, sentence: string) => boolean;

/** "wares" are whatever is no data. */
const TESTS: Readonly<Record<Exclude<ObjectKind, "wares">, KindTest>> = {
  available: ({ head }) => head.word === "available" || head.word === "accessible",
  barred: isActor,
  company: ({ head }) => head.mention?.class === "actor.company",
  data: isData,
  displaced: () => true,
  duty: isActor,
  flow: ({ head, measure = head }) => isFlow(measure) || isFlow(head),
  goods: hasClassOf(GOODS),
  listed: ({ head }) => /^(?:list|lists|blacklist|registry|alert|watchlist)$/u.test(head.word),
  machine: (phrase) => standsFor(phrase).some((mention) => HOSTS.has(mention.class)),
  money: isSum,
  named: ({ head }) => head.mention?.entity !== undefined,
  network: hasClassOf(NETWORKS),
  refused: isActor,
  rival: (phrase) => standsFor(phrase).some((mention) => facetOf(mention.class) === "actor"),
  share: ({ head, measure = head }) => SHARE_WORDS.test(measure.word),
  shareable: ({ head }) => isShareable(head),
  store: hasClassOf(STORES),
  vendor: (phrase) => standsFor(phrase, OFFERINGS).some(isVendor),
};

function hasClassOf(classes: ReadonlySet<string>): KindTest {
  return ({ head: { mention } }) => mention !== undefined && classes.has(mention.class);
}

function isActor({ head: { mention } }: NounPhrase): boolean {
  return mention !== undefined && facetOf(mention.class) === "actor";
}

function isData({ head }: NounPhrase): boolean {
  return head.mention?.class === "infrastructure.data" || DATA_WORDS.test(head.word);
}

function isFlow({ mention, word }: Token): boolean {
  if (mention !== undefined) return mention.class === "sovereignty.flow";
  return /^imports?$/u.test(word) || FRAME_NOUNS.get(word)?.[0]?.type === "supplies";
}

function isSum({ head, measure = head, tokens }: NounPhrase, sentence: string): boolean {
  return isMoney(sentence.slice(Math.max(0, Math.min(measure.start, tokens[0]!.start) - 1), head.end));
}

/** What is shared may be data, goods or knowledge, but no border, view or burden. */
function isShareable({ mention, word }: Token): boolean {
  if (mention !== undefined) return facetOf(mention.class) !== "actor";
  return DATA_WORDS.test(word) || SHAREABLE_WORDS.test(word);
}

function isVendor({ class: id, entity }: RelatableMention): boolean {
  return id === "actor.company" || (entity !== undefined && MACHINES.has(id));
}
