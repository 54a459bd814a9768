import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Taxonomy } from "../../src/core";
import { Random } from "../support/random";

const DOCUMENTS = 2000;
const DOCUMENT_BYTES = 10_000;
const IN_FOLDER = 100;
const SENTENCES_IN_PARAGRAPH = 5;

/** What stands around the names and terms; ordinary words, so that about one word in eight is part of a mention. */
const FRAMES = [
  "In the spring review, officials from A said that B would depend on C for at least another three years.",
  "The agreement leaves open who pays for C, and whether A may look at the records that B collects from patients.",
  "Few of the people we spoke to expected A to give way, since B had been planned long before the last election.",
  "According to the annual report, C was moved to a new site after a storm had damaged the building in the old harbour.",
  "Nobody at the meeting asked how C came to be stored abroad, although the minutes of the earlier meeting mention it twice.",
  "It took A almost ten months to answer, and the answer repeated what was known about B and little else.",
  "A smaller group of researchers keeps a list of such cases, and adds to it whenever A or B publishes new figures.",
];

/** A folder with 2,000 reports of 10 KB that name what the taxonomy knows, written at the first call and kept. */
export function writeReports(taxonomy: Taxonomy, folder: string): void {
  const stamp = `${folder}.stamp`;
  if (existsSync(stamp)) return;
  rmSync(folder, { recursive: true, force: true });
  const random = new Random(7);
  const names = [...taxonomy.entities.values()].map(({ label }) => label);
  const terms = taxonomy.packs
    .flatMap((pack) => pack.terms.map(({ term }) => term.text))
    .filter((text) => !/[[(|]/.test(text));
  // A few names are in every report, as in real ones.
  const name = () => names[random.below(3) === 0 ? random.below(40) : random.below(names.length)]!;
  const term = () => terms[random.below(terms.length)]!;
  for (let number = 0; number < DOCUMENTS; number++) {
    const place = join(folder, `part-${Math.floor(number / IN_FOLDER)}`);
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, `report-${number}.md`), reportOf(random, name, term));
  }
  writeFileSync(stamp, "");
}

function reportOf(random: Random, name: () => string, term: () => string): string {
  let report = `# ${name()} and ${term()}\n`;
  while (Buffer.byteLength(report) < DOCUMENT_BYTES) {
    const sentences = Array.from({ length: SENTENCES_IN_PARAGRAPH }, () =>
      FRAMES[random.below(FRAMES.length)]!.replace(/\b[ABC]\b/g, (slot) => (slot === "C" ? term() : name())),
    );
    report += `\n${sentences.join(" ")}\n`;
  }
  return report;
}
