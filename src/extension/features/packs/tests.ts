import {
  commands,
  l10n,
  languages,
  Location,
  TestMessage,
  TestRunProfileKind,
  TestRunRequest,
  tests as testing,
  Uri,
  workspace,
  type CancellationToken,
  type TestController,
  type TestItem,
  type TestItemCollection,
  type TestRun,
  type TextDocument,
} from "vscode";
import { locateProblem, valueOf, type Problem } from "../../../core";
import { DisposableStore, type Disposable } from "../../dispose";
import { INTERNAL_COMMANDS } from "../../ids";
import { PACK_SELECTOR, type PackFile } from "../../services/packs/pack-files";
import type { PackTestCase, PackTestResult } from "../../services/packs/pack-tests";
import { itemOf } from "./lenses";
import type { PackServices } from "./pack-services";

/** The tests of packs in the Test Explorer. They run there, from a lens, and silently when a pack is opened or saved. */
export function activatePackTests(services: PackServices): PackTestExplorer {
  return new PackTestExplorer(services);
}

/** How many tests of a run passed, and how many did not. */
export interface PackTestCounts {
  readonly passed: number;
  readonly failed: number;
}

/** The tests of packs in the Testing view of the editor. */
export class PackTestExplorer implements Disposable {
  readonly #store = new DisposableStore();
  /** Files that the user ran tests of: they run visibly when they are saved. */
  readonly #ran = new Set<string>();
  readonly #caseOf = new WeakMap<TestItem, PackTestCase>();
  #controller: TestController | undefined;

