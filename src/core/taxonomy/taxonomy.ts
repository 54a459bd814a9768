import type { Problem, RelatedPlace } from "../problem";
import { expandTerm } from "./forms/expansion";
import { foldPhrase } from "./forms/fold-phrase";
import { type LexicalTerm, Lexicon } from "./lexicon/lexicon";
import { type LexiconIndex, minimize } from "./lexicon/lexicon-index";
import type { ClassDefinition, Entity, GrammarRule, Pack, Term, Theme } from "./model";
import { PACK_LAYERS } from "./model";
import { mayOverrule, RetiredTerms } from "./retirement";
import { neighbourhoodOf } from "./neighbourhood";
import { isOrdinaryWord } from "./checks/ordinary-words";
import type { ClassId } from "./scheme";
import { type Evidence, precedenceOf, type Sense } from "./sense";
import { TermTrie } from "./lexicon/term-trie";
import { type Form, type FormOptions, formsOf } from "./forms/word-forms";

/** How far a match of each kind is to be believed before anybody has looked at it. */
const CONFIDENCE: Readonly<Record<"generic" | "entity" | "ignored" | "rule", number>> = {
  entity: 0.95,
  generic: 0.8,
  ignored: 1,
  rule: 0.75,
};

const NO_PHRASES: readonly string[] = [];

export interface TaxonomyRule {
  readonly rule: GrammarRule;
  readonly sense: Sense;
}

export interface TaxonomyTheme {
  readonly theme: Theme;
  /** The file of the pack that defines it. */
  readonly uri: string;
}

/** Packs compiled into what the tagger runs on. */
export interface Taxonomy {
  readonly packs: readonly Pack[];
  readonly classes: ReadonlyMap<ClassId, ClassDefinition>;
  readonly entities: ReadonlyMap<string, Entity>;
  /** One for the built-in packs, one for all others and one for the document's own, as far as there are such packs. */
  readonly lexicons: readonly Lexicon[];
  readonly rules: readonly TaxonomyRule[];
  /** By id, sorted by it. */
  readonly themes: ReadonlyMap<string, TaxonomyTheme>;
  /** What is wrong between packs; the taxonomy works without the parts concerned. */
  readonly problems: readonly Problem[];
}

/**
 * Compiles packs into a taxonomy. Packs of a later layer win over those of an earlier one, and inside a layer later packs
 * over earlier ones: a class, entity or rule replaces the one with the same id, an ignored phrase retires a term, and `retire`
 * takes out what it names.
 *
 * @param builtInIndex of exactly the built-in packs given, made by `indexPacks`; without it, it is made now, which takes
 *   half a second for the packs of the product
 * @param othersIndex the same of all packs that are not built in, in their order here
 */
export function compileTaxonomy(
  packs: readonly Pack[],
  builtInIndex?: LexiconIndex,
  othersIndex?: LexiconIndex,
): Taxonomy {
  const ordered = [...packs].sort((a, b) => PACK_LAYERS.indexOf(a.layer) - PACK_LAYERS.indexOf(b.layer));
  return new TaxonomyCompiler(ordered).compile(builtInIndex, othersIndex);
}

/** A taxonomy with a pack of the document layer, made without compiling the other packs again. Its terms have known classes. */
export function withDocumentPack(taxonomy: Taxonomy, pack: Pack): Taxonomy {
  const known: Pack = { ...pack, layer: "built-in", classes: [...taxonomy.classes.values()], terms: [], ignore: [] };
  const [, lexicon] = compileTaxonomy([known, pack]).lexicons;
  return lexicon === undefined ? taxonomy : { ...taxonomy, lexicons: [...taxonomy.lexicons, lexicon] };
}

/** The index of the terms of packs, for `compileTaxonomy`. */
export function indexPacks(packs: readonly Pack[]): LexiconIndex {
  return minimize(trieOf(packs));
}

/** All forms of all terms of packs. */
export function trieOf(packs: readonly Pack[]): TermTrie {
  const trie = new TermTrie();
  for (const { term, kind } of packs.flatMap(termsOf)) trie.add(formsOfTerm(term, kind));
  return trie;
}

/** A term of a pack with what it stands for. */
interface PackTerm {
  readonly term: Term;
  readonly kind: "generic" | "entity" | "ignored";
  readonly class?: ClassId;
  readonly entity?: Entity;
}

/** All terms of a pack, in the order in which indexes number them. */
function termsOf({ entities, terms, ignore }: Pack): PackTerm[] {
  return [
    ...entities.flatMap((entity) =>
      entity.terms.map((term): PackTerm => ({ term, kind: "entity", class: entity.class, entity })),
    ),
    ...terms.map(({ term, class: classId }): PackTerm => ({ term, kind: "generic", class: classId })),
    ...ignore.map((term): PackTerm => ({ term, kind: "ignored" })),
  ];
}

function formsOfTerm(term: Term, kind: PackTerm["kind"]): readonly Form[] {
  const expanded = expandTerm(term.text);
  if ("error" in expanded) return [];
  const options: FormOptions = { case: term.case, isName: kind === "entity", plural: term.plural ?? kind !== "entity" };
  return expanded.expansions.flatMap((written) => formsOf(written, options));
}

class TaxonomyCompiler {
  readonly #problems: Problem[] = [];
  readonly #phrases = new PhraseLists();
  readonly #retired: RetiredTerms;
  readonly #classes;
  readonly #entities;
  readonly #rules;
  readonly #themes;

  constructor(readonly packs: readonly Pack[]) {
    this.#retired = new RetiredTerms(packs);
    this.#classes = this.#latest("class", (pack) => pack.classes);
    this.#entities = this.#latest("entity", (pack) => pack.entities);
    this.#rules = this.#latest("rule", (pack) => pack.rules);
    this.#themes = this.#latest("theme", (pack) => pack.themes);
  }

