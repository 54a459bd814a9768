import { version } from "../../package.json";
import { annotationsCommand } from "./annotations/annotations";
import { classifyCommand } from "./classify";
import { chooseCommand, type Command, describeCommands, EXIT, type ExitCode, type Output, UsageError } from "./command";
import { corpusCommand } from "./corpus/corpus";
import { reportCommand } from "./corpus/report";
import { evaluateCommand } from "./evaluate/evaluate";
import { importCommand } from "./import";
import { mapCommand } from "./map";
import { tagCommand } from "./tag";
import { taxonomyCommand } from "./taxonomy";

const COMMANDS: readonly Command[] = [
  tagCommand,
  evaluateCommand,
  mapCommand,
  taxonomyCommand,
  annotationsCommand,
  reportCommand,
  corpusCommand,
  importCommand,
  classifyCommand,
];

const HELP = `Usage: healthgeo COMMAND [arguments]

Tags actors, infrastructure and sovereignty concepts in texts on health geopolitics.

Commands:
${describeCommands(COMMANDS)}

Options:
  -h, --help     this help; "healthgeo COMMAND --help" for a command's
  --version      the version

Exit codes: 0 fine, 1 findings, 2 bad usage or input. Data goes to stdout, messages to stderr.
`;

/** Runs one command line; whatever goes wrong is said on the message channel and in the exit code. */
export async function run(args: readonly string[], output: Output): Promise<ExitCode> {
  try {
    return await dispatch(args, output);
  } catch (error) {
    output.message(messageOf(error));
    return EXIT.usage;
  }
}

async function dispatch([name, ...args]: readonly string[], output: Output): Promise<ExitCode> {
  if (name === "--version") {
    await output.data(`${version}\n`);
    return EXIT.ok;
  }
  if (name === "--help" || name === "-h") {
    await output.data(HELP);
    return EXIT.ok;
  }
  if (name === undefined) throw new UsageError(HELP);
  return chooseCommand(COMMANDS, name, "healthgeo").run(args, output);
}

function messageOf(error: unknown): string {
  if (error instanceof UsageError) return error.message;
  return `Unexpected: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
