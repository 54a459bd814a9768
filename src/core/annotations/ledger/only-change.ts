/** The side whose part is to be taken where at most one changed it; undefined where both did, differently. */
export function onlyChange<Entry>(
  base: Entry | undefined,
  ours: Entry,
  theirs: Entry,
  partOf: (entry: Entry) => string,
): Entry | undefined {
  const [a, b] = [partOf(ours), partOf(theirs)];
  const before = base === undefined ? undefined : partOf(base);
  if (a === b || b === before) return ours;
  return a === before ? theirs : undefined;
}
