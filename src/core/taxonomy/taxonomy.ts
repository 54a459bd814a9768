import type { Problem } from "../problem";
import { foldWord, WordList } from "../text/words";
import { expandTerm } from "./expansion";
import { type Lexicon, LexiconBuilder, type LexicalTerm } from "./lexicon";
import type { ClassDefinition, Entity, GrammarRule, Pack, Term } from "./model";
import { PACK_LAYERS } from "./model";
import type { ClassId } from "./scheme";
import { precedenceOf, type Sense, type SenseKind } from "./sense";
import { type FormOptions, formsOf } from "./word-forms";

/** How far a match of each kind is to be believed before anybody has looked at it. */
const CONFIDENCE: Readonly<Record<"generic" | "entity" | "ignored" | "rule", number>> = {
  entity: 0.95,
  generic: 0.8,
  ignored: 1,
  rule: 0.75,
};

export interface TaxonomyRule {
  readonly rule: GrammarRule;
  readonly sense: Sense;
}

/** Packs compiled into what the tagger runs on. */
export interface Taxonomy {
  /** Changes whenever a pack changes; part of the key of everything cached. */
  readonly version: string;
  readonly packs: readonly Pack[];
  readonly classes: ReadonlyMap<ClassId, ClassDefinition>;
  readonly entities: ReadonlyMap<string, Entity>;
  readonly lexicon: Lexicon;
  readonly rules: readonly TaxonomyRule[];
  /** What is wrong between packs; the taxonomy works without the parts concerned. */
  readonly problems: readonly Problem[];
}

/**
 * Compiles packs into a taxonomy. Packs of a later layer win over those of an earlier one, and inside a layer later packs
 * over earlier ones: a class, entity or rule replaces the one with the same id, an ignored phrase retires a term.
 */
export function compileTaxonomy(packs: readonly Pack[]): Taxonomy {
  const ordered = [...packs].sort((a, b) => PACK_LAYERS.indexOf(a.layer) - PACK_LAYERS.indexOf(b.layer));
  return new TaxonomyCompiler(ordered).compile();
}

class TaxonomyCompiler {
  readonly #problems: Problem[] = [];
  readonly #builder = new LexiconBuilder();

  constructor(readonly packs: readonly Pack[]) {}

  compile(): Taxonomy {
    const classes = this.#latest("class", (pack) => pack.classes);
    const entities = this.#latest("entity", (pack) => pack.entities);
    const rules = this.#latest("rule", (pack) => pack.rules);
    for (const { value: entity, pack } of entities.values()) {
      if (this.#isKnown(entity.class, classes, pack, entity.line)) {
        for (const term of entity.terms) this.#add(term, pack, "entity", entity.class, entity.id);
      }
    }
    for (const pack of this.packs) {
      for (const generic of pack.terms) {
        const known = this.#isKnown(generic.class, classes, pack, generic.term.line);
        if (known) this.#add(generic.term, pack, "generic", generic.class);
      }
      for (const term of pack.ignore) this.#add(term, pack, "ignored");
    }
    return {
      version: versionOf(this.packs),
      packs: this.packs,
      classes: valuesOf(classes),
      entities: valuesOf(entities),
      lexicon: this.#builder.build(),
      rules: [...rules.values()]
        .filter(({ value, pack }) => this.#isKnown(value.class, classes, pack, value.line))
        .map(({ value, pack }) => ({ rule: value, sense: ruleSense(value, pack) })),
      problems: this.#problems,
    };
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
        if (earlier?.pack.layer === pack.layer) {
          const place = `${earlier.pack.uri}:${earlier.value.line}`;
          const message = `The ${what} "${value.id}" is defined at ${place} too; give one of them another id or join them.`;
          this.#report("taxonomy.duplicate-id", message, pack, value.line);
        }
        latest.set(value.id, { value, pack });
      }
    }
    return latest;
  }

  #isKnown(id: ClassId, classes: ReadonlyMap<string, unknown>, pack: Pack, line: number): boolean {
    if (classes.has(id)) return true;
    const message = `"${id}" is not a class of this taxonomy; use one of ${[...classes.keys()].join(", ")}, or define it under classes.`;
    this.#report("taxonomy.unknown-class", message, pack, line);
    return false;
  }

  #add(term: Term, pack: Pack, kind: SenseKind & keyof typeof CONFIDENCE, classId?: ClassId, entity?: string): void {
    const lexical: LexicalTerm = {
      sense: {
        ...(classId === undefined ? {} : { class: classId }),
        ...(entity === undefined ? {} : { entity }),
        by: "lexicon",
        confidence: CONFIDENCE[kind],
        evidence: { pattern: term.text, pack: pack.id, uri: pack.uri, line: term.line },
        precedence: precedenceOf(pack.layer, kind),
      },
      near: (term.near ?? []).map(foldPhrase),
      notNear: (term.notNear ?? []).map(foldPhrase),
    };
    const expanded = expandTerm(term.text);
    if ("error" in expanded) return;
    const options: FormOptions = {
      case: term.case,
      isName: kind === "entity",
      plural: term.plural ?? kind !== "entity",
    };
    this.#builder.add(
      lexical,
      expanded.expansions.flatMap((written) => formsOf(written, options)),
    );
  }

  #report(code: string, message: string, pack: Pack, line: number): void {
    this.#problems.push({ severity: "error", code, message, uri: pack.uri, line, column: 1 });
  }
}

function ruleSense(rule: GrammarRule, pack: Pack): Sense {
  return {
    class: rule.class,
    by: "rule",
    confidence: CONFIDENCE.rule,
    evidence: { pattern: rule.id, pack: pack.id, uri: pack.uri, line: rule.line },
    precedence: precedenceOf(pack.layer, "rule"),
  };
}

function valuesOf<T>(map: ReadonlyMap<string, { value: T }>): ReadonlyMap<string, T> {
  return new Map([...map].map(([id, { value }]) => [id, value]));
}

const scratch = new WordList();

/** The folded words of a phrase with single spaces around them, ready to be looked for in a folded sentence. */
export function foldPhrase(phrase: string): string {
  scratch.read(phrase);
  let folded = " ";
  for (let i = 0; i < scratch.count; i++) folded += `${foldWord(phrase.slice(scratch.starts[i], scratch.ends[i]))} `;
  return folded;
}

/** A short fingerprint of everything in the packs (FNV-1a, 2 × 32 bits). */
function versionOf(packs: readonly Pack[]): string {
  const content = JSON.stringify(packs);
  let low = 0x811c9dc5;
  let high = 0x811c9dc5 ^ content.length;
  for (let i = 0; i < content.length; i++) {
    const unit = content.charCodeAt(i);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ (unit >>> 3) ^ low, 0x01000193);
  }
  return [low, high].map((part) => (part >>> 0).toString(16).padStart(8, "0")).join("");
}
