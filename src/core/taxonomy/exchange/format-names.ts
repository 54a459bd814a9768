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
