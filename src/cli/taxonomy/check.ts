import { checkRetirements, checkTaxonomy, createTagger, extendTaxonomy, loadBuiltInPacks } from "../../core";
import { commandWithOptions } from "../command";
import { isNamed, readPacks } from "../taxonomy-options";
import { printProblems } from "./print-problems";

export const checkCommand = commandWithOptions({
  path: "taxonomy check",
  summary: "report what is wrong in packs and between them",
  help: `Usage: healthgeo taxonomy check [PACK...]

Checks packs (files or folders) together with the built-in ones; without PACK, the built-in ones. Finds entities without a
label, ids used twice, unknown classes, rules that cannot run, and terms that are duplicate, shadowed by stronger ones, in
conflict with others, or unreachable. A pack may overrule the built-in ones. Exit 1 on findings.
`,
  options: {},
  async run({ positionals }, output) {
    const own = await readPacks(positionals);
    const taxonomy = extendTaxonomy(loadBuiltInPacks(), own);
    const named = own.filter((pack) => isNamed(pack, positionals));
    const checked = new Set((positionals.length === 0 ? taxonomy.packs : named).map((pack) => pack.uri));
    const found = [
      ...taxonomy.problems,
      ...createTagger(taxonomy).problems,
      ...checkTaxonomy(taxonomy),
      ...checkRetirements(taxonomy.packs),
    ];
    const problems = found.filter(({ uri }) => checked.has(uri));
    const { packs, entities, lexicons, classes } = taxonomy;
    const terms = lexicons.reduce((sum, lexicon) => sum + lexicon.terms.length, 0);
    output.message(
      `${packs.length} packs, ${classes.size} classes, ${entities.size} entities, ${terms} terms, ${problems.length} problems`,
    );
    return printProblems(problems, output);
  },
});
