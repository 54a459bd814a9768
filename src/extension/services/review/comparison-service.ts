import { EventEmitter, workspace, type LogOutputChannel, type TextDocument, type Uri } from "vscode";
import {
  annotatorsOf,
  compareAnnotations,
  conflictsOfMerge,
  type Annotation,
  type Difference,
  type Mention,
} from "../../../core";
import { Debouncer } from "../../debouncer";
import { DisposableStore, type Disposable } from "../../dispose";
import { formatOfDocument } from "../../prose-document";
import type { DecisionService, LedgerView } from "../ledger/decision-service";
import { isLedgerOf } from "../ledger/ledger-place";
import type { TaggingService } from "../tagging-service";

/** Whose annotations are compared: those of two annotators, or the contradictions that a merge left. */
export type ComparedSides = { readonly left: string; readonly right: string } | "conflicts";

/** The comparison on one document; the annotations of each side are sorted by place. */
export interface ComparedDocument {
  readonly uri: Uri;
  readonly text: string;
  readonly left: readonly Annotation[];
  readonly right: readonly Annotation[];
  readonly differences: readonly Difference[];
}

const RENEW_DELAY_MS = 200;

/** The comparison that is going on, kept right while documents are edited and decided on. */
export class ComparisonService implements Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<void>());
  readonly #debouncer = this.#store.add(new Debouncer());
  readonly #tagging: TaggingService;
  readonly #decisions: DecisionService;
  readonly #log: LogOutputChannel;
  #sides: ComparedSides | undefined;
  #documents = new Map<string, ComparedDocument>();

  /** A comparison began, changed or ended. */
  readonly onDidChange = this.#changed.event;

  constructor(tagging: TaggingService, decisions: DecisionService, log: LogOutputChannel) {
    this.#tagging = tagging;
    this.#decisions = decisions;
    this.#log = log;
    this.#store.add(workspace.onDidChangeTextDocument(({ document }) => this.#renewSoon(document.uri)));
    this.#store.add(
      decisions.onDidChange((ledger) => {
        for (const { uri } of this.documents) if (isLedgerOf(ledger, uri)) this.#renewSoon(uri, 0);
      }),
    );
  }

  /** Undefined where nothing is compared. */
  get sides(): ComparedSides | undefined {
    return this.#sides;
  }

  get documents(): readonly ComparedDocument[] {
    return [...this.#documents.values()];
  }

  comparedAt(uri: Uri): ComparedDocument | undefined {
    return this.#documents.get(uri.toString());
  }

  /**
   * Compares two sides on some documents, in place of what was compared before.
   *
   * @throws Error where a document or its ledger cannot be read
   */
  async start(uris: readonly Uri[], sides: ComparedSides): Promise<void> {
    const compared = await Promise.all(uris.map((uri) => this.#compare(uri, sides)));
    this.#sides = sides;
    this.#documents = new Map(compared.map((each) => [each.uri.toString(), each]));
    this.#changed.fire();
  }

  stop(): void {
    this.#sides = undefined;
    this.#documents.clear();
    this.#changed.fire();
  }

  /**
   * Compares one document anew, as when somebody decided on it.
   *
   * @throws Error where the document or its ledger cannot be read
   */
  async renew(uri: Uri): Promise<void> {
    const sides = this.#sides;
    if (sides === undefined || this.comparedAt(uri) === undefined) return;
    const compared = await this.#compare(uri, sides);
    if (this.#sides !== sides || this.comparedAt(uri) === undefined) return;
    this.#documents.set(uri.toString(), compared);
    this.#changed.fire();
  }

  dispose(): void {
    this.#store.dispose();
  }

  #renewSoon(uri: Uri, delay = RENEW_DELAY_MS): void {
    if (this.comparedAt(uri) === undefined) return;
    this.#debouncer.run(uri.toString(), delay, () => {
      // What was compared before stays where the file is gone or broken.
      this.renew(uri).catch((error: unknown) =>
        this.#log.warn(`${uri.toString()} is not compared anew: ${String(error)}`),
      );
    });
  }

  async #compare(uri: Uri, sides: ComparedSides): Promise<ComparedDocument> {
    const document = await workspace.openTextDocument(uri);
    const ledger = await this.#decisions.readLedgerOf(document);
    const text = document.getText();
    const mentions = await this.#mentionsOf(document);
    return {
      uri,
      text,
      ...(sides === "conflicts" ? conflicts(text, mentions, ledger) : pair(text, mentions, ledger, sides)),
    };
  }

  /** What the taxonomy finds, in a document that is in no editor too; nobody is compared by candidates not decided on. */
  async #mentionsOf(document: TextDocument): Promise<readonly Mention[]> {
    return (await this.#taggedIn(document)).filter(({ by }) => by !== "discovery");
  }

  async #taggedIn(document: TextDocument): Promise<readonly Mention[]> {
    const state = this.#tagging.stateOf(document);
    if (state.kind === "tagged") return state.mentions;
    const format = formatOfDocument(document);
    return format === undefined ? [] : (await this.#tagging.ready()).tag(document.getText(), { format }).mentions;
  }
}

type ComparedAnnotations = Pick<ComparedDocument, "left" | "right" | "differences">;

function pair(
  text: string,
  mentions: readonly Mention[],
  { decisions }: LedgerView,
  sides: Exclude<ComparedSides, string>,
): ComparedAnnotations {
  const { annotations, curated } = annotatorsOf(text, mentions, decisions);
  const [left = [], right = []] = [annotations.get(sides.left), annotations.get(sides.right)];
  return { left, right, differences: compareAnnotations(left, right, curated).differences };
}

function conflicts(text: string, mentions: readonly Mention[], { decisions }: LedgerView): ComparedAnnotations {
  const differences = conflictsOfMerge(text, mentions, decisions);
  return {
    left: differences.flatMap(({ a }) => a ?? []),
    right: differences.flatMap(({ b }) => b ?? []),
    differences,
  };
}
