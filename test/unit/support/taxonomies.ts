import { parsePack } from "../../../src/core/taxonomy/packs/pack-parser";
import type { Pack, PackLayer } from "../../../src/core/taxonomy/model";
import { compileTaxonomy, type Taxonomy } from "../../../src/core/taxonomy/taxonomy";
import { createTagger, type Tagger } from "../../../src/core/tagger/tagger";

const CLASSES = [
  "actor.state",
  "actor.intergovernmental",
  "actor.agency",
  "actor.company",
  "actor.research",
  "actor.person",
  "actor.civil-society",
]
  .concat(["infrastructure.data", "infrastructure.sequencing", "infrastructure.compute", "infrastructure.ai"])
  .concat(["sovereignty.control", "sovereignty.flow", "sovereignty.governance", "sovereignty.cooperation"]);

/** A pack with every class that tests use and the body given. */
export function packOf(body: string, layer: PackLayer = "workspace", id = "test"): Pack {
  const { pack, problems } = parsePack(
    `id: ${id}\ntitle: Test\nversion: 1.0.0\nlanguage: en\n${body}`,
    `${id}.yaml`,
    layer,
  );
  if (pack === undefined) throw new Error(JSON.stringify(problems));
  return pack;
}

export const classPack: Pack = packOf(
  `classes:\n${CLASSES.map((id) => `  - { id: ${id}, label: ${id}, definition: ${id} }\n`).join("")}`,
  "built-in",
  "classes",
);

export function taxonomyOf(...bodies: string[]): Taxonomy {
  return compileTaxonomy([classPack, ...bodies.map((body, i) => packOf(body, "workspace", `test-${i}`))]);
}

export function taggerOf(...bodies: string[]): Tagger {
  return createTagger(taxonomyOf(...bodies));
}
