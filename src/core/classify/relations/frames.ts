import type { RelationType } from "../../annotations/relation";

/**
 * Where an argument stands. Of verbs: subject, object or behind a preposition; a passive turns them by itself ("is hosted
 * by"). Of nouns: its possessor ("X's reliance", "its reliance"), a name before it ("US sanctions"), behind a preposition,
 * or the subject of the verb that carries it ("X signed a deal", "X is a supplier").
 */
export type Slot = "subject" | "object" | "possessor" | "modifier" | Preposition;

export const PREPOSITIONS = [
  "about", "above", "across", "against", "ahead", "along", "alongside", "amid", "among", "around", "at", "behind", "below",
  "beyond", "between", "by", "during", "for", "from", "in", "inside", "into", "near", "of", "off", "on", "onto", "outside",
  "over", "past", "through", "throughout", "to", "toward", "towards", "under", "upon", "via", "with", "within", "without",
] as const; // prettier-ignore
export type Preposition = (typeof PREPOSITIONS)[number];

/** What the object of a verb, or what stands beside it, must be for a frame to hold. */
export type ObjectKind =
  | "barred"
  | "data"
  | "displaced"
  | "machine"
  | "named"
  | "rival"
  | "share"
  | "vendor"
  | "wares"
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
  /** Infinitives of verbs, with the particle of phrasal ones ("take over"), and adjectives ("dependent"), singulars of nouns. */
  readonly words: readonly string[];
  /** The first of them that is filled. */
  readonly source: readonly Slot[];
  /** All of them that are filled, but no two of nouns. */
  readonly targets: readonly Slot[];
  /** Holds only where the verb's object is of the kind. */
  readonly object?: ObjectKind;
  /** Of nouns: holds only behind these verbs ("received a grant", "took a stake"). */
  readonly carriers?: readonly string[];
  /** Of nouns: holds only behind one of these prepositions ("under the control of"). */
  readonly behind?: readonly Preposition[];
  /** Holds only in the passive or the active. */
  readonly voice?: "active" | "passive";
  /** Says that it is not so: "left the WHO", "cannot do without". */
  readonly inverts?: true;
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
  return {
    type,
    words: words.split(" ").map((word) => word.replace("_", " ")),
    source,
    targets,
    ...(object === undefined ? {} : { object }),
  };
}

type Terms = Pick<Frame, "carriers" | "behind" | "voice" | "inverts" | "besides">;

function under(terms: Terms, plain: Frame): Frame {
  return { ...plain, ...terms };
}

/** Verbs of getting: who gets money is funded, who gets data has them shared, who gets goods depends. */
const GETTING = "receive get obtain secure accept win raise draw derive";
/** Nouns of money given. */
const GIFTS = "funding financing grant loan donation money investment backing aid award subsidy support contribution";
const RECEIVING = { carriers: "receive get obtain secure win accept need have attract raise draw enjoy".split(" ") };
const BUYING_IN = { carriers: "buy acquire take purchase build raise sell".split(" ") };
const PERMITS =
  "approval permit authorization authorisation licence license consent clearance permission certification certificate accreditation prequalification registration";
const PERMITTING = {
  carriers: "give grant issue deny refuse withdraw revoke suspend renew extend cancel lift".split(" "),
};
const STAKES = "stake shareholding holding";

