import type { Problem } from "../../problem";
import { append } from "./multi-map";
import { rdf, type RdfGraph, skos, xl } from "./rdf";

/** Findings of one condition that are told one by one; the rest is counted. */
const MOST_FINDINGS = 5;
/** Steps up the hierarchy that S27 may cost altogether; a hostile file could ask for their square. */
const MAX_STEPS = 5_000_000;

/** The integrity conditions of the SKOS Reference that are checked (https://www.w3.org/TR/skos-reference/). */
export const SKOS_CONDITIONS = {
  S9: "a concept scheme is no concept",
  S13: "a text is only one of preferred, alternative and hidden label of a concept",
  S14: "a concept has one preferred label for each language at most",
  S27: "related concepts are not broader or narrower than one another",
  S37: "a collection is neither concept nor concept scheme",
  S46: "an exact match is no broader and no related match",
  S48: "a SKOS-XL label is neither concept nor concept scheme nor collection",
  S52: "a SKOS-XL label has exactly one literal form",
} as const;
export type SkosCondition = keyof typeof SKOS_CONDITIONS;

/** Checks a graph against the integrity conditions; each finding names the resource and its line. */
export function checkSkosIntegrity(graph: RdfGraph, uri: string): Problem[] {
  return new IntegrityCheck(graph, uri).run();
}

class IntegrityCheck {
  readonly #findings = new Map<SkosCondition, Problem[]>();
  readonly #counts = new Map<SkosCondition, number>();
  readonly #parents = new Map<string, string[]>();
  readonly #related: [string, string][] = [];
  #steps = 0;

  constructor(
    readonly graph: RdfGraph,
    readonly uri: string,
  ) {}

  run(): Problem[] {
    for (const subject of this.graph.subjects()) {
      this.#checkTypes(subject);
      this.#checkLabels(subject);
      this.#checkMatches(subject);
      this.#gatherRelations(subject);
    }
    for (const [a, b] of this.#related) this.#checkRelated(a, b);
    const problems = [...this.#findings].flatMap(([condition, found]) => {
      const more = this.#counts.get(condition)! - found.length;
      return more === 0 ? found : [...found, this.#problem(condition, `${more.toLocaleString("en")} more break it`)];
    });
    if (this.#steps <= MAX_STEPS) return problems;
    return [...problems, this.#problem("S27", "the hierarchy is too large to check all related concepts")];
  }

  #checkTypes(subject: string): void {
    const types = new Set(this.graph.iris(subject, rdf.type));
    const isConcept = types.has(skos.Concept);
    const isScheme = types.has(skos.ConceptScheme);
    const isCollection = types.has(skos.Collection) || types.has(skos.OrderedCollection);
    if (isConcept && isScheme) this.#find("S9", subject, "is both");
    if (isCollection && (isConcept || isScheme)) this.#find("S37", subject, "is both");
    const forms = this.graph.values(subject, xl.literalForm).length;
    if (!types.has(xl.Label) && forms === 0) return;
    if (isConcept || isScheme || isCollection) this.#find("S48", subject, "is both");
    if (forms !== 1) this.#find("S52", subject, `has ${forms}`);
  }

  #checkLabels(subject: string): void {
    const roles = new Map<string, string>();
    const languages = new Map<string, string>();
    for (const role of ["prefLabel", "altLabel", "hiddenLabel"] as const) {
      for (const value of this.graph.values(subject, skos[role])) {
        if (!("text" in value)) continue;
        const language = value.language?.toLowerCase() ?? "";
        const literal = `${language}\n${value.text}`;
        const earlier = roles.get(literal);
        if (earlier !== undefined && earlier !== role) {
          this.#find("S13", subject, `has "${value.text}" as ${earlier} and as ${role}`);
        }
        roles.set(literal, role);
        if (role !== "prefLabel") continue;
        const other = languages.get(language);
        if (other !== undefined && other !== value.text) {
          const where = language === "" ? "without a language" : `in "${language}"`;
          this.#find("S14", subject, `has "${other}" and "${value.text}" ${where}`);
        }
        languages.set(language, value.text);
      }
    }
  }

  /** Exact and related matches hold in both directions. */
  #checkMatches(subject: string): void {
    for (const other of this.graph.iris(subject, skos.exactMatch)) {
      const clashes =
        this.#states(subject, "broadMatch", other) ||
        this.#states(subject, "relatedMatch", other) ||
        this.#states(subject, "narrowMatch", other) ||
        this.#states(other, "broadMatch", subject) ||
        this.#states(other, "relatedMatch", subject) ||
        this.#states(other, "narrowMatch", subject);
      if (clashes) this.#find("S46", subject, `matches <${other}> in both ways`);
    }
  }

  #states(subject: string, name: keyof typeof skos, object: string): boolean {
    return this.graph.iris(subject, skos[name]).includes(object);
  }

  #gatherRelations(subject: string): void {
    for (const name of ["broader", "broaderTransitive", "broadMatch"] as const) {
      for (const parent of this.graph.iris(subject, skos[name])) this.#addParent(subject, parent);
    }
    for (const name of ["narrower", "narrowerTransitive", "narrowMatch"] as const) {
      for (const child of this.graph.iris(subject, skos[name])) this.#addParent(child, subject);
    }
    for (const name of ["related", "relatedMatch"] as const) {
      for (const other of this.graph.iris(subject, skos[name])) this.#related.push([subject, other]);
    }
  }

  #addParent(child: string, parent: string): void {
    append(this.#parents, child, parent);
  }

  #checkRelated(a: string, b: string): void {
    if (this.#isBelow(a, b)) this.#find("S27", a, `is related to <${b}>, which is broader`);
    else if (this.#isBelow(b, a)) this.#find("S27", a, `is related to <${b}>, which is narrower`);
  }

  #isBelow(start: string, goal: string): boolean {
    const seen = new Set<string>();
    const waiting = [...(this.#parents.get(start) ?? [])];
    while (waiting.length > 0) {
      const node = waiting.pop()!;
      if (node === goal) return true;
      if (seen.has(node)) continue;
      seen.add(node);
      if (++this.#steps > MAX_STEPS) return false;
      for (const parent of this.#parents.get(node) ?? []) waiting.push(parent);
    }
    return false;
  }

  #find(condition: SkosCondition, subject: string, what: string): void {
    this.#counts.set(condition, (this.#counts.get(condition) ?? 0) + 1);
    let findings = this.#findings.get(condition);
    if (findings === undefined) this.#findings.set(condition, (findings = []));
    if (findings.length < MOST_FINDINGS) findings.push(this.#problem(condition, `<${subject}> ${what}`, subject));
  }

  #problem(condition: SkosCondition, what: string, subject?: string): Problem {
    const line = subject === undefined ? undefined : this.graph.lineOf(subject);
    return {
      severity: "warning",
      code: `skos.${condition}`,
      message: `SKOS ${condition}, ${SKOS_CONDITIONS[condition]}: ${what}.`,
      uri: this.uri,
      ...(line === undefined ? {} : { line }),
    };
  }
}
