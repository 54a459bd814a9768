import {
  createTagger,
  createThemeClassifier,
  extendTaxonomy,
  loadBuiltInPacks,
  type Pack,
  runPackTests,
  themesOfText,
} from "../../core";
import { commandWithOptions } from "../command";
import { isNamed, readPacks } from "../taxonomy-options";
import { printProblems } from "./print-problems";

export const testCommand = commandWithOptions({
  path: "taxonomy test",
  summary: "run the tests that packs carry",
  help: `Usage: healthgeo taxonomy test [PACK...]

Runs the tests of packs (files or folders), tagged with them and the built-in ones; without PACK, those of the built-in packs.
Exit 1 if one fails.
`,
  options: {},
  async run({ positionals }, output) {
    const own = await readPacks(positionals);
    const builtIn = loadBuiltInPacks();
    const taxonomy = extendTaxonomy(builtIn, own);
    const tagger = createTagger(taxonomy);
    const classifier = createThemeClassifier(taxonomy);
    const themesOf = themesOfText(tagger, classifier);
    const named = own.filter((pack) => isNamed(pack, positionals));
    const tested: readonly Pack[] = positionals.length === 0 ? builtIn.packs : named;
    const reports = tested.map((pack) => runPackTests(pack, (text) => tagger.tag(text).mentions, themesOf));
    const failures = [
      ...taxonomy.problems,
      ...tagger.problems,
      ...classifier.problems,
      ...reports.flatMap((result) => result.failures),
    ];
    const passed = reports.reduce((sum, result) => sum + result.passed, 0);
    output.message(`${passed} tests passed, ${failures.length} findings`);
    return printProblems(failures, output);
  },
});
