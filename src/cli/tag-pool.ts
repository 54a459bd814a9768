import { isMainThread, MessageChannel, type MessagePort, parentPort, Worker, workerData } from "node:worker_threads";
import { createTagger, type TaggerOptions } from "../core";
import { UsageError } from "./command";
import { type DocumentLine, type DocumentReader, documentReader, tagDocument } from "./tag-documents";
import { loadTaxonomy, type TaxonomyChoice } from "./taxonomy-options";

/** Documents that travel to a worker together: few enough to keep all workers busy, enough to make messages cheap. */
const BATCH_SIZE = 32;
/** Batches a worker may have waiting, so that memory stays bounded however long the input is. */
const BATCHES_AHEAD = 2;

/** What a worker needs to make the same tagger as the main thread. */
type TaggerChoice = TaxonomyChoice & TaggerOptions;

type Reply = { readonly lines: readonly string[] } | { readonly usageError: string };

/** Tags documents on `jobs` threads; the output lines come in the order of the input. */
export async function* tagInParallel(
  documents: AsyncIterable<DocumentLine>,
  jobs: number,
  choice: TaggerChoice,
): AsyncGenerator<string> {
  const workers = Array.from({ length: jobs }, () => new Worker(__filename, { workerData: choice }));
  const waiting: Promise<readonly string[]>[] = [];
  try {
    let next = 0;
    for await (const batch of batchesOf(documents)) {
      waiting.push(sendTo(workers[next++ % jobs]!, batch));
      waiting.at(-1)!.catch(() => undefined);
      if (waiting.length >= jobs * BATCHES_AHEAD) yield* await waiting.shift()!;
    }
    while (waiting.length > 0) yield* await waiting.shift()!;
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** Sends a batch and waits for its reply; a worker that dies fails the batch. */
function sendTo(worker: Worker, batch: readonly DocumentLine[]): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    worker.once("error", reject);
    port1.once("message", (reply: Reply) => {
      port1.close();
      worker.off("error", reject);
      if ("usageError" in reply) reject(new UsageError(reply.usageError));
      else resolve(reply.lines);
    });
    worker.postMessage({ batch, port: port2 }, [port2]);
  });
}

async function* batchesOf(documents: AsyncIterable<DocumentLine>): AsyncGenerator<readonly DocumentLine[]> {
  let batch: DocumentLine[] = [];
  for await (const document of documents) {
    batch.push(document);
    if (batch.length < BATCH_SIZE) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Serves `tagInParallel` where this thread is one of its workers; returns whether it is. */
export function serveAsTagWorker(): boolean {
  if (isMainThread || parentPort === null) return false;
  const choice = workerData as TaggerChoice;
  const reader = loadTaxonomy(choice, { data: () => undefined, message: () => undefined }).then((taxonomy) =>
    documentReader(createTagger(taxonomy, choice)),
  );
  parentPort.on("message", ({ batch, port }: { batch: readonly DocumentLine[]; port: MessagePort }) => {
    void reader.then((ready) => {
      port.postMessage(replyTo(batch, ready));
      port.close();
    });
  });
  return true;
}

function replyTo(batch: readonly DocumentLine[], reader: DocumentReader): Reply {
  try {
    return { lines: batch.map((document) => tagDocument(document, reader)) };
  } catch (error) {
    return { usageError: error instanceof Error ? error.message : String(error) };
  }
}