  compile(builtInIndex?: LexiconIndex, othersIndex?: LexiconIndex): Taxonomy {
    const builtIn = this.packs.filter((pack) => pack.layer === "built-in");
    const others = this.packs.filter((pack) => pack.layer !== "built-in");
    return {
      packs: this.packs,
      classes: valuesOf(this.#classes),
      entities: valuesOf(
        new Map([...this.#entities].filter(([id, { pack }]) => !this.#retired.isEntityRetired(id, pack))),
      ),
      lexicons: [
        ...(builtIn.length === 0 ? [] : [this.#lexicon(builtIn, builtInIndex)]),
        ...(others.length === 0 ? [] : [this.#lexicon(others, othersIndex)]),
      ],
      rules: [...this.#rules.values()]
        .filter(({ value, pack }) => this.#isKnown(value.class, pack, value.line))
        .map(({ value, pack }) => ({ rule: value, sense: ruleSense(value, pack) })),
      themes: new Map(
        [...this.#themes]
          .sort(([a], [b]) => Number(a > b) - Number(a < b))
          .map(([id, { value, pack }]) => [id, { theme: value, uri: pack.uri }]),
      ),
      problems: this.#problems,
    };
  }

  #lexicon(packs: readonly Pack[], index = indexPacks(packs)): Lexicon {
    const terms = packs.flatMap((pack) => termsOf(pack).map((term) => this.#lexicalTerm(term, pack)));
    return new Lexicon(index, terms);
  }

  /** By id, the definition that wins; two of one layer are a mistake that the later one hides. */
  #latest<T extends { id: string; line: number }>(
    what: string,
    definitionsOf: (pack: Pack) => readonly T[],
  ): Map<string, { value: T; pack: Pack }> {
    const latest = new Map<string, { value: T; pack: Pack }>();
    for (const pack of this.packs) {
      for (const value of definitionsOf(pack)) {
        const earlier = latest.get(value.id);
        if (earlier !== undefined && !mayOverrule(pack, earlier.pack)) {
          const place = `${earlier.pack.uri}:${earlier.value.line}`;
          const message = `The ${what} "${value.id}" is defined at ${place} too; give one of them another id or join them.`;
          const related = [{ uri: earlier.pack.uri, line: earlier.value.line, subject: value.id }];
          this.#report("taxonomy.duplicate-id", message, pack, value.line, value.id, related);
        }
        latest.set(value.id, { value, pack });
      }
    }
    return latest;
  }

  #isKnown(id: ClassId, pack: Pack, line: number): boolean {
    if (this.#classes.has(id)) return true;
    const known = [...this.#classes.keys()].join(", ");
    const message = `"${id}" is not a class of this taxonomy; use one of ${known}, or define it under classes.`;
    this.#report("taxonomy.unknown-class", message, pack, line, id);
    return false;
  }

  #lexicalTerm({ term, kind, class: classId, entity }: PackTerm, pack: Pack): LexicalTerm {
    const isReplaced = entity !== undefined && this.#entities.get(entity.id)?.value !== entity;
    const isRetired =
      (entity !== undefined && this.#retired.isEntityRetired(entity.id, pack)) ||
      (classId !== undefined && this.#retired.isTermRetired(classId, term.text, pack));
    const isUsable =
      !isReplaced && !isRetired && (classId === undefined || this.#isKnown(classId, pack, entity?.line ?? term.line));
    const { near = NO_PHRASES, notNear = NO_PHRASES } = term;
    return {
      sense: {
        class: classId,
        entity: entity?.id,
        by: "lexicon",
        confidence: CONFIDENCE[kind],
        evidence: evidenceOf(term, pack),
        precedence: precedenceOf(pack.layer, kind),
      },
      near: this.#phrases.folded(near),
      notNear: this.#phrases.folded(notNear),
      beside: neighbourhoodOf(term),
      ambiguous: term.case === "ambiguous" || (term.case === undefined && isOrdinaryWord(term.text)),
      retired: !isUsable,
    };
  }

  #report(
    code: string,
    message: string,
    { uri }: Pack,
    line: number,
    subject: string,
    related?: readonly RelatedPlace[],
  ): void {
    const place = { uri, line, column: 1, subject };
    this.#problems.push({ severity: "error", code, message, ...place, ...(related === undefined ? {} : { related }) });
  }
}

/** What the document itself says has no place: it moves with every edit above it. */
function evidenceOf({ text, line }: Term, { id, version, uri, layer }: Pack): Evidence {
  return layer === "document" ? { pattern: text } : { pattern: text, pack: id, version, uri, line };
}

function ruleSense(rule: GrammarRule, pack: Pack): Sense {
  return {
    class: rule.class,
    entity: undefined,
    by: "rule",
    confidence: CONFIDENCE.rule,
    evidence: { pattern: rule.id, pack: pack.id, version: pack.version, uri: pack.uri, line: rule.line },
    precedence: precedenceOf(pack.layer, "rule"),
  };
}

function valuesOf<T>(map: ReadonlyMap<string, { value: T }>): ReadonlyMap<string, T> {
  return new Map([...map].map(([id, { value }]) => [id, value]));
}

/** Folds lists of phrases; equal lists become one object, which the tagger asks about once a sentence. */
class PhraseLists {
  readonly #known = new Map<string, readonly string[]>();

  folded(phrases: readonly string[]): readonly string[] {
    const key = phrases.join("\n");
    let folded = this.#known.get(key);
    if (folded === undefined) this.#known.set(key, (folded = phrases.map(foldPhrase)));
    return folded;
  }
}
