import { isTaxonomyFormat, TAXONOMY_FORMATS, type TaxonomyFormat, taxonomyFormatOfPath } from "../../core";
import { UsageError } from "../command";

export const FORMAT_HELP = TAXONOMY_FORMATS.join("|");

/** The format asked for, else the one that a file name speaks of. */
export function chosenFormat(name: string | undefined, path: string | undefined): TaxonomyFormat {
  const format = name ?? (path === undefined ? undefined : taxonomyFormatOfPath(path));
  if (format === undefined) throw new UsageError(`No format named; add --format ${FORMAT_HELP}.`);
  if (isTaxonomyFormat(format)) return format;
  throw new UsageError(`"${format}" is not a taxonomy format; use one of ${TAXONOMY_FORMATS.join(", ")}.`);
}
