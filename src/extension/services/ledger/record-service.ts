import { EventEmitter, l10n, type LogOutputChannel, type TextDocument } from "vscode";
import {
  acceptedRelations,
  threadsOf,
  type LedgerRecord,
  type MemoThread,
  type PlacedRelation,
  type PlacedThemeDecision,
  type Quote,
  type Relation,
  type Span,
} from "../../../core";
import { Debouncer } from "../../debouncer";
import { DisposableStore, type Disposable } from "../../dispose";
import { TrackedQuotes, type QuotedPlace } from "../../tracked-quotes";
import type { DecisionService, LedgerView } from "./decision-service";
import { FollowedPlaces } from "./followed-places";
import { isLedgerOf } from "./ledger-place";
import type { TaggingService } from "../tagging-service";

/** A thread and where it stands; without a span it is about the whole document. */
export interface PlacedThread extends MemoThread {
  readonly span?: Span;
}

/** A memo, relation or decision on a theme that has no place in the document now. */
export interface UnplacedRecord {
  readonly record: LedgerRecord;
  /** Why, for people: a whole sentence. */
  readonly reason: string;
}

/** The memos, relations and decisions on themes of one document. */
export interface DocumentRecords {
  readonly threads: readonly PlacedThread[];
  /** What people said of relations, also what they rejected and what others overruled. */
  readonly relations: readonly PlacedRelation[];
  /** Those of them that hold. */
  readonly acceptedRelations: readonly PlacedRelation[];
  readonly themes: readonly PlacedThemeDecision[];
  readonly unplaced: readonly UnplacedRecord[];
}

interface Cached {
  readonly version: number;
  readonly ledger: LedgerView;
  readonly records: DocumentRecords;
}

const NO_RECORDS: DocumentRecords = { threads: [], relations: [], acceptedRelations: [], themes: [], unplaced: [] };
/** Threads move with their text in the editor by itself; what we know of them may come a little later. */
const FOLLOW_DELAY_MS = 150;

/** Knows where the memos and relations of documents stand, and keeps their words in the ledger right. */
export class RecordService implements Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<TextDocument>());
  readonly #debouncer = this.#store.add(new Debouncer());
  readonly #places: FollowedPlaces<TrackedQuotes>;
  readonly #cache = new WeakMap<TextDocument, Cached>();
  readonly #decisions: DecisionService;
  readonly #tagging: TaggingService;

  /** The memos or relations of a document, or their places, changed. */
  readonly onDidChange = this.#changed.event;

  constructor(tagging: TaggingService, decisions: DecisionService, log: LogOutputChannel) {
    this.#tagging = tagging;
    this.#decisions = decisions;
    const requoted = (document: TextDocument, places: TrackedQuotes) => this.#requoted(document, places);
    this.#places = this.#store.add(new FollowedPlaces(() => new TrackedQuotes(), requoted, decisions, log));
    this.#store.add(
      this.#places.onDidMove((document) => {
        this.#debouncer.run(document.uri.toString(), FOLLOW_DELAY_MS, () => {
          this.#changed.fire(document);
        });
      }),
    );
    this.#store.add(
      tagging.onDidChange((document) => {
        if (!this.#places.has(document)) this.#changed.fire(document);
      }),
    );
    this.#store.add(
      decisions.onDidChange((ledger) => {
        for (const document of this.documents) if (isLedgerOf(ledger, document.uri)) this.#changed.fire(document);
      }),
    );
  }

  /** The documents that can have memos and relations in sight. */
  get documents(): readonly TextDocument[] {
    return this.#tagging.documents;
  }

  /** The memos and relations of a document as it is now; none until its ledger is read. */
  of(document: TextDocument): DocumentRecords {
    const ledger = this.#decisions.ledgerOf(document);
    if (ledger === undefined) return NO_RECORDS;
    const cached = this.#cache.get(document);
    if (cached?.version === document.version && cached.ledger === ledger) return cached.records;
    const records = this.#place(document, ledger);
    this.#cache.set(document, { version: document.version, ledger, records });
    return records;
  }

  dispose(): void {
    this.#store.dispose();
  }

  #place(document: TextDocument, ledger: LedgerView): DocumentRecords {
    const places = this.#places.of(document).place(document.getText(), quotedPlacesOf(ledger));
    const { threads, orphans } = threadsOf(ledger.memos);
    const placedThreads: PlacedThread[] = [];
    const relations: PlacedRelation[] = [];
    const unplaced: UnplacedRecord[] = [];
    for (const thread of threads) {
      const place = places.get(thread.first.id);
      if (place !== undefined && "reason" in place) unplaced.push({ record: thread.first, reason: place.reason });
      else placedThreads.push(place === undefined ? thread : { ...thread, span: place.placed });
    }
    for (const record of orphans)
      unplaced.push({ record, reason: l10n.t("The memo that this one answers is no longer there.") });
    for (const relation of ledger.relations) {
      const [source, target] = [places.get(sourceKey(relation))!, places.get(targetKey(relation))!];
      if ("reason" in source) unplaced.push({ record: relation, reason: source.reason });
      else if ("reason" in target) unplaced.push({ record: relation, reason: target.reason });
      else relations.push({ relation, source: source.placed, target: target.placed });
    }
    const themes: PlacedThemeDecision[] = [];
    for (const decision of ledger.themes) {
      const place = places.get(decision.id)!;
      if ("reason" in place) unplaced.push({ record: decision, reason: place.reason });
      else themes.push({ decision, span: place.placed });
    }
    return { threads: placedThreads, relations, acceptedRelations: acceptedRelations(relations), themes, unplaced };
  }

  /** The records whose places the ledger must tell in new words. */
  #requoted(document: TextDocument, places: TrackedQuotes): LedgerRecord[] {
    const ledger = this.#decisions.ledgerOf(document);
    if (ledger === undefined) return [];
    // Places that nobody asked for since the last edit are looked up first.
    this.of(document);
    const quotes = places.renewed(document.getText(), quotedPlacesOf(ledger));
    return [...ledger.memos, ...ledger.relations, ...ledger.themes].flatMap((record) => requoted(record, quotes) ?? []);
  }
}

function sourceKey({ id }: Relation): string {
  return `${id} source`;
}

function targetKey({ id }: Relation): string {
  return `${id} target`;
}

function quotedPlacesOf({ memos, relations, themes }: LedgerView): QuotedPlace[] {
  return [
    ...memos.flatMap(({ id, place }) => (place === undefined ? [] : [{ key: id, quote: place, isElastic: true }])),
    ...relations.flatMap((relation) => [
      { key: sourceKey(relation), quote: relation.source, isElastic: false },
      { key: targetKey(relation), quote: relation.target, isElastic: false },
    ]),
    ...themes.map(({ id, place }) => ({ key: id, quote: place, isElastic: true })),
  ];
}

/** The record with new words where its place has any; undefined where it has none. */
function requoted(record: LedgerRecord, quotes: ReadonlyMap<string, Quote>): LedgerRecord | undefined {
  if (record.kind !== "relation") {
    const place = quotes.get(record.id);
    return place === undefined ? undefined : { ...record, place };
  }
  const [source, target] = [quotes.get(sourceKey(record)), quotes.get(targetKey(record))];
  if (source === undefined && target === undefined) return undefined;
  return { ...record, source: source ?? record.source, target: target ?? record.target };
}
