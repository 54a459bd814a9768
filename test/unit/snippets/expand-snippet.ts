/** What a snippet body becomes in the editor before anyone types. */
export interface ExpandedSnippet {
  readonly text: string;
  /** Tab stop numbers in ascending order, each once. */
  readonly tabStops: readonly number[];
  /** Names of the variables used. */
  readonly variables: ReadonlySet<string>;
}

/**
 * Expands a body in VS Code's snippet syntax: tab stops, placeholders, choices and variables, without transforms.
 * A choice gives its first option; a variable without a value gives its default.
 *
 * @throws SyntaxError where a `${` is not closed or names neither a tab stop nor a variable.
 */
export function expandSnippet(body: string, values: Readonly<Record<string, string>> = {}): ExpandedSnippet {
  const tabStops = new Set<number>();
  const variables = new Set<string>();
  const defaults = new Map<number, string>();
  let position = 0;

  function take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = position;
    const match = pattern.exec(body);
    if (match !== null) position = pattern.lastIndex;
    return match ?? undefined;
  }

  /** Reads to the end of the body, or of the placeholder whose default this is. */
  function readText(inPlaceholder: boolean): string {
    let text = "";
    while (position < body.length) {
      if (inPlaceholder && body[position] === "}") return text;
      text += take(/\\([$}\\])/y)?.[1] ?? readBare() ?? readBraced() ?? body[position++] ?? "";
    }
    if (inPlaceholder) throw new SyntaxError(`Unclosed placeholder in ${JSON.stringify(body)}`);
    return text;
  }

  function readBare(): string | undefined {
    const match = take(/\$(?:(\d+)|([A-Z_]+))/y);
    return match === undefined ? undefined : valueOf(match[1], match[2], "");
  }

  function readBraced(): string | undefined {
    if (!body.startsWith("${", position)) return undefined;
    const start = take(/\$\{(?:(\d+)|([A-Z_]+))(?=[}:|])/y);
    if (start === undefined) throw new SyntaxError(`Neither a tab stop nor a variable at ${body.slice(position)}`);
    const fallback = take(/\|([^|]+)\|/y)?.[1]?.split(",")[0] ?? (take(/:/y) === undefined ? "" : readText(true));
    if (take(/\}/y) === undefined) throw new SyntaxError(`Unclosed placeholder in ${JSON.stringify(body)}`);
    return valueOf(start[1], start[2], fallback);
  }

  /** Every occurrence of a tab stop shows the default of the one that has it. */
  function valueOf(number: string | undefined, name = "", fallback: string): string {
    if (number === undefined) {
      variables.add(name);
      return values[name] ?? fallback;
    }
    tabStops.add(Number(number));
    const value = defaults.get(Number(number)) ?? fallback;
    defaults.set(Number(number), value);
    return value;
  }

  const text = readText(false);
  return { text, tabStops: [...tabStops].sort((a, b) => a - b), variables };
}
