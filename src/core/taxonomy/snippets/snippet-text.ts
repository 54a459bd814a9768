/** Marks that mail and chat put before each line they quote. */
const QUOTING = /^(?:[ \t\u00a0]*[>|│])+[ \t\u00a0]?/;
const FENCE = /^\s*(?:```|~~~)/;
/** The first line of a fragment of a pack: one of its keys, or an item of a list. */
const BEGINNING = /^\s*(?:(?:entities|terms|classes|id|title|version|language|extends)\s*:|-\s+(?:id|class|label)\s*:)/;
/** What may stand at the margin of a fragment; anything else there is the mail's again. */
const OWN_LINE = /^(?:\s|$|#|-\s|(?:["']?[\w.-]+["']?)\s*:(?:\s|$))/;

/**
 * The YAML in a text that came through mail or chat: without quoting marks, code fences, the words around it and common
 * indentation. What is not YAML becomes a blank line, so that line numbers stay those of the text.
 */
export function snippetSource(text: string): string {
  const lines = text
    .replace(/^\ufeff/, "")
    .split(/\r\n|\r|\n/)
    .map(withoutMarks);
  return withoutCommonIndent(fragmentOf(fencedPart(lines))).join("\n");
}

/** The same with typographic quotation marks around values made straight, as word processors leave them. */
export function withStraightQuotes(source: string): string {
  return source.replace(
    /((?:^|[:[,{-])[ ]*)[“„«]([^“”„«»"\\\n]*)[”“»](?=\s*(?:[,\]}:]|$))/gm,
    (_, before: string, words: string) => `${before}"${words}"`,
  );
}

function withoutMarks(line: string): string {
  const bare = line.replace(/[\u200b\u200e\u200f\u2060]/g, "").replace(QUOTING, "");
  const [indent] = /^[ \t\u00a0\u2003\u3000]*/.exec(bare)!;
  return (
    indent.replace(/\t/g, "  ").replace(/[^ ]/g, " ") +
    bare
      .slice(indent.length)
      .replace(/^[•–]\s+/, "- ")
      .trimEnd()
  );
}

/** The first fenced part, if there is one. */
function fencedPart(lines: readonly string[]): string[] {
  const from = lines.findIndex((line) => FENCE.test(line));
  if (from < 0) return [...lines];
  const length = lines.slice(from + 1).findIndex((line) => FENCE.test(line));
  const to = length < 0 ? lines.length : from + 1 + length;
  return lines.map((line, i) => (i > from && i < to ? line : ""));
}

/** From the first line that begins a fragment to the last that can belong to it. */
function fragmentOf(lines: readonly string[]): string[] {
  const from = lines.findIndex((line) => BEGINNING.test(line));
  if (from < 0) return lines.map(() => "");
  const margin = indentOf(lines[from]!);
  const length = lines
    .slice(from)
    .findIndex((line) => line !== "" && (indentOf(line) < margin || !OWN_LINE.test(line.slice(margin))));
  const to = length < 0 ? lines.length : from + length;
  return lines.map((line, i) => (i >= from && i < to ? line : ""));
}

function withoutCommonIndent(lines: readonly string[]): string[] {
  const common = Math.min(...lines.filter((line) => line !== "").map(indentOf));
  return lines.map((line) => line.slice(Number.isFinite(common) ? common : 0));
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
