import { sentencesOf, type Paragraph, type Piece, type Random } from "./marked-text";

/**
 * A way in which people and tools change a report. `share` is the part of the words, sentences or paragraphs that it
 * touches, from 0 to 1. A mention whose piece is gone afterwards has no place any more; every other one has.
 */
export type ReportEdit = (report: readonly Paragraph[], share: number, random: Random) => Paragraph[];

const FILLERS = ["quietly", "reportedly", "so far", "many observers", "however", "in part", "by then", "several"];
const REPLACEMENTS = [
  "office",
  "later",
  "partners",
  "seldom",
  "under",
  "review",
  "costly",
  "which",
  "remains",
  "plans",
];
const SENTENCES: readonly (readonly [string, string])[] = [
  ["Nobody had expected that ", " would be named here again. "],
  ["A later audit came back to ", ", without result. "],
  ["The question of ", " was put off until spring. "],
  ["In the hearing, ", " was mentioned in passing. "],
];

/** Words that read or look like the ones they replace, but mean something else. */
const LOOK_ALIKES: readonly (readonly [RegExp, string])[] = [
  [/\bHealth\b/, "Wealth"],
  [/\bSouth\b/, "North"],
  [/\bWest\b/, "East"],
  [/\bNational\b/, "Rational"],
  [/\bAfrica(n?)\b/, "America$1"],
  [/\bEuropean\b/, "Eurasian"],
  [/\bUnited States\b/, "United Nations"],
  [/\bKenya\b/, "Kenia Corp"],
  [/\bexport\b/, "import"],
  [/\bpublic\b/, "private"],
  [/\bdata\b/, "date"],
  [/\bgenomic\b/, "economic"],
  [/\d/, "7"],
  [/\b([A-Z])([A-Z]+)\b/, "$2$1"],
  [/^.*$/s, "somebody else"],
];

/** All edits, from those that touch the words around a mention to those that touch the mention itself. */
export const EDITS: Readonly<Record<string, ReportEdit>> = {
  "words inserted": eachWord((word, random) => `${word} ${any(FILLERS, random)}`),
  "words deleted": eachWord(() => ""),
  "words replaced": eachWord((_, random) => any(REPLACEMENTS, random)),
  "sentences reworded": eachSentence((sentence, random) => [sentence.map((piece) => reworded(piece, 0.4, random))]),
  "sentences swapped": swapSentences,
  "sentences deleted": eachSentence(() => []),
  "sentences replaced": eachSentence((sentence, random) => [sentencesAbout(sentence, random)]),
  "quotes repeated": eachSentence((sentence, random) => [sentence, sentencesAbout(sentence, random)]),
  "paragraphs inserted": eachParagraph((paragraph, random) => [sentencesAbout(paragraph, random), paragraph]),
  "paragraphs moved": moveParagraphs,
  "paragraphs deleted": eachParagraph(() => []),
  "paragraphs split": eachSentence((sentence) => [sentence, [{ text: "\n\n" }]]),
  "saved with format": formatOnSave,
  "mentions corrected": eachMention(slip),
  "mentions renamed": eachMention((piece) => ({ text: lookAlike(piece.text) })),
  "all at once": (report, share, random) =>
    ["words replaced", "sentences deleted", "quotes repeated", "paragraphs moved", "saved with format"].reduce(
      (edited, name) => EDITS[name]!(edited, share / 3, random),
      [...report],
    ),
};

/** Passages pasted again elsewhere: which of the two was meant, nobody can know. */
export const copyParagraphs: ReportEdit = (report, share, random) => {
  const copies = report.filter(() => isHit(share, random)).map((paragraph) => paragraph.map(({ text }) => ({ text })));
  const copied = [...report];
  for (const copy of copies) copied.splice(random(copied.length + 1), 0, copy);
  return copied;
};

function eachWord(change: (word: string, random: Random) => string): ReportEdit {
  return (report, share, random) =>
    report.map((paragraph) => paragraph.map((piece) => reworded(piece, share, random, change)));
}

function reworded(
  piece: Piece,
  share: number,
  random: Random,
  change: (word: string, random: Random) => string = (_, each) => any(REPLACEMENTS, each),
): Piece {
  if (piece.mention !== undefined) return piece;
  return {
    text: piece.text.replace(/[\p{L}\p{N}]+/gu, (word) => (isHit(share, random) ? change(word, random) : word)),
  };
}

