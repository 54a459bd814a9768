import type { Problem } from "../../problem";
import { expandTerm } from "../forms/expansion";
import {
  CASE_MODES,
  type CaseMode,
  type ClassDefinition,
  type Entity,
  type ExpectedMention,
  type GenericTerm,
  type GrammarRule,
  NEIGHBOUR_TAGS,
  type Pack,
  type PackLayer,
  type PackTest,
  type Retirement,
  type Term,
} from "../model";
import { isNeighbourTag, MAX_NEIGHBOUR_WORDS, neighbourPhrase } from "../neighbourhood";
import { isClassId } from "../scheme";
import { ThemeParser } from "./theme-parser";
import { type YamlEntries, type YamlNode, YamlReader } from "./yaml-reader";

const PACK_KEYS = [
  "id",
  "title",
  "version",
  "language",
  "extends",
  "classes",
  "entities",
  "terms",
  "rules",
  "themes",
  "ignore",
  "retire",
  "tests",
];

/** The keys of a pack that a comment of a document may have. */
const FRAGMENT_KEYS = ["ignore", "terms"];

const TERM_KEYS = ["text", "case", "plural", "near", "notNear", "after", "notAfter", "before", "notBefore"];
/** The conditions whose phrases stand directly beside the match. */
const NEIGHBOUR_KEYS = ["after", "notAfter", "before", "notBefore"] as const;

/** Whether a text can be the id of a pack, entity or rule. */
export function isPackId(text: string): boolean {
  return /^[a-z0-9][a-z0-9-]*$/.test(text);
}

/** In UTF-16 code units; longer "terms" are pasted text. */
const MAX_TERM_LENGTH = 1500;
/** Strings that all terms of a pack together may stand for; a thesaurus of 100,000 labels fits. */
const MAX_PACK_EXPANSIONS = 300_000;

/**
 * Reads a taxonomy pack (format: `docs/packs.md`, `schemas/pack.schema.json`).
 *
 * @param uri names the file in problems and explanations
 * @returns the pack if it holds no error, and everything that is wrong with the source, each with its line
 */
export function parsePack(
  source: string,
  uri: string,
  layer: PackLayer = "workspace",
): { pack?: Pack; problems: Problem[] } {
  const reader = new YamlReader(uri);
  const root = reader.parse(source);
  const pack = root && new PackParser(reader).parse(root, uri, layer);
  return reader.problems.length === 0 && pack !== undefined ? { pack, problems: [] } : { problems: reader.problems };
}

/** What a comment of a document says about the taxonomy: a part of a pack. */
export interface PackFragment {
  readonly terms: readonly GenericTerm[];
  readonly ignore: readonly Term[];
}

/**
 * Reads the part of a pack that a comment of a document may hold, `ignore` and `terms`.
 *
 * @returns the fragment if it holds no error, and everything that is wrong with it; lines and columns are the fragment's
 */
export function parsePackFragment(source: string, uri: string): { fragment?: PackFragment; problems: Problem[] } {
  const reader = new YamlReader(uri);
  const root = reader.parse(source);
  const fragment = root && new PackParser(reader).parseFragment(root);
  return reader.problems.length === 0 && fragment !== undefined
    ? { fragment, problems: [] }
    : { problems: reader.problems };
}

class PackParser {
  #expansions = 0;

  constructor(readonly reader: YamlReader) {}

