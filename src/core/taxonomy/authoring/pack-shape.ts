/** What a piece of text in a pack is for. */
export type ValueRole =
  | "case-mode"
  | "class-definition"
  | "class-reference"
  | "entity-definition"
  | "entity-reference"
  | "flag"
  | "match"
  | "name"
  | "pack-definition"
  | "pack-reference"
  | "phrase"
  | "prose"
  | "rule-definition"
  | "term"
  | "theme-definition"
  | "theme-scope";

/** The kinds of things that a pack lists. */
export type ItemKind = "class" | "entity" | "rule" | "theme" | "test" | "term" | "mention";

/** What may stand at a place of a pack. */
export type Shape = TextShape | ListShape | MappingShape;

export interface TextShape {
  readonly kind: "text";
  readonly role: ValueRole;
}

export interface ListShape {
  readonly kind: "list";
  readonly item: Shape;
}

export interface MappingShape {
  readonly kind: "mapping";
  /** By name, in the order in which the format writes them. */
  readonly keys: ReadonlyMap<string, KeyShape>;
  readonly item?: ItemKind;
  /** The role of plain text that may stand in place of the mapping. */
  readonly short?: ValueRole;
  /** What keys that are not listed stand for, and what stands under each; without it there are no others. */
  readonly others?: { readonly role: ValueRole; readonly value: Shape };
}

export interface KeyShape {
  /** One English sentence for people. */
  readonly documentation: string;
  readonly value: Shape;
  readonly isRequired: boolean;
}

const text = (role: ValueRole): TextShape => ({ kind: "text", role });
const list = (item: Shape): ListShape => ({ kind: "list", item });
const required = (documentation: string, value: Shape): KeyShape => ({ documentation, value, isRequired: true });
const optional = (documentation: string, value: Shape): KeyShape => ({ documentation, value, isRequired: false });

function mapping(keys: Readonly<Record<string, KeyShape>>, rest: Partial<MappingShape> = {}): MappingShape {
  return { kind: "mapping", keys: new Map(Object.entries(keys)), ...rest };
}

const TERM = mapping(
  {
    text: required("The term as texts write it. `(a|b)` is one of several, `[x]` may be absent.", text("term")),
    case: optional("How capitals bind: any, capital, exact, acronym or ambiguous.", text("case-mode")),
    plural: optional("Whether the plural or singular of the last word matches too.", text("flag")),
    near: optional("The term counts only when one of these stands in the same sentence.", list(text("phrase"))),
    notNear: optional("The term does not count when one of these stands in the same sentence.", list(text("phrase"))),
    after: optional("The term counts only directly behind one of these.", list(text("phrase"))),
    notAfter: optional("The term does not count directly behind one of these.", list(text("phrase"))),
    before: optional("The term counts only directly before one of these.", list(text("phrase"))),
    notBefore: optional("The term does not count directly before one of these.", list(text("phrase"))),
  },
  { item: "term", short: "term" },
);

const CLASS = mapping(
  {
    id: required("`facet.name`, where the facet is actor, infrastructure or sovereignty.", text("class-definition")),
    label: required("What people call the class.", text("name")),
    definition: required("What belongs to the class and what does not.", text("prose")),
  },
  { item: "class" },
);

const ENTITY = mapping(
  {
    id: required(
      "Unique over all packs. A later layer that uses it again replaces the entity.",
      text("entity-definition"),
    ),
    class: required("The class, such as actor.research.", text("class-reference")),
    label: required("The full name. It is a term too, so do not repeat it under terms.", text("name")),
    terms: optional("The other names: short forms, acronyms, former names.", list(TERM)),
    definition: optional("One sentence for the hover, where the label does not explain itself.", text("prose")),
    links: optional(
      "Identifiers in other catalogues, by scheme, such as `wikidata` or `iso3166`.",
      mapping({}, { others: { role: "prose", value: text("prose") } }),
    ),
    broader: optional("The id of the entity that this one is part of or a kind of.", text("entity-reference")),
  },
  { item: "entity" },
);

