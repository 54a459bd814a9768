import type { Problem, RelatedPlace } from "../../problem";
import { ambiguousAcronyms } from "./ambiguous-acronyms";
import { checkBroader } from "../broader";
import { covers, holdsOneOf } from "./coverage";
import { expandTerm } from "../forms/expansion";
import { FormTexts } from "../forms/form-texts";
import { type Accept, acceptOf, type LexicalTerm, strongestFirst } from "../lexicon/lexicon";
import type { Entity, Pack, PackLayer } from "../model";
import { PACK_LAYERS } from "../model";
import { endsWithOneOf, startsWithOneOf } from "../neighbourhood";
import { precedenceOf } from "../sense";
import { type Taxonomy, trieOf } from "../taxonomy";

/** In UTF-16 code units. */
const LONGEST_QUOTE = 80;
/** How many of the forms that two terms share a message lists. */
const MOST_FORMS = 6;

/**
 * Finds what packs say in vain or leave to chance, each with the lines concerned and what to do:
 *
 * - `taxonomy.unreachable-term` (error): no text can match the term. It has no form, or its own words or those it must be
 *   near or beside are ruled out by its `notNear`, `notAfter` or `notBefore`;
 * - `taxonomy.shadowed-term` (error): wherever the term matches, a stronger term of another meaning matches the same words,
 *   so that it can never be a mention;
 * - `taxonomy.conflicting-terms` (error): two terms of one rank and two meanings match the same words under the same
 *   conditions, and only their order decides between them;
 * - `taxonomy.duplicate-term` (warning): the term matches nothing that others of the same class and entity do not match.
 *   Families of terms may overlap; a term is redundant only if all of its forms are. A label is not, for it must stand;
 * - `taxonomy.entity-without-label` (error): the label holds no word, or is a family of terms;
 * - `taxonomy.unknown-broader` and `taxonomy.broader-cycle` (errors): see `checkBroader`;
 * - `taxonomy.ambiguous-acronym` (warning): see `ambiguousAcronyms`.
 *
 * Only terms of one layer are compared, for a later layer is there to overrule an earlier one. Grammar rules are not
 * compared: what they match depends on the text.
 *
 * @param layers whose packs are checked
 * @returns the problems by file and line
 */
export function checkTaxonomy(taxonomy: Taxonomy, layers: readonly PackLayer[] = PACK_LAYERS): Problem[] {
  const { packs, lexicons } = taxonomy;
  const terms = lexicons.flatMap((lexicon) => lexicon.terms);
  const problems = layers.flatMap((layer) => {
    const ofLayer = packs.filter((pack) => pack.layer === layer);
    if (ofLayer.length === 0) return [];
    return [
      ...ofLayer.flatMap(checkLabels),
      ...checkBroader(taxonomy, ofLayer),
      ...ofLayer.flatMap(ambiguousAcronyms),
      ...new LayerCheck(
        ofLayer,
        terms.filter((term) => isOf(layer, term)),
      ).run(),
    ];
  });
  return problems.sort((a, b) => compare(a.uri, b.uri) || (a.line ?? 0) - (b.line ?? 0));
}

function isOf(layer: PackLayer, { sense }: LexicalTerm): boolean {
  return sense.precedence >= precedenceOf(layer, "generic") && sense.precedence <= precedenceOf(layer, "ignored");
}

function compare(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}

function checkLabels({ entities, uri }: Pack): Problem[] {
  return entities.flatMap((entity) => {
    const fault = faultOfLabel(entity);
    if (fault === undefined) return [];
    const message = `The entity "${entity.id}" has no label: ${fault}.`;
    const place = { uri, line: entity.line, column: 1, subject: entity.label };
    return [{ severity: "error", code: "taxonomy.entity-without-label", message, ...place }];
  });
}

function faultOfLabel({ label }: Entity): string | undefined {
  if (!/[\p{L}\p{N}]/u.test(label)) return `"${label}" holds no letter or digit; write its full name`;
  const expanded = expandTerm(label);
  const isName = "expansions" in expanded && expanded.expansions.length === 1;
  return isName ? undefined : `"${label}" is a family of terms; write one name as the label and the family under terms`;
}

/** The end of a form of a term in the trie. */
interface Ending {
  readonly node: number;
  readonly accept: Accept;
  /** Everything that ends at the node, strongest first, itself included. */
  readonly ranking: readonly Accept[];
}

/** Two terms between which chance decides, and the nodes where it does. */
interface Conflict {
  readonly loser: LexicalTerm;
  readonly winner: LexicalTerm;
  readonly nodes: number[];
}

/** Compares the terms of a layer where the matcher meets them: at the nodes of its trie, in its order. */
class LayerCheck {
  readonly #labels: ReadonlySet<string>;
  readonly #texts: FormTexts;
  readonly #endings = new Map<LexicalTerm, Ending[]>();
  readonly #useless = new Set<LexicalTerm>();