  parse(file: YamlNode, uri: string, layer: PackLayer): Pack | undefined {
    const root = this.reader.entries(file, PACK_KEYS, "the pack");
    if (root === undefined) return undefined;
    const id = this.#id(root, "the pack", file);
    const title = this.reader.required(root, "title", "the pack", file);
    const version = this.reader.required(root, "version", "the pack", file);
    const language = this.reader.required(root, "language", "the pack", file);
    const base = this.#optional(root, "extends");
    const body = {
      classes: this.reader.items(root, "classes", (item) => this.#class(item)),
      entities: this.reader.items(root, "entities", (item) => this.#entity(item)),
      terms: this.#genericTerms(root),
      rules: this.reader.items(root, "rules", (item) => this.#rule(item)),
      themes: this.reader.items(root, "themes", (item) => new ThemeParser(this.reader).parse(item)),
      ignore: this.reader.items(root, "ignore", (item) => this.#term(item, "an ignored phrase")),
      tests: this.reader.items(root, "tests", (item) => this.#test(item)),
    };
    if (id === undefined || title === undefined || version === undefined || language === undefined) return undefined;
    const retire = root.has("retire")
      ? { retire: this.reader.items(root, "retire", (item) => this.#retirement(item)) }
      : {};
    return {
      id,
      title,
      version,
      language,
      uri,
      layer,
      ...(base === undefined ? {} : { extends: base }),
      ...body,
      ...retire,
    };
  }

  parseFragment(comment: YamlNode): PackFragment | undefined {
    const root = this.reader.entries(comment, FRAGMENT_KEYS, "a comment for HealthGeo");
    if (root === undefined) return undefined;
    return {
      terms: this.#genericTerms(root),
      ignore: this.reader.items(root, "ignore", (item) => this.#term(item, "an ignored phrase")),
    };
  }

  #retirement(item: YamlNode): Retirement | undefined {
    if (this.reader.isScalar(item)) {
      const entity = this.reader.text(item, "a retired entity");
      return entity === undefined ? undefined : { entity, line: item.line };
    }
    const entries = this.reader.entries(item, ["class", "text"], "a retired term");
    if (entries === undefined) return undefined;
    const classId = this.#classId(entries, "class", item);
    const text = this.reader.required(entries, "text", "a retired term", item);
    return classId === undefined || text === undefined ? undefined : { class: classId, text, line: item.line };
  }

  #class(item: YamlNode): ClassDefinition | undefined {
    const entries = this.reader.entries(item, ["id", "label", "definition"], "a class");
    if (entries === undefined) return undefined;
    const id = this.#classId(entries, "id", item);
    const label = this.reader.required(entries, "label", "a class", item);
    const definition = this.reader.required(entries, "definition", "a class", item);
    if (id === undefined || label === undefined || definition === undefined) return undefined;
    return { id, label, definition, line: item.line };
  }

  #entity(item: YamlNode): Entity | undefined {
    const keys = ["id", "class", "label", "terms", "definition", "links", "broader"];
    const entries = this.reader.entries(item, keys, "an entity");
    if (entries === undefined) return undefined;
    const id = this.#id(entries, "an entity", item);
    const classId = this.#classId(entries, "class", item);
    const label = this.reader.required(entries, "label", "an entity", item);
    const others = this.reader.items(entries, "terms", (term) => this.#term(term, "a term"));
    if (id === undefined || classId === undefined || label === undefined) return undefined;
    const labelTerm: Term = { text: label, line: entries.get("label")!.line };
    const restated = others.some((term) => term.text === label);
    const definition = this.#optional(entries, "definition");
    const broader = this.#optional(entries, "broader");
    const links = this.#links(entries);
    return {
      id,
      class: classId,
      label,
      terms: restated ? others : [labelTerm, ...others],
      ...(definition === undefined ? {} : { definition }),
      ...(broader === undefined ? {} : { broader }),
      ...(links === undefined ? {} : { links }),
      line: item.line,
    };
  }

  #links(entries: YamlEntries): Record<string, string> | undefined {
    const place = entries.get("links");
    const links = place && this.reader.mapping(place, "links");
    if (links === undefined) return undefined;
    const pairs = [...links].map(([scheme, value]) => [scheme, this.reader.text(value, `the link "${scheme}"`) ?? ""]);
    return Object.fromEntries(pairs) as Record<string, string>;
  }

  #genericTerms(root: YamlEntries): GenericTerm[] {
    const place = root.get("terms");
    const groups = place && this.reader.mapping(place, '"terms"');
    if (groups === undefined) return [];
    return [...groups].flatMap(([classId, list]) => {
      if (!isClassId(classId)) {
        const place = list.key === undefined ? list : this.reader.at(list.key);
        this.reader.error(place, "pack.unknown-class", unknownClass(classId));
        return [];
      }
      return this.reader
        .sequence(list, `the terms of ${classId}`)
        .map((item) => this.#term(item, "a term"))
        .filter((term) => term !== undefined)
        .map((term) => ({ class: classId, term }));
    });
  }

  #term(item: YamlNode, what: string): Term | undefined {
    if (this.reader.isScalar(item))
      return this.#termText(item, { text: this.reader.text(item, what) ?? "", line: item.line });
    const entries = this.reader.entries(item, TERM_KEYS, what);
    if (entries === undefined) return undefined;
    const text = this.reader.required(entries, "text", what, item);
    if (text === undefined) return undefined;
    const plural = entries.get("plural");
    const pluralValue = plural && this.reader.boolean(plural, '"plural"');
    const caseMode = this.#caseMode(entries);
    const near = this.#phrases(entries, "near");
    const notNear = this.#phrases(entries, "notNear");
    return this.#termText(item, {
      text,
      line: item.line,
      ...(caseMode === undefined ? {} : { case: caseMode }),
      ...(pluralValue === undefined ? {} : { plural: pluralValue }),
      ...(near === undefined ? {} : { near }),
      ...(notNear === undefined ? {} : { notNear }),
      ...this.#neighbours(entries),
    });
  }

  /** The term if its text can match anything. */
  #termText(place: YamlNode, term: Term): Term | undefined {
    if (term.text === "") return undefined;
    if (term.text.length > MAX_TERM_LENGTH) {
      return this.reader.error(
        place,
        "pack.term-length",
        `A term may have ${MAX_TERM_LENGTH} characters; this has ${term.text.length}.`,
      );
    }
    const expanded = expandTerm(term.text);
    if ("error" in expanded) {
      return this.reader.error(place, "pack.term-notation", `"${term.text}" cannot be expanded: ${expanded.error}.`);
    }
    if (!expanded.expansions.some((text) => /[\p{L}\p{N}]/u.test(text))) {
      return this.reader.error(
        place,
        "pack.term-empty",
        `"${term.text}" holds no letter or digit, so it can never match.`,
      );
    }
    this.#expansions += expanded.expansions.length;
    if (this.#expansions > MAX_PACK_EXPANSIONS) {
      const limit = MAX_PACK_EXPANSIONS.toLocaleString("en");
      return this.reader.error(
        place,
        "pack.too-many-terms",
        `The pack stands for more than ${limit} strings; split it.`,
      );
    }
    return term;
  }

  #caseMode(entries: YamlEntries): CaseMode | undefined {
    const place = entries.get("case");
    const written = place && this.reader.text(place, '"case"');
    if (written === undefined) return undefined;
    const mode = CASE_MODES.find((candidate) => candidate === written);
    return (
      mode ??
      this.reader.error(place!, "pack.case", `"${written}" is not a case mode; use one of ${CASE_MODES.join(", ")}.`)
    );
  }

