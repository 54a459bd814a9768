import {
  EventEmitter,
  l10n,
  Uri,
  workspace,
  type Extension,
  type ExtensionContext,
  type LogOutputChannel,
} from "vscode";
import {
  extendTaxonomy,
  formatProblem,
  decodeCompiledPacks,
  type ClassDefinition,
  type ClassId,
  type CompiledPacks,
  type Entity,
  type Pack,
  type Problem,
  type Taxonomy,
} from "../../../core";
import { DisposableStore, type Disposable } from "../../dispose";
import { PackCache } from "./pack-cache";
import { SharedPackFiles } from "./shared-packs";
import { WorkspacePacks } from "./workspace-packs";

/** The files of a build that parse packs and index them. */
const PACK_READERS = ["packs.js", "engine.js"];

/** The taxonomy in force: the built-in packs, shared ones and those of the workspace, reloaded when a pack changes. */
export class TaxonomyService implements Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<void>());
  readonly #problemsChanged = this.#store.add(new EventEmitter<void>());
  readonly #extensionUri: Uri;
  readonly #log: LogOutputChannel;
  readonly #cache: PackCache;
  #builtIn: CompiledPacks | undefined;
  #workspacePacks: WorkspacePacks | undefined;
  #sharedPacks: SharedPackFiles | undefined;
  #loading: Promise<Taxonomy> | undefined;
  #current: Taxonomy | undefined;
  /** The packs in `#current` that are not built in. */
  #compiledFrom: readonly Pack[] = [];
  #problems: readonly Problem[] = [];

  /** Another taxonomy is in force. */
  readonly onDidChange = this.#changed.event;
  readonly onDidChangeProblems = this.#problemsChanged.event;

  constructor({ extension, extensionUri, storageUri }: ExtensionContext, log: LogOutputChannel) {
    this.#extensionUri = extensionUri;
    this.#log = log;
    this.#cache = new PackCache(storageUri, () => builtFrom(extension), log);
  }

  /** The taxonomy last compiled; undefined until the first one is. */
  get current(): Taxonomy | undefined {
    return this.#current;
  }

  /** What is wrong with the packs of the workspace and the shared ones. */
  get problems(): readonly Problem[] {
    return this.#problems;
  }

  /** Loads the taxonomy when it is first asked for; rejects only where the built-in packs cannot be read. */
  ready(): Promise<Taxonomy> {
    this.#loading ??= this.#load();
    return this.#loading;
  }

  /** Reads the packs again, as far as they changed. */
  reload(): Promise<Taxonomy> {
    const load = () => this.#load();
    this.#loading = this.#loading === undefined ? load() : this.#loading.then(load, load);
    return this.#loading;
  }

  classOf(id: ClassId): ClassDefinition | undefined {
    return this.#current?.classes.get(id);
  }

  entityOf(id: string): Entity | undefined {
    return this.#current?.entities.get(id);
  }

  classLabel(id: ClassId): string {
    return this.classOf(id)?.label ?? id;
  }

  /** The last version without an error of a pack in force. */
  packOf(packUri: string): Pack | undefined {
    return this.#current?.packs.find(({ uri }) => uri === packUri);
  }

  /** The built-in and shared packs together with others, for a trial; it does not come into force. */
  async extended(packs: readonly Pack[]): Promise<Taxonomy> {
    return extendTaxonomy(await this.#readBuiltIn(), [...this.sharedBeside(packs), ...packs]);
  }

  /** The shared packs in force that are not among others. */
  sharedBeside(packs: readonly Pack[]): Pack[] {
    const known = new Set(packs.map(({ uri }) => uri));
    return (this.#current?.packs ?? []).filter(({ uri, layer }) => layer === "shared" && !known.has(uri));
  }

  /** The file of a pack, where a person can open it: any but a built-in one. */
  fileOfPack(packUri: string): Uri | undefined {
    const isOpen = this.#current?.packs.some(({ uri, layer }) => uri === packUri && layer !== "built-in") ?? false;
    return isOpen ? Uri.parse(packUri) : undefined;
  }

  dispose(): void {
    this.#store.dispose();
  }

  async #load(): Promise<Taxonomy> {
    const [builtIn, own] = await Promise.all([this.#readBuiltIn(), this.#packsOfWorkspace().read()]);
    const ids = new Set(builtIn.packs.map(({ id }) => id));
    const shared = await this.#sharedPackFiles().read(own.packs, ids);
    const packs = [...shared.packs, ...[...own.packs.values()].flatMap(({ pack }) => pack ?? [])];
    const taxonomy = await this.#compile(builtIn, packs);
    this.#publish(taxonomy, [...own.problems, ...shared.problems, ...taxonomy.problems]);
    return taxonomy;
  }

  /** Compiling takes longer than anything else here, so it is left out where the packs are the same as before. */
  async #compile(builtIn: CompiledPacks, own: readonly Pack[]): Promise<Taxonomy> {
    const isSame = own.length === this.#compiledFrom.length && own.every((pack, i) => pack === this.#compiledFrom[i]);
    if (isSame && this.#current !== undefined) return this.#current;
    this.#compiledFrom = own;
    return extendTaxonomy(builtIn, own, await this.#cache.index(own));
  }

  #publish(taxonomy: Taxonomy, problems: readonly Problem[]): void {
    const isNew = taxonomy !== this.#current;
    this.#current = taxonomy;
    this.#problems = problems;
    for (const problem of problems) this.#log.warn(formatProblem(problem));
    this.#problemsChanged.fire();
    if (isNew) this.#changed.fire();
  }

  #packsOfWorkspace(): WorkspacePacks {
    if (this.#workspacePacks === undefined) {
      this.#workspacePacks = this.#store.add(new WorkspacePacks(this.#cache));
      this.#store.add(this.#workspacePacks.onDidChange(() => this.#reloadAfterChange()));
    }
    return this.#workspacePacks;
  }

  #sharedPackFiles(): SharedPackFiles {
    if (this.#sharedPacks === undefined) {
      this.#sharedPacks = this.#store.add(new SharedPackFiles(this.#cache));
      this.#store.add(this.#sharedPacks.onDidChange(() => this.#reloadAfterChange()));
    }
    return this.#sharedPacks;
  }

  #reloadAfterChange(): void {
    this.reload().catch((error: unknown) => this.#log.error(error instanceof Error ? error : String(error)));
  }

  async #readBuiltIn(): Promise<CompiledPacks> {
    if (this.#builtIn !== undefined) return this.#builtIn;
    const file = Uri.joinPath(this.#extensionUri, "dist", "taxonomy.bin");
    try {
      this.#builtIn = decodeCompiledPacks(await workspace.fs.readFile(file));
      return this.#builtIn;
    } catch (error) {
      this.#log.error(error instanceof Error ? error : String(error));
      throw new Error(l10n.t("The built-in taxonomy could not be read. Installing HealthGeo again may help."), {
        cause: error,
      });
    }
  }
}

/** The build of the extension that is running: a new one may read packs otherwise. */
async function builtFrom({ extensionUri, packageJSON }: Extension<unknown>): Promise<string> {
  const { version } = packageJSON as { version?: unknown };
  const files = PACK_READERS.map((name) => workspace.fs.stat(Uri.joinPath(extensionUri, "dist", name)));
  return JSON.stringify([version, ...(await Promise.all(files)).map(({ size, mtime }) => [size, mtime])]);
}