/** Verbs, and adjectives that behave like them. Where several frames of one verb hold, the first joins two mentions. */
export const VERB_FRAMES: readonly Frame[] = [
  frame("controls", "control own hold host operate possess dominate administer store house manage run", SUBJECT, OBJECT),
  frame("controls", "keep retain maintain preserve curate monopolize monopolise archive steward hoard inherit command corner safeguard", SUBJECT, OBJECT),
  frame("controls", "nationalize nationalise expropriate seize commandeer confiscate requisition", SUBJECT, OBJECT),
  frame("controls", "own hold have control", SUBJECT, ["in"], "share"),
  under({ voice: "passive" }, frame("controls", "base locate situate anchor headquarter", ["at"], OBJECT)),
  under({ besides: true }, frame("controls", "store keep hold host house archive place put back_up", ["in", "on", "at", "with"], OBJECT, "store")),
  under({ besides: true }, frame("controls", "move migrate shift relocate transfer switch", ["to", "onto", "into"], OBJECT, "machine")),
  frame("partners-with", "belong", SUBJECT, ["to"], "network"),
  frame("controls", "belong", ["to"], SUBJECT),
  frame("controls", "reside sit stay lie rest live", ["on", "in", "with", "at"], SUBJECT, "data"),
  under({ voice: "passive" }, frame("controls", "lead staff", SUBJECT, OBJECT)),
  frame("controls", "reside", ["on"], SUBJECT),

  frame("funds", GETTING, ["from"], SUBJECT, "money"),
  frame("shares-with", `${GETTING} collect gather acquire access buy purchase`, ["from"], SUBJECT, "data"),

  frame("depends-on", "depend rely hinge lean count draw bank hang dependent reliant", SUBJECT, ["on", "upon", "from"]),
  frame("depends-on", "live survive subsist", SUBJECT, ["on", "off"]),
  frame("depends-on", "turn look", SUBJECT, ["to"]),
  under({ voice: "passive" }, frame("depends-on", "tie bind chain shackle wed", OBJECT, ["to"])),
  under({ voice: "passive" }, frame("depends-on", "lock", OBJECT, ["into", "to"])),
  under({ inverts: true }, frame("depends-on", "do_without manage_without cope_without", SUBJECT, OBJECT)),
  frame("depends-on", "import source procure buy purchase obtain order receive license get acquire secure lease rent", SUBJECT, ["from"]),
  frame("depends-on", "outsource", SUBJECT, ["to"]),
  frame("depends-on", "contract", SUBJECT, ["with"]),
  frame("depends-on", "run", SUBJECT, ["on"]),
  frame("depends-on", "use", SUBJECT, OBJECT, "vendor"),
  under({ voice: "passive" }, frame("depends-on", "power underpin", OBJECT, SUBJECT)),
  under({ voice: "passive" }, frame("depends-on", "build run base", OBJECT, ["on", "upon"], "vendor")),

  frame("shares-with", "share exchange pool swap", SUBJECT, ["with", "to"], "shareable"),
  frame("shares-with", "transfer disclose transmit license communicate entrust", ["subject", "from"], ["to", "with"]),
  frame("shares-with", "return pass report hand relay forward hand_over pass_on turn_over give_back leak", SUBJECT, ["to"], "shareable"),
  frame("shares-with", "submit upload contribute provide send hand give export deliver open release ship sell supply offer donate feed open_up", ["subject", "from"], ["to", "with", "into"], "data"),
  frame("shares-with", "deposit lodge register", SUBJECT, ["in", "with", "at"], "data"),
  frame("supplies", "give hand fly", SUBJECT, ["object", "to"], "goods"),
  frame("shares-with", "give grant", SUBJECT, ["object", "to"], "shareable"),
  frame("shares-with", "make", SUBJECT, ["to"], "available"),
  under({ voice: "passive" }, frame("shares-with", "open", OBJECT, ["to"])),
  under({ voice: "active" }, frame("shares-with", "flow go move travel", ["from"], ["to"], "data")),

  frame("funds", "fund finance bankroll subsidize subsidise sponsor underwrite cofund cofinance endow capitalize capitalise bail_out refinance", SUBJECT, OBJECT),
  under({ voice: "passive" }, frame("funds", "support back pay", SUBJECT, OBJECT)),
  frame("funds", "invest", SUBJECT, ["in", "into", "through"]),
  frame("funds", "spend pour put inject plough plow sink pump channel route funnel", SUBJECT, ["on", "in", "into", "through", "to"], "money"),
  frame("funds", "pay", SUBJECT, ["for", "into"]),
  frame("funds", "chip_in", SUBJECT, ["for", "to"]),
  frame("funds", "put_up cover foot", SUBJECT, ["object", "for"], "money"),
  frame("funds", "acquire", SUBJECT, OBJECT),
  frame("funds", "buy purchase take_over buy_out buy_up snap_up swallow", SUBJECT, OBJECT, "company"),
  frame("controls", "take_over", SUBJECT, OBJECT),
  frame("funds", "pledge commit give provide grant award contribute donate lend pay allocate channel disburse earmark approve promise extend offer send transfer set_aside", SUBJECT, ["to", "object", "for"], "money"),

  frame("supplies", "supply provide donate offer furnish", ["subject", "from"], ["object", "to", "with"]),
  frame("supplies", "export sell deliver ship send distribute dispatch hand_out give_out", ["subject", "from"], ["object", "to", "with"], "wares"),
  frame("supplies", "equip outfit stock kit_out", SUBJECT, ["object", "with"]),
  frame("supplies", "make manufacture produce fill bottle package assemble churn_out turn_out", SUBJECT, ["object", "for"], "goods"),
  frame("supplies", "set_aside reserve earmark allocate procure", SUBJECT, ["object", "for"], "goods"),
  frame("supplies", "bring carry", SUBJECT, ["object", "to"], "goods"),
  frame("supplies", "bring", SUBJECT, ["to"]),
  frame("supplies", "come stem originate arrive hail", ["from"], SUBJECT, "goods"),
  frame("supplies", "import source procure buy purchase obtain order acquire lease", ["from"], OBJECT),

  frame("restricts", "ban prohibit forbid outlaw bar prevent stop keep exclude block", SUBJECT, OBJECT, "barred"),
  frame("restricts", "ban prohibit forbid outlaw", SUBJECT, ["object", "to"], "flow"),
  frame("restricts", "restrict limit block curb curtail localize localise halt suspend bar withhold embargo", SUBJECT, ["object", "to", "from"]),
  frame("restricts", "constrain impede hinder obstruct freeze cap throttle ration tighten cut_off choke_off hold_up hold_back", SUBJECT, OBJECT),
  frame("restricts", "shut lock exclude expel eject shut_out lock_out", SUBJECT, OBJECT, "displaced"),
  frame("restricts", "crack_down clamp_down", SUBJECT, ["on"]),
  frame("restricts", "stop cut close end slow pause control", SUBJECT, ["object", "to"], "flow"),
  frame("restricts", "deny", SUBJECT, OBJECT),
  under({ voice: "active" }, frame("restricts", "permit allow let", SUBJECT, OBJECT, "refused")),

  frame("regulates", "regulate govern approve authorize authorise ban prohibit forbid outlaw sanction", SUBJECT, OBJECT),
  frame("regulates", "supervise oversee inspect certify accredit fine penalize penalise blacklist police license vet prequalify investigate audit probe recall delist", SUBJECT, OBJECT),
  frame("regulates", "clear", SUBJECT, OBJECT, "wares"),
  frame("regulates", "sign_off rule", SUBJECT, ["on"]),
  frame("regulates", "require oblige order compel instruct mandate force direct", SUBJECT, OBJECT, "duty"),
  frame("regulates", "place put add list", SUBJECT, OBJECT, "listed"),

  frame("partners-with", "partner collaborate cooperate ally team work coordinate agree affiliate engage cosponsor team_up link_up tie_up join_up merge liaise twin", SUBJECT, ["with", "alongside"]),
  frame("partners-with", "unite bring_together", OBJECT, OBJECT),
  under({ inverts: true }, frame("partners-with", "leave quit exit", SUBJECT, OBJECT, "network")),
  under({ inverts: true }, frame("partners-with", "withdraw pull pull_out", SUBJECT, ["from"], "network")),
  frame("partners-with", "join", SUBJECT, ["object", "with"]),
  frame("partners-with", "sign ratify", SUBJECT, OBJECT, "named"),
  frame("partners-with", "accede sign_up", SUBJECT, ["to"]),
  under(
    { besides: true },
    frame("partners-with", "develop build create run train launch establish conduct produce manufacture operate organize organise design found set_up", SUBJECT, ["with", "alongside"]),
  ),

  frame("competes-with", "compete vie race contend", SUBJECT, ["with", "against"]),
  frame("competes-with", "rival outpace outspend outcompete overtake surpass outbid undercut outperform outstrip outdo eclipse leapfrog edge_out crowd_out drive_out", SUBJECT, OBJECT),
  frame("competes-with", "chip_away", SUBJECT, ["at"]),
  frame("competes-with", "eat cut", SUBJECT, ["into"]),
  frame("competes-with", "catch_up", SUBJECT, ["with"]),
  frame("competes-with", "push drive squeeze", SUBJECT, OBJECT, "displaced"),
  frame("competes-with", "stay pull keep get forge move", SUBJECT, ["ahead"]),
  frame("competes-with", "lag fall trail", SUBJECT, ["behind"]),
  frame("competes-with", "challenge trail", SUBJECT, OBJECT, "rival"),
]; // prettier-ignore

