import type { ExchangeReport } from "./exchange-report";
import type { Concept, Label, LabelRole, Thesaurus, WrittenTerm } from "./thesaurus";
import { expansionsOf, LABEL_ROLES, termsOf } from "./thesaurus";

/** In UTF-16 code units, as the pack parser has it. */
const LONGEST_TERM = 1500;

/** The language a pack gets: the one asked for, that of the only scheme, else the most frequent among preferred labels. */
export function chooseLanguage({ schemes, concepts }: Thesaurus, wanted: string | undefined): string {
  const declared = new Set(schemes.map(({ language }) => language).filter((language) => language !== undefined));
  if (wanted !== undefined) return wanted;
  if (declared.size === 1) return [...declared][0]!;
  const counts = new Map<string, number>();
  for (const { labels } of concepts) {
    for (const { role, language } of labels) {
      if (role === "preferred" && language !== undefined) counts.set(language, (counts.get(language) ?? 0) + 1);
    }
  }
  const [mostFrequent] = [...counts].sort(([a, m], [b, n]) => n - m || Number(b === "en") - Number(a === "en"));
  return mostFrequent?.[0] ?? "en";
}

/** Reads the labels of concepts that belong to one language, and says what it leaves out. */
export class LabelReader {
  constructor(
    readonly language: string,
    readonly report: ExchangeReport,
  ) {}

  /** The best name of a concept in the language, as written; nothing where it has none. */
  preferred({ labels }: Concept): string | undefined {
    return this.#ranked(labels)[0]?.text;
  }

  /** The best name in any language, to make an id of. */
  nameOf(concept: Concept): string | undefined {
    return this.preferred(concept) ?? concept.labels[0]?.text;
  }

  definition({ definitions, key, line }: Concept): string | undefined {
    const fitting = definitions.filter(({ language }) => this.#nearness(language) !== undefined);
    const others = definitions.length - fitting.length;
    if (others > 0) this.report.note("exchange.language-definitions", undefined, line, others);
    if (fitting.length > 1) this.report.note("exchange.several-definitions", key, line);
    const text = fitting[0] === undefined ? "" : cleaned(fitting[0].text);
    return text === "" ? undefined : text;
  }

  /** The label and the other terms of a concept as a pack has them; nothing where no label can be used. */
  terms(concept: Concept): { label: string; terms: WrittenTerm[] } | undefined {
    const { labels, line, key } = concept;
    const ranked = this.#ranked(labels);
    const others = labels.length - ranked.length;
    if (others > 0) {
      const example = labels.find(({ language }) => this.#nearness(language) === undefined);
      this.report.note("exchange.languages", example?.text, line, others);
    }
    const texts = new Set<string>();
    for (const label of ranked) {
      const text = this.#usable(label.text, line);
      if (label.role === "hidden") this.report.note("exchange.hidden", label.text, line);
      if (text !== undefined && texts.has(text)) this.report.note("exchange.repeated-label", text, line);
      else if (text !== undefined) texts.add(text);
    }
    const label = [...texts, ...concept.written.flatMap(expansionsOf)][0];
    if (label === undefined) {
      this.report.note("exchange.no-label", labels[0]?.text ?? key, line);
      return undefined;
    }
    if (ranked[0] !== undefined && ranked[0].role !== "preferred")
      this.report.note("exchange.other-preferred", label, line);
    return { label, terms: termsOf([...texts], concept.written, label) };
  }

  /** The labels of the language, best first: by role, then by how well the language fits. */
  #ranked(labels: readonly Label[]): Label[] {
    const rank = ({ role, language }: Label) => rankOfRole(role) * 4 + this.#nearness(language)!;
    return labels.filter(({ language }) => this.#nearness(language) !== undefined).sort((a, b) => rank(a) - rank(b));
  }

  /** How well a language tag fits: the same, a variety of the same language, none; undefined for another language. */
  #nearness(tag: string | undefined): number | undefined {
    if (tag === undefined) return 2;
    const [own, other] = [this.language.toLowerCase(), tag.toLowerCase()];
    if (own === other) return 0;
    return own.split("-")[0] === other.split("-")[0] ? 1 : undefined;
  }

  /** A label as a term: white space made plain, and no character that packs give a meaning. */
  #usable(written: string, line: number | undefined): string | undefined {
    const text = cleaned(written);
    if (!/[\p{L}\p{N}]/u.test(text) || text.length > LONGEST_TERM) {
      this.report.note("exchange.unusable-label", text, line);
      return undefined;
    }
    if (!/[[\]|]/.test(text)) return text;
    this.report.note("exchange.notation", text, line);
    return text.replaceAll("[", "(").replaceAll("]", ")").replaceAll("|", "/");
  }
}

function rankOfRole(role: LabelRole): number {
  return LABEL_ROLES.indexOf(role);
}

/** One line without control characters and halves of characters, in composed form. */
function cleaned(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\s\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+/gu, " ")
    .trim();
}
