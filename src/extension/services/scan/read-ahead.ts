/**
 * Reads things in batches, and the next batch while the caller works on one: a disk and a processor can work at the same time.
 * A caller that stops early leaves one batch that nobody asks for.
 *
 * @param read never rejects
 */
export async function* readAhead<T, R>(
  items: readonly T[],
  size: number,
  read: (item: T) => Promise<R>,
): AsyncGenerator<{ readonly item: T; readonly result: R }, void> {
  const batchAt = (at: number) =>
    Promise.all(items.slice(at, at + size).map(async (item) => ({ item, result: await read(item) })));
  let next = batchAt(0);
  for (let at = 0; at < items.length; at += size) {
    const batch = await next;
    next = batchAt(at + size);
    yield* batch;
  }
}
