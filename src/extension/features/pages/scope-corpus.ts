import { Uri, type TextDocument } from "vscode";
import type { CorpusDocument } from "../../../core";
import type { Scope } from "../../../webview/shared/messages";
import type { ScanState } from "../../services/corpus-service";
import type { WorkspaceDocument } from "../../services/scan/lazy-document";
import { TimeSlices } from "../../services/scan/time-slices";
import type { Services } from "../../services/services";

/** The documents that a page is about. */
export interface ScopeCorpus {
  readonly documents: readonly CorpusDocument[];
  /** What each was read from, to tell which ones changed. */
  readonly sources: ReadonlyMap<WorkspaceDocument, CorpusDocument>;
  /** By the paths of the documents. */
  readonly uris: ReadonlyMap<string, Uri>;
}

/**
 * The documents of a scope as they are now. Asking for the workspace scans it first, or waits for a scan that is going on. Those
 * that are as they were in `former` are not read again.
 */
export async function scopeCorpus(
  { corpus }: Services,
  scope: Scope,
  file: TextDocument | undefined,
  former: ScopeCorpus | undefined,
): Promise<ScopeCorpus> {
  if (scope === "workspace" && !isScanned(corpus.state)) await corpus.scan();
  const found = documentsIn(corpus, scope, file);
  const slices = new TimeSlices();
  const sources = new Map<WorkspaceDocument, CorpusDocument>();
  for (const source of found) {
    sources.set(source, former?.sources.get(source) ?? readDocument(source));
    await slices.breathe();
  }
  return {
    documents: [...sources.values()],
    sources,
    uris: new Map(found.map(({ path, uri }) => [path, Uri.parse(uri)])),
  };
}

/** Whether documents of a scope are still being tagged for the first time. */
export function isPending({ reviews, tagging }: Services, scope: Scope, file: TextDocument | undefined): boolean {
  const awaited = scope === "file" ? [file].filter((each) => each !== undefined) : tagging.documents;
  return awaited.some((document) => ["pending", "early"].includes(reviews.reviewOf(document).kind));
}

/** Also where some files are left out: scanning again would leave out the same. */
function isScanned(state: ScanState): boolean {
  return state.kind === "partial" || (state.kind === "idle" && state.isScanned);
}

function documentsIn(
  corpus: Services["corpus"],
  scope: Scope,
  file: TextDocument | undefined,
): readonly WorkspaceDocument[] {
  switch (scope) {
    case "file": {
      const live = file === undefined ? undefined : corpus.liveDocument(file);
      return live === undefined ? [] : [live];
    }
    case "open":
      return corpus.openDocuments();
    case "workspace":
      return corpus.documents();
  }
}

/** Passages and mentions of a scanned document are made anew whenever somebody looks; here many look. */
function readDocument({ path, format, text, passages, mentions }: WorkspaceDocument): CorpusDocument {
  return { path, format, text, passages, mentions };
}
