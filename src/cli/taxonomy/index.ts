import { chooseCommand, type Command, describeCommands, EXIT, type ExitCode, UsageError } from "../command";
import { checkCommand } from "./check";
import { diffCommand } from "./diff";
import { exportCommand } from "./export";
import { formatCommand } from "./format";
import { importCommand } from "./import";
import { testCommand } from "./test";

const SUBCOMMANDS: readonly Command[] = [
  checkCommand,
  testCommand,
  formatCommand,
  exportCommand,
  importCommand,
  diffCommand,
];

const HELP = `Usage: healthgeo taxonomy COMMAND [arguments]

Commands:
${describeCommands(SUBCOMMANDS)}
`;

export const taxonomyCommand: Command = {
  name: "taxonomy",
  summary: "check, test, sort, compare, import and export taxonomy packs",
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
