import fc from "fast-check";
import type { Edit } from "../../../src/core/text/span";

/** Pieces that make text interesting: terms, abbreviations, markup that opens, closes or breaks blocks, odd characters. */
const PIECES = [
  "World Health Organization",
  "WHO",
  "World Health Organization (WHO)",
  "UK Biobank",
  "genomic data",
  "data sovereignty",
  "the Human Genetic Resources Administration (HGRAC)",
  "HGRAC",
  "China's",
  "the Lagos Cancer Alliance (LCA)",
  "LCA",
  "Ngozi Achebe",
  "Achebe said",
  "Achebe",
  "U.S.",
  "Turkey",
  "Turkey vulture",
  "Republic of Türkiye",
  "LET US ACT",
  "United States (US)",
  " the ",
  " of ",
  " ",
  "\n",
  "\n\n",
  "\r\n",
  "\r\n\r\n",
  "\r",
  "---\n",
  "```\n",
  "`",
  "# ",
  "- ",
  "1. ",
  "> ",
  "    ",
  "\t",
  "===\n",
  "| a | b |\n|---|---|\n",
  "|",
  "*",
  "**",
  "_",
  "[",
  "](http://x.org)",
  "]{.actor-state}",
  "<div>",
  "</div>\n",
  "<!--",
  "<!-- healthgeo: ignore: [WHO] -->",
  "<!-- healthgeo:\nterms: { actor.state: [genomic data, x] }\n-->\n\n",
  "\n% healthgeo: { ignore: [HGRAC] }\n",
  "healthgeo:",
  "-->",
  "<b>",
  "[@key]",
  "a@b.org",
  "\\emph{",
  "}",
  "%",
  "$",
  "\\begin{verbatim}",
  "\\end{verbatim}",
  ". ",
  ", ",
  "’s ",
  "🧬",
  "é",
  "e\u0301",
  "\u200b",
  "\ud83e",
  "中文",
  "A",
  "x",
  "[x]: http://a.b\n",
];

/** Text that mixes prose with the markup of every format. */
export const markupText = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(""));

export interface Move {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

const move: fc.Arbitrary<Move> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(40)),
  insert: fc.oneof(
    fc.constant(""),
    fc.constantFrom(...PIECES),
    fc.array(fc.constantFrom(...PIECES), { maxLength: 5 }).map((pieces) => pieces.join("")),
  ),
});

/** Moves that `editOf` fits to whatever the text is: typing, deleting, pasting, splitting and joining paragraphs. */
export const randomMoves = fc.array(move, { minLength: 1, maxLength: 12 });

export function editOf({ at, remove, insert }: Move, { length }: { readonly length: number }): Edit {
  const start = Math.floor(at * length);
  return { start, end: Math.min(length, start + remove), text: insert };
}
