import { NOUN_FRAMES, PREPOSITIONS, ROLE_FRAMES, VERB_FRAMES } from "./frames";
import { formsOfNoun, verbReadings } from "./verb-forms";

/** Words by what they do in a sentence, all in lower case. Closed classes are whole, verbs are those that texts of the field use. */
const words = (list: string) => new Set(list.split(" "));

export const DETERMINERS = words(
  "a all an another any both each either every half her his its many more most much my neither no one our several some such that the their these this those three two your",
);
export const POSSESSIVES = words("its their his her our");
export const PRONOUNS = words("it they he she we you them him us itself themselves this these those");
export const PREPOSITION_WORDS: ReadonlySet<string> = new Set(PREPOSITIONS);
export const CONJUNCTIONS = words("and or nor but & plus");
export const RELATIVES = words("which who whom whose");
export const SUBORDINATORS = words(
  "after although as because before despite except how if lest once provided since than though unless until what when whenever where whereas whereby wherever whether while whilst why so yet",
);
export const CONDITIONS = words("if unless whether lest provided");
export const NEGATIONS = words("not never cannot nor n't neither");
export const MODALS = words("may might could would should can will shall must cannot ought");
export const DOUBTFUL_MODALS = words("may might could would should can ought");
export const BE = words("am is are was were be been being remains remain remained becomes become became grows grew");
export const AUXILIARIES = words("has have had having do does did be been being am is are was were get gets got");
export const ADVERBS = words(
  "abroad afterwards again alone aside ago almost earlier even just later soon already also always apart both certainly closely collectively completely consistently continuously currently deeply effectively entirely ever exclusively far first formally fully further furthermore generally greatly hardly heavily highly however increasingly indeed instead jointly largely long longer mainly mostly much moreover nearly now often only openly overly overwhelmingly partly perhaps possibly presently primarily rapidly rather recently regularly routinely significantly simply still strictly strongly suddenly then there therefore thereby thus today together too traditionally typically ultimately usually very voluntarily well reportedly allegedly apparently supposedly purportedly potentially probably likely too less least more most tightly actively directly overseas worldwide nationwide elsewhere",
);
export const DOUBTFUL_ADVERBS = words("perhaps possibly potentially probably likely maybe conceivably");
export const HEARSAY_ADVERBS = words("reportedly allegedly apparently supposedly purportedly");
/** Before a noun, they say that it is not there yet. */
export const DOUBTFUL_ADJECTIVES = words("proposed possible potential planned future draft prospective hypothetical");
export const HEARSAY_ADJECTIVES = words("alleged reported rumoured rumored purported supposed");

/** What stands after "X": its examples. */
export const EXAMPLE_WORDS = words("including notably namely especially particularly");

/** Verbs of saying and thinking: what follows is reported. */
export const REPORTING_VERBS = words(
  "say claim report allege argue warn state suggest believe contend insist assert think accuse estimate maintain tell fear suspect",
);
/** Followed by an infinitive, they say that it is meant, not done. */
export const INTENDING_VERBS = words(
  "plan seek aim want hope intend propose threaten consider try attempt need wish prepare expect ask urge call offer promise vow likely able set due ready pledge commit allow enable permit invite encourage require",
);
/** Followed by an infinitive or by "from", they say that it is not done. */
export const DENYING_VERBS = words("fail refuse decline cease stop prohibit ban bar block prevent forbid avoid");
/** Followed by an infinitive, they leave its meaning as it is. */
export const PLAIN_CATENATIVES = words(
  "continue begin start agree decide choose manage come force oblige compel have go use tend help seem appear",
);
/** Verbs that carry a noun: "X imposed restrictions", "X has control", "X signed a deal". */
export const CARRYING_VERBS = words(
  "have impose place put introduce announce sign reach conclude make enter strike maintain exercise exert hold gain take seek provide lack keep negotiate finalize form establish launch work issue need require receive obtain expand extend tighten increase reduce end cut deepen assert claim build give face lift ease propose consider threaten call support buy acquire purchase own secure win get raise attract accept award draw open foot pay cover grant issue revoke withdraw suspend deny cancel terminate scrap resume renew restore enjoy stay appear stand bring complete finish follow approve block",
);
/** With "that" behind them, they say what should be, or deny what is said. */
export const WISHING_VERBS = words("recommend propose demand suggest request urge ask insist wish require");
export const DISPUTING_VERBS = words("deny dispute reject doubt");
/** Carrying verbs after which the noun is not there. */
export const LACKING_VERBS = words("lack lift end lose deny oppose reject avoid cancel terminate scrap shelve");

const OTHER_VERBS =
  "accept accuse acknowledge adopt affect aim allege announce answer apply argue ask assess assert attempt become begin believe bring build call carry cause challenge change choose cite claim collect come conclude conduct consider contend continue cover create criticize declare decide decline defend define demand design determine develop direct discuss draw drive ease emerge enable encourage end enforce enter establish estimate exercise exert expand expect extend face fail fall fear find finalize follow force form gain generate get go grow have help hope identify impose improve include increase influence insist intend introduce invite involve issue keep know lack launch lead leave let link lift lose make mean meet move need negotiate note oblige oppose perform permit persuade plan play point prepare present press prevent process produce promise promote propose protect publish put qualify raise reach recommend record reduce refer refuse reject remain replace report represent require respond reveal rise say see seek serve set shape show sign speak spend stand start state stop strengthen strike suggest support take tell tend test think threaten tighten treat try turn urge use view vow want warn welcome wish withdraw write request doubt dispute cease compel use avoid invite seem appear";

