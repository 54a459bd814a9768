import type { Quote } from "./decision";
import { hash64 } from "./ledger/decision-id";
import type { Signature } from "./ledger/signature";

/** Who settled the question of a thread, and when. */
export interface Resolution {
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly author?: string;
}

/**
 * One line of the ledger: what a person noted about a place of the document, or the answer to another memo. Each is a
 * line of its own, so that what two people write at the same time merges.
 */
export interface Memo {
  readonly kind: "memo";
  readonly id: string;
  /** Id of the memo that this one answers and that has the place of both. */
  readonly thread?: string;
  /** What the memo is about; absent on an answer, and on a memo about the whole document. */
  readonly place?: Quote;
  /** Markdown. */
  readonly body: string;
  readonly author?: string;
  /** When it was written: ISO 8601, UTC. */
  readonly time: string;
  /** When it was last rewritten. */
  readonly edited?: string;
  /** Present where somebody settled the question; only on a memo that begins a thread. */
  readonly resolved?: Resolution;
}

/** A memo and its answers, the oldest first. */
export interface MemoThread {
  readonly first: Memo;
  readonly answers: readonly Memo[];
}

/** Memos sorted into threads. */
export interface MemoThreads {
  readonly threads: readonly MemoThread[];
  /** Answers to a memo that is gone, as when one person deleted a thread that another was answering. */
  readonly orphans: readonly Memo[];
}

/** A memo about a place, or about the whole document where there is none. */
export function newMemo(body: string, place: Quote | undefined, signature: Signature): Memo {
  return signed(place === undefined ? { body } : { place, body }, signature);
}

/** An answer in the thread that begins with a memo. */
export function answerMemo(first: Memo, body: string, signature: Signature): Memo {
  return signed({ thread: first.id, body }, signature);
}

/** The memo with other words; whose it is stays. */
export function rewriteMemo(memo: Memo, body: string, { time }: Signature): Memo {
  return body === memo.body ? memo : { ...memo, body, edited: time };
}

/** The first memo of a thread, settled. */
export function resolveMemo(memo: Memo, { author, time }: Signature): Memo {
  return { ...memo, resolved: { time, ...(author === undefined ? {} : { author }) } };
}

/** The first memo of a thread, open again. */
export function reopenMemo(memo: Memo): Memo {
  const open: Draft = { ...memo };
  delete open.resolved;
  return open;
}

/** The memo at another place, where it begins a thread even if it was an answer. */
export function placeMemo(memo: Memo, place: Quote): Memo {
  const placed: Draft = { ...memo, place };
  delete placed.thread;
  return placed;
}

/** Sorts memos into threads; threads stand in the order in which they were begun. */
export function threadsOf(memos: readonly Memo[]): MemoThreads {
  const inOrder = [...memos].sort(byTime);
  const threads = new Map<string, { first: Memo; answers: Memo[] }>();
  for (const first of inOrder) if (first.thread === undefined) threads.set(first.id, { first, answers: [] });
  const orphans = inOrder.filter((memo) => {
    if (memo.thread === undefined) return false;
    const thread = threads.get(memo.thread);
    thread?.answers.push(memo);
    return thread === undefined;
  });
  return { threads: [...threads.values()], orphans };
}

type Draft = { -readonly [Key in keyof Memo]: Memo[Key] };

function signed(memo: Pick<Memo, "thread" | "place" | "body">, { author, time }: Signature): Memo {
  const { thread, place, body } = memo;
  const id = hash64(JSON.stringify(["memo", thread, place, body, author, time]));
  return { kind: "memo", id, ...memo, ...(author === undefined || author === "" ? {} : { author }), time };
}

function byTime(a: Memo, b: Memo): number {
  return Date.parse(a.time) - Date.parse(b.time) || (a.id < b.id ? -1 : Number(a.id > b.id));
}
