import { CodeActionKind, languages, window, type CodeAction, type Range, type TextDocument } from "vscode";
import { overlaps, type Difference, type Span } from "../../../core";
import type { Disposable } from "../../dispose";
import { differenceKey, type DifferenceReference } from "../../presentation/difference-reference";
import { PROSE_LANGUAGES } from "../../prose-document";
import type { ComparedDocument } from "../../services/review/comparison-service";
import type { Services } from "../../services/services";
import { commandFix } from "../command-fixes";
import { settlementsOf } from "./adjudicate";
import { COMPARE_SCHEME, type ComparisonPages } from "./comparison-pages";

/** The ways to settle a difference as quick fixes, on both pages of a comparison and in the document itself. */
export function activateComparisonFixes(services: Services, pages: ComparisonPages): Disposable {
  return languages.registerCodeActionsProvider(
    [{ scheme: COMPARE_SCHEME }, ...PROSE_LANGUAGES],
    {
      provideCodeActions: (document, range) => {
        const found = differenceIn(services, pages, document, range);
        return found === undefined ? [] : actionsOn(services, document, found);
      },
    },
    { providedCodeActionKinds: [CodeActionKind.QuickFix] },
  );
}

/** The difference under the cursor of the active editor. */
export function differenceAtCursor(services: Services, pages: ComparisonPages): DifferenceReference | undefined {
  const editor = window.activeTextEditor;
  const found = editor && differenceIn(services, pages, editor.document, editor.selection);
  return found && referenceTo(found);
}

interface FoundDifference {
  readonly compared: ComparedDocument;
  readonly difference: Difference;
}

function differenceIn(
  { comparison }: Services,
  pages: ComparisonPages,
  document: TextDocument,
  range: Range,
): FoundDifference | undefined {
  const selected = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  const place = document.uri.scheme === COMPARE_SCHEME ? pages.sourceOf(document, selected) : undefined;
  const compared = place?.compared ?? comparison.comparedAt(document.uri);
  if (compared === undefined || (place === undefined && compared.text !== document.getText())) return undefined;
  const difference = compared.differences.find((each) => touches(each, place?.span ?? selected));
  return difference && { compared, difference };
}

function actionsOn(services: Services, document: TextDocument, found: FoundDifference): CodeAction[] {
  const file = services.decisions.labelOf(document.uri.scheme === COMPARE_SCHEME ? found.compared : document);
  return settlementsOf(services, found.difference).map(({ command, title }) =>
    commandFix({ title: `${title} (${file})`, command, arguments: [referenceTo(found)] }),
  );
}

function referenceTo({ compared, difference }: FoundDifference): DifferenceReference {
  return { uri: compared.uri.toString(), key: differenceKey(difference) };
}

/** A cursor at either end of a difference touches it. */
function touches(difference: Span, { start, end }: Span): boolean {
  return overlaps(difference, { start: start - 1, end: end + 1 });
}
