import type { CancellationToken, Uri } from "vscode";
import { isReport, type CorpusDocument, type LeftOutFile } from "../../core";
import type { CorpusService } from "./corpus-service";
import type { WorkspaceDocument } from "./scan/lazy-document";

/** The documents of a folder, tagged and with people's decisions applied. */
export interface FoundDocuments {
  /** Sorted by path, which is relative to the folder. */
  readonly documents: readonly CorpusDocument[];
  readonly leftOut: readonly LeftOutFile[];
}

/** Where reports and the like take documents from. */
export interface DocumentSource {
  /**
   * @param report is told how many of the files are read
   * @returns undefined where it was cancelled
   */
  read(
    folder: Uri,
    report: (done: number, total: number) => void,
    token: CancellationToken,
  ): Promise<FoundDocuments | undefined>;
}

/** Takes documents from the scan of the workspace, so that a report has the figures of the views. */
export class ScannedSource implements DocumentSource {
  readonly #corpus: CorpusService;

  constructor(corpus: CorpusService) {
    this.#corpus = corpus;
  }

  async read(
    folder: Uri,
    report: (done: number, total: number) => void,
    token: CancellationToken,
  ): Promise<FoundDocuments | undefined> {
    const listener = this.#corpus.onDidChangeState((state) => {
      if (state.kind === "scanning" && state.total > 0) report(state.done, state.total);
    });
    try {
      await this.#corpus.scan(token);
    } finally {
      listener.dispose();
    }
    return token.isCancellationRequested ? undefined : this.#found(folder);
  }

  #found(folder: Uri): FoundDocuments {
    const { state } = this.#corpus;
    const unreadable = state.kind === "partial" ? state.unreadable : [];
    const documents = this.#corpus.documents().flatMap((document) => {
      const uri = this.#corpus.uriOf(document);
      const path = uri && pathIn(folder, uri);
      return path === undefined || isReport(document.text) ? [] : [new DocumentInFolder(document, path)];
    });
    const leftOut = unreadable.flatMap(({ uri, reason }) => {
      const path = pathIn(folder, uri);
      return path === undefined ? [] : [{ path, reason }];
    });
    return { documents, leftOut };
  }
}

/** A document under its path in a folder. What the scan makes only when somebody looks stays so. */
class DocumentInFolder implements CorpusDocument {
  readonly #document: WorkspaceDocument;

  constructor(
    document: WorkspaceDocument,
    readonly path: string,
  ) {
    this.#document = document;
  }

  get format() {
    return this.#document.format;
  }

  get text() {
    return this.#document.text;
  }

  get passages() {
    return this.#document.passages;
  }

  get mentions() {
    return this.#document.mentions;
  }
}

/** Relative to the folder; undefined for what is not in it. */
function pathIn(folder: Uri, file: Uri): string | undefined {
  const prefix = folder.path.endsWith("/") ? folder.path : `${folder.path}/`;
  const isInside = file.scheme === folder.scheme && file.authority === folder.authority && file.path.startsWith(prefix);
  return isInside ? file.path.slice(prefix.length) : undefined;
}
