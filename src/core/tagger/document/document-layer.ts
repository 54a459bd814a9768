import type { Problem } from "../../problem";
import type { GenericTerm, Pack, Term } from "../../taxonomy/model";
import { type PackFragment, parsePackFragment } from "../../taxonomy/packs/pack-parser";
import { withDocumentPack } from "../../taxonomy/taxonomy";
import type { TextFormat } from "../../text/format";
import { LineIndex } from "../../text/lines";
import type { Segmenter } from "../../text/segmenter";
import { BlockTagger } from "../block/block-tagger";

/** What a comment for HealthGeo begins with. */
export const COMMENT_MARK = "healthgeo:";
/** In UTF-16 code units, of all comments of a document together; more is a pack, and belongs into one. */
const MAX_COMMENT_LENGTH = 10_000;

/** What stands in a comment behind the mark. */
interface Comment {
  /** Offset in the document, in UTF-16 code units. */
  readonly start: number;
  readonly source: string;
}

/** Whether a text may hold comments for HealthGeo, found at the cost of one search. */
export function mayHoldComments(text: string): boolean {
  return text.includes(COMMENT_MARK);
}

/** Whether texts of a format can hold comments. */
export function hasComments(format: TextFormat): boolean {
  return format !== "plain";
}

/**
 * The taxonomy's last layer: what a document says in its own comments, `<!-- healthgeo: ignore: [Gap] -->` in Markdown and
 * HTML, `% healthgeo: ignore: [Gap]` in LaTeX. It holds for that document alone.
 */
export class DocumentLayer {
  #tagger: BlockTagger;
  #problems: readonly Problem[] = [];
  /** What the comments said when they were last read. */
  #said = "";

  constructor(
    readonly base: BlockTagger,
    readonly format: TextFormat,
    readonly uri: string,
  ) {
    this.#tagger = base;
  }

  /** Tags the blocks of this document. */
  get tagger(): BlockTagger {
    return this.#tagger;
  }

  /** What is wrong with the comments. A comment with a problem says nothing; the others stand. */
  get problems(): readonly Problem[] {
    return this.#problems;
  }

  /**
   * Reads the comments of a text.
   *
   * @param segmenter has seen the text
   * @returns whether `tagger` is another one now
   */
  read(text: string, segmenter: Segmenter): boolean {
    const comments = findComments(text, this.format).filter(({ at }) => segmenter.isComment(at, text));
    const { fragments, problems } = this.#parse(text, comments);
    this.#problems = problems;
    const said = fragments.length === 0 ? "" : JSON.stringify(fragments);
    if (said === this.#said) return false;
    this.#said = said;
    this.#tagger = said === "" ? this.base : this.#taggerWith(packOf(fragments));
    return true;
  }

  #taggerWith(pack: Pack): BlockTagger {
    return new BlockTagger(withDocumentPack(this.base.taxonomy, pack), this.base.discovers, this.base);
  }

  #parse(text: string, comments: readonly Comment[]): { fragments: PackFragment[]; problems: Problem[] } {
    const fragments: PackFragment[] = [];
    const problems: Problem[] = [];
    const lines = comments.length === 0 ? undefined : new LineIndex(text);
    let length = 0;
    for (const { start, source } of comments) {
      const place = lines!.locate(start);
      length += source.length;
      if (length > MAX_COMMENT_LENGTH) {
        problems.push(this.#tooLong(place));
        break;
      }
      const { fragment, problems: own } = parsePackFragment(source, this.uri);
      const wrong = fragment === undefined ? own : this.#unknownClasses(fragment);
      problems.push(...wrong.map((problem) => placed(problem, place)));
      if (fragment !== undefined && wrong.length === 0) fragments.push(withoutLines(fragment));
    }
    return { fragments, problems };
  }

  #tooLong(place: { line: number; column: number }): Problem {
    const limit = MAX_COMMENT_LENGTH.toLocaleString("en");
    const message = `The comments for HealthGeo have more than ${limit} characters; move the terms into a pack of the workspace.`;
    return { severity: "error", code: "comment.too-long", message, uri: this.uri, ...place };
  }

  #unknownClasses({ terms }: PackFragment): Problem[] {
    const { classes } = this.base.taxonomy;
    return terms
      .filter((term) => !classes.has(term.class))
      .map(({ class: id, term: { line } }) => {
        const message = `"${id}" is not a class of this taxonomy; use one of ${[...classes.keys()].join(", ")}.`;
        return { severity: "error", code: "taxonomy.unknown-class", message, uri: this.uri, line, subject: id };
      });
  }
}

/** Comments by their notation alone, in order; `at` is where they begin. Takes time in proportion to the text. */
function findComments(text: string, format: TextFormat): (Comment & { readonly at: number })[] {
  switch (format) {
    case "plain":
      return [];
    case "latex":
      return [...text.matchAll(/%[ \t]*healthgeo:([^\n\r]*)/g)].map((match) => commentOf(match.index, match));
    case "markdown":
    case "html":
      return findHtmlComments(text);
  }
}

function findHtmlComments(text: string): (Comment & { readonly at: number })[] {
  const comments: (Comment & { readonly at: number })[] = [];
  const opening = /<!--\s*healthgeo:/y;
  for (let at = text.indexOf("<!--"); at >= 0;) {
    opening.lastIndex = at;
    const match = opening.exec(text);
    const start = match === null ? at + 4 : opening.lastIndex;
    const end = match === null ? start : text.indexOf("-->", start);
    if (end < 0) break;
    if (match !== null) comments.push({ at, start, source: text.slice(start, end) });
    at = text.indexOf("<!--", end);
  }
  return comments;
}

function commentOf(at: number, [whole, source = ""]: RegExpExecArray): Comment & { readonly at: number } {
  return { at, start: at + whole.length - source.length, source };
}

/** A problem of a fragment at its place in the document; the fragment's first line begins at `start`. */
function placed(problem: Problem, start: { line: number; column: number }): Problem {
  const lineOf = (line: number) => start.line + line - 1;
  const columnOf = (line: number, column: number) => (line === 1 ? start.column + column - 1 : column);
  const { line = 1, column, endLine, endColumn, ...rest } = problem;
  return {
    ...rest,
    line: lineOf(line),
    ...(column === undefined ? {} : { column: columnOf(line, column) }),
    ...(endLine === undefined ? {} : { endLine: lineOf(endLine) }),
    ...(endLine === undefined || endColumn === undefined ? {} : { endColumn: columnOf(endLine, endColumn) }),
  };
}

/** What a fragment says, wherever it stands. */
function withoutLines({ terms, ignore }: PackFragment): PackFragment {
  const still = (term: Term): Term => ({ ...term, line: 1 });
  return {
    terms: terms.map(({ class: id, term }): GenericTerm => ({ class: id, term: still(term) })),
    ignore: ignore.map(still),
  };
}

function packOf(fragments: readonly PackFragment[]): Pack {
  return {
    id: "document",
    title: "",
    version: "",
    language: "",
    uri: "",
    layer: "document",
    classes: [],
    entities: [],
    terms: fragments.flatMap(({ terms }) => terms),
    rules: [],
    ignore: fragments.flatMap(({ ignore }) => ignore),
    themes: [],
    tests: [],
  };
}
