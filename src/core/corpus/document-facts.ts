import { formatOfPath } from "../text/format";
import { frontMatterEnd } from "../text/markdown";

/** Dates and titles stand at the top; nobody looks for them further down. In UTF-16 code units. */
const HEAD_LENGTH = 10_000;

const MONTHS = "january february march april may june july august september october november december".split(" ");

const YEAR = "(?:19|20)\\d\\d";
const MONTH = "(?:0[1-9]|1[0-2])";
const DAY = "(?:0[1-9]|[12]\\d|3[01])";
const ISO_DATE = new RegExp(`^(${YEAR})(?:-(${MONTH})(?:-(${DAY}))?)?(?![\\d-])`);
const DAY_MONTH_YEAR = new RegExp(`^(\\d{1,2})\\.? (\\p{L}+),? (${YEAR})(?!\\d)`, "u");
const MONTH_DAY_YEAR = new RegExp(`^(\\p{L}+) (?:(\\d{1,2}),? )?(${YEAR})(?!\\d)`, "u");
/** A year alone is left out: names such as `agenda-2030` say nothing of when a text was written. */
const DATE_IN_NAME = new RegExp(`(?<!\\d)(${YEAR})([-_.]?)(${MONTH})(?:\\2(${DAY}))?(?!\\d)`, "g");

/**
 * When a document was written, as far as it says: `2024`, `2024-03` or `2024-03-05`. Taken from the `date` of its front
 * matter, else from an ISO date or a year and month in its file name; undefined where neither has one. Of several dates in a
 * name the last counts. Years before 1900 and after 2099 are taken for something else.
 *
 * @param path of the file, with slashes
 */
export function dateOf(text: string, path: string): string | undefined {
  return parseDate(frontMatterValue(text, "date") ?? "") ?? dateInName(path);
}

/**
 * The title of a document: from its front matter, else its title or first heading in its markup, else its file name.
 *
 * @param path of the file, with slashes
 */
export function titleOf(text: string, path: string): string {
  const title = frontMatterValue(text, "title") ?? titleInMarkup(text, path) ?? "";
  return title.replace(/\s+/g, " ").trim() || fileName(path);
}

/** A value on one line of the front matter, without quotes; undefined where there is none. */
function frontMatterValue(text: string, key: string): string | undefined {
  const source = text.slice(0, Math.min(frontMatterEnd(text), HEAD_LENGTH));
  const written = new RegExp(`^${key}[ \\t]*:(.*)`, "m").exec(source)?.[1]?.trim();
  if (written === undefined || /^(?:[|>&*[{#]|$)/.test(written)) return undefined;
  const quoted = /^"((?:[^"\\]|\\.)*)"|^'((?:[^']|'')*)'/.exec(written);
  if (quoted === null) return written.replace(/[ \t]#.*$/, "");
  return quoted[1]?.replace(/\\(.)/g, "$1") ?? quoted[2]!.replaceAll("''", "'");
}

function parseDate(written: string): string | undefined {
  const iso = ISO_DATE.exec(written.replace(/^(\d{4}-\d\d-\d\d)[T ].*$/, "$1"));
  if (iso !== null) return joined(iso[1]!, iso[2], iso[3]);
  const dayFirst = DAY_MONTH_YEAR.exec(written);
  if (dayFirst !== null) return withMonth(dayFirst[3]!, dayFirst[2]!, dayFirst[1]);
  const monthFirst = MONTH_DAY_YEAR.exec(written);
  return monthFirst === null ? undefined : withMonth(monthFirst[3]!, monthFirst[1]!, monthFirst[2]);
}

/** Undefined where `name` is neither an English month nor its first three letters. */
function withMonth(year: string, name: string, day: string | undefined): string | undefined {
  const index = MONTHS.findIndex((month) => month === name.toLowerCase() || month.slice(0, 3) === name.toLowerCase());
  return index < 0 ? undefined : joined(year, String(index + 1), day);
}

function joined(year: string, month: string | undefined, day: string | undefined): string {
  return [year, month, day].flatMap((part) => (part === undefined ? [] : [part.padStart(2, "0")])).join("-");
}

function dateInName(path: string): string | undefined {
  const last = [...fileName(path).matchAll(DATE_IN_NAME)].at(-1);
  return last === undefined ? undefined : joined(last[1]!, last[3], last[4]);
}

function titleInMarkup(text: string, path: string): string | undefined {
  switch (formatOfPath(path)) {
    case "markdown":
      return markdownTitle(text);
    case "latex":
      return /\\title\s*\{([^{}]*)\}/.exec(text.slice(0, HEAD_LENGTH))?.[1];
    case "html":
      return /<title[^>]*>([^<]*)</i.exec(text.slice(0, HEAD_LENGTH))?.[1];
    case "plain":
      return undefined;
  }
}

function markdownTitle(text: string): string | undefined {
  const start = frontMatterEnd(text);
  const body = text.slice(start, start + HEAD_LENGTH);
  const [, heading, underlined] = /^#{1,6}[ \t](.*)|^(\S.*)\r?\n=+[ \t]*$/m.exec(body) ?? [];
  return underlined ?? heading?.replace(/\{[^{}]*\}[ \t]*$/, "").replace(/(?<!#)#+[ \t]*$/, "");
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
