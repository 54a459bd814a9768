/** A piece of text of a page, as pdf.js gives it. */
export interface PdfTextItem {
  readonly str: string;
  /** Scale, rotation and place: the matrix `[a, b, c, d, x, y]` in points from the bottom left. */
  readonly transform: readonly [number, number, number, number, number, number];
  readonly width: number;
}

/** What we use of pdf.js. */
export interface PdfLibrary {
  getDocument(source: Readonly<Record<string, unknown>>): {
    readonly promise: Promise<{
      readonly numPages: number;
      getPage(page: number): Promise<{
        /** Left, bottom, right, top in points. */
        readonly view: readonly [number, number, number, number];
        getTextContent(): Promise<{ readonly items: readonly (PdfTextItem | { readonly type: string })[] }>;
        cleanup(): void;
      }>;
    }>;
    destroy(): Promise<void>;
  };
}

/** What pdf.js looks for when it is loaded, to draw with; we draw nothing. */
const DRAWING = ["DOMMatrix", "ImageData", "Path2D"];
/** What it would leave behind in a host that has none. */
const LEFT_BEHIND = [...DRAWING, "navigator"];

let library: PdfLibrary | undefined;

/**
 * pdf.js with its worker in the same thread. Other extensions live in the same host, so nothing is left in its globals but the
 * worker, which pdf.js finds there.
 */
export function loadPdfLibrary(): PdfLibrary {
  return (library ??= withDrawing(() => {
    /* eslint-disable @typescript-eslint/no-require-imports -- loaded when the first PDF is read, as compromise is */
    require("pdfjs-dist/legacy/build/pdf.worker.mjs");
    return require("pdfjs-dist/legacy/build/pdf.mjs") as PdfLibrary;
    /* eslint-enable @typescript-eslint/no-require-imports */
  }));
}

function withDrawing<T>(load: () => T): T {
  const globals = globalThis as unknown as Record<string, unknown> & { console: { warn: unknown } };
  const before = LEFT_BEHIND.map((name) => [name, Object.getOwnPropertyDescriptor(globals, name)] as const);
  const { warn } = globals.console;
  for (const name of DRAWING) globals[name] ??= Object;
  // It warns that it cannot draw.
  globals.console.warn = () => undefined;
  try {
    return load();
  } finally {
    globals.console.warn = warn;
    for (const [name, descriptor] of before) {
      if (descriptor === undefined) Reflect.deleteProperty(globals, name);
      else Object.defineProperty(globals, name, descriptor);
    }
  }
}