  #neighbours(entries: YamlEntries): Pick<Term, (typeof NEIGHBOUR_KEYS)[number]> {
    const conditions = NEIGHBOUR_KEYS.flatMap((key) => {
      const place = entries.get(key);
      const phrases = this.#phrases(entries, key);
      if (place === undefined || phrases === undefined) return [];
      for (const phrase of phrases) this.#checkNeighbours(place, key, phrase);
      return [[key, phrases] as const];
    });
    return Object.fromEntries(conditions);
  }

  #checkNeighbours(place: YamlNode, key: string, phrase: string): void {
    const words = neighbourPhrase(phrase);
    const unknown = words.find((word) => word.startsWith("#") && !isNeighbourTag(word));
    if (unknown !== undefined) {
      const message = `"${unknown}" under "${key}" is not a kind of word; use one of ${NEIGHBOUR_TAGS.join(", ")}, or a plain word.`;
      this.reader.error(place, "pack.neighbour", message);
    } else if (words.length === 0) {
      this.reader.error(place, "pack.neighbour", `"${phrase}" under "${key}" holds no word; write one or remove it.`);
    } else if (words.length > MAX_NEIGHBOUR_WORDS) {
      const message = `A phrase under "${key}" may have ${MAX_NEIGHBOUR_WORDS} words; "${phrase}" has ${words.length}.`;
      this.reader.error(place, "pack.neighbour", message);
    }
  }

  #phrases(entries: YamlEntries, key: string): readonly string[] | undefined {
    const place = entries.get(key);
    return place && this.reader.texts(place, `"${key}"`);
  }

  #rule(item: YamlNode): GrammarRule | undefined {
    const entries = this.reader.entries(item, ["id", "class", "match", "examples"], "a rule");
    if (entries === undefined) return undefined;
    const id = this.#id(entries, "a rule", item);
    const classId = this.#classId(entries, "class", item);
    const match = this.reader.required(entries, "match", "a rule", item);
    const examples = entries.get("examples");
    const lists = examples && this.reader.entries(examples, ["hit", "miss"], "examples");
    if (id === undefined || classId === undefined || match === undefined) return undefined;
    const hits = (lists && this.#phrases(lists, "hit")) ?? [];
    const misses = (lists && this.#phrases(lists, "miss")) ?? [];
    if (hits.length === 0) {
      return this.reader.error(
        item,
        "pack.rule-examples",
        `The rule "${id}" needs at least one example under examples.hit.`,
      );
    }
    return { id, class: classId, match, hits, misses, line: item.line };
  }

  #test(item: YamlNode): PackTest | undefined {
    const entries = this.reader.entries(item, ["text", "expect", "forbid"], "a test");
    if (entries === undefined) return undefined;
    const text = this.reader.required(entries, "text", "a test", item);
    const expect = this.reader.items(entries, "expect", (mention) => this.#expected(mention, text));
    const forbid = this.reader.items(entries, "forbid", (mention) => this.#expected(mention, text));
    if (text === undefined) return undefined;
    if (!entries.has("expect") && !entries.has("forbid")) {
      return this.reader.error(
        item,
        "pack.test",
        "A test needs a mention under expect or forbid, else it proves nothing.",
      );
    }
    return { text, expect, forbid, line: item.line };
  }

  #expected(item: YamlNode, text: string | undefined): ExpectedMention | undefined {
    const entries = this.reader.entries(item, ["text", "class", "entity"], "an expected mention");
    if (entries === undefined) return undefined;
    const quote = this.reader.required(entries, "text", "an expected mention", item);
    const classId = entries.has("class") ? this.#classId(entries, "class", item) : undefined;
    const entity = this.#optional(entries, "entity");
    if (quote === undefined) return undefined;
    if (text !== undefined && !text.includes(quote)) {
      return this.reader.error(
        item,
        "pack.test",
        `"${quote}" does not stand in the test's text, so the test cannot speak of it.`,
      );
    }
    return {
      text: quote,
      ...(classId === undefined ? {} : { class: classId }),
      ...(entity === undefined ? {} : { entity }),
    };
  }

  #optional(entries: YamlEntries, key: string): string | undefined {
    const place = entries.get(key);
    return place && this.reader.text(place, `"${key}"`);
  }

  #id(entries: YamlEntries, what: string, owner: YamlNode): string | undefined {
    const id = this.reader.required(entries, "id", what, owner);
    if (id === undefined || isPackId(id)) return id;
    return this.reader.error(
      entries.get("id")!,
      "pack.id",
      `"${id}" is not an id: use lower-case letters, digits and hyphens.`,
    );
  }

  #classId(entries: YamlEntries, key: string, owner: YamlNode): string | undefined {
    const id = this.reader.required(entries, key, "this entry", owner);
    if (id === undefined || isClassId(id)) return id;
    return this.reader.error(entries.get(key)!, "pack.unknown-class", unknownClass(id));
  }
}

function unknownClass(id: string): string {
  return `"${id}" is not a class: a class is facet.name with the facet actor, infrastructure or sovereignty, such as actor.state.`;
}