  constructor(readonly services: PackServices) {
    const { packChecks } = services;
    this.#store.add(
      packChecks.onDidChange(() => {
        this.#showAll(packChecks.files);
        for (const document of savedPacks()) this.#runMissing(document);
      }),
    );
    this.#store.add(
      workspace.onDidSaveTextDocument((saved) => {
        // A pack may decide what the tests of another give.
        if (isPack(saved)) for (const document of savedPacks()) void this.#runAgain(document);
      }),
    );
    this.#store.add(
      commands.registerCommand(INTERNAL_COMMANDS.runPackTest, async (uri: unknown, test: unknown) => {
        if (typeof uri === "string" && isTestCase(test)) await this.#runOne(Uri.parse(uri), test);
      }),
    );
  }

  /** What the Test Explorer shows; nothing before there is a test. */
  get items(): TestItemCollection | undefined {
    return this.#controller?.items;
  }

  dispose(): void {
    this.#store.dispose();
  }

  /** Made with the first test, so that the Test Explorer stays away where there is none. */
  #explorer(): TestController {
    if (this.#controller !== undefined) return this.#controller;
    const controller = this.#store.add(testing.createTestController("healthgeo.packs", l10n.t("Taxonomy Packs")));
    controller.createRunProfile(
      l10n.t("Run"),
      TestRunProfileKind.Run,
      async (request, token) => {
        await this.run(request, token);
      },
      true,
    );
    controller.refreshHandler = () => {
      this.services.packChecks.schedule();
    };
    this.#controller = controller;
    return controller;
  }

  /** Brings the tree up to date with the packs. A pack that is broken keeps its tests as they were. */
  #showAll(files: readonly PackFile[]): void {
    const shown = files.filter((file) => this.services.packTests.testsOf(file).length > 0 || this.#isShown(file));
    if (shown.length === 0 && this.#controller === undefined) return;
    const known = new Set(shown.map(({ uri }) => uri.toString()));
    const { items } = this.#explorer();
    items.forEach(({ id }) => {
      if (!known.has(id)) items.delete(id);
    });
    for (const file of shown) if (file.parsed.pack !== undefined) this.#show(file);
  }

  #isShown({ uri, parsed }: PackFile): boolean {
    return parsed.pack === undefined && this.#controller?.items.get(uri.toString()) !== undefined;
  }

  /** The item of a pack with an item for each test. */
  #show(file: PackFile): TestItem {
    const { items } = this.#explorer();
    const id = file.uri.toString();
    const root = items.get(id) ?? this.#explorer().createTestItem(id, workspace.asRelativePath(file.uri), file.uri);
    root.children.replace(this.services.packTests.testsOf(file).map((test) => this.#itemFor(root, file, test)));
    items.add(root);
    return root;
  }

  #itemFor(root: TestItem, file: PackFile, test: PackTestCase): TestItem {
    const id = idOf(test);
    const place = itemOf(file, test);
    const name = place === undefined ? undefined : valueOf(place, test.kind === "test" ? "text" : "id");
    const label = name?.text ?? id;
    const known = root.children.get(id);
    const item = known?.label === label ? known : this.#explorer().createTestItem(id, label, file.uri);
    item.range = place === undefined ? undefined : file.rangeOf(place);
    this.#caseOf.set(item, test);
    return item;
  }

  async #runOne(uri: Uri, test: PackTestCase): Promise<void> {
    const file = this.services.packFiles.of(await workspace.openTextDocument(uri));
    if (file === undefined) return;
    const item = this.#show(file).children.get(idOf(test));
    if (item !== undefined) await this.run(new TestRunRequest([item]));
  }

  /** Runs the tests of a pack that has no results for what it says now: it was opened, or its file is another. */
  #runMissing(document: TextDocument): void {
    const { packFiles, packTests } = this.services;
    const file = packFiles.of(document);
    if (file === undefined || packTests.resultsOf(file).length >= packTests.testsOf(file).length) return;
    void this.#runAgain(document);
  }

  async #runAgain(document: TextDocument): Promise<void> {
    const file = this.services.packFiles.of(document);
    if (file === undefined) return;
    try {
      if (this.#ran.has(file.uri.toString())) await this.run(new TestRunRequest([this.#show(file)]));
      else await this.services.packTests.run(file, this.services.packTests.testsOf(file), () => undefined);
    } catch (error) {
      this.services.log.error(error instanceof Error ? error : String(error));
    }
  }

  /** Runs what a request includes, and everything where it names nothing. */
  async run(request: TestRunRequest, token?: CancellationToken): Promise<PackTestCounts> {
    const counts = { passed: 0, failed: 0 };
    const run = this.#explorer().createTestRun(request);
    const wanted = new Map<string, TestItem[]>();
    for (const item of request.include ?? rootsOf(this.#explorer())) {
      const leaves = item.children.size === 0 ? [item] : childrenOf(item);
      const key = item.uri?.toString() ?? "";
      wanted.set(key, [...(wanted.get(key) ?? []), ...leaves]);
    }
    try {
      for (const [uri, items] of wanted) {
        const included = items.filter((item) => request.exclude?.includes(item) !== true);
        const failures = await this.#runFile(run, uri, included, token ?? run.token);
        counts.failed += failures.filter((failed) => failed).length;
        counts.passed += failures.filter((failed) => !failed).length;
      }
    } finally {
      run.end();
    }
    return counts;
  }

  /** Runs tests of one file; tells of each that ran whether it failed. */
  async #runFile(run: TestRun, uri: string, items: readonly TestItem[], token: CancellationToken): Promise<boolean[]> {
    this.#ran.add(uri);
    const file = this.services.packFiles.of(await workspace.openTextDocument(Uri.parse(uri)));
    if (file?.parsed.pack === undefined) {
      const message = new TestMessage(l10n.t("The pack has an error; mend it first. The Problems panel names it."));
      for (const item of items) run.errored(item, message);
      return items.map(() => true);
    }
    const cases = items.flatMap((item) => this.#caseOf.get(item) ?? []);
    const itemById = new Map(items.map((item) => [item.id, item]));
    const failed: boolean[] = [];
    for (const item of items) run.started(item);
    const onResult = ({ test, failures }: PackTestResult) => {
      const item = itemById.get(idOf(test));
      if (item === undefined) return;
      failed.push(failures.length > 0);
      const messages = failures.map((failure) => messageFor(file, failure));
      if (messages.length === 0) run.passed(item);
      else run.failed(item, messages);
    };
    await this.services.packTests.run(file, cases, onResult, token);
    return failed;
  }
}

/** The packs in editors that are as on disk: nobody is amid a change. */
function savedPacks(): TextDocument[] {
  return workspace.textDocuments.filter((document) => isPack(document) && !document.isDirty);
}

function isPack(document: TextDocument): boolean {
  return languages.match([...PACK_SELECTOR], document) > 0;
}

function messageFor(file: PackFile, failure: Problem): TestMessage {
  const message = new TestMessage(failure.message);
  message.location = new Location(file.uri, file.rangeOf(locateProblem(file.source, failure)));
  return message;
}

function idOf({ kind, index }: PackTestCase): string {
  return `${kind} ${index}`;
}

function rootsOf({ items }: TestController): TestItem[] {
  const roots: TestItem[] = [];
  items.forEach((item) => roots.push(item));
  return roots;
}

function childrenOf({ children }: TestItem): TestItem[] {
  const found: TestItem[] = [];
  children.forEach((item) => found.push(item));
  return found;
}

function isTestCase(value: unknown): value is PackTestCase {
  if (typeof value !== "object" || value === null) return false;
  const { kind, index } = value as Partial<PackTestCase>;
  return (kind === "test" || kind === "rule" || kind === "theme") && typeof index === "number";
}
