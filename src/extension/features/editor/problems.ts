import { DiagnosticSeverity, languages, type DiagnosticCollection } from "vscode";
import type { Problem } from "../../../core";
import { DisposableStore, type Disposable } from "../../dispose";
import { diagnosticOf, publishProblems } from "../../problem-diagnostics";
import type { Services } from "../../services/services";

/** Shows what is wrong with the workspace's ledgers and with documents' comments for HealthGeo, each in its own file; `features/packs/diagnostics.ts` speaks of packs. */
export function activateProblems(services: Services): Disposable {
  const { decisions, reviews } = services;
  const store = new DisposableStore();
  const ledgers = store.add(languages.createDiagnosticCollection("healthgeo.annotations"));
  const lost = store.add(languages.createDiagnosticCollection("healthgeo.unplaced"));
  const comments = store.add(languages.createDiagnosticCollection("healthgeo.comments"));
  store.add(
    services.tagging.onDidChange(({ uri }) => {
      const document = services.tagging.documents.find((each) => each.uri.toString() === uri.toString());
      const problems = document === undefined ? [] : services.tagging.problemsOf(document);
      comments.set(
        uri,
        problems.map((problem) => diagnosticOf(problem)),
      );
    }),
  );
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
