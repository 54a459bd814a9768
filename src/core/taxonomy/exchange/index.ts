import type { Problem } from "../../problem";
import type { ClassDefinition, Pack } from "../model";
import { parsePack } from "../packs/pack-parser";
import type { ClassId } from "../scheme";
import type { TaxonomyFormat } from "./format-names";
import type * as Formats from "./formats";
import type { PackOptions } from "./to-pack";

export {
  isTaxonomyFormat,
  TAXONOMY_FILE_EXTENSIONS,
  TAXONOMY_FORMATS,
  type TaxonomyFormat,
  taxonomyFormatOfPath,
} from "./format-names";

/** A larger file is refused, in UTF-16 code units: everything is read in memory. */
export const MAX_IMPORT_LENGTH = 64_000_000;

/** The formats, required where they are first needed: most sessions never exchange a taxonomy (see `compromise.ts`). */
function loadFormats(): typeof Formats {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require("./formats") as typeof Formats;
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
  return loadFormats().writePacks(packs, format, classes);
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

/** Reads a file in an exchange format into the source of a pack. Nothing is fetched, whatever the file refers to. */
export function importTaxonomy(source: string, format: TaxonomyFormat, options: ImportOptions): TaxonomyImport {
  const { uri } = options;
  if (source.length > MAX_IMPORT_LENGTH) return tooLarge(uri);
  const read = loadFormats().readPack(source, format, uri, options);
  if (read.source === undefined) return read;
  // What the readers do not judge, such as a flag that terms do not have, the parser does.
  const faults = parsePack(read.source, uri).problems.map(withoutPlace);
  if (faults.length === 0) return read;
  return { counts: read.counts, problems: [...faults, ...read.problems] };
}

function tooLarge(uri: string): TaxonomyImport {
  const message = `The file is larger than ${MAX_IMPORT_LENGTH / 1e6} MB; import a part of it.`;
  const problem: Problem = { severity: "error", code: "exchange.too-large", message, uri, line: 1, column: 1 };
  return { counts: { classes: 0, entities: 0, terms: 0 }, problems: [problem] };
}

/** A line of the pack that is not written yet would send people to the wrong file. */
function withoutPlace({ severity, code, message, uri }: Problem): Problem {
  return { severity, code, message: `The pack made of it would not be valid. ${message}`, uri };
}
