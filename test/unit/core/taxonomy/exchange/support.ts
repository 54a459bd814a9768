import assert from "node:assert/strict";
import fc from "fast-check";
import {
  exportTaxonomy,
  importTaxonomy,
  type ImportOptions,
  type TaxonomyFormat,
  type TaxonomyImport,
} from "../../../../../src/core/taxonomy/exchange";
import type { ClassDefinition, Entity, Pack, Retirement, Term } from "../../../../../src/core/taxonomy/model";
import { parsePack } from "../../../../../src/core/taxonomy/packs/pack-parser";

export const CLASSES: ReadonlyMap<string, ClassDefinition> = new Map(
  [
    ["actor.state", "State"],
    ["actor.company", "Company"],
    ["actor.research", "Research body"],
    ["infrastructure.data", "Data and samples"],
    ["sovereignty.control", "Control"],
  ].map(([id, label]) => [id!, { id: id!, label: label!, definition: `What ${label!} means.`, line: 1 }]),
);

export function packOf(source: string): Pack {
  const { pack, problems } = parsePack(source, "own.yaml");
  assert.ok(pack !== undefined, JSON.stringify(problems));
  return pack;
}

export function read(source: string, format: TaxonomyFormat, options: Partial<ImportOptions> = {}): TaxonomyImport {
  return importTaxonomy(source, format, { uri: "in.file", classes: CLASSES, ...options });
}

/** The pack that an import makes; it must have no error. */
export function imported(source: string, format: TaxonomyFormat, options: Partial<ImportOptions> = {}): Pack {
  const result = read(source, format, options);
  assert.ok(result.source !== undefined, codesOf(result).join("\n"));
  return packOf(result.source);
}

export function roundTrip(pack: Pack, format: TaxonomyFormat): Pack {
  return imported(exportTaxonomy([pack], format, CLASSES).text, format);
}

/** `code` or `code line` of each problem. */
export function codesOf({ problems }: Pick<TaxonomyImport, "problems">): string[] {
  return problems.map(({ code, line }) => (line === undefined ? code : `${code} ${line}`));
}

type Plain<T> = Omit<T, "line">;

/** What a pack means, in a form that two packs of one meaning share. */
export interface Meaning {
  readonly head: readonly (string | undefined)[];
  readonly classes: readonly unknown[];
  readonly entities: readonly unknown[];
  readonly terms: readonly unknown[];
  readonly ignore: readonly unknown[];
  readonly retire: readonly unknown[];
}

export function meaningOf(pack: Pack): Meaning {
  return {
    head: [pack.id, pack.title, pack.version, pack.language, pack.extends],
    classes: sorted(pack.classes.map(withoutLine)),
    entities: sorted(
      pack.entities.map((entity) => ({ ...withoutLine<Entity>(entity), terms: sorted(entity.terms.map(withoutLine)) })),
    ),
    terms: sorted(pack.terms.map(({ class: classId, term }) => ({ class: classId, term: withoutLine<Term>(term) }))),
    ignore: sorted(pack.ignore.map(withoutLine)),
    retire: sorted((pack.retire ?? []).map(withoutLine<Retirement>)),
  };
}

function withoutLine<T extends { readonly line: number }>(item: T): Plain<T> {
  return Object.fromEntries(Object.entries(item).filter(([key]) => key !== "line")) as Plain<T>;
}

function sorted<T>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

/** Words as people write them, hostile ones included; single spaces inside, none around. */
const phrase = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.stringMatching(/^[A-Za-zÀ-ž0-9]{1,8}$/) },
      fc.constantFrom(
        "=SUM(A1)",
        "+1",
        "-x",
        "@x",
        "'quoted'",
        '"q"',
        "a;b",
        "a,b",
        "a:b",
        "#tag",
        "null",
        "yes",
        "🧬",
      ),
      fc.constantFrom(
        "<b>",
        "&amp;",
        "C++",
        "a\\b",
        "{x}",
        "O'Neill",
        "(EU)",
        "x's",
        "日本",
        "é",
        "1.0",
        "$x",
        "%",
        "*",
      ),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((words) => words.join(" "))
  .filter((text) => /[\p{L}\p{N}]/u.test(text))
  .map((text) => text.normalize("NFC"));

const flags = fc.record(
  {
    case: fc.constantFrom("any", "capital", "exact", "acronym"),
    plural: fc.boolean(),
    near: fc.uniqueArray(phrase, { minLength: 1, maxLength: 3 }),
    notNear: fc.uniqueArray(phrase, { minLength: 1, maxLength: 3 }),
  },
  { requiredKeys: [] },
);

const text = fc.oneof(
  { weight: 4, arbitrary: phrase },
  fc
    .tuple(fc.stringMatching(/^[a-z]{2,6}$/), fc.stringMatching(/^[A-Z]{2,6}$/), phrase)
    .map(([a, b, rest]) => `(${a}|${b}) [${a}] ${rest.replace(/[[\]|()]/g, "")}x`),
);

const term = fc.tuple(text, fc.oneof(fc.constant({}), flags)).map(([written, bound]) => ({ text: written, ...bound }));
const terms = fc.uniqueArray(term, { maxLength: 4, selector: (each) => each.text });
const classId = fc.constantFrom(...CLASSES.keys(), "actor.alliance");
const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,10}$/);

const retirement = fc.oneof(id, fc.record({ class: classId, text: phrase }));

/** Packs of everything that exchange formats are asked to hold, as JSON, which is YAML. */
export const arbitraryPack: fc.Arbitrary<Pack> = fc
  .record({
    id,
    title: phrase,
    version: fc.constantFrom("1.0.0", "2.10.3"),
    language: fc.constantFrom("en", "fr"),
    classes: fc.constant([{ id: "actor.alliance", label: "Alliance", definition: "A league: of some." }]),
    entities: fc
      .uniqueArray(
        fc.record(
          {
            id,
            class: classId,
            label: phrase,
            terms,
            definition: phrase,
            links: fc.dictionary(
              fc.constantFrom("iso3166", "wikidata", "ror", "lei"),
              fc.stringMatching(/^[A-Z0-9]{1,8}$/),
              {
                minKeys: 1,
              },
            ),
          },
          { requiredKeys: ["id", "class", "label", "terms"] },
        ),
        { selector: (entity) => entity.id, maxLength: 5 },
      )
      // Each may stand below one before it, so that nothing is broader than itself.
      .map((entities) =>
        entities.map((entity, i) => (i % 2 === 1 ? { ...entity, broader: entities[i - 1]!.id } : entity)),
      ),
    terms: fc.dictionary(classId, fc.uniqueArray(term, { minLength: 1, maxLength: 4, selector: (each) => each.text })),
    ignore: terms,
    retire: fc.uniqueArray(retirement, { minLength: 1, maxLength: 3, selector: (each) => JSON.stringify(each) }),
    extends: fc.constantFrom("base", "./base.yaml", "@lab/packs"),
  })
  .map((pack) => packOf(JSON.stringify(pack)));

/** A small pack of everything, in a format. */
export function exportOf(format: TaxonomyFormat): string {
  const pack = packOf(`id: p
title: P
version: 1.0.0
language: en
entities:
  - id: georgia
    class: actor.state
    label: Georgia
    terms: [{ text: Georgia, notNear: [Atlanta, University of] }, "(the|a) country"]
    definition: A country.
    links: { iso3166: GE, wikidata: Q230 }
terms:
  infrastructure.data: [biobank, { text: sample, plural: false }]
ignore: [blood bank]
retire: [novogene, { class: infrastructure.data, text: registry }]
`);
  return exportTaxonomy([pack], format, CLASSES).text;
}
