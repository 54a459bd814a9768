import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { parsePack } from "../../../src/core/taxonomy/packs/pack-parser";
import { readSchema, validatorOf } from "./validate";

const schema = readSchema("pack");
const validate = validatorOf(schema);

const PACK_FILES = ["taxonomies", "samples/.healthgeo/taxonomy"].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => `${folder}/${name}`),
);

const HEAD = { id: "p", title: "P", version: "1.0.0", language: "en" };

const FULL = {
  ...HEAD,
  extends: "core",
  classes: [{ id: "actor.insurer", label: "Insurer", definition: "Bodies that pay for care." }],
  entities: [
    {
      id: "kemri",
      class: "actor.research",
      label: "Kenya Medical Research Institute",
      terms: ["KEMRI", { text: "Kemri", case: "exact", plural: false, near: ["Kenya"], notNear: ["Uganda"] }],
      definition: "National health research institute of Kenya.",
      links: { iso3166: "KE" },
      broader: "kenya",
    },
  ],
  terms: { "infrastructure.data": ["[human] (genomic|genetic) data"], "actor.insurer": ["sickness fund"] },
  rules: [{ id: "r", class: "actor.agency", match: "#Place government", examples: { hit: ["a"], miss: ["b"] } }],
  themes: [
    {
      id: "impact.equity",
      label: "Equity",
      definition: "Burdens fall unequally.",
      rules: [
        {
          weight: 0.5,
          within: "passage",
          all: [
            { class: ["actor", "actor.state"], entity: ["who"], phrase: ["a"], match: "a #Noun", evenNegated: true },
          ],
          any: [{ phrase: ["b"] }],
          not: [{ phrase: ["c"] }],
        },
      ],
      examples: { hit: ["a"], miss: ["b"] },
    },
  ],
  ignore: [
    "turkey vulture",
    {
      text: "Us",
      case: "ambiguous",
      after: ["for all of"],
      notAfter: ["#GivenName"],
      before: ["'s"],
      notBefore: ["#Surname Jr"],
    },
  ],
  retire: ["apple", { class: "actor.company", text: "cloud provider" }],
  tests: [
    { text: "KEMRI in Kisumu.", expect: [{ text: "KEMRI", class: "actor.research" }], forbid: [{ text: "Kisumu" }] },
  ],
};

describe("pack schema", () => {
  for (const file of PACK_FILES) {
    it(`accepts ${file}`, () => {
      assert.deepEqual(validate(parse(readFileSync(file, "utf8"))), []);
    });
  }

  it("accepts every field of the format, as the parser does", () => {
    assert.deepEqual(validate(FULL), []);
    assert.deepEqual(parsePack(JSON.stringify(FULL), "full.yaml").problems, []);
  });

  const wrong: readonly (readonly [what: string, pack: object, message: string])[] = [
    ["a missing title", { ...HEAD, title: undefined }, "/: must have required property 'title'"],
    ["an unknown key", { ...HEAD, entity: [] }, "/: must NOT have additional properties (entity)"],
    [
      "an id with capitals",
      { ...HEAD, id: "East Africa" },
      "/id: Use lower-case letters, digits and hyphens, such as uk-biobank.",
    ],
    [
      "a class without a facet",
      { ...HEAD, entities: [{ id: "who", class: "body", label: "WHO" }] },
      "/entities/0/class: Write a class id: facet.name, such as actor.state or infrastructure.data.",
    ],
    [
      "generic terms under a word that is no class",
      { ...HEAD, terms: { data: ["biobank"] } },
      "/terms: Write a class id: facet.name, such as actor.state.",
    ],
    [
      "an unknown case mode",
      { ...HEAD, ignore: [{ text: "turkey", case: "lower" }] },
      "/ignore/0/case: must be equal to one of the allowed values (any, capital, exact, acronym, ambiguous)",
    ],
    [
      "a rule without examples",
      { ...HEAD, rules: [{ id: "r", class: "actor.agency", match: "#Place" }] },
      "/rules/0: must have required property 'examples'",
    ],
    [
      "a rule of a theme without a weight",
      {
        ...HEAD,
        themes: [
          { id: "t", label: "T", definition: "D", rules: [{ all: [{ phrase: ["a"] }] }], examples: { hit: ["a"] } },
        ],
      },
      "/themes/0/rules/0: must have required property 'weight'",
    ],
    [
      "a test that proves nothing",
      { ...HEAD, tests: [{ text: "x" }] },
      "/tests/0: must have required property 'expect'",
    ],
  ];
  for (const [what, pack, message] of wrong) {
    it(`refuses ${what}, as the parser does`, () => {
      const source = JSON.stringify(pack);
      const messages = validate(JSON.parse(source));
      assert.ok(messages.includes(message), messages.join("\n"));
      assert.notDeepEqual(parsePack(source, "wrong.yaml").problems, []);
    });
  }

  it("explains every property, so that each has a hover", () => {
    assert.deepEqual(propertiesWithoutDescription(schema), []);
  });

  it("offers every class of the scheme and describes each", () => {
    const file = "taxonomies/classes.yaml";
    const { pack } = parsePack(readFileSync(file, "utf8"), file);
    const ids = pack?.classes.map(({ id }) => id).sort();
    const { properties, definitions } = schema as {
      properties: { terms: { properties: object } };
      definitions: { classId: { examples: string[] } };
    };
    assert.deepEqual(Object.keys(properties.terms.properties).sort(), ids);
    assert.deepEqual([...definitions.classId.examples].sort(), ids);
  });
});

function propertiesWithoutDescription(node: unknown, path = ""): string[] {
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    const here = `${path}/${key}`;
    const own =
      key === "properties"
        ? Object.entries(value as Record<string, { description?: string }>)
            .filter(([, property]) => property.description === undefined)
            .map(([name]) => `${here}/${name}`)
        : [];
    return [...own, ...propertiesWithoutDescription(value, here)];
  });
}
