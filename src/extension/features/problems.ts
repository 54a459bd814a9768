import { DiagnosticSeverity, languages, type DiagnosticCollection } from "vscode";
import type { Problem } from "../../core";
import { DisposableStore, type Disposable } from "../dispose";
import { publishProblems } from "../problem-diagnostics";
import type { Services } from "../services/services";

/** Shows what is wrong with the workspace's ledgers, each in its own file; `features/packs/diagnostics.ts` speaks of packs. */
export function activateProblems(services: Services): Disposable {
  const { decisions, reviews } = services;
  const store = new DisposableStore();
  const ledgers = store.add(languages.createDiagnosticCollection("healthgeo.annotations"));
  const lost = store.add(languages.createDiagnosticCollection("healthgeo.unplaced"));
  store.add(
    decisions.onDidChange(() => {
      publishProblems(ledgers, decisions.problems);
    }),
  );
  store.add(
    reviews.onDidChange(() => {
      showUnplaced(lost, services);
    }),
  );
  return store;
}

/** Points at the decisions in the ledgers of open documents that have no place in the text any more. */
function showUnplaced(collection: DiagnosticCollection, { tagging, decisions, reviews }: Services): void {
  const problems = tagging.documents.flatMap((document): Problem[] => {
    const review = reviews.reviewOf(document);
    const ledger = decisions.ledgerOf(document);
    if (review.kind !== "reviewed" || ledger === undefined) return [];
    return review.unplaced.map(({ decision, reason }) => ({
      severity: "warning",
      code: "ledger.unplaced",
      message: reason,
      uri: ledger.uri,
      line: ledger.lineOf.get(decision.id) ?? 1,
    }));
  });
  publishProblems(collection, problems, DiagnosticSeverity.Information);
}
