import {
  checkTaxonomy,
  createTagger,
  extendTaxonomy,
  formatProblem,
  loadBuiltInPacks,
  type Pack,
  type Problem,
  runPackTests,
} from "../core";
import {
  chooseCommand,
  type Command,
  describeCommands,
  EXIT,
  type ExitCode,
  parseCommandLine,
  UsageError,
} from "./command";
import { format } from "./taxonomy-format";
import { readPacks } from "./taxonomy-options";

const check: Command = {
  name: "check",
  summary: "report what is wrong in packs and between them",
  help: `Usage: healthgeo taxonomy check [PACK...]

Checks packs (files or folders) together with the built-in ones; without PACK, the built-in ones. Finds entities without a
label, ids used twice, unknown classes, rules that cannot run, and terms that are duplicate, shadowed by stronger ones, in
conflict with others, or unreachable. A pack may overrule the built-in ones. Exit 1 on findings.
`,
  async run(args, output): Promise<ExitCode> {
    const { values, positionals } = parseCommandLine("taxonomy check", args, {});
    if (values.help === true) {
      await output.data(this.help);
      return EXIT.ok;
    }
    const own = await readPacks(positionals);
    const taxonomy = extendTaxonomy(loadBuiltInPacks(), own);
    const checked = new Set((positionals.length === 0 ? taxonomy.packs : own).map((pack) => pack.uri));
    const problems = [...taxonomy.problems, ...createTagger(taxonomy).problems, ...checkTaxonomy(taxonomy)].filter(
      ({ uri }) => checked.has(uri),
    );
    const { packs, entities, lexicons, classes } = taxonomy;
    const terms = lexicons.reduce((sum, lexicon) => sum + lexicon.terms.length, 0);
    output.message(
      `${packs.length} packs, ${classes.size} classes, ${entities.size} entities, ${terms} terms, ${problems.length} problems`,
    );
    return report(problems, (text) => output.data(text));
  },
};

const test: Command = {
  name: "test",
  summary: "run the tests that packs carry",
  help: `Usage: healthgeo taxonomy test [PACK...]

Runs the tests of packs (files or folders), tagged with them and the built-in ones; without PACK, those of the built-in packs.
Exit 1 if one fails.
`,
  async run(args, output): Promise<ExitCode> {
    const { values, positionals } = parseCommandLine("taxonomy test", args, {});
    if (values.help === true) {
      await output.data(this.help);
      return EXIT.ok;
    }
    const own = await readPacks(positionals);
    const builtIn = loadBuiltInPacks();
    const taxonomy = extendTaxonomy(builtIn, own);
    const tagger = createTagger(taxonomy);
    const tested: readonly Pack[] = positionals.length === 0 ? builtIn.packs : own;
    const reports = tested.map((pack) => runPackTests(pack, (text) => tagger.tag(text).mentions));
    const failures = [...taxonomy.problems, ...tagger.problems, ...reports.flatMap((result) => result.failures)];
    const passed = reports.reduce((sum, result) => sum + result.passed, 0);
    output.message(`${passed} tests passed, ${failures.length} findings`);
    return report(failures, (text) => output.data(text));
  },
};

const SUBCOMMANDS: readonly Command[] = [check, test, format];

const HELP = `Usage: healthgeo taxonomy COMMAND [arguments]

Commands:
${describeCommands(SUBCOMMANDS)}
`;

export const taxonomyCommand: Command = {
  name: "taxonomy",
  summary: "check, test and sort taxonomy packs",
  help: HELP,
  async run([name, ...args], output): Promise<ExitCode> {
    if (name === "--help" || name === "-h") {
      await output.data(HELP);
      return EXIT.ok;
    }
    if (name === undefined) throw new UsageError(HELP);
    return chooseCommand(SUBCOMMANDS, name, "healthgeo taxonomy").run(args, output);
  },
};

async function report(problems: readonly Problem[], print: (text: string) => void | Promise<void>): Promise<ExitCode> {
  await print(problems.map((problem) => `${formatProblem(problem)}\n`).join(""));
  return problems.length === 0 ? EXIT.ok : EXIT.findings;
}
