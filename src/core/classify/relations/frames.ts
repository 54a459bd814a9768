import type { RelationType } from "../../annotations/relation";

/**
 * Where an argument stands. Of verbs: subject, object or behind a preposition; a passive turns them by itself ("is hosted
 * by"). Of nouns: its possessor ("X's reliance", "its reliance"), a name before it ("US sanctions"), behind a preposition,
 * or the subject of the verb that carries it ("X signed a deal", "X is a supplier").
 */
export type Slot = "subject" | "object" | "possessor" | "modifier" | Preposition;

export const PREPOSITIONS = [
  "about", "across", "against", "alongside", "amid", "among", "around", "at", "behind", "beyond", "between", "by", "during",
  "for", "from", "in", "inside", "into", "of", "off", "on", "onto", "outside", "over", "through", "throughout", "to",
  "toward", "towards", "under", "upon", "via", "with", "within", "without",
] as const; // prettier-ignore
export type Preposition = (typeof PREPOSITIONS)[number];

/** What the object of a verb must be for a frame to hold. */
export type ObjectKind =
  | "data"
  | "money"
  | "company"
  | "flow"
  | "available"
  | "listed"
  | "shareable"
  | "goods"
  | "store"
  | "network"
  | "duty"
  | "refused";

/** How words of one meaning state a relation: which slot holds its source, which its targets. */
export interface Frame {
  readonly type: RelationType;
  /** Infinitives of verbs and adjectives ("dependent"), singulars of nouns. */
  readonly words: readonly string[];
  /** The first of them that is filled. */
  readonly source: readonly Slot[];
  /** All of them that are filled, but no two of nouns. */
  readonly targets: readonly Slot[];
  /** Holds only where the verb's object is of the kind. */
  readonly object?: ObjectKind;
  /** Of nouns: holds only behind these verbs ("received a grant", "took a stake"). */
  readonly carriers?: readonly string[];
  /** Holds only in the passive or the active. */
  readonly voice?: "active" | "passive";
  /** Holds whether or not another frame of the verb does ("runs the hospital with Oxford"). */
  readonly besides?: true;
}

const SUBJECT = ["subject"] as const;
const OBJECT = ["object"] as const;
const OWNERS = ["possessor", "modifier", "by", "subject"] as const;

function frame(
  type: RelationType,
  words: string,
  source: readonly Slot[],
  targets: readonly Slot[],
  object?: ObjectKind,
): Frame {
  return { type, words: words.split(" "), source, targets, ...(object === undefined ? {} : { object }) };
}

type Terms = Pick<Frame, "carriers" | "voice" | "besides">;

function under(terms: Terms, plain: Frame): Frame {
  return { ...plain, ...terms };
}

/** Verbs of getting: who gets money is funded, who gets data has them shared, who gets goods depends. */
const GETTING = "receive get obtain secure accept win raise";
/** Nouns of money given. */
const GIFTS = "funding financing grant loan donation money investment backing aid award";
const RECEIVING = { carriers: "receive get obtain secure win accept need have attract raise draw".split(" ") };
const BUYING_IN = { carriers: "buy acquire take purchase build raise sell".split(" ") };