  /** @param terms of exactly the packs given, in their order */
  constructor(packs: readonly Pack[], terms: readonly LexicalTerm[]) {
    this.#labels = new Set(packs.flatMap(({ entities }) => entities.map(({ id, label }) => labelKey(id, label))));
    for (const term of terms) if (!term.retired) this.#endings.set(term, []);
    const trie = trieOf(packs);
    this.#texts = new FormTexts(trie);
    const demands = trie.readDemands();
    const accepts = Array.from(demands.terms, (_, demand) => acceptOf(demand, demands, terms));
    for (const node of trie.ends) {
      const ranking = strongestFirst(trie.demandsAt(node), demands, terms).map((demand) => accepts[demand]!);
      this.#addEndings(node, ranking);
    }
  }

  run(): Problem[] {
    return [
      ...this.#terms().flatMap((term) => this.#unreachable(term)),
      ...this.#terms().flatMap((term) => this.#shadowed(term)),
      ...this.#conflicts().map((conflict) => this.#conflicting(conflict)),
      ...this.#duplicates(),
    ];
  }

  #addEndings(node: number, ranking: readonly Accept[]): void {
    for (const accept of ranking) this.#endings.get(accept.term)!.push({ node, accept, ranking });
  }

  /** The terms that nothing has been found against yet. */
  #terms(): LexicalTerm[] {
    return [...this.#endings.keys()].filter((term) => !this.#useless.has(term));
  }

  #unreachable(term: LexicalTerm): Problem[] {
    const fault = this.#faultOf(term, this.#endings.get(term)!);
    if (fault === undefined) return [];
    this.#useless.add(term);
    // What is wrong with a label that holds no word is said of its entity.
    if (this.#isLabel(term) && this.#endings.get(term)!.length === 0) return [];
    return [problem("error", "unreachable-term", term, `${nameOf(term)} can never match: ${fault}.`)];
  }

  #faultOf(term: LexicalTerm, endings: readonly Ending[]): string | undefined {
    if (endings.length === 0) return "there is no word in it; correct or remove it";
    return contradictionBeside(term) ?? this.#contradictionIn(term, endings);
  }

  #contradictionIn(term: LexicalTerm, endings: readonly Ending[]): string | undefined {
    if (term.notNear.length === 0) return undefined;
    if (endings.every(({ node }) => holdsOneOf(this.#texts.certainWords(node), term.notNear))) {
      return "its own words are among those under notNear; remove them there";
    }
    const isTorn = term.near.length > 0 && term.near.every((phrase) => holdsOneOf(phrase, term.notNear));
    return isTorn ? "every phrase under near holds one under notNear; remove one of the two" : undefined;
  }

  #shadowed(term: LexicalTerm): Problem[] {
    const winners = this.#endings.get(term)!.map(winnerOver);
    const [first, ...others] = distinct(winners.filter((winner) => winner !== undefined));
    if (first === undefined || winners.includes(undefined)) return [];
    this.#useless.add(term);
    const rest = others.length === 0 ? "" : ` or ${countOf(others.length, "other term")}`;
    const message = `${nameOf(term)} can never be a mention: ${placeOf(first)}${rest} wins wherever it matches; remove one of them, or give the other a condition (near, notNear).`;
    return [problem("error", "shadowed-term", term, message, [first, ...others])];
  }

  #conflicts(): Conflict[] {
    return this.#terms().flatMap((loser) => {
      const byWinner = new Map<LexicalTerm, Conflict>();
      for (const ending of this.#endings.get(loser)!) {
        const winner = strongerOthers(ending).find((other) => isTie(other, ending.accept))?.term;
        if (winner === undefined || winnerOver(ending) !== undefined) continue;
        const conflict = byWinner.get(winner) ?? { loser, winner, nodes: [] };
        conflict.nodes.push(ending.node);
        byWinner.set(winner, conflict);
      }
      return [...byWinner.values()];
    });
  }

  #conflicting({ loser, winner, nodes }: Conflict): Problem {
    const forms = nodes.slice(0, MOST_FORMS).map((node) => `"${this.#texts.text(node)}"`);
    const others = nodes.length - forms.length;
    const rest = others === 0 ? "" : ` and ${countOf(others, "more form")}`;
    const message = `${nameOf(loser)} and ${placeOf(winner)} both match ${forms.join(", ")}${rest}, and only their order decides; remove it from one, or give one a condition (near, notNear).`;
    return problem("error", "conflicting-terms", loser, message, [winner]);
  }

  /** A term that goes may have stood between two others that say the same, so it takes rounds to find all. */
  #duplicates(): Problem[] {
    const round = this.#duplicatesOfRound();
    return round.length === 0 ? [] : [...round, ...this.#duplicates()];
  }

  /** Narrow terms first, and of equals the later one: what is left must cover what is reported. */
  #duplicatesOfRound(): Problem[] {
    const candidates = this.#terms()
      .reverse()
      .sort((a, b) => this.#endings.get(a)!.length - this.#endings.get(b)!.length);
    return candidates.flatMap((term) => {
      const [first, ...others] = this.#isLabel(term) ? [] : this.#substitutesOf(term);
      if (first === undefined) return [];
      this.#useless.add(term);
      const rest = others.length === 0 ? "" : ` and ${countOf(others.length, "other term")}`;
      const verb = others.length === 0 ? "does" : "do";
      const message = `${nameOf(term)} matches nothing that ${placeOf(first)}${rest} ${verb} not match; remove it.`;
      return [problem("warning", "duplicate-term", term, message, [first, ...others])];
    });
  }

  /** The terms that say in a term's place all that it says; none if it says something of its own. */
  #substitutesOf(term: LexicalTerm): LexicalTerm[] {
    const substitutes: LexicalTerm[] = [];
    for (const ending of this.#endings.get(term)!) {
      if (winnerOver(ending) !== undefined) continue;
      const ranking = ending.ranking.filter((other) => !this.#useless.has(other.term));
      const substitute = ranking.find((other) => canStandFor(other, ending.accept, ranking));
      if (substitute === undefined) return [];
      substitutes.push(substitute.term);
    }
    return distinct(substitutes);
  }

  #isLabel({ sense: { entity, evidence } }: LexicalTerm): boolean {
    return entity !== undefined && this.#labels.has(labelKey(entity, evidence.pattern));
  }
}

