import type { Problem } from "../../problem";
import type { ClassDefinition, Pack } from "../model";
import type { ClassId } from "../scheme";
import { ExchangeReport } from "./exchange-report";
import type { TaxonomyFormat } from "./format-names";
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
import { MAX_CONCEPTS, type Thesaurus } from "./thesaurus";
import { packOf, type PackOptions } from "./to-pack";
import { readTurtle } from "./turtle-reader";
import { writeTurtle } from "./turtle-writer";

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
      for (const { ignore, retire = [], extends: base } of thesaurus.schemes) {
        for (const { text } of ignore) report.note("exchange.ignore", text);
        for (const item of retire) report.note("exchange.retire", "entity" in item ? item.entity : item.text);
        if (base !== undefined) report.note("exchange.extends", base);
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

/** Writes packs; an error among the problems says that there was nothing to write. */
export function writePacks(
  packs: readonly Pack[],
  format: TaxonomyFormat,
  classes: ReadonlyMap<ClassId, ClassDefinition>,
): { text: string; problems: readonly Problem[] } {
  const report = new ExchangeReport(packs.length === 1 ? packs[0]!.uri : "taxonomy");
  for (const { rules, themes, tests } of packs) {
    for (const { id } of rules) report.note("exchange.rules", id);
    for (const { id } of themes) report.note("exchange.themes", id);
    if (tests.length > 0) report.note("exchange.tests", undefined, undefined, tests.length);
  }
  const text = FORMATS[format].write(thesaurusOf(packs, classes), report);
  return { text, problems: report.problems() };
}

export interface ReadPack {
  /** Absent where a problem is an error. */
  readonly source?: string;
  readonly counts: { readonly classes: number; readonly entities: number; readonly terms: number };
  readonly problems: readonly Problem[];
}

const NOTHING = { classes: 0, entities: 0, terms: 0 };

/** Reads a file into the source of a pack, which nobody has checked yet. */
export function readPack(source: string, format: TaxonomyFormat, uri: string, options: PackOptions): ReadPack {
  const report = new ExchangeReport(uri);
  const thesaurus = isText(source, report) ? FORMATS[format].read(source, report) : undefined;
  if (thesaurus !== undefined && thesaurus.concepts.length > MAX_CONCEPTS) {
    const limit = MAX_CONCEPTS.toLocaleString("en");
    report.problem(
      "error",
      "exchange.too-large",
      `The file describes more than ${limit} concepts; import a part.`,
      1,
      1,
    );
  }
  if (thesaurus === undefined || report.hasErrors()) return { counts: NOTHING, problems: report.problems() };
  const draft = packOf(thesaurus, options, report);
  const terms = [...draft.terms.values()].reduce((sum, group) => sum + group.length, 0);
  const counts = { classes: draft.classes.length, entities: draft.entities.length, terms };
  if (!report.hasErrors() && counts.classes + counts.entities + counts.terms + draft.ignore.length === 0) {
    report.problem("error", "exchange.empty", "The file holds no concept that a pack could take over.", 1);
  }
  return { ...(report.hasErrors() ? {} : { source: packSource(draft) }), counts, problems: report.problems() };
}

function isText(source: string, report: ExchangeReport): boolean {
  const nul = source.indexOf("\0");
  if (nul < 0) return true;
  const line = source.slice(0, nul).split("\n").length;
  report.problem("error", "exchange.encoding", "The file holds null characters; save it as UTF-8 text.", line);
  return false;
}
