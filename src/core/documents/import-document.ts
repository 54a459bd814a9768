import { type ReadOptions, type ReadResult, refused } from "./read-result";
import type * as Readers from "./readers";

/** Kinds of documents that can be brought in. */
export const IMPORT_FORMATS = ["pdf", "docx", "html"] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

const EXTENSIONS: Readonly<Record<string, ImportFormat>> = {
  pdf: "pdf",
  docx: "docx",
  html: "html",
  htm: "html",
  xhtml: "html",
};

/** Endings of the files that can be brought in, without dots. */
export const IMPORT_EXTENSIONS: readonly string[] = Object.keys(EXTENSIONS);

/** A larger file is refused, in bytes: everything is read in memory. */
export const MAX_DOCUMENT_BYTES = 150_000_000;

/** The kind of document that a file name suggests. */
export function importFormatOfPath(path: string): ImportFormat | undefined {
  const extension = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? "";
  return Object.hasOwn(EXTENSIONS, extension) ? EXTENSIONS[extension] : undefined;
}

/** Undefined where the build leaves them out: pdf.js and mammoth are too large for a host that can load one file only. */
function loadReaders(): typeof Readers | undefined {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require("./readers") as typeof Readers | undefined;
}

/**
 * Turns a document into Markdown that begins with front matter naming its source. Pages of a PDF begin with anchors (see
 * `pageAt`). Nothing is fetched, whatever the document refers to; images are left out.
 *
 * @param name of the file, for the front matter
 */
export async function importDocument(
  bytes: Uint8Array,
  format: ImportFormat,
  name: string,
  options: ReadOptions,
): Promise<ReadResult> {
  if (bytes.length > MAX_DOCUMENT_BYTES) {
    const message = `The file is larger than ${MAX_DOCUMENT_BYTES / 1e6} MB. Split it and import the parts.`;
    return refused("too-large", message, options);
  }
  const readers = loadReaders();
  if (readers === undefined) {
    const message = "Documents can be imported in VS Code on the desktop and on the command line, not in a browser.";
    return refused("not-here", message, options);
  }
  const read = await readWith(readers, bytes, format, options);
  if (read.markdown === undefined) return read;
  return { ...read, markdown: `${frontMatter(name, read.pages)}\n${read.markdown}` };
}

/** Whatever a package stumbles over is said of the document. */
async function readWith(
  { readDocx, readHtml, readPdf, tooDeep }: typeof Readers,
  bytes: Uint8Array,
  format: ImportFormat,
  options: ReadOptions,
): Promise<ReadResult> {
  try {
    switch (format) {
      case "pdf":
        return await readPdf(bytes, options);
      case "docx":
        return await readDocx(bytes, options);
      case "html":
        return readHtml(decodeHtml(bytes), options);
    }
  } catch (error) {
    // The stack is exhausted: parsers of HTML and XML call themselves for what is nested.
    if (error instanceof RangeError) return tooDeep(options);
    const reason = error instanceof Error ? error.message : String(error);
    return refused("broken", `The document could not be read (${reason}). Save it again and try once more.`, options);
  }
}

/** By its byte order mark; else UTF-8 where it is that, what it says of itself, and Windows-1252 where that fails too. */
function decodeHtml(bytes: Uint8Array): string {
  const head = new TextDecoder("windows-1252").decode(bytes.subarray(0, 2000));
  const named = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1];
  for (const encoding of [markedEncoding(bytes) ?? "utf-8", ...(named === undefined ? [] : [named])]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Another one may fit.
    }
  }
  return new TextDecoder("windows-1252").decode(bytes);
}

/** The encoding that a byte order mark tells; UTF-8 needs none. */
function markedEncoding([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return undefined;
}

function frontMatter(name: string, pages: number | undefined): string {
  const counted = pages === undefined ? [] : [`pages: ${pages}`];
  return ["---", `source: ${JSON.stringify(name)}`, ...counted, "---", ""].join("\n");
}
