import {
  CodeAction,
  CodeActionKind,
  l10n,
  languages,
  workspace,
  WorkspaceEdit,
  type Diagnostic,
  type TextDocument,
} from "vscode";
import { checkTags, type TagFix, type TagProblem } from "../../../core";
import { DisposableStore, type Disposable } from "../../dispose";
import { rangeOf } from "../../mention-target";
import { diagnosticOf } from "../../problem-diagnostics";
import { formatOfDocument, PROSE_LANGUAGES } from "../../prose-document";
import type { Services } from "../../services/services";

/** What tells these diagnostics from those on packs and ledgers. */
const SOURCE = "HealthGeo tags";

/** What was found in a document of a version. */
interface Checked {
  readonly version: number;
  readonly problems: readonly TagProblem[];
}

/** Points at tags that are not read as their author meant them, and mends them. */
export function activateTagProblems({ reviews, taxonomy }: Services): Disposable {
  const store = new DisposableStore();
  const collection = store.add(languages.createDiagnosticCollection("healthgeo.inline"));
  const checked = new WeakMap<TextDocument, Checked>();
  store.add(
    reviews.onDidChange((document) => {
      const format = formatOfDocument(document);
      const known = taxonomy.current;
      if (format === undefined || known === undefined || document.isClosed) return;
      const isReviewed = reviews.reviewOf(document).kind === "reviewed";
      const problems = isReviewed ? checkTags(document.getText(), format, known, document.uri.toString()) : [];
      checked.set(document, { version: document.version, problems });
      collection.set(document.uri, problems.map(tagDiagnostic));
    }),
  );
  store.add(
    workspace.onDidCloseTextDocument(({ uri }) => {
      collection.delete(uri);
    }),
  );
  const fixes = {
    provideCodeActions: (
      document: TextDocument,
      _range: unknown,
      context: { readonly diagnostics: readonly Diagnostic[] },
    ) => actionsFor(document, context.diagnostics, checked.get(document)),
  };
  const metadata = { providedCodeActionKinds: [CodeActionKind.QuickFix] };
  store.add(languages.registerCodeActionsProvider([...PROSE_LANGUAGES], fixes, metadata));
  return store;
}

function tagDiagnostic(problem: TagProblem): Diagnostic {
  const diagnostic = diagnosticOf(problem);
  diagnostic.source = SOURCE;
  return diagnostic;
}

/** Nothing where the text changed since it was checked. */
function actionsFor(
  document: TextDocument,
  diagnostics: readonly Diagnostic[],
  checked: Checked | undefined,
): CodeAction[] {
  if (checked?.version !== document.version) return [];
  return diagnostics
    .filter(({ source }) => source === SOURCE)
    .flatMap((diagnostic) => {
      const problem = checked.problems.find(
        (each) => each.code === diagnostic.code && rangeOf(document, each).isEqual(diagnostic.range),
      );
      return (problem?.fixes ?? []).map((fix, i) => actionOf(document, diagnostic, fix, i === 0));
    });
}

function actionOf(document: TextDocument, diagnostic: Diagnostic, fix: TagFix, isFirst: boolean): CodeAction {
  const action = new CodeAction(titleOf(fix), CodeActionKind.QuickFix);
  action.edit = new WorkspaceEdit();
  for (const edit of fix.edits) action.edit.replace(document.uri, rangeOf(document, edit), edit.text);
  action.diagnostics = [diagnostic];
  action.isPreferred = isFirst && fix.kind !== "remove";
  return action;
}

function titleOf(fix: TagFix): string {
  switch (fix.kind) {
    case "replace":
      return l10n.t("Write “{0}” in the tag (this file)", fix.by);
    case "close":
      return l10n.t("Close the tag (this file)");
    case "remove":
      return l10n.t("Remove the tag (this file)");
  }
}
