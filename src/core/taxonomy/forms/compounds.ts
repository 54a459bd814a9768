import { hashFolded } from "../../text/code-units";
import { familyOf, spellingsOf } from "./spelling";

/** Compounds that texts write open or hyphenated as well as closed: "health care", "health-care", "healthcare". */
const COMPOUNDS = `
anti microbial;anti microbials;anti viral;anti virals;bio bank;bio banks;bio banking;bio defense;bio economy;bio ethics
bio hub;bio informatics;bio manufacturing;bio marker;bio markers;bio material;bio materials;bio medical;bio medicine
bio metric;bio pharma;bio pharmaceutical;bio pharmaceuticals;bio piracy;bio repositories;bio repository;bio resource
bio resources;bio safety;bio security;bio specimen;bio specimens;bio surveillance;bio tech;bio technology
bio terrorism;bio weapon;bio weapons;check point;choke point;choke points;co operation;co ordination;counter measure
counter measures;cross border;cyber attack;cyber attacks;cyber crime;cyber security;cyber space;cyber threat
cyber threats;data base;data bases;data center;data centers;data set;data sets;de coupling;de globalization
de identified;de risking;decision maker;decision makers;down stream;drug maker;drug makers;e health;fact finding
friend shoring;gene bank;gene banks;geo political;geo politics;health care;inter dependence;inter dependency
inter governmental;inter operability;inter operable;know how;law maker;law makers;life cycle;life saving;micro chip
micro chips;multi lateral;multi lateralism;multi national;multi nationals;near shoring;non governmental;non profit
non profits;non proliferation;non state;off shoring;on shoring;pay load;policy maker;policy makers;policy making
pre clinical;re identification;re insurance;re shoring;re use;self reliance;self sufficiency;semi conductor
semi conductors;smart phone;smart phones;start up;start ups;stock pile;stock piles;stock piling;sub national
super computer;super computers;super computing;super power;super powers;supra national;tele consultation;tele health
tele medicine;trade off;trade offs;trans national;vaccine maker;vaccine makers;work force;work flow
`
  .trim()
  .split(/[;\n]/)
  .map((pair) => pair.split(" ") as [string, string]);

const PARTS_OF_CLOSED = new Map(COMPOUNDS.map(([first, second]) => [first + second, [first, second] as const]));
/** By first part, the closed form by second part. */
const CLOSED_OF_PARTS = new Map<string, Map<string, string>>();
for (const [first, second] of COMPOUNDS) {
  const known = CLOSED_OF_PARTS.get(first);
  if (known === undefined) CLOSED_OF_PARTS.set(first, new Map([[second, first + second]]));
  else known.set(second, first + second);
}

/** What a word may be in a compound, by its hash cut to a few bits: true of few others. */
const Part = { closed: 1, first: 2, second: 4 } as const;
const MARKS_MASK = (1 << 14) - 1;
const marks = new Uint8Array(MARKS_MASK + 1);
for (const [first, second] of COMPOUNDS) {
  mark(first + second, Part.closed);
  mark(first, Part.first);
  mark(second, Part.second);
}

function mark(word: string, part: number): void {
  for (const spelling of spellingsOf(word)) marks[hashFolded(spelling) & MARKS_MASK]! |= part;
}

/** The two parts of a folded closed compound, if it is written open too. */
export function partsOfCompound(word: string): readonly [string, string] | undefined {
  return PARTS_OF_CLOSED.get(familyOf(word));
}

/**
 * Whether a word may be a closed compound, or an open one together with the next; true of all that are, and of few others.
 *
 * @param hash of the folded word (`hashFolded`)
 * @param nextHash of the folded word behind it, if there is one
 */
export function mayBeCompound(hash: number, nextHash: number | undefined): boolean {
  const parts = marks[hash & MARKS_MASK]!;
  if (parts === 0) return false;
  const isClosed = (parts & Part.closed) !== 0;
  const isFirst = (parts & Part.first) !== 0;
  return isClosed || (isFirst && nextHash !== undefined && (marks[nextHash & MARKS_MASK]! & Part.second) !== 0);
}

/** The closed form of two folded neighbouring words, if they are written as one too. */
export function closedCompound(first: string, second: string): string | undefined {
  return CLOSED_OF_PARTS.get(familyOf(first))?.get(familyOf(second));
}