/** Verbs, and adjectives that behave like them. Where several frames of one verb hold, the first joins two mentions. */
export const VERB_FRAMES: readonly Frame[] = [
  frame("controls", "control own hold host operate possess dominate administer store house manage run", SUBJECT, OBJECT),
  frame("controls", "keep retain maintain preserve curate monopolize monopolise archive steward hoard", SUBJECT, OBJECT),
  frame("controls", "nationalize nationalise expropriate seize commandeer confiscate", SUBJECT, OBJECT),
  under({ voice: "passive" }, frame("controls", "base locate situate anchor", ["at"], OBJECT)),
  under({ besides: true }, frame("controls", "store keep hold host house archive place put", ["in", "on", "at"], OBJECT, "store")),
  frame("partners-with", "belong", SUBJECT, ["to"], "network"),
  frame("controls", "belong", ["to"], SUBJECT),
  frame("controls", "reside sit stay lie rest", ["on", "in", "with", "at"], SUBJECT, "data"),
  under({ voice: "passive" }, frame("controls", "lead", SUBJECT, OBJECT)),
  frame("controls", "reside", ["on"], SUBJECT),

  frame("funds", GETTING, ["from"], SUBJECT, "money"),
  frame("shares-with", `${GETTING} collect gather`, ["from"], SUBJECT, "data"),

  frame("depends-on", "depend rely hinge lean count draw dependent reliant", SUBJECT, ["on", "upon"]),
  frame("depends-on", "import source procure buy purchase obtain order receive license get acquire secure lease rent", SUBJECT, ["from"]),
  frame("depends-on", "outsource", SUBJECT, ["to"]),
  frame("depends-on", "contract", SUBJECT, ["with"]),
  frame("depends-on", "run", SUBJECT, ["on"]),
  under({ voice: "passive" }, frame("depends-on", "power underpin", OBJECT, SUBJECT)),
  frame("depends-on", "build", OBJECT, ["on", "upon"]),

  frame("shares-with", "share exchange pool", SUBJECT, ["with", "to"], "shareable"),
  frame("shares-with", "transfer disclose transmit license", ["subject", "from"], ["to", "with"]),
  frame("shares-with", "return pass report hand relay forward", SUBJECT, ["to"], "shareable"),
  frame("shares-with", "submit upload contribute provide send hand give export deliver open release ship", ["subject", "from"], ["to", "with"], "data"),
  frame("shares-with", "deposit", SUBJECT, ["in", "with"], "data"),
  frame("supplies", "give hand fly", SUBJECT, ["object", "to"], "goods"),
  frame("shares-with", "give grant", SUBJECT, ["object", "to"]),
  frame("shares-with", "make", SUBJECT, ["to"], "available"),
  under({ voice: "passive" }, frame("shares-with", "open", OBJECT, ["to"])),
  under({ voice: "active" }, frame("shares-with", "flow go move", ["from"], ["to"], "data")),

  frame("funds", "fund finance bankroll subsidize subsidise sponsor underwrite cofund cofinance endow capitalize capitalise", SUBJECT, OBJECT),
  under({ voice: "passive" }, frame("funds", "support back", SUBJECT, OBJECT)),
  frame("funds", "invest", SUBJECT, ["in", "into", "through"]),
  frame("funds", "spend pour put inject plough plow sink", SUBJECT, ["on", "in", "into"], "money"),
  frame("funds", "pay", SUBJECT, ["for"]),
  frame("funds", "acquire", SUBJECT, OBJECT),
  frame("funds", "buy purchase", SUBJECT, OBJECT, "company"),
  frame("funds", "pledge commit give provide grant award contribute donate lend pay allocate channel disburse earmark approve promise extend offer send", SUBJECT, ["to", "object", "for"], "money"),

  frame("supplies", "supply provide export sell deliver ship donate offer furnish send distribute dispatch", ["subject", "from"], ["object", "to", "with"]),
  frame("supplies", "equip", SUBJECT, OBJECT),
  frame("supplies", "make manufacture produce", SUBJECT, OBJECT, "goods"),
  frame("supplies", "bring", SUBJECT, ["to"]),
  frame("supplies", "import source procure buy purchase obtain order acquire lease", ["from"], OBJECT),

  frame("restricts", "ban prohibit forbid outlaw", SUBJECT, OBJECT, "flow"),
  frame("restricts", "restrict limit block curb curtail localize localise halt suspend bar withhold embargo", SUBJECT, ["object", "to"]),
  frame("restricts", "constrain impede hinder obstruct freeze cap throttle ration tighten", SUBJECT, OBJECT),
  frame("restricts", "stop cut close end slow pause", SUBJECT, OBJECT, "flow"),
  frame("restricts", "deny", SUBJECT, OBJECT),
  under({ voice: "active" }, frame("restricts", "permit allow let", SUBJECT, OBJECT, "refused")),

  frame("regulates", "regulate govern approve authorize authorise ban prohibit forbid outlaw sanction", SUBJECT, OBJECT),
  frame("regulates", "supervise oversee inspect certify accredit fine penalize penalise blacklist police license vet prequalify investigate", SUBJECT, OBJECT),
  frame("regulates", "require oblige order compel instruct mandate", SUBJECT, OBJECT, "duty"),
  frame("regulates", "place put add", SUBJECT, OBJECT, "listed"),

  frame("partners-with", "partner collaborate cooperate ally team work coordinate agree affiliate engage cosponsor", SUBJECT, ["with", "alongside"]),
  frame("partners-with", "join", SUBJECT, ["object", "with"]),
  under(
    { besides: true },
    frame("partners-with", "develop build create run train launch establish conduct produce manufacture operate organize organise", SUBJECT, ["with", "alongside"]),
  ),

  frame("competes-with", "compete vie race", SUBJECT, ["with", "against"]),
  frame("competes-with", "rival outpace outspend outcompete overtake surpass outbid undercut outperform outstrip outdo eclipse leapfrog", SUBJECT, OBJECT),
  frame("competes-with", "lag", SUBJECT, ["behind"]),
]; // prettier-ignore

