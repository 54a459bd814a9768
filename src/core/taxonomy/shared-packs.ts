import type { Problem } from "../problem";
import type { Pack } from "./model";

/** A text of a pack file and what became of it. */
export interface LoadedPack {
  readonly source: string;
  /** The newest version without an error. */
  readonly pack: Pack | undefined;
  readonly problems: readonly Problem[];
}

/** Files as the host of the core has them; a place is an address or a path. What cannot be read rejects with the reason. */
export interface PackPlaces {
  /** A path from a folder on, with "." and ".." resolved; an absolute path stands for itself. */
  join(folder: string, path: string): string;
  /** The folder of a place; the root is its own. */
  parent(place: string): string;
  typeOf(place: string): Promise<"file" | "folder" | undefined>;
  /** Names of the files in a folder, sorted. */
  filesIn(folder: string): Promise<readonly string[]>;
  readText(place: string): Promise<string>;
  /** Reads a pack of the shared layer. */
  load(place: string): Promise<LoadedPack>;
  /** Why a place must not be read; undefined where it may. */
  refusal(place: string): string | undefined;
}

/** Packs that a setting or a command asks for: a path from `folder` on, or a package in `node_modules` there or above. */
export interface SharedReference {
  readonly name: string;
  readonly folder: string;
  /** Where the reference is written, for problems. */
  readonly uri: string;
  readonly line?: number;
}

/** What `resolveSharedPacks` found. */
export interface SharedPacks {
  /** A pack stands behind those it extends. */
  readonly packs: readonly Pack[];
  /** Each at the file and line that names what is wrong. */
  readonly problems: readonly Problem[];
  /** The files and folders that were looked at, missing ones included: what changes there changes the result. */
  readonly places: readonly string[];
}

const PACK_FILE = /\.ya?ml$/;
const PACKAGE_NAME = /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/;
/** The folder of packs in a package that lists none. */
const PACKAGE_FOLDER = "taxonomy";
/** More files than a team shares. */
const MOST_PACKS = 200;
/** Questions to the file system; more of them hold up the editor. */
const MOST_LOOKUPS = 2000;
/** Of all shared packs together, in UTF-16 code units. */
const MOST_TEXT = 32_000_000;

/**
 * Finds the packs of the shared layer: those that references name and, over and over, those that packs extend.
 *
 * @param own packs that are in force anyway, by place; what they extend is found too
 * @param ids of packs that need no file, the built-in ones
 */
export async function resolveSharedPacks(
  references: readonly SharedReference[],
  own: ReadonlyMap<string, LoadedPack>,
  ids: ReadonlySet<string>,
  places: PackPlaces,
): Promise<SharedPacks> {
  const resolver = new Resolver(own, ids, places);
  for (const reference of references) await resolver.follow({ ...reference, trail: [], within: undefined });
  for (const [place, loaded] of own) await resolver.visitOwn(place, loaded);
  return resolver.result();
}

/** A reference together with what led to it. */
interface Step extends SharedReference {
  /** The packs that extend one another up to here. */
  readonly trail: readonly string[];
  /** The package whose files must not lead out of it. */
  readonly within: string | undefined;
}

/** There are too many files; what was found so far stands. */
class LimitReached extends Error {}

class Resolver {
  readonly #packs: Pack[] = [];
  readonly #problems: Problem[] = [];
  readonly #visited = new Set<string>();
  readonly #looked = new Set<string>();
  /** Names that are an id if anything. */
  readonly #bareNames: Step[] = [];
  #length = 0;
  #isFull = false;

  constructor(
    readonly own: ReadonlyMap<string, LoadedPack>,
    readonly ids: ReadonlySet<string>,
    readonly places: PackPlaces,
  ) {}

