import { chooseCommand, type Command, describeCommands, EXIT, type ExitCode, UsageError } from "../command";
import { agreementCommand } from "./agreement";
import { mergeCommand } from "./merge";

const SUBCOMMANDS: readonly Command[] = [agreementCommand, mergeCommand];

const HELP = `Usage: healthgeo annotations COMMAND [arguments]

Commands:
${describeCommands(SUBCOMMANDS)}

"healthgeo annotations COMMAND --help" for a command's help.
`;

export const annotationsCommand: Command = {
  name: "annotations",
  summary: "merge what several people decided, and measure how far they agree",
  help: HELP,
  async run([name, ...args], output): Promise<ExitCode> {
    if (name === "--help" || name === "-h") {
      await output.data(HELP);
      return EXIT.ok;
    }
    if (name === undefined) throw new UsageError(HELP);
    return chooseCommand(SUBCOMMANDS, name, "healthgeo annotations").run(args, output);
  },
};