/** Nouns made from such verbs. The noun may be a mention itself ("reliance", "export controls"). */
export const NOUN_FRAMES: readonly Frame[] = [
  under({ carriers: ["be"] }, frame("controls", "hand custody", ["of", "possessor"], SUBJECT)),
  frame("controls", "control ownership custody possession stewardship", OWNERS, ["over", "of"]),
  frame("controls", "monopoly dominance grip", OWNERS, ["on", "over", "of"]),

  frame("depends-on", "dependence dependency reliance overreliance", ["possessor", "modifier", "of", "by", "subject"], ["on", "upon"]),
  frame("depends-on", "import purchase", ["possessor", "modifier", "by"], ["from"]),
  under({ carriers: ["place", "have", "sign", "make"] }, frame("depends-on", "order", SUBJECT, ["with"])),
  frame("depends-on", "order", ["possessor", "from", "by"], ["with"]),

  frame("shares-with", "transfer disclosure", ["possessor", "from", "by"], ["to"]),
  frame("shares-with", "sharing exchange", ["possessor", "from", "by", "subject"], ["with"]),

  under(BUYING_IN, frame("funds", "stake shareholding share", OWNERS, ["in"])),
  frame("controls", "stake shareholding", OWNERS, ["in"]),
  under(RECEIVING, frame("funds", GIFTS, ["from"], SUBJECT)),
  under({ carriers: ["receive", "win", "get", "secure", "have"] }, frame("supplies", "contract", SUBJECT, ["from"])),

  frame("funds", "investment", OWNERS, ["in", "into"]),
  frame("funds", "funding financing grant loan money", ["possessor", "from", "by", "modifier", "subject"], ["for", "to"]),

  frame("supplies", "supply export shipment delivery sale donation consignment", ["possessor", "from", "by", "modifier"], ["to"]),

  frame("restricts", "restriction curb limit control embargo moratorium cap quota tariff block", OWNERS, ["on", "against", "over"]),
  frame("restricts", "ban prohibition", OWNERS, ["on", "against"]),

  frame("regulates", "sanction", OWNERS, ["on", "against"]),
  frame("regulates", "oversight supervision regulation approval authorization authorisation", ["possessor", "by"], ["of", "over"]),
  frame("regulates", "regulation rule legislation", OWNERS, ["on"]),
  frame("regulates", "approval permit authorization authorisation licence", ["of", "from", "by", "modifier"], ["subject"]),

  frame("partners-with", "deal agreement partnership alliance collaboration cooperation pact accord memorandum understanding arrangement mou twinning compact", OWNERS, ["with"]),
  frame("partners-with", "contract treaty venture consortium coalition tie link", OWNERS, ["with"]),
  frame("competes-with", "competition rivalry race contest", OWNERS, ["with", "against"]),
]; // prettier-ignore