  result(): SharedPacks {
    const known = new Set([...this.ids, ...[...this.own.values()].map(({ pack }) => pack?.id)]);
    for (const { id } of this.#packs) known.add(id);
    for (const step of this.#bareNames) if (!known.has(step.name)) this.#unknown(step);
    return { packs: this.#packs, problems: this.#problems, places: [...this.#looked] };
  }

  async visitOwn(place: string, loaded: LoadedPack): Promise<void> {
    if (this.#visited.has(place)) return;
    await this.#guarded({ name: place, folder: "", uri: place, trail: [], within: undefined }, () =>
      this.#extend(place, loaded, [], undefined),
    );
  }

  /** Visits what a reference names; whatever is wrong becomes a problem where it is written. */
  async follow(step: Step): Promise<void> {
    await this.#guarded(step, async () => {
      if (PACKAGE_NAME.test(step.name) && !PACK_FILE.test(step.name)) await this.#followName(step);
      else await this.#followPath(step);
    });
  }

  async #guarded(step: Step, visit: () => Promise<void>): Promise<void> {
    if (this.#isFull) return;
    try {
      await visit();
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (error instanceof LimitReached) this.#isFull = true;
      this.#report(step, error instanceof LimitReached ? "shared.too-many" : "shared.unreadable", message);
    }
  }

  async #followPath(step: Step): Promise<void> {
    const place = this.places.join(step.folder, step.name);
    if (step.within !== undefined && !isInside(place, step.within)) {
      const message = `"${step.name}" leads out of its package; a package names files of its own, or another package.`;
      this.#report(step, "shared.escape", message);
    } else await this.#visit(place, step);
  }

