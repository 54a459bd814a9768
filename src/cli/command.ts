import { parseArgs, type ParseArgsConfig } from "node:util";

/** Exit codes of the command line. */
export const EXIT = { ok: 0, findings: 1, usage: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Bad usage or input: the message goes to stderr, the process ends with `EXIT.usage`. */
export class UsageError extends Error {}

/** Data goes to stdout, messages to stderr. */
export interface Output {
  data(text: string): void | Promise<void>;
  message(text: string): void;
}

export interface Command {
  readonly name: string;
  readonly summary: string;
  readonly help: string;
  run(args: readonly string[], output: Output): Promise<ExitCode>;
}

type Options = NonNullable<ParseArgsConfig["options"]>;

/** Options that every command understands. */
const COMMON_OPTIONS = { help: { type: "boolean", short: "h" } } as const;

/** What a command that takes options has of its own. */
interface CommandWithOptions<T extends Options> {
  /** As people write it behind `healthgeo`: "tag", "taxonomy check". */
  readonly path: string;
  readonly summary: string;
  readonly help: string;
  readonly options: T;
  /** What to read in place of an argument. */
  readonly rewrite?: (argument: string, index: number, args: readonly string[]) => string;
  run(line: ReturnType<typeof parseCommandLine<T>>, output: Output): Promise<ExitCode>;
}

/** A command whose arguments are parsed before it runs, and which prints its help where that is asked for. */
export function commandWithOptions<T extends Options>(command: CommandWithOptions<T>): Command {
  const { path, summary, help, options, rewrite } = command;
  return {
    name: path.slice(path.lastIndexOf(" ") + 1),
    summary,
    help,
    async run(args, output) {
      const line = parseCommandLine(path, rewrite === undefined ? args : args.map(rewrite), options);
      if (!("help" in line.values)) return command.run(line, output);
      await output.data(help);
      return EXIT.ok;
    },
  };
}

/** Parses a command's arguments; an unknown option is a usage error that points to the help. */
function parseCommandLine<T extends Options>(path: string, args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options: { ...COMMON_OPTIONS, ...options }, allowPositionals: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${reason}\nSee "healthgeo ${path} --help".`);
  }
}

/** The command a name stands for, or a usage error that lists the names. */
export function chooseCommand(commands: readonly Command[], name: string, parent: string): Command {
  const command = commands.find((candidate) => candidate.name === name);
  if (command !== undefined) return command;
  const names = commands.map((candidate) => candidate.name).join(", ");
  throw new UsageError(`"${name}" is not a command of ${parent}; the commands are ${names}. See "${parent} --help".`);
}

/** A command that only leads on to commands of its own, such as `healthgeo taxonomy check`. */
export function commandGroup(name: string, summary: string, commands: readonly Command[]): Command {
  const parent = `healthgeo ${name}`;
  const help = `Usage: ${parent} COMMAND [arguments]

Commands:
${describeCommands(commands)}

"${parent} COMMAND --help" for a command's help.
`;
  return {
    name,
    summary,
    help,
    async run([subcommand, ...args], output): Promise<ExitCode> {
      if (subcommand === "--help" || subcommand === "-h") {
        await output.data(help);
        return EXIT.ok;
      }
      if (subcommand === undefined) throw new UsageError(help);
      return chooseCommand(commands, subcommand, parent).run(args, output);
    },
  };
}

/** The list of commands in a help text. */
export function describeCommands(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`).join("\n");
}
