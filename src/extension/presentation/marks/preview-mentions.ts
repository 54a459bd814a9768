import { FACET_LABELS, FACETS, type ReviewedMention, type Span } from "../../../core";
import { FIRMNESSES, markStyleOf, type Firmness } from "./mark-styles";
import { spansIn } from "../mention-lookup";
import { markClasses, TAG_CLOSE, TAG_OPEN, type CoreState, type MarkdownIt, type Token } from "./preview-tags";

/** What the preview of a document shows beside its text. */
export interface PreviewMarks {
  /** Sorted, free of overlaps; offsets in the source with line feeds for line ends. */
  readonly mentions: readonly ReviewedMention[];
  /** What a mark says under the mouse. */
  readonly titleOf: (mention: ReviewedMention) => string;
  readonly firmness: Readonly<Record<Firmness, string>>;
}

/** Lets the preview mark mentions as the editor does, with a legend below, which `media/inline-tags.css` styles. */
export function previewMentions(
  markdown: MarkdownIt,
  marksOf: (source: string) => PreviewMarks | undefined,
): MarkdownIt {
  markdown.core.ruler.push("healthgeo_mentions", (state) => {
    const marks = marksOf(state.src);
    if (marks !== undefined && markTokens(state, marks)) state.tokens.push(...legend(state, marks));
  });
  return markdown;
}

/** Returns whether anything was marked. */
function markTokens(state: CoreState, marks: PreviewMarks): boolean {
  const lines = lineStarts(state.src);
  // Cells of a table do not say where they are, but their row does.
  const blocks: NonNullable<Token["map"]>[] = [];
  let isMarked = false;
  for (const token of state.tokens) {
    const map = token.map ?? blocks.at(-1);
    if (token.nesting < 0) blocks.pop();
    else if (token.nesting > 0) blocks.push(map ?? [0, lines.length - 1]);
    if (token.type !== "inline" || token.children === null || map === undefined) continue;
    const children = markChildren(
      state,
      token.children,
      { start: lines[map[0]] ?? 0, end: lines[map[1]] ?? state.src.length },
      marks,
    );
    isMarked ||= children.length > token.children.length;
    token.children = children;
  }
  return isMarked;
}

/** The pieces of a block with marks around mentions. A piece is found in the source by its words, which come in order. */
function markChildren(state: CoreState, children: readonly Token[], block: Span, marks: PreviewMarks): Token[] {
  let from = block.start;
  let tags = 0;
  return children.flatMap((child) => {
    if (child.type === TAG_OPEN) tags++;
    if (child.type === TAG_CLOSE) tags--;
    // What a tag of the author holds is marked already; escapes are not as they stand in the source.
    const start = child.type === "text" && child.content !== "" ? state.src.indexOf(child.content, from) : -1;
    const end = start + child.content.length;
    if (start < 0 || end > block.end) return [child];
    from = end;
    return tags > 0 ? [child] : markText(state, { start, end }, marks);
  });
}

function markText(state: CoreState, piece: Span, { mentions, titleOf }: PreviewMarks): Token[] {
  const tokens: Token[] = [];
  let at = piece.start;
  for (const mention of spansIn(mentions, piece)) {
    const [start, end] = [Math.max(at, mention.start), Math.min(piece.end, mention.end)];
    const opening = new state.Token("healthgeo_mention_open", "span", 1);
    opening.attrSet("class", `${markClasses(mention.class)} ${markStyleOf(mention).firmness}`);
    opening.attrSet("title", titleOf(mention));
    const closing = new state.Token("healthgeo_mention_close", "span", -1);
    tokens.push(text(state, state.src.slice(at, start)), opening, text(state, state.src.slice(start, end)), closing);
    at = end;
  }
  return [...tokens, text(state, state.src.slice(at, piece.end))];
}

/** One line for facets and one for how settled a mention is, each word in the looks that it explains. */
function legend(state: CoreState, { firmness }: PreviewMarks): Token[] {
  const facets = FACETS.map((facet) => [`${facet}-legend accepted`, FACET_LABELS[facet]] as const);
  const degrees = [...FIRMNESSES].reverse().map((degree) => [`actor-legend ${degree}`, firmness[degree]] as const);
  const content = new state.Token("inline", "", 0);
  content.children = [...facets, ...degrees].flatMap(([classes, label]) => {
    const opening = new state.Token("healthgeo_mention_open", "span", 1);
    opening.attrSet("class", `healthgeo ${classes}`);
    return [opening, text(state, label), new state.Token("healthgeo_mention_close", "span", -1), text(state, " ")];
  });
  const opening = new state.Token("healthgeo_legend_open", "p", 1);
  opening.attrSet("class", "healthgeo-legend");
  return [opening, content, new state.Token("healthgeo_legend_close", "p", -1)];
}

function text(state: CoreState, content: string): Token {
  const token = new state.Token("text", "", 0);
  token.content = content;
  return token;
}

/** Where each line begins, and the end of the source. */
function lineStarts(source: string): number[] {
  const starts = [0];
  for (let at = source.indexOf("\n"); at >= 0; at = source.indexOf("\n", at + 1)) starts.push(at + 1);
  return [...starts, source.length];
}