/** Verbs of which somebody acts as, or is made, what follows "as": "serves as its supplier", "chosen as its supplier". */
export const ACTING_VERBS = words("serve act function work operate remain continue emerge rank");
export const NAMING_VERBS = words(
  "see regard consider view treat describe name choose select designate appoint cast label pick hire recognise recognize",
);
/** Verbs behind which "with" names what is done: "responded with sanctions". */
export const RESPONDING_VERBS = words("answer respond retaliate react counter reply");
/** Verbs whose object does, or is kept from, what the gerund behind them says: "accused X of sharing", "keeps X from buying". */
export const CHARGING_VERBS = words("accuse suspect criticise criticize blame thank fine praise punish sue convict");
export const BARRING_VERBS = words("prevent bar ban prohibit keep stop block exclude forbid dissuade deter");

export const VERB_FRAMES_BY_LEMMA = byWord(VERB_FRAMES);
/** Verbs with a particle that have frames: "take over". */
export const PHRASAL_VERBS: ReadonlySet<string> = new Set(
  [...VERB_FRAMES_BY_LEMMA.keys()].filter((lemma) => lemma.includes(" ")),
);
/** The verb of a phrasal one. */
export function stemOfVerb(lemma: string): string {
  return lemma.split(" ", 1)[0]!;
}
const ADJECTIVES = words("dependent reliant");
/** Stand where verbs do in "is likely to", "is set to", but are none elsewhere. */
const NO_VERBS = words("likely able due ready form support do");

/** All words that are read as verbs, by form. Frames first: "store" is the verb before all else. */
export const VERBS = verbReadings(
  [
    ...[...VERB_FRAMES_BY_LEMMA.keys()].map(stemOfVerb),
    ...OTHER_VERBS.split(" "),
    ...[
      REPORTING_VERBS,
      INTENDING_VERBS,
      DENYING_VERBS,
      PLAIN_CATENATIVES,
      CARRYING_VERBS,
      LACKING_VERBS,
      ACTING_VERBS,
      NAMING_VERBS,
      RESPONDING_VERBS,
      CHARGING_VERBS,
      BARRING_VERBS,
    ].flatMap((verbs) => [...verbs]),
  ].filter((lemma) => !ADJECTIVES.has(lemma) && !NO_VERBS.has(lemma)),
);
/** "Support" and "form" are nouns more often than not, "supported" and "formed" never. */
for (const lemma of ["support", "form"]) VERBS.set(`${lemma}ed`, { lemma, forms: ["past", "participle"] });
export const PREDICATE_ADJECTIVES = ADJECTIVES;

/** Nouns of frames by their forms. */
export const FRAME_NOUNS = nounForms(byWord(NOUN_FRAMES));
export const ROLE_NOUNS = nounForms(byWord(ROLE_FRAMES));

/** Nouns that pass on what they are of: "most of", "access to", "a third of", "the construction of". */
export const PARTITIVES = words(
  "access half halves majority minority most bulk remainder rest part parts share portion portions proportion number numbers amount amounts percent % third thirds quarter quarters fifth fifths tenth tenths dozen dozens hundreds thousands millions billions volume volumes quantity quantities range series set variety majorities lot lots plenty stock stocks copies copy batch batches flow flows all some many much each several both one two three four five six seven eight nine ten use phase work construction building development rollout expansion upgrade running operation operations establishment creation distribution delivery export exports import imports sale sales shipment shipments salaries wages cost costs budget budgets bill",
);

/** Nouns for which the actor before them stands: "UK officials", "Union entities", "Microsoft servers". */
export const STAND_INS = words(
  "government governments authority authorities official officials regulator regulators entity entities firm firms company companies agency agencies institution institutions leader leaders minister ministers ministry lawmaker lawmakers negotiator negotiators researcher researchers scientist scientists inspector inspectors expert experts diplomat diplomats side administration giant giants group servers subsidiary",
);

/** Nouns for which the actor before them stands where somebody depends on them: "Epic software", "donor money". */
export const OFFERINGS = words(
  "aid money funding funds grants support software system systems model models service services product products platform platforms chip chips machine machines equipment technology technologies tool tools kit kits kits supply supplies supplier suppliers exports industry factories drugs medicines data infrastructure cloud report reports",
);

/** Nouns for which the actor before them stands where somebody pays: "World Bank money". */
export const GIFT_NOUNS = words("money funding funds aid grant grants loan loans cash donation donations support");

/** Nouns for which the actor before them stands where somebody competes: "Illumina's market share". */
export const POSITIONS = words("share lead dominance monopoly position market business");

const MONEY =
  /[$€£¥]|\b(?:million|billion|trillion|funding|funds|money|grant|grants|loan|loans|dollars|euros|pounds|yen|yuan|financing|aid|income|revenue|budget|cash)\b/iu;
export function isMoney(text: string): boolean {
  return MONEY.test(text);
}

export function byWord<T extends { readonly words: readonly string[] }>(frames: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const frame of frames) for (const word of frame.words) found.set(word, [...(found.get(word) ?? []), frame]);
  return found;
}

function nounForms<T>(frames: ReadonlyMap<string, T>): Map<string, T> {
  const forms = new Map<string, T>();
  for (const [noun, value] of frames) for (const form of formsOfNoun(noun)) forms.set(form, value);
  return forms;
}