/** Nouns made from such verbs. The noun may be a mention itself ("reliance", "export controls"). */
export const NOUN_FRAMES: readonly Frame[] = [
  under({ carriers: ["be"] }, frame("controls", "hand custody possession", ["of", "possessor"], SUBJECT)),
  under({ carriers: ["be", "place", "put", "bring", "keep"], behind: ["under"] }, frame("controls", "control ownership custody management", ["of", "possessor", "modifier"], SUBJECT)),
  frame("controls", "control ownership custody possession stewardship", OWNERS, ["over", "of"]),
  frame("controls", "monopoly dominance grip stranglehold", OWNERS, ["on", "over", "of"]),

  frame("depends-on", "dependence dependency reliance overreliance", ["possessor", "modifier", "of", "by", "subject"], ["on", "upon"]),
  frame("depends-on", "import purchase", ["possessor", "modifier", "by"], ["from"]),
  under({ carriers: ["place", "have", "sign", "make"] }, frame("depends-on", "order", SUBJECT, ["with"])),
  frame("depends-on", "order", ["possessor", "from", "by"], ["with"]),

  frame("shares-with", "transfer disclosure submission handover", ["possessor", "from", "by", "subject"], ["to"]),
  frame("shares-with", "sharing exchange", ["possessor", "from", "by", "subject"], ["with"]),

  under(BUYING_IN, frame("funds", `${STAKES} share`, OWNERS, ["in"])),
  frame("controls", STAKES, OWNERS, ["in"]),
  frame("funds", "acquisition takeover purchase buyout", OWNERS, ["of"]),
  under(RECEIVING, frame("funds", GIFTS, ["from", "modifier"], SUBJECT)),
  under({ carriers: ["receive", "win", "get", "secure", "have"] }, frame("supplies", "contract", SUBJECT, ["from"])),

  frame("funds", "investment", OWNERS, ["in", "into"]),
  frame("funds", "funding financing grant loan money subsidy contribution aid", ["possessor", "from", "by", "modifier", "subject"], ["for", "to"]),
  under({ carriers: ["foot", "pay", "cover"] }, frame("funds", "bill cost tab", SUBJECT, ["for", "of"])),

  frame("supplies", "supply export shipment delivery sale donation consignment provision", ["possessor", "from", "by", "modifier"], ["to"]),

  under({ carriers: "revoke withdraw suspend block deny cut restrict limit end".split(" ") }, frame("restricts", "access", SUBJECT, ["of", "possessor"])),
  frame("restricts", "restriction curb limit control embargo moratorium cap quota tariff block crackdown clampdown freeze", OWNERS, ["on", "against", "over"]),
  frame("restricts", "ban prohibition", OWNERS, ["on", "against"]),
  frame("restricts", "suspension halt", OWNERS, ["of", "on"]),

  frame("regulates", "sanction fine penalty", OWNERS, ["on", "against"]),
  under(PERMITTING, frame("regulates", PERMITS, SUBJECT, ["of", "for", "to", "possessor"])),
  under({ behind: ["under"] }, frame("regulates", "oversight supervision regulation jurisdiction authority scrutiny", ["of", "by", "possessor", "modifier"], SUBJECT)),
  frame("regulates", "oversight supervision regulation approval authorization authorisation inspection", ["possessor", "by"], ["of", "over"]),
  frame("regulates", "investigation probe inquiry", OWNERS, ["into", "of"]),
  frame("regulates", "jurisdiction authority oversight", OWNERS, ["over"]),
  under({ behind: ["on"], carriers: ["be", "stay", "appear", "stand"] }, frame("regulates", "list blacklist watchlist", ["of", "possessor", "modifier"], SUBJECT)),
  frame("regulates", "regulation rule legislation", OWNERS, ["on"]),
  frame("regulates", PERMITS, ["of", "from", "by", "modifier"], ["subject"]),

  frame("partners-with", "deal agreement partnership alliance collaboration cooperation pact accord memorandum understanding arrangement mou twinning compact merger", [...OWNERS, "of"], ["with"]),
  frame("partners-with", "contract treaty venture consortium coalition tie link union", OWNERS, ["with"]),
  frame("competes-with", "competition rivalry race contest struggle duel", OWNERS, ["with", "against"]),
]; // prettier-ignore

