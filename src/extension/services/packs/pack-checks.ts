import { EventEmitter, languages, workspace, type LogOutputChannel } from "vscode";
import {
  checkingTaxonomy,
  checkRetirements,
  checkTaxonomy,
  createTagger,
  type Pack,
  type PackLayer,
  type Problem,
} from "../../../core";
import { Debouncer } from "../../debouncer";
import { DisposableStore, type Disposable } from "../../dispose";
import { PACK_SELECTOR, type PackFile, type PackFiles } from "./pack-files";
import type { PackTests } from "./pack-tests";
import type { TaxonomyService } from "./taxonomy-service";
import { PACK_FOLDER } from "./workspace-packs";

/** Long enough not to compete with typing. */
const IDLE_MS = 300;
/** A set of longer packs is parsed, but its packs are not compared: that would hold up the editor. In UTF-16 code units. */
const MOST_COMPARED = 3_000_000;
const CHECKED_LAYERS: readonly PackLayer[] = ["shared", "workspace", "document"];

/** What is wrong in the packs of the workspace and between them, as they are in their editors. */
export class PackChecks implements Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<void>());
  readonly #debouncer = this.#store.add(new Debouncer());
  #files: readonly PackFile[] = [];
  #problems: readonly Problem[] = [];
  #run = 0;
  readonly #log: LogOutputChannel;

  /** The packs were checked again. */
  readonly onDidChange = this.#changed.event;

  constructor(
    readonly packs: PackFiles,
    readonly tests: PackTests,
    readonly taxonomy: TaxonomyService,
    log: LogOutputChannel,
  ) {
    this.#log = log;
    const schedule = () => {
      this.schedule();
    };
    this.#store.add(taxonomy.onDidChangeProblems(schedule));
    this.#store.add(tests.onDidChange(schedule));
    this.#store.add(
      workspace.onDidChangeTextDocument(({ document }) => {
        if (languages.match([...PACK_SELECTOR], document) > 0) schedule();
      }),
    );
    this.#store.add(
      workspace.onDidCloseTextDocument((document) => {
        if (languages.match([...PACK_SELECTOR], document) > 0) schedule();
      }),
    );
  }

  /** The packs that were checked last. */
  get files(): readonly PackFile[] {
    return this.#files;
  }

  /** What was found last, failed tests included. */
  get problems(): readonly Problem[] {
    return this.#problems;
  }

  /** Checks the packs when nothing has asked for it for a while. */
  schedule(): void {
    this.#debouncer.run("check", IDLE_MS, () => {
      this.#check().catch((error: unknown) => {
        this.#log.error(error instanceof Error ? error : String(error));
      });
    });
  }

  dispose(): void {
    this.#store.dispose();
  }

  /** Set by set, with a pause between them; a newer check ends an older one. */
  async #check(): Promise<void> {
    const run = ++this.#run;
    const builtIn = (await this.taxonomy.ready()).packs.filter(({ layer }) => layer === "built-in");
    const files = (await this.packs.all()).filter(isWatched);
    const checked = new Set(files.map(({ uri }) => uri.toString()));
    const problems = this.taxonomy.problems.filter(({ code, uri }) => isToldElsewhere(code) || !checked.has(uri));
    for (const set of new Set(files.map((file) => file.set))) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (run !== this.#run) return;
      const ofSet = files.filter((file) => file.set === set);
      problems.push(...ofSet.flatMap((file) => this.#problemsIn(file)));
      problems.push(...this.#problemsBetween(ofSet, builtIn));
    }
    this.#files = files;
    this.#problems = problems;
    this.#changed.fire();
  }

  #problemsIn(file: PackFile): Problem[] {
    return [...file.parsed.problems, ...this.tests.resultsOf(file).flatMap(({ failures }) => failures)];
  }

  #problemsBetween(files: readonly PackFile[], builtIn: readonly Pack[]): Problem[] {
    if (files.reduce((sum, { text }) => sum + text.length, 0) > MOST_COMPARED) return [];
    // Of a pack that is broken, its last good version is in force; what it says elsewhere has no place in its text.
    const packs = files.flatMap(({ parsed, uri }) => parsed.pack ?? this.taxonomy.packOf(uri.toString()) ?? []);
    const broken = new Set(files.filter(({ parsed }) => parsed.pack === undefined).map(({ uri }) => uri.toString()));
    const shared = this.taxonomy.sharedBeside(packs);
    const taxonomy = checkingTaxonomy([...builtIn, ...shared], packs);
    const found = [
      ...checkRetirements([...builtIn, ...shared, ...packs]),
      ...taxonomy.problems,
      ...createTagger(taxonomy).problems,
      ...checkTaxonomy(taxonomy, CHECKED_LAYERS),
    ];
    return distinct(found.filter(({ uri }) => !broken.has(uri) && packs.some((pack) => pack.uri === uri)));
  }
}

/** Problems that no text of a pack shows: a file could not be had, or what it names could not be found. */
function isToldElsewhere(code: string): boolean {
  return code === "pack.not-utf8" || code === "pack.unreadable" || code.startsWith("shared.");
}

/** Packs in force are always checked, those of another folder while one of them is open. */
function isWatched({ set }: PackFile): boolean {
  return set === PACK_FOLDER || workspace.textDocuments.some(({ uri }) => uri.toString().startsWith(`${set}/`));
}

/** An unknown class is found once for each term of an entity; once is enough. */
function distinct(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}
