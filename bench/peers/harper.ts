import type { Context } from "../context";

interface HarperModule {
  readonly LocalLinter: new (options: { binary: unknown; dialect: number }) => {
    setup(): Promise<void>;
    lint(text: string, options: { language: "markdown" }): Promise<readonly unknown[]>;
  };
  readonly Dialect: { readonly American: number };
}

/** harper.js, a grammar checker: lints a Markdown document and gives the number of findings. */
export async function createHarper(context: Context): Promise<(markdown: string) => Promise<number>> {
  const { LocalLinter, Dialect } = (await context.import("harper.js", "dist/index.js")) as HarperModule;
  const { binary } = (await context.import("harper.js", "dist/binary.js")) as { binary: unknown };
  const linter = new LocalLinter({ binary, dialect: Dialect.American });
  await linter.setup();
  return async (markdown) => (await linter.lint(markdown, { language: "markdown" })).length;
}