/** Nouns that name one side of a relation: who is called so ("X, a supplier of Y"; "X is Y's supplier") is the subject. */
export const ROLE_FRAMES: readonly Frame[] = [
  frame("controls", "owner operator holder custodian controller steward host parent keeper administrator manager curator", SUBJECT, ["of", "possessor"]),
  frame("controls", "shareholder stakeholder", SUBJECT, ["in", "of", "possessor"]),
  frame("controls", "subsidiary unit arm affiliate division", ["of", "possessor"], SUBJECT),
  frame("controls", "part", ["of"], SUBJECT),
  frame("supplies", "supplier provider exporter vendor seller distributor", SUBJECT, ["of", "to", "possessor"]),
  frame("supplies", "manufacturer maker producer contractor", SUBJECT, ["of", "possessor"]),
  frame("supplies", "source", SUBJECT, ["of"]),
  frame("depends-on", "customer client buyer importer licensee", SUBJECT, ["of", "possessor"]),
  frame("partners-with", "member signatory", SUBJECT, ["of", "to"]),
  frame("partners-with", "party", SUBJECT, ["to"]),
  frame("regulates", "regulator watchdog overseer", SUBJECT, ["of", "possessor"]),
  frame("funds", "funder donor backer sponsor financier investor contributor benefactor lender", SUBJECT, ["of", "to", "in", "possessor"]),
  frame("partners-with", "partner ally collaborator", SUBJECT, ["of", "possessor", "with"]),
  frame("competes-with", "rival competitor challenger opponent adversary", SUBJECT, ["of", "to", "possessor"]),
]; // prettier-ignore

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
  restricts: {
    source: [...ACTORS, ...POOLS],
    target: [...ACTORS, "infrastructure", "sovereignty.flow", "sovereignty.cooperation"],
  },
  "shares-with": { source: [...ACTORS, "infrastructure"], target: [...ACTORS, ...MACHINES] },
  funds: { source: ACTORS, target: [...PARTIES, "infrastructure"] },
  "partners-with": {
    source: [...PARTIES, ...POOLS],
    target: [...PARTIES, ...POOLS, "sovereignty.governance", "sovereignty.cooperation"],
  },
  "competes-with": { source: ACTORS, target: ACTORS },
};
