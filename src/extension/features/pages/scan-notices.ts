import { l10n, workspace, type TextDocument } from "vscode";
import type { Notice, Scope } from "../../../webview/shared/messages";
import { guardLabel } from "../../labels";
import type { ScanState } from "../../services/corpus-service";
import type { Services } from "../../services/services";

/** Documents in editors that are named one by one; of more, no notice is read. */
const MOST_NAMED = 3;

/** What is not in the documents of a scope, and why: a page must not silently show less than there is. */
export function leftOutNotices(
  { corpus, tagging, reviews }: Pick<Services, "corpus" | "tagging" | "reviews">,
  scope: Scope,
  file: TextDocument | undefined,
): Notice[] {
  if (scope === "workspace") return scanNotices(corpus.state);
  const asked = scope === "file" ? [file].filter((each) => each !== undefined) : tagging.documents;
  const reasons = asked.flatMap((document) => {
    const review = reviews.reviewOf(document);
    if (review.kind !== "guarded" && review.kind !== "failed") return [];
    const reason = review.kind === "guarded" ? guardLabel(review.reason) : review.message;
    return [l10n.t("{0} is left out: {1}", workspace.asRelativePath(document.uri), reason)];
  });
  return reasons.slice(0, MOST_NAMED).map((text) => ({ text, actions: [] }));
}

/** What a scan of the workspace left out. */
export function scanNotices(state: ScanState): Notice[] {
  if (state.kind !== "partial") return [];
  const { unreadable, waiting } = state;
  const notices: Notice[] = [];
  if (unreadable.length > 0) {
    notices.push({
      text: l10n.t("Files left out, because they are too large or cannot be read: {0}.", unreadable.length),
      actions: [{ action: "showLeftOutFiles", label: l10n.t("Show Files") }],
    });
  }
  if (waiting > 0) {
    notices.push({
      text: l10n.t("The scan was stopped before it came to its end. Files not read yet: {0}.", waiting),
      actions: [{ action: "scanWorkspace", label: l10n.t("Scan the Rest") }],
    });
  }
  return notices;
}
