import { EventEmitter, window, type TextDocument, type TreeDataProvider, type TreeItem, type TreeView } from "vscode";
import type { Span } from "../core";
import { Debouncer } from "./debouncer";
import { DisposableStore, type Disposable } from "./dispose";
import { spanAt } from "./presentation/mention-lookup";
import { RowsRead } from "./rows-read";
import type { DocumentReview } from "./services/review/review-service";
import type { Services } from "./services/services";

/** A cursor that only passes through a mention moves nothing in the view. */
const FOLLOW_DELAY_MS = 100;

/**
 * A view of the side panel that lists what is known of the active document. Its rows are made when somebody looks, are
 * others whenever the document, its decisions, memos or relations are, and the cursor selects the row of its mention.
 */
export abstract class DocumentTree<Node, Tree> implements TreeDataProvider<Node>, Disposable {
  protected readonly store = new DisposableStore();
  protected readonly view: TreeView<Node>;
  readonly #changed = this.store.add(new EventEmitter<undefined>());
  readonly #rowsRead = this.store.add(new RowsRead());
  readonly #debouncer = this.store.add(new Debouncer());
  /** Made when somebody looks. */
  #tree: Tree | undefined;
  #document: TextDocument | undefined;

  readonly onDidChangeTreeData = this.#changed.event;

  /** Derived classes call `refresh` once they are complete. */
  protected constructor(
    protected readonly services: Services,
    id: string,
    canSelectMany: boolean,
  ) {
    this.view = this.store.add(
      window.createTreeView(id, { treeDataProvider: this, showCollapseAll: true, canSelectMany }),
    );
    const { activeDocument, reviews, records } = services;
    const refreshIfActive = (document: TextDocument) => {
      if (document === activeDocument.document) this.refresh();
    };
    this.store.add(activeDocument.onDidChange(() => this.refresh()));
    this.store.add(this.view.onDidChangeVisibility(() => this.refresh()));
    this.store.add(reviews.onDidChange(refreshIfActive));
    this.store.add(records.onDidChange(refreshIfActive));
    this.store.add(
      window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor !== activeDocument.editor || !this.view.visible) return;
        this.#debouncer.run("follow", FOLLOW_DELAY_MS, () => {
          // The editor refuses to reveal a row of a tree that it reads anew just then.
          this.#followCursor().catch((error: unknown) => services.log.debug(String(error)));
        });
      }),
    );
  }

  /** The document whose rows are listed. */
  get document(): TextDocument | undefined {
    return this.#document;
  }

  /** The rows that are selected. */
  get selection(): readonly Node[] {
    return this.view.selection;
  }

  refresh(): void {
    if (this.follow()) this.redraw();
  }

  getChildren(node?: Node): Node[] {
    if (node === undefined) this.#rowsRead.markRead();
    return [...this.rowsUnder(node)];
  }

  abstract getParent(node: Node): Node | undefined;
  abstract getTreeItem(node: Node): TreeItem;

  /** Selects the row of a mention; `focus` moves the keyboard there as well. False where it has no row. */
  abstract reveal(mention: Span, focus: boolean): Promise<boolean>;

  dispose(): void {
    this.store.dispose();
  }

  /** Turns to the active document; false where its rows stay until new ones are ready. */
  protected follow(): boolean {
    const { document } = this.services.activeDocument;
    const review = this.reviewOf(document);
    if ((review?.kind === "pending" || review?.kind === "early") && document === this.#document) return false;
    this.#document = document;
    return true;
  }

  /** Makes the rows anew. */
  protected redraw(): void {
    this.#tree = undefined;
    this.#rowsRead.markChanged();
    this.describe(this.reviewOf(this.#document));
    this.#changed.fire(undefined);
  }

  protected get tree(): Tree {
    return (this.#tree ??= this.build());
  }

  protected reviewOf(document: TextDocument | undefined): DocumentReview | undefined {
    return document === undefined ? undefined : this.services.reviews.reviewOf(document);
  }

  /** Selects a row that is found once the editor has read the rows: it cannot reveal one that it has not read. */
  protected async revealRow(find: () => Node | undefined, focus: boolean): Promise<boolean> {
    if (this.view.visible) await this.#rowsRead.settled();
    const node = find();
    if (node !== undefined) await this.view.reveal(node, { select: true, focus });
    return node !== undefined;
  }

  protected abstract build(): Tree;
  /** The rows under a row, or those at the top. */
  protected abstract rowsUnder(node: Node | undefined): readonly Node[];
  /** Says what the view shows; an empty one tells by its state what to do next. */
  protected abstract describe(review: DocumentReview | undefined): void;
  /** The mentions of the document that can have a row. */
  protected abstract mentionsIn(document: TextDocument): readonly Span[];

  async #followCursor(): Promise<void> {
    const { editor } = this.services.activeDocument;
    if (editor === undefined || editor.document !== this.#document) return;
    const mention = spanAt(this.mentionsIn(editor.document), editor.document.offsetAt(editor.selection.active));
    if (mention !== undefined) await this.reveal(mention, false);
  }
}
