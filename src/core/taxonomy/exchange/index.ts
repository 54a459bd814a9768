import type { Problem } from "../../problem";
import type { ClassDefinition, Pack } from "../model";
import { parsePack } from "../pack-parser";
import type { ClassId } from "../scheme";
import { ExchangeReport } from "./exchange-report";
import { thesaurusOf } from "./from-packs";
import { readJsonLd } from "./json-ld-reader";
import { writeJsonLd } from "./json-ld-writer";
import { packSource } from "./pack-source";
import { readQdc, writeQdc } from "./qdc";
import type { GraphFilter, RdfGraph } from "./rdf";
import { checkSkosIntegrity } from "./skos-integrity";
import { readSkos } from "./skos-reader";
import { isKept, PREFIXES } from "./skos-vocabulary";
import { skosNodes } from "./skos-writer";
import { readSpacy, writeSpacy } from "./spacy";
import { readTable, writeTable } from "./table";
import type { Thesaurus } from "./thesaurus";
import { packOf, type PackOptions } from "./to-pack";
import { readTurtle } from "./turtle-reader";
import { writeTurtle } from "./turtle-writer";

/** Formats in which taxonomies come and go; what each holds is in `docs/exchange.md`. */
export const TAXONOMY_FORMATS = ["skos", "skos-jsonld", "qdc", "spacy", "csv", "tsv"] as const;
export type TaxonomyFormat = (typeof TAXONOMY_FORMATS)[number];

/** Endings of file names, the usual one first. */
export const TAXONOMY_FILE_EXTENSIONS: Readonly<Record<TaxonomyFormat, readonly string[]>> = {
  skos: ["ttl", "nt"],
  "skos-jsonld": ["jsonld", "json"],
  qdc: ["qdc", "xml"],
  spacy: ["jsonl"],
  csv: ["csv"],
  tsv: ["tsv", "tab"],
};

export function isTaxonomyFormat(name: string): name is TaxonomyFormat {
  return (TAXONOMY_FORMATS as readonly string[]).includes(name);
}

/** The format that a file name speaks of, by its ending. */
export function taxonomyFormatOfPath(path: string): TaxonomyFormat | undefined {
  const ending = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? "";
  return TAXONOMY_FORMATS.find((format) => TAXONOMY_FILE_EXTENSIONS[format].includes(ending));
}

/** A larger file is refused, in UTF-16 code units: everything is read in memory. */
export const MAX_IMPORT_LENGTH = 64_000_000;

interface Format {
  write(thesaurus: Thesaurus, report: ExchangeReport): string;
  read(source: string, report: ExchangeReport): Thesaurus | undefined;
}

const FORMATS: Readonly<Record<TaxonomyFormat, Format>> = {
  skos: {
    write: (thesaurus) => writeTurtle(skosNodes(thesaurus), PREFIXES),
    read: (source, report) => readGraph(readTurtle(source, skosFilter(report), report), report),
  },
  "skos-jsonld": {
    write: (thesaurus) => writeJsonLd(skosNodes(thesaurus), PREFIXES),
    read: (source, report) => readGraph(readJsonLd(source, skosFilter(report), report), report),
  },
  qdc: { write: writeQdc, read: readQdc },
  spacy: {
    write(thesaurus, report) {
      for (const { ignore } of thesaurus.schemes) {
        for (const { text } of ignore) report.note("exchange.ignore", text);
      }
      report.note("exchange.pack-heads", thesaurus.schemes[0]?.title, undefined, thesaurus.schemes.length);
      return writeSpacy(thesaurus, report);
    },
    read: readSpacy,
  },
  csv: {
    write: (thesaurus, report) => writeTable(thesaurus, ",", report),
    read: (source, report) => readTable(source, undefined, report),
  },
  tsv: {
    write: (thesaurus, report) => writeTable(thesaurus, "\t", report),
    read: (source, report) => readTable(source, "\t", report),
  },
};