  async #followName(step: Step): Promise<void> {
    const folder = await this.#packageFolder(step);
    if (folder !== undefined) await this.#visitPackage(folder, step);
    else if (step.trail.length > 0) this.#bareNames.push(step);
    else this.#unknown(step);
  }

  #unknown(step: Step): void {
    const message =
      step.trail.length > 0
        ? `There is no pack with the id "${step.name}", and no such package in node_modules. Install it, or write ./${step.name} for a file or folder.`
        : `There is no package "${step.name}" in node_modules. Install it, or write ./${step.name} for a file or folder.`;
    this.#report(step, "shared.missing", message);
  }

  /** As Node looks for packages: in `node_modules` of the folder and of those above it. */
  async #packageFolder({ name, folder }: Step): Promise<string | undefined> {
    for (let at = folder; ; at = this.places.parent(at)) {
      const candidate = this.places.join(at, `node_modules/${name}`);
      if (this.places.refusal(candidate) === undefined && (await this.#typeOf(candidate)) === "folder")
        return candidate;
      if (this.places.parent(at) === at) return undefined;
    }
  }

  async #visit(place: string, step: Step): Promise<void> {
    const refusal = this.places.refusal(place);
    if (refusal !== undefined) {
      this.#report(step, "shared.restricted", refusal);
      return;
    }
    const type = await this.#typeOf(place);
    if (type === "file") await this.#visitFile(place, step);
    else if (type === undefined)
      this.#report(
        step,
        "shared.missing",
        `"${step.name}" does not exist; there is nothing at ${place}. Mend the path.`,
      );
    else if ((await this.#typeOf(this.places.join(place, "package.json"))) === "file")
      await this.#visitPackage(place, step);
    else await this.#visitFolder(place, step);
  }

  async #visitFolder(folder: string, step: Step): Promise<void> {
    const names = (await this.places.filesIn(folder)).filter((name) => PACK_FILE.test(name));
    if (names.length === 0)
      this.#report(step, "shared.missing", `The folder ${folder} holds no taxonomy pack (*.yaml); add one.`);
    for (const name of names) await this.#visitFile(this.places.join(folder, name), step);
  }

  async #visitPackage(folder: string, step: Step): Promise<void> {
    const manifest = this.places.join(folder, "package.json");
    const inside = { ...step, folder, within: folder };
    const isThere = (await this.#typeOf(manifest)) === "file";
    const source = isThere ? await this.places.readText(manifest) : "{}";
    const listed = packsListed(source);
    if (listed === "broken") {
      const message = 'The field healthgeo.packs must be a list of paths, such as {"packs": ["packs/africa.yaml"]}.';
      this.#report({ ...step, uri: manifest, line: lineOf(source, '"healthgeo"') }, "shared.package", message);
      return;
    }
    for (const name of listed ?? []) {
      const line = lineOf(source, JSON.stringify(name));
      await this.#followPath({ ...inside, name, uri: manifest, line });
    }
    if (listed !== undefined) return;
    const packs = this.places.join(folder, PACKAGE_FOLDER);
    if ((await this.#typeOf(packs)) === "folder") await this.#visitFolder(packs, inside);
    else {
      const message = `${folder} names no packs: its package.json needs a field healthgeo.packs, or it a folder "${PACKAGE_FOLDER}".`;
      this.#report(step, "shared.package", message);
    }
  }

  async #visitFile(place: string, step: Step): Promise<void> {
    const { trail, within } = step;
    if (trail.includes(place)) {
      const circle = [...trail.slice(trail.indexOf(place)), place].join(" → ");
      this.#report(step, "shared.cycle", `Packs extend one another in a circle: ${circle}. Remove one "extends".`);
      return;
    }
    if (this.#visited.has(place)) return;
    const loaded = this.own.get(place) ?? (await this.#load(place));
    await this.#extend(place, loaded, trail, within);
    if (this.own.has(place)) return;
    this.#problems.push(...loaded.problems);
    if (loaded.pack !== undefined) this.#packs.push(loaded.pack);
  }

  async #load(place: string): Promise<LoadedPack> {
    this.#looked.add(place);
    const loaded = await this.places.load(place);
    this.#length += loaded.source.length;
    if (this.#packs.length >= MOST_PACKS || this.#length > MOST_TEXT) {
      const limit = `${MOST_PACKS} files or ${MOST_TEXT / 1e6} million characters`;
      throw new LimitReached(`The shared packs are more than ${limit}; the rest was left out. Name fewer of them.`);
    }
    return loaded;
  }

  /** Follows what a pack extends, before the pack itself comes into the list. */
  async #extend(place: string, { pack, source }: LoadedPack, trail: readonly string[], within: string | undefined) {
    this.#visited.add(place);
    if (pack?.extends === undefined) return;
    const folder = this.places.parent(place);
    const step = { name: pack.extends, folder, uri: place, line: lineOf(source, "extends"), within };
    await this.follow({ ...step, trail: [...trail, place] });
  }

  async #typeOf(place: string): Promise<"file" | "folder" | undefined> {
    this.#looked.add(place);
    if (this.#looked.size > MOST_LOOKUPS)
      throw new LimitReached(`Shared packs lie at more than ${MOST_LOOKUPS} places; the rest was left out.`);
    return this.places.typeOf(place);
  }

  #report({ uri, line }: Step, code: string, message: string): void {
    this.#problems.push({ severity: "error", code, message, uri, ...(line === undefined ? {} : { line }) });
  }
}

/** The field `healthgeo.packs` of a package.json; undefined where there is none. */
function packsListed(source: string): readonly string[] | "broken" | undefined {
  let manifest: unknown;
  try {
    manifest = JSON.parse(source);
  } catch {
    return "broken";
  }
  const field = valueAt(manifest, "healthgeo");
  if (field === undefined) return undefined;
  const packs = valueAt(field, "packs");
  return Array.isArray(packs) && packs.every((path) => typeof path === "string") ? packs : "broken";
}

function valueAt(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return (value as Readonly<Record<string, unknown>>)[key];
}

/** One-based, of the first line that holds some words outside comments; the first line where none does. */
function lineOf(source: string, words: string): number {
  const line = source.split("\n").findIndex((each) => each.includes(words) && !each.trimStart().startsWith("#"));
  return Math.max(0, line) + 1;
}

function isInside(place: string, folder: string): boolean {
  return place === folder || place.startsWith(`${folder}/`) || place.startsWith(`${folder}\\`);
}
