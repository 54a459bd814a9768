import {
  commands,
  EventEmitter,
  l10n,
  Range,
  Uri,
  workspace,
  type TextDocument,
  type TextDocumentContentProvider,
} from "vscode";
import { LineIndex, type Annotation, type Difference, type Span } from "../../../core";
import { DisposableStore, type Disposable } from "../../dispose";
import { taggedText, type TaggedText } from "../../presentation/marks/tagged-text";
import type { ComparedDocument, ComparisonService } from "../../services/review/comparison-service";
import { sidesLabel, type Side } from "./comparison-labels";

/** The URI scheme of the pages on which two annotations of a text stand side by side. */
export const COMPARE_SCHEME = "healthgeo-compare";

/** Which page it is: of which document, and whose. */
interface PageReference {
  readonly source: string;
  readonly side: Side;
}

/** The two pages of a comparison: the document with the tags of each side, read-only, side by side as a diff. */
export class ComparisonPages implements TextDocumentContentProvider, Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<Uri>());
  readonly #comparison: ComparisonService;

  readonly onDidChange = this.#changed.event;

  constructor(comparison: ComparisonService) {
    this.#comparison = comparison;
    this.#store.add(workspace.registerTextDocumentContentProvider(COMPARE_SCHEME, this));
    this.#store.add(
      comparison.onDidChange(() => {
        for (const { uri } of workspace.textDocuments) if (uri.scheme === COMPARE_SCHEME) this.#changed.fire(uri);
      }),
    );
  }

  provideTextDocumentContent(uri: Uri): string {
    return this.#page(uri)?.tagged.text ?? l10n.t("This comparison has ended.");
  }

  /** Shows both sides of a document at a difference, or at its top. */
  async open(compared: ComparedDocument, difference?: Difference, preserveFocus = false): Promise<void> {
    const { sides } = this.#comparison;
    if (sides === undefined) return;
    const right = taggedSide(compared, "right");
    const { line } = new LineIndex(right.text).locate(right.taggedOffset(difference?.start ?? 0));
    const title = l10n.t("{0}: {1}", workspace.asRelativePath(compared.uri), sidesLabel(sides));
    await commands.executeCommand("vscode.diff", pageUri(compared, "left"), pageUri(compared, "right"), title, {
      selection: new Range(line - 1, 0, line - 1, 0),
      preview: true,
      preserveFocus,
    });
  }

  /** What stands in a stretch of a page, as a span of the document that it shows. */
  sourceOf(page: TextDocument, span: Span): { readonly compared: ComparedDocument; readonly span: Span } | undefined {
    const found = this.#page(page.uri);
    if (found?.tagged.text !== page.getText()) return undefined;
    const { compared, tagged } = found;
    return { compared, span: { start: tagged.sourceOffset(span.start), end: tagged.sourceOffset(span.end) } };
  }

  dispose(): void {
    this.#store.dispose();
  }

  #page(uri: Uri): { readonly compared: ComparedDocument; readonly tagged: TaggedText } | undefined {
    const { source, side } = JSON.parse(uri.query) as PageReference;
    const compared = this.#comparison.comparedAt(Uri.parse(source));
    return compared === undefined ? undefined : { compared, tagged: taggedSide(compared, side) };
  }
}

function pageUri({ uri }: ComparedDocument, side: Side): Uri {
  const reference: PageReference = { source: uri.toString(), side };
  return Uri.from({ scheme: COMPARE_SCHEME, path: uri.path, query: JSON.stringify(reference) });
}

/** What a side accepted, and what it rejected where the other side did not. */
function taggedSide({ text, left, right, differences }: ComparedDocument, side: Side): TaggedText {
  const contested = new Set(differences.map(({ a, b }) => (side === "left" ? a : b)));
  const shown = (side === "left" ? left : right).filter((each) => each.status === "accepted" || contested.has(each));
  return taggedText(text, shown.map(tagOf));
}

function tagOf({ start, end, status, class: classId, entity }: Annotation) {
  if (status === "rejected") return { start, end };
  return { start, end, class: classId, ...(entity === undefined ? {} : { entity }) };
}
