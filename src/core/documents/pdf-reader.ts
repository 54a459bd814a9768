import type { Problem } from "../problem";
import { markdownOfPages } from "./pdf-layout";
import { loadPdfLibrary, type PdfTextItem } from "./pdf-library";
import type { PdfPage, TextRun } from "./pdf-page";
import { type ReadOptions, type ReadResult, refused } from "./read-result";

/** Longer documents are read in parts. */
const MOST_PAGES = 3000;
/** More pieces of text on a page are a drawing. */
const MOST_RUNS = 50_000;
/** Pages with fewer letters on average are images of pages. */
const LETTERS = 20;

/** Text set at an angle to the page is a stamp or the label of a figure. */
const UPRIGHT = 0.1;

const SETTINGS = {
  verbosity: 0,
  isEvalSupported: false,
  disableFontFace: true,
  useSystemFonts: false,
  useWasm: false,
  useWorkerFetch: false,
  enableXfa: false,
  stopAtErrors: false,
  disableAutoFetch: true,
};

/** A PDF as Markdown, with an anchor where each page begins. Pages without text are named in a problem. */
export async function readPdf(bytes: Uint8Array, options: ReadOptions): Promise<ReadResult> {
  // pdf.js takes the bytes it is given away from their owner, and refuses those of Node's buffers.
  const loading = loadPdfLibrary().getDocument({ ...SETTINGS, data: new Uint8Array(bytes) });
  try {
    const document = await loading.promise;
    const { numPages } = document;
    if (numPages > MOST_PAGES) {
      const message = `The document has ${numPages} pages; at most ${MOST_PAGES} are read. Split it and import the parts.`;
      return refused("too-large", message, options);
    }
    const pages: PdfPage[] = [];
    for (let number = 1; number <= numPages; number++) {
      await options.onPage?.(number, numPages);
      if (options.isCancelled?.() === true) return { problems: [] };
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(pageOf(page.view, items.slice(0, MOST_RUNS)));
      page.cleanup();
    }
    return resultOf(pages, options);
  } catch (error) {
    return failure(error, options);
  } finally {
    await loading.destroy().catch(() => undefined);
  }
}

function pageOf(
  [left, bottom, right, top]: readonly [number, number, number, number],
  items: readonly (PdfTextItem | { readonly type: string })[],
): PdfPage {
  const runs = items.flatMap((item): TextRun[] => {
    if (!("str" in item)) return [];
    const { str, transform, width } = item;
    const [a, b, c, d, x, y] = transform;
    const size = Math.hypot(c, d);
    if (size === 0 || a <= 0 || Math.abs(b) > UPRIGHT * Math.abs(a)) return [];
    return [{ text: readable(str), x: x - left, y: top - y, width, size }];
  });
  return { width: right - left, height: top - bottom, runs };
}

// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROL = /[\u0000-\u001f\u007f]/g;

/** Ligatures as letters, and no control characters. */
function readable(text: string): string {
  return text.replace(CONTROL, " ").replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize("NFKC"));
}

function resultOf(pages: readonly PdfPage[], options: ReadOptions): ReadResult {
  const letters = pages.map(({ runs }) => runs.reduce((sum, { text }) => sum + text.trim().length, 0));
  if (letters.reduce((sum, count) => sum + count, 0) < LETTERS * pages.length) {
    const message =
      "The document holds images of pages and no text. Run text recognition (OCR) on it first, for example with OCRmyPDF, and import the result.";
    return refused("no-text", message, options);
  }
  const empty = letters.flatMap((count, index) => (count === 0 ? [index + 1] : []));
  return {
    markdown: markdownOfPages(pages),
    pages: pages.length,
    problems: empty.length === 0 ? [] : [noText(empty, options)],
  };
}

function noText(pages: readonly number[], { uri }: ReadOptions): Problem {
  const named = pages.slice(0, 10).join(", ") + (pages.length > 10 ? ", …" : "");
  const message = `${pages.length === 1 ? "Page" : "Pages"} ${named} hold no text: they are empty or images. Text recognition (OCR) can read images.`;
  return { severity: "warning", code: "import.no-text-on-page", message, uri };
}

function failure(error: unknown, options: ReadOptions): ReadResult {
  const name = error instanceof Error || (typeof error === "object" && error !== null) ? (error as Error).name : "";
  if (name === "PasswordException") {
    const message = "The document is protected by a password. Open it in a PDF viewer and save it without one.";
    return refused("encrypted", message, options);
  }
  const message = "The file is no PDF, or it is damaged. Open it in a PDF viewer and save or print it as PDF again.";
  return refused("broken", message, options);
}
