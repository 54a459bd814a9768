import { l10n, QuickPickItemKind, ThemeIcon, window, workspace, type QuickPickItem, type Uri } from "vscode";
import { annotatedDocuments, type AnnotatedDocument } from "../../services/ledger/annotated-documents";
import type { ComparedSides } from "../../services/review/comparison-service";
import { sidesLabel } from "./comparison-labels";

/** What is to be compared. */
export interface ComparisonScope {
  readonly uris: readonly Uri[];
  readonly sides: ComparedSides;
}

interface ScopeItem extends QuickPickItem {
  readonly documents: readonly AnnotatedDocument[];
}

interface SidesItem extends QuickPickItem {
  readonly scope: ComparisonScope;
}

/**
 * Lets the user choose documents and two annotators; where there is only one choice it is taken. Undefined where the user
 * chooses none, or where no document has the decisions of two annotators, which is said.
 */
export async function pickComparison(active: Uri | undefined): Promise<ComparisonScope | undefined> {
  const comparable = (await annotatedDocuments()).filter(isComparable);
  if (comparable.length === 0) {
    void window.showInformationMessage(
      l10n.t(
        "No document has the decisions of two people yet. Decisions are told apart by the name they are signed with.",
      ),
    );
    return undefined;
  }
  const documents = await pickDocuments(comparable, active);
  if (documents === undefined) return undefined;
  const items = sidesItems(documents);
  const [only] = items;
  if (items.length === 1) return only!.scope;
  const chosen = await window.showQuickPick(items, {
    title: l10n.t("Compare Annotators"),
    placeHolder: l10n.t("Whose decisions"),
  });
  return chosen?.scope;
}

function isComparable({ annotators, conflicts }: AnnotatedDocument): boolean {
  return annotators.length > 1 || conflicts > 0;
}

async function pickDocuments(
  comparable: readonly AnnotatedDocument[],
  active: Uri | undefined,
): Promise<readonly AnnotatedDocument[] | undefined> {
  if (comparable.length === 1) return comparable;
  const isActive = ({ uri }: AnnotatedDocument) => uri.toString() === active?.toString();
  const sorted = [...comparable.filter(isActive), ...comparable.filter((each) => !isActive(each))];
  const all: ScopeItem = {
    label: l10n.t("All documents"),
    description: l10n.t("{0} documents", comparable.length),
    iconPath: new ThemeIcon("files"),
    documents: comparable,
  };
  const separator: ScopeItem = { label: "", kind: QuickPickItemKind.Separator, documents: [] };
  const chosen = await window.showQuickPick([...sorted.map(scopeItem), separator, all], {
    title: l10n.t("Compare Annotators"),
    placeHolder: l10n.t("Documents with the decisions of two people"),
  });
  return chosen?.documents;
}

function scopeItem(document: AnnotatedDocument): ScopeItem {
  return {
    label: workspace.asRelativePath(document.uri),
    description: document.annotators.map((name) => (name === "" ? l10n.t("(unsigned)") : name)).join(", "),
    iconPath: ThemeIcon.File,
    documents: [document],
  };
}

/** Every pair of annotators that share a document, and what a merge left. */
function sidesItems(documents: readonly AnnotatedDocument[]): SidesItem[] {
  const names = [...new Set(documents.flatMap(({ annotators }) => annotators))].sort();
  const pairs = names.flatMap((left, index) => names.slice(index + 1).map((right) => ({ left, right })));
  const ofPairs = pairs.map((sides) => {
    const shared = documents.filter(({ annotators }) =>
      [sides.left, sides.right].every((name) => annotators.includes(name)),
    );
    return sidesItem(sides, shared, "person");
  });
  const contested = documents.filter(({ conflicts }) => conflicts > 0);
  return [...ofPairs, sidesItem("conflicts", contested, "git-merge")].filter(({ scope }) => scope.uris.length > 0);
}

function sidesItem(sides: ComparedSides, documents: readonly AnnotatedDocument[], icon: string): SidesItem {
  return {
    label: sidesLabel(sides),
    description: documents.length === 1 ? l10n.t("1 document") : l10n.t("{0} documents", documents.length),
    iconPath: new ThemeIcon(icon),
    scope: { sides, uris: documents.map(({ uri }) => uri) },
  };
}