/** Nouns that name one side of a relation: who is called so ("X, a supplier of Y"; "X is Y's supplier") is the subject. */
export const ROLE_FRAMES: readonly Frame[] = [
  frame("controls", "owner operator holder custodian controller steward host parent keeper", SUBJECT, ["of", "possessor"]),
  frame("controls", "subsidiary unit arm affiliate division", ["of", "possessor"], SUBJECT),
  frame("supplies", "supplier provider exporter vendor seller distributor", SUBJECT, ["of", "to", "possessor"]),
  frame("supplies", "manufacturer maker producer contractor", SUBJECT, ["of", "possessor"]),
  frame("depends-on", "customer client buyer importer", SUBJECT, ["of", "possessor"]),
  frame("partners-with", "member signatory", SUBJECT, ["of", "to"]),
  frame("regulates", "regulator", SUBJECT, ["of", "possessor"]),
  frame("funds", "funder donor backer sponsor financier investor shareholder contributor", SUBJECT, ["of", "to", "in", "possessor"]),
  frame("partners-with", "partner ally collaborator", SUBJECT, ["of", "possessor", "with"]),
  frame("competes-with", "rival competitor challenger", SUBJECT, ["of", "to", "possessor"]),
]; // prettier-ignore

/** Relations that hold both ways; their direction is that of the text. */
export const SYMMETRIC_TYPES: ReadonlySet<RelationType> = new Set(["partners-with", "competes-with"]);

const PARTIES = [
  "actor.state", "actor.intergovernmental", "actor.agency", "actor.company", "actor.research", "actor.civil-society",
  "actor.community",
] as const; // prettier-ignore
const ACTORS = [...PARTIES, "actor.person"] as const;
/** Collections, platforms and networks, which agree and join as bodies do. */
const POOLS = ["infrastructure.data", "infrastructure.research", "infrastructure.exchange"] as const;
const MACHINES = [
  "infrastructure.data",
  "infrastructure.exchange",
  "infrastructure.research",
  "infrastructure.ai",
  "infrastructure.compute",
] as const;

interface Ends {
  readonly source: readonly string[];
  readonly target: readonly string[];
}

/** Classes, or facets with all their classes, between which a relation can hold. Laws and claims are never sources. */
export const END_CLASSES: Readonly<Record<RelationType, Ends>> = {
  controls: {
    source: [...ACTORS, "infrastructure"],
    target: ["infrastructure", "actor.company", "actor.research", "sovereignty.control"],
  },
  "depends-on": { source: [...PARTIES, "infrastructure"], target: [...PARTIES, "infrastructure", "sovereignty.flow"] },
  supplies: { source: [...PARTIES, "infrastructure"], target: [...PARTIES, "infrastructure"] },
  regulates: { source: ACTORS, target: [...ACTORS, "infrastructure", "sovereignty.governance", "sovereignty.flow"] },
  restricts: { source: ACTORS, target: [...ACTORS, "infrastructure", "sovereignty.flow", "sovereignty.cooperation"] },
  "shares-with": { source: [...ACTORS, "infrastructure"], target: [...ACTORS, ...MACHINES] },
  funds: { source: ACTORS, target: [...PARTIES, "infrastructure"] },
  "partners-with": {
    source: [...PARTIES, ...POOLS],
    target: [...PARTIES, ...POOLS, "sovereignty.governance", "sovereignty.cooperation"],
  },
  "competes-with": { source: ACTORS, target: ACTORS },
};
