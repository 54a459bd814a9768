import { createTagger, extendTaxonomy, importTaxonomy, loadBuiltInPacks, parsePack, type Taxonomy } from "../src/core";
import { measure, report } from "./measure";

const CONCEPTS = 100_000;

/** Turtle as large thesauri write it: three labels, a parent, a scheme. */
function turtle(): string {
  const head =
    "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n@prefix t: <https://example.org/t/> .\nt:s a skos:ConceptScheme .\n";
  const concepts = Array.from(
    { length: CONCEPTS },
    (_, i) =>
      `t:c${i} a skos:Concept ; skos:inScheme t:s ; skos:broader t:c${(i - 1) >> 3} ; ` +
      `skos:prefLabel "Laboratory concept ${i}"@en ; skos:altLabel "Lab item ${i}"@en, "LI-${i}"@en .\n`,
  );
  return head + concepts.join("");
}

/** A thesaurus of 100,000 concepts: importing it, parsing and compiling the pack, tagging with it. */
export function benchThesaurus(text: string, builtIn: Taxonomy): void {
  const source = turtle();
  const options = { uri: "t.ttl", classes: builtIn.classes, class: "infrastructure.data", as: "terms" } as const;
  const { result: imported, figures } = measure(() => importTaxonomy(source, "skos", options), 1);
  report("thesaurus.import", { ...figures, units: source.length, terms: imported.counts.terms });
  const { result: parsed, figures: parsing } = measure(() => parsePack(imported.source!, "t.yaml"), 3);
  report("thesaurus.parse", { ...parsing, units: imported.source!.length });
  const { result: taxonomy, figures: compiling } = measure(() => extendTaxonomy(loadBuiltInPacks(), [parsed.pack!]), 1);
  report("thesaurus.compile", { ...compiling });
  for (const [name, each] of [["with", taxonomy] as const, ["without", builtIn] as const]) {
    const tagger = createTagger(each);
    report(`thesaurus.tag.1MB.${name}`, { ...measure(() => tagger.tag(text, { format: "plain" }), 3).figures });
  }
}
