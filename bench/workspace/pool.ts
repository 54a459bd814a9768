import { readFileSync } from "node:fs";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { Context, type Folders } from "../context";
import { buildLexicon, createBenchTagger, TermMatcher } from "../engine";
import { tagWithCompromise } from "../peers/compromise";

/** What a worker does with each file: find 10k terms, tag with everything the product has, or run compromise over it. */
export type Engine = "terms" | "all layers" | "compromise";

/** The worker's share of a run: it takes the next file from the counter until there is none. */
interface Job {
  readonly files: readonly string[];
  readonly counter: Int32Array;
}

export interface PoolResult {
  /** Terms, mentions or sentences. */
  readonly found: number;
  /** UTF-8. */
  readonly bytes: number;
}

/** Threads that are ready before the clock starts: their engine is built when `start` resolves. */
export class WorkspacePool {
  private constructor(readonly workers: readonly Worker[]) {}

  static async start(engine: Engine, { folders }: Context, threads: number): Promise<WorkspacePool> {
    const workers = Array.from({ length: threads }, () => new Worker(__filename, { workerData: { engine, folders } }));
    await Promise.all(workers.map((worker) => reply(worker)));
    return new WorkspacePool(workers);
  }

  /** Reads and works through files on all threads. */
  async run(files: readonly string[]): Promise<PoolResult> {
    const counter = new Int32Array(new SharedArrayBuffer(4));
    const results = await Promise.all(
      this.workers.map((worker) => {
        const result = reply(worker) as Promise<PoolResult>;
        worker.postMessage({ files, counter } satisfies Job);
        return result;
      }),
    );
    const sum = (part: keyof PoolResult) => results.reduce((total, result) => total + result[part], 0);
    return { found: sum("found"), bytes: sum("bytes") };
  }

  async close(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.terminate()));
  }
}

/** The next message of a worker; one that dies rejects. */
function reply(worker: Worker): Promise<unknown> {
  return new Promise((resolve, reject) => {
    worker.once("error", reject);
    worker.once("message", (message) => {
      worker.off("error", reject);
      resolve(message);
    });
  });
}

/** Serves a pool where this thread is one of its workers; returns whether it is. */
export function serveAsPoolWorker(): boolean {
  const port = parentPort;
  if (isMainThread || port === null) return false;
  const { engine, folders } = workerData as { engine: Engine; folders: Folders };
  const work = workOf(engine, new Context(folders));
  port.on("message", ({ files, counter }: Job) => {
    let [found, bytes] = [0, 0];
    for (let next = Atomics.add(counter, 0, 1); next < files.length; next = Atomics.add(counter, 0, 1)) {
      const content = readFileSync(files[next]!);
      bytes += content.length;
      found += work(content.toString("utf8"));
    }
    port.postMessage({ found, bytes } satisfies PoolResult);
  });
  port.postMessage("ready");
  return true;
}

function workOf(engine: Engine, context: Context): (text: string) => number {
  switch (engine) {
    case "terms": {
      const matcher = new TermMatcher(buildLexicon(context.terms("10k"), "plain"));
      return (text) => matcher.match(text).length / 2;
    }
    case "all layers": {
      const tagger = createBenchTagger("all");
      return (text) => tagger.tag(text, { format: "markdown" }).mentions.length;
    }
    case "compromise":
      return tagWithCompromise;
  }
}