function skosFilter(report: ExchangeReport): GraphFilter {
  return {
    keeps: isKept,
    onForeign: (predicate, line) => report.note("exchange.properties", predicate, line),
  };
}

function readGraph(graph: RdfGraph | undefined, report: ExchangeReport): Thesaurus | undefined {
  if (graph === undefined) return undefined;
  report.add(checkSkosIntegrity(graph, report.uri));
  return readSkos(graph, report);
}

export interface TaxonomyExport {
  readonly text: string;
  /** What the format could not hold, as warnings; an error where there was nothing to write. */
  readonly problems: readonly Problem[];
}

/**
 * Writes packs in an exchange format.
 *
 * @param classes definitions of the classes that the packs use without defining them, as `Taxonomy.classes` has them
 */
export function exportTaxonomy(
  packs: readonly Pack[],
  format: TaxonomyFormat,
  classes: ReadonlyMap<ClassId, ClassDefinition>,
): TaxonomyExport {
  const report = new ExchangeReport(packs.length === 1 ? packs[0]!.uri : "taxonomy");
  for (const { rules, tests } of packs) {
    for (const { id } of rules) report.note("exchange.rules", id);
    if (tests.length > 0) report.note("exchange.tests", undefined, undefined, tests.length);
  }
  const text = FORMATS[format].write(thesaurusOf(packs, classes), report);
  return { text, problems: report.problems() };
}

export interface ImportOptions extends PackOptions {
  /** Names the file in problems. */
  readonly uri: string;
}

export interface TaxonomyImport {
  /** The source of a pack that `parsePack` accepts; absent where a problem is an error. */
  readonly source?: string;
  readonly counts: { readonly classes: number; readonly entities: number; readonly terms: number };
  /** Errors that prevent the import, and as warnings what was dropped or changed. */
  readonly problems: readonly Problem[];
}

const NOTHING = { classes: 0, entities: 0, terms: 0 };

/** Reads a file in an exchange format into the source of a pack. Nothing is fetched, whatever the file refers to. */
export function importTaxonomy(source: string, format: TaxonomyFormat, options: ImportOptions): TaxonomyImport {
  const report = new ExchangeReport(options.uri);
  const thesaurus = isReadable(source, report) ? FORMATS[format].read(source, report) : undefined;
  if (thesaurus === undefined) return { counts: NOTHING, problems: report.problems() };
  const draft = packOf(thesaurus, options, report);
  const terms = [...draft.terms.values()].reduce((sum, group) => sum + group.length, 0);
  const counts = { classes: draft.classes.length, entities: draft.entities.length, terms };
  if (!report.hasErrors() && counts.classes + counts.entities + counts.terms + draft.ignore.length === 0) {
    report.problem("error", "exchange.empty", "The file holds no concept that a pack could take over.", 1);
  }
  if (report.hasErrors()) return { counts, problems: report.problems() };
  const written = packSource(draft);
  // What the readers do not judge, such as a flag that terms do not have, the parser does.
  report.add(parsePack(written, options.uri).problems.map(withoutPlace));
  return { ...(report.hasErrors() ? {} : { source: written }), counts, problems: report.problems() };
}

/** A line of the pack that is not written yet would send people to the wrong file. */
function withoutPlace({ severity, code, message, uri }: Problem): Problem {
  return { severity, code, message: `The pack made of it would not be valid. ${message}`, uri };
}

function isReadable(source: string, report: ExchangeReport): boolean {
  if (source.length > MAX_IMPORT_LENGTH) {
    const message = `The file is larger than ${MAX_IMPORT_LENGTH / 1e6} MB; import a part of it.`;
    report.problem("error", "exchange.too-large", message, 1, 1);
    return false;
  }
  const nul = source.indexOf("\0");
  if (nul < 0) return true;
  const line = source.slice(0, nul).split("\n").length;
  report.problem("error", "exchange.encoding", "The file holds null characters; save it as UTF-8 text.", line);
  return false;
}
