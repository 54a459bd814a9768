import {
  entriesOf,
  lostChange,
  parseLedger,
  serializeLedger,
  updateLedger,
  type ClassPredicate,
  type EntryHistory,
  type Ledger,
  type LedgerChange,
  type LedgerEntry,
} from "../core";

/** A text that several windows may write, each as a whole. */
export interface SharedText {
  /** The text; undefined where there is none yet. */
  read(): Promise<string | undefined>;
  /** Replaces the text if it is still `expected`; returns whether it was. */
  replace(text: string, expected: string | undefined): Promise<boolean>;
}

/** A ledger as it was read, and the text that it was read from. */
export interface ReadLedger {
  readonly source: string;
  readonly ledger: Ledger;
}

interface Outcome {
  readonly before: Ledger;
  readonly after: Ledger;
}

/** Another window that writes this often in between is no person; the change is given up with an error. */
const MOST_ATTEMPTS = 50;

/**
 * Makes changes to a ledger that other windows, and git, change as well. A change is made to the lines as they are at
 * that moment, and only if nobody wrote in between. Nothing locks a file for an extension, so two windows may both find
 * it unchanged and write one after the other. The one that was written over finds out when it looks again, and makes its
 * change once more to what the other wrote. So nothing is lost, however the two take turns.
 */
export class LedgerWriter {
  readonly #text: SharedText;
  readonly #uri: string;
  readonly #isKnownClass: ClassPredicate;
  /** What each change made of a ledger: it is shown first and written then. */
  readonly #outcomes = new WeakMap<LedgerChange, Outcome>();
  #histories = new Map<string, EntryHistory>();
  /** What was last read or written; the text is seldom another when it is read again. */
  #last: ReadLedger | undefined;

  constructor(text: SharedText, uri: string, isKnownClass: ClassPredicate) {
    this.#text = text;
    this.#uri = uri;
    this.#isKnownClass = isKnownClass;
  }

  /** The ledger now; an empty one where there is no text. */
  async read(): Promise<ReadLedger> {
    return this.#parse(await this.#text.read());
  }

  /** The ledger with a change made to it, as `write` would make it. Nothing is written. */
  apply(ledger: Ledger, change: LedgerChange): Ledger {
    const known = this.#outcomes.get(change);
    if (known?.before === ledger) return known.after;
    const after = updateLedger(ledger, change, this.#isKnownClass);
    this.#outcomes.set(change, { before: ledger, after });
    return after;
  }

  /**
   * Makes a change and returns the ledger after it. `restore` looks after the change until `settle`.
   *
   * @throws Error where the text cannot be read or written, or others write all the time
   */
  async write(change: LedgerChange): Promise<ReadLedger> {
    const { seen, after } = await this.#write(change);
    const former = seen.map(entriesById);
    const latest = entriesById(after.ledger);
    for (const id of touchedBy(change)) {
      const history = this.#histories.get(id);
      const own = history === undefined ? [] : [...history.former, history.latest];
      this.#histories.set(id, {
        former: [...own, ...former.map((entries) => entries.get(id))],
        latest: latest.get(id),
      });
    }
    return after;
  }

  /** Makes the changes again that somebody wrote over who had not seen them; undefined where there were none. */
  async restore(): Promise<ReadLedger | undefined> {
    if (this.#histories.size === 0) return undefined;
    const { ledger } = await this.read();
    return lostChange(this.#histories, ledger) === undefined ? undefined : (await this.#write({})).after;
  }

  /** From now on, what stands in the ledger is what people wanted. */
  settle(): void {
    this.#histories = new Map();
  }

  /**
   * Writes a change, and what was written over of earlier ones: the change may be about that. `seen` are the ledgers that
   * it was to be made to, of which the last one counted.
   */
  async #write(change: LedgerChange): Promise<{ readonly seen: readonly Ledger[]; readonly after: ReadLedger }> {
    const seen: Ledger[] = [];
    while (seen.length < MOST_ATTEMPTS) {
      const source = await this.#text.read();
      const before = this.#parse(source).ledger;
      seen.push(before);
      const ledger = this.apply(this.#withoutLosses(before), change);
      const written = serializeLedger(ledger);
      if (written === (source ?? "") || (await this.#text.replace(written, source))) {
        this.#last = { source: written, ledger };
        return { seen, after: this.#last };
      }
    }
    throw new Error(`${this.#uri} is changed by another program all the time. Close that program and try again.`);
  }

  #withoutLosses(ledger: Ledger): Ledger {
    const lost = lostChange(this.#histories, ledger);
    return lost === undefined ? ledger : this.apply(ledger, lost);
  }

  #parse(source = ""): ReadLedger {
    if (this.#last?.source !== source)
      this.#last = { source, ledger: parseLedger(source, this.#uri, this.#isKnownClass) };
    return this.#last;
  }
}

/** The ids of all entries that a change is about. */
function touchedBy({ put = [], putRecords = [], remove = [], requote = [] }: LedgerChange): Set<string> {
  return new Set([...remove, ...[...put, ...putRecords, ...requote].map(({ id }) => id)]);
}

function entriesById(ledger: Ledger): Map<string, LedgerEntry> {
  return new Map(entriesOf(ledger).map((entry) => [entry.id, entry]));
}
