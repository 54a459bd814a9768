import { EventEmitter, type TextDocument } from "vscode";
import { type Passage, PassageReader, type TextFormat } from "../../../core";
import { DisposableStore, type Disposable } from "../../dispose";
import { formatOfDocument } from "../../prose-document";

/** How long reading may hold the thread at a time: less than a frame of the editor. */
const SLICE_MS = 8;

const NONE: readonly Passage[] = [];

/** A document on the way to its passages. */
interface Reading {
  readonly reader: PassageReader;
  readonly format: TextFormat;
  readonly version: number;
  readonly isRead: boolean;
}

/** Knows the passages of documents, for all who ask: a long one is read in slices, an edited one where it was edited. */
export class PassageService implements Disposable {
  readonly #store = new DisposableStore();
  readonly #read = this.#store.add(new EventEmitter<TextDocument>());
  readonly #readings = new WeakMap<TextDocument, Reading>();

  /** A document that was still being read when somebody asked for its passages is read now. */
  readonly onDidRead = this.#read.event;

  /** Those of the document as it is now; undefined while it is being read, then an event says when it is. */
  of(document: TextDocument): readonly Passage[] | undefined {
    const format = formatOfDocument(document);
    if (format === undefined) return NONE;
    const last = this.#readings.get(document);
    const known = last?.format === format ? last : undefined;
    if (known?.version === document.version) return known.isRead ? known.reader.passages : undefined;
    const reader = known?.reader ?? new PassageReader(format);
    return this.#advance(document, reader, format) ? reader.passages : this.#readOn(document, reader, format);
  }

  /** Those of the document as it is now, as soon as they are read; undefined where it changes meanwhile. */
  async whenRead(document: TextDocument): Promise<readonly Passage[] | undefined> {
    const { version } = document;
    for (;;) {
      const passages = this.of(document);
      if (passages !== undefined || document.isClosed) return passages;
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (document.version !== version) return undefined;
    }
  }

  dispose(): void {
    this.#store.dispose();
  }

  #advance(document: TextDocument, reader: PassageReader, format: TextFormat): boolean {
    const end = performance.now() + SLICE_MS;
    const isRead = reader.advance(document.getText(), () => performance.now() > end);
    this.#readings.set(document, { reader, format, version: document.version, isRead });
    return isRead;
  }

  #readOn(document: TextDocument, reader: PassageReader, format: TextFormat): undefined {
    const { version } = document;
    setTimeout(() => {
      if (document.isClosed || document.version !== version) return;
      if (this.#readings.get(document)?.reader !== reader) return;
      if (this.#advance(document, reader, format)) this.#read.fire(document);
      else this.#readOn(document, reader, format);
    });
  }
}
