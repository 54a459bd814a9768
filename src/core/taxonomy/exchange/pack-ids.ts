const ID = /^[a-z0-9][a-z0-9-]*$/;
/** In UTF-16 code units; ids are for people. */
const LONGEST_ID = 60;

/** The first of the names that makes an id, with a number where it is taken: "BGI Group" becomes `bgi-group`, then `bgi-group-2`. */
export function uniqueId(names: readonly (string | undefined)[], taken: ReadonlySet<string>, fallback: string): string {
  const base = names.map(slug).find((id) => id !== "") ?? fallback;
  if (!taken.has(base)) return base;
  // Numbers of a much-used base are searched by doubling, so that a flood of one label stays linear in its logarithm.
  let free = 2;
  while (taken.has(`${base}-${free}`)) free *= 2;
  let used = free / 2;
  while (free - used > 1) {
    const middle = (free + used) >> 1;
    if (taken.has(`${base}-${middle}`)) used = middle;
    else free = middle;
  }
  return `${base}-${free}`;
}

function slug(name: string | undefined): string {
  if (name === undefined || ID.test(name)) return name ?? "";
  const folded = name
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
  return folded
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, LONGEST_ID)
    .replace(/-+$/, "");
}
