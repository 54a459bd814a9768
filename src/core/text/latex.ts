import { type Block, type Mask, normalizeMasks } from "./block";
import { splitParagraphs } from "./plain";
import { maskReferences } from "./references";
import type { Segmenter } from "./segmenter";
import { WholeTextSegmenter } from "./whole-text-segmenter";

/** Commands whose arguments are keys, paths or lengths rather than prose. */
const OPAQUE_COMMANDS =
  "begin|end|cite[a-z]*|[a-z]*cite|ref|eqref|autoref|cref|Cref|pageref|label|url|href|input|include|includegraphics|bibliography|bibliographystyle|usepackage|documentclass|newcommand|renewcommand|providecommand|DeclareRobustCommand|NewDocumentCommand|vspace|hspace|setlength|verb";

const MARKUP = new RegExp(
  [
    String.raw`(?<!\\)%[^\n\r]*`,
    String.raw`\\begin\{(verbatim|lstlisting|minted|equation|align|displaymath|thebibliography)\*?\}[\s\S]*?(?:\\end\{\1\*?\}|$)`,
    String.raw`\$\$[^$]*\$\$|(?<!\\)\$[^$\n]*\$|\\\[[\s\S]*?(?:\\\]|$)|\\\([\s\S]*?(?:\\\)|$)`,
    String.raw`\\(?:${OPAQUE_COMMANDS})\*?(?:\[[^\]\n]*\])*(?:\{[^{}\n]*\})*`,
    String.raw`\\(?:textbf|textit|emph|textsc|underline|textrm|texttt|textsf)\{`,
    // An author's tag; a term may reach across its edge, and what is wrong with it is told elsewhere.
    String.raw`\\healthgeo(?![A-Za-z])(?:\[[^\]\n{}]*\])?\{?`,
    String.raw`\\[A-Za-z]+\*?(?:\[[^\]\n]*\])?`,
    String.raw`\\[^A-Za-z]`,
  ].join("|"),
  "g",
);

const STYLING_COMMAND = /^\\(?:(?:textbf|textit|emph|textsc|underline|textrm|textsf)\{|healthgeo(?![A-Za-z]))/;

/** LaTeX: paragraphs between blank lines; comments, mathematics, verbatim text, commands and their keys hold no prose. */
export function createLatexSegmenter(): Segmenter {
  return new WholeTextSegmenter({ blocks: latexBlocks, commentStarts });
}

function latexBlocks(text: string): Block[] {
  const markup = maskLatex(text);
  let next = 0;
  return splitParagraphs(text).map(({ start, end }) => {
    const inside: Mask[] = [];
    while (next < markup.length && markup[next]!.end <= start) next++;
    for (let i = next; i < markup.length && markup[i]!.start < end; i++) {
      const { start: from, end: to, kind } = markup[i]!;
      inside.push({ start: Math.max(from, start) - start, end: Math.min(to, end) - start, kind });
    }
    return {
      start,
      end,
      kind: "paragraph",
      masks: normalizeMasks([...inside, ...maskReferences(text.slice(start, end))]),
    };
  });
}

function commentStarts(text: string): number[] {
  return maskLatex(text).flatMap(({ start }) => (text.startsWith("%", start) ? [start] : []));
}

function maskLatex(text: string): Mask[] {
  return [...text.matchAll(MARKUP)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    kind: STYLING_COMMAND.test(match[0]) ? "invisible" : "barrier",
  }));
}