function eachSentence(change: (sentence: Paragraph, random: Random) => Paragraph[]): ReportEdit {
  return (report, share, random) =>
    report
      .map((paragraph) =>
        isProse(paragraph)
          ? sentencesOf(paragraph).flatMap((sentence) =>
              isHit(share, random) ? change(sentence, random).flat() : sentence,
            )
          : paragraph,
      )
      .filter((paragraph) => paragraph.length > 0);
}

function eachParagraph(change: (paragraph: Paragraph, random: Random) => Paragraph[]): ReportEdit {
  return (report, share, random) =>
    report.flatMap((paragraph) => (isHit(share, random) ? change(paragraph, random) : [paragraph]));
}

function eachMention(change: (piece: Piece, random: Random) => Piece): ReportEdit {
  return (report, share, random) =>
    report.map((paragraph) =>
      paragraph.map((piece) => (piece.mention !== undefined && isHit(share, random) ? change(piece, random) : piece)),
    );
}

/** Sentences that name what a passage names, in words of their own. */
function sentencesAbout(passage: Paragraph, random: Random): Paragraph {
  const names = passage.filter(({ mention }) => mention !== undefined);
  return names.map(({ text }) => {
    const [before, after] = any(SENTENCES, random);
    return { text: ` ${before}${text}${after}` };
  });
}

function swapSentences(report: readonly Paragraph[], share: number, random: Random): Paragraph[] {
  return report.map((paragraph) => {
    if (!isProse(paragraph) || !isHit(share, random)) return paragraph;
    const sentences = sentencesOf(paragraph).map((sentence, at, all) =>
      at === all.length - 1 ? [...sentence, { text: " " }] : sentence,
    );
    const [first] = sentences.splice(random(sentences.length), 1);
    sentences.splice(random(sentences.length + 1), 0, first!);
    return sentences.flat();
  });
}

function moveParagraphs(report: readonly Paragraph[], share: number, random: Random): Paragraph[] {
  const moved = report.filter(() => isHit(share, random));
  const rest = report.filter((paragraph) => !moved.includes(paragraph));
  for (const paragraph of moved) rest.splice(random(rest.length + 1), 0, paragraph);
  return rest;
}

/** Tables, lists and front matter stay in one piece. */
function isProse(paragraph: Paragraph): boolean {
  return !/^\s*(?:[-*|#>\d]|```)/.test(paragraph[0]?.text ?? "");
}

/** What formatters do: trailing spaces, other line ends, other markers, wrapped lines, curly quotes, aligned tables. */
function formatOnSave(report: readonly Paragraph[], share: number, random: Random): Paragraph[] {
  return report.map((paragraph) => {
    let line = 0;
    const isTable = paragraph[0]?.text.startsWith("|") === true;
    return paragraph.map((piece) => ({ ...piece, text: formatted(piece.text) }));

    function formatted(text: string): string {
      if (isTable) return text.replace(/ \|/g, () => `${" ".repeat(1 + random(Math.ceil(share * 30)))}|`);
      const wrapped = isHit(share, random) && isProse(paragraph) ? text.replace(/ /g, () => wrapAfter()) : text;
      const quoted = isHit(share, random) ? curly(wrapped) : wrapped;
      return isHit(share, random) ? quoted.replace(/\n/g, "  \n").replace(/^- /gm, "* ") : quoted;
    }

    function wrapAfter(): string {
      line = (line + 1) % 8;
      return line === 0 ? "\n" : " ";
    }
  });
}

function curly(text: string): string {
  return text
    .replace(/(?<=\w)'/g, "’")
    .replace(/"(?=\w)/g, "“")
    .replace(/"/g, "”")
    .replace(/ - /g, " – ");
}

/** Corrects, or makes, a slip in a long word of lower-case letters; other mentions stay as they are. */
function slip(piece: Piece, random: Random): Piece {
  const words = [...piece.text.matchAll(/(?<![\p{L}\p{N}])\p{L}?\p{Ll}{8,}(?![\p{L}\p{N}])/gu)];
  if (words.length === 0) return piece;
  const { index, 0: word } = any(words, random);
  const at = index + 2 + random(word.length - 4);
  return { ...piece, text: piece.text.slice(0, at) + piece.text[at]! + piece.text.slice(at) };
}

function lookAlike(text: string): string {
  for (const [words, replacement] of LOOK_ALIKES) {
    const changed = text.replace(words, replacement);
    if (changed !== text) return changed;
  }
  return `${text} Inc.`;
}

function isHit(share: number, random: Random): boolean {
  return random(1000) < share * 1000;
}

function any<T>(items: readonly T[], random: Random): T {
  return items[random(items.length)]!;
}