const RULE = mapping(
  {
    id: required("Unique over all packs.", text("rule-definition")),
    class: required("The class of what the rule finds.", text("class-reference")),
    match: required("Words and #Tags in the match syntax of compromise.", text("match")),
    examples: required(
      "Sentences that prove the rule. They run as tests.",
      mapping({
        hit: required("The whole example, or its part in [brackets], must be found.", list(text("prose"))),
        miss: optional("The rule must find nothing here.", list(text("prose"))),
      }),
    ),
  },
  { item: "rule" },
);

const CONDITION = mapping({
  class: optional("Mentions of one of these classes or facets.", list(text("class-reference"))),
  entity: optional("Mentions of one of these entities.", list(text("entity-reference"))),
  phrase: optional("One of these phrases, written as terms are: `depend[s|ed] on`.", list(text("phrase"))),
  match: optional("Words and #Tags in the match syntax of compromise, for verbs and comparisons.", text("match")),
  evenNegated: optional("Whether phrases and matches count where they are negated too.", text("flag")),
});

const THEME_RULE = mapping({
  weight: required("How likely the theme is where this rule alone is met: above 0, at most 1.", text("prose")),
  within: optional("Where the conditions are met together: sentence (the default) or passage.", text("theme-scope")),
  all: optional("Conditions that must all be met. One is met by any of what it lists.", list(CONDITION)),
  any: optional("Conditions of which one must be met.", list(CONDITION)),
  not: optional("Conditions of which none may be met.", list(CONDITION)),
});

const THEME = mapping(
  {
    id: required(
      "Such as impact.equity. A later layer that uses it again replaces the theme.",
      text("theme-definition"),
    ),
    label: required("What people call the theme.", text("name")),
    definition: required("What a passage says that has the theme.", text("prose")),
    rules: required("What speaks for the theme, each with its weight.", list(THEME_RULE)),
    examples: required(
      "Passages that prove the theme. They run as tests.",
      mapping({
        hit: required("The passage must have the theme.", list(text("prose"))),
        miss: optional("The passage must not have the theme.", list(text("prose"))),
      }),
    ),
  },
  { item: "theme" },
);

const MENTION = mapping(
  {
    text: required("The words, which must stand in the text of the test.", text("prose")),
    class: optional("The class they must have; without it, any.", text("class-reference")),
    entity: optional("The entity they must mean; without it, any.", text("entity-reference")),
  },
  { item: "mention" },
);

const RETIREMENT = mapping(
  {
    class: required("The class of the term.", text("class-reference")),
    text: required("The term as its pack writes it.", text("phrase")),
  },
  { short: "entity-reference" },
);

const TEST = mapping(
  {
    text: required("A sentence to tag.", text("prose")),
    expect: optional("Mentions that the text must give.", list(MENTION)),
    forbid: optional("Mentions that the text must not give.", list(MENTION)),
  },
  { item: "test" },
);

/** The format of packs as `docs/packs.md` tells it: what stands where, and in which order keys are written. */
export const PACK_SHAPE = mapping({
  id: required("Lower-case letters, digits and hyphens; unique among the packs in use.", text("pack-definition")),
  title: required("What people call the pack.", text("name")),
  version: required("Raise it when you publish a change.", text("prose")),
  language: required("The language of the terms, such as en.", text("prose")),
  extends: optional(
    "What this pack builds on: the id of a pack, a path such as ./base.yaml, or a package in node_modules.",
    text("pack-reference"),
  ),
  classes: optional("Classes that the pack adds to the scheme.", list(CLASS)),
  entities: optional("Named things with all their names, sorted by id.", list(ENTITY)),
  terms: optional(
    "Generic terms by class: they name a kind of thing, not one thing.",
    mapping({}, { others: { role: "class-reference", value: list(TERM) } }),
  ),
  rules: optional("Names that follow a pattern.", list(RULE)),
  themes: optional("What passages argue, and how it is recognised.", list(THEME)),
  ignore: optional("Phrases that are never a mention, nor is anything inside them.", list(TERM)),
  retire: optional(
    "Ids of entities, and terms by class and text, of earlier layers that no longer count.",
    list(RETIREMENT),
  ),
  tests: optional("Sentences that prove the pack.", list(TEST)),
});
