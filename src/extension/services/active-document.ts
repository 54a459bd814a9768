import { EventEmitter, window, workspace, type TextDocument, type TextEditor } from "vscode";
import { DisposableStore, type Disposable } from "../dispose";
import { formatOfDocument } from "../prose-document";

/** The document that the panel and the status item speak of: the active one, or the last report that is still in sight. */
export class ActiveDocument implements Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<void>());
  #editor: TextEditor | undefined;

  readonly onDidChange = this.#changed.event;

  constructor() {
    this.#store.add(window.onDidChangeActiveTextEditor(() => this.#update()));
    this.#store.add(window.onDidChangeVisibleTextEditors(() => this.#update()));
    this.#store.add(workspace.onDidOpenTextDocument(() => this.#update()));
    this.#editor = this.#current();
  }

  get editor(): TextEditor | undefined {
    return this.#editor;
  }

  get document(): TextDocument | undefined {
    return this.#editor?.document;
  }

  dispose(): void {
    this.#store.dispose();
  }

  #update(): void {
    this.#editor = this.#current();
    this.#changed.fire();
  }

  #current(): TextEditor | undefined {
    const active = window.activeTextEditor;
    if (active !== undefined && isProse(active)) return active;
    // A preview, an explanation, the output or code has the focus: a report in sight beside it is still the one in question.
    const former = this.#editor;
    if (former !== undefined && isProse(former) && window.visibleTextEditors.includes(former)) return former;
    return active;
  }
}

function isProse({ document }: TextEditor): boolean {
  return formatOfDocument(document) !== undefined;
}