function contradictionBeside({ beside }: LexicalTerm): string | undefined {
  if (beside === undefined) return undefined;
  const { after, notAfter, before, notBefore } = beside;
  if (after.length > 0 && after.every((phrase) => endsWithOneOf(phrase, notAfter))) {
    return "every phrase under after ends with one under notAfter; remove one of the two";
  }
  const isTorn = before.length > 0 && before.every((phrase) => startsWithOneOf(phrase, notBefore));
  return isTorn ? "every phrase under before begins with one under notBefore; remove one of the two" : undefined;
}

function labelKey(entity: string, label: string): string {
  return `${entity} ${label}`;
}

/** The term of another meaning that takes a form from its term in every text, by rank or by counting in more texts. */
function winnerOver(ending: Ending): LexicalTerm | undefined {
  const { accept } = ending;
  return strongerOthers(ending).find((other) => covers(other, accept) && !isTie(other, accept))?.term;
}

function strongerOthers({ accept, ranking }: Ending): Accept[] {
  return ranking.slice(0, ranking.indexOf(accept)).filter((other) => !isSameMeaning(other.term, accept.term));
}

/** Whether another form says the same in the same texts, and no third meaning comes in when it stands alone. */
function canStandFor(other: Accept, accept: Accept, ranking: readonly Accept[]): boolean {
  const between = ranking.slice(ranking.indexOf(accept) + 1, ranking.indexOf(other));
  return (
    other.term !== accept.term &&
    isSameMeaning(other.term, accept.term) &&
    covers(other, accept) &&
    (other.endsInStop || !accept.endsInStop) &&
    between.every(({ term }) => isSameMeaning(term, accept.term))
  );
}

/** Whether nothing but their order tells two forms apart. */
function isTie(a: Accept, b: Accept): boolean {
  return a.term.sense.precedence === b.term.sense.precedence && covers(a, b) && covers(b, a);
}

function isSameMeaning({ sense: a }: LexicalTerm, { sense: b }: LexicalTerm): boolean {
  return a.class === b.class && a.entity === b.entity;
}

function distinct<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}

function countOf(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

function nameOf({ sense }: LexicalTerm): string {
  const meaning = [sense.class ?? "ignored", sense.entity].filter((part) => part !== undefined).join(" ");
  return `"${shortened(sense.evidence.pattern)}" (${meaning})`;
}

/** A family may run over many lines; its beginning and its place are enough to find it. */
function shortened(pattern: string): string {
  return pattern.length <= LONGEST_QUOTE ? pattern : `${pattern.slice(0, LONGEST_QUOTE).trimEnd()}…`;
}

function placeOf(term: LexicalTerm): string {
  const { uri, line } = term.sense.evidence;
  return `${nameOf(term)} at ${uri ?? ""}:${line ?? 1}`;
}

function problem(
  severity: Problem["severity"],
  kind: string,
  { sense }: LexicalTerm,
  message: string,
  others: readonly LexicalTerm[] = [],
): Problem {
  const { uri = "", line = 1, pattern } = sense.evidence;
  const related = others.map(({ sense: { evidence } }): RelatedPlace => {
    return { uri: evidence.uri ?? "", line: evidence.line ?? 1, subject: evidence.pattern };
  });
  const place = { uri, line, column: 1, subject: pattern };
  return { severity, code: `taxonomy.${kind}`, message, ...place, ...(related.length === 0 ? {} : { related }) };
}
