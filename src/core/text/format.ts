/** The markup a document is written in; it decides what counts as prose. */
export const TEXT_FORMATS = ["plain", "markdown", "latex", "html"] as const;
export type TextFormat = (typeof TEXT_FORMATS)[number];

const FORMAT_OF_EXTENSION: Readonly<Record<string, TextFormat>> = {
  md: "markdown",
  markdown: "markdown",
  mdx: "markdown",
  qmd: "markdown",
  rmd: "markdown",
  tex: "latex",
  ltx: "latex",
  html: "html",
  htm: "html",
  xhtml: "html",
};

export function isTextFormat(name: string): name is TextFormat {
  return (TEXT_FORMATS as readonly string[]).includes(name);
}

/** The format a file name suggests; `plain` where the extension says nothing. */
export function formatOfPath(path: string): TextFormat {
  const extension = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase();
  return (extension === undefined ? undefined : FORMAT_OF_EXTENSION[extension]) ?? "plain";
}
