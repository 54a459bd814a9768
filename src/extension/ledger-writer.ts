import {
  lostChange,
  parseLedger,
  serializeLedger,
  updateLedger,
  type ClassPredicate,
  type Decision,
  type DecisionHistory,
  type Ledger,
  type LedgerChange,
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
  #histories = new Map<string, DecisionHistory>();

  constructor(text: SharedText, uri: string, isKnownClass: ClassPredicate) {
    this.#text = text;
    this.#uri = uri;
    this.#isKnownClass = isKnownClass;
  }

  /** The ledger now; an empty one where there is no text. */
  async read(): Promise<ReadLedger> {
    return this.#parse(await this.#text.read());
  }

  /**
   * Makes a change and returns the ledger after it. `restore` looks after the change until `settle`.
   *
   * @throws Error where the text cannot be read or written, or others write all the time
   */
  async write(change: LedgerChange): Promise<ReadLedger> {
    const { seen, after } = await this.#write(change);
    const former = seen.map(({ decisions }) => new Map(decisions.map((decision) => [decision.id, decision])));
    const remember = (id: string, latest: Decision | undefined) => {
      const history = this.#histories.get(id);
      const own = history === undefined ? [] : [...history.former, history.latest];
      this.#histories.set(id, { former: [...own, ...former.map((each) => each.get(id))], latest });
    };
    for (const id of change.remove ?? []) remember(id, undefined);
    for (const decision of change.put ?? []) remember(decision.id, decision);
    return after;
  }

  /** Makes the changes again that somebody wrote over who had not seen them; undefined where there were none. */
  async restore(): Promise<ReadLedger | undefined> {
    if (this.#histories.size === 0) return undefined;
    const lost = lostChange(this.#histories, (await this.read()).ledger);
    return lost === undefined ? undefined : (await this.#write(lost)).after;
  }

  /** From now on, what stands in the ledger is what people wanted. */
  settle(): void {
    this.#histories = new Map();
  }

  /** Writes a change; `seen` are the ledgers that it was to be made to, of which the last one counted. */
  async #write(change: LedgerChange): Promise<{ readonly seen: readonly Ledger[]; readonly after: ReadLedger }> {
    const seen: Ledger[] = [];
    while (seen.length < MOST_ATTEMPTS) {
      const source = await this.#text.read();
      const before = this.#parse(source).ledger;
      seen.push(before);
      const after = updateLedger(before, change, this.#isKnownClass);
      const written = serializeLedger(after);
      if (written === (source ?? "") || (await this.#text.replace(written, source))) {
        return { seen, after: { source: written, ledger: after } };
      }
    }
    throw new Error(`${this.#uri} is changed by another program all the time. Close that program and try again.`);
  }

  #parse(source = ""): ReadLedger {
    return { source, ledger: parseLedger(source, this.#uri, this.#isKnownClass) };
  }
}
