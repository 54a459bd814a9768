import { EventEmitter, type CancellationToken, type Uri } from "vscode";
import {
  checkRuleExamples,
  checkThemeExamples,
  createTagger,
  createThemeClassifier,
  type Pack,
  type Problem,
  runPackTest,
  type Tagger,
  type ThemesOf,
  themesOfText,
} from "../../../core";
import type { Disposable } from "../../dispose";
import type { PackFile, PackFiles } from "./pack-files";
import type { TaxonomyService } from "./taxonomy-service";

/** One test of a pack: a text with what it must give, or the examples of a rule or theme. */
export interface PackTestCase {
  readonly kind: "test" | "rule" | "theme";
  /** Place among the tests, rules or themes of the pack, from 0. */
  readonly index: number;
}

/** How a test of a pack came out. */
export interface PackTestResult {
  readonly test: PackTestCase;
  /** None: passed. */
  readonly failures: readonly Problem[];
}

/** Tests run for so long, in milliseconds, before what the user does has its turn. */
const SLICE_MS = 15;

/** Runs the tests of packs as they are in the editor, together with the packs they are used with. */
export class PackTests implements Disposable {
  readonly #changed = new EventEmitter<Uri>();
  readonly #results = new Map<string, { readonly text: string; readonly byTest: Map<string, PackTestResult> }>();
  #readers: PackReaders | undefined;

  /** The results of a file changed. */
  readonly onDidChange = this.#changed.event;

  constructor(
    readonly files: PackFiles,
    readonly taxonomy: TaxonomyService,
  ) {}

  /** All tests of a pack; none while it holds an error. */
  testsOf({ parsed: { pack } }: PackFile): PackTestCase[] {
    return [
      ...(pack?.rules ?? []).map((_, index): PackTestCase => ({ kind: "rule", index })),
      ...(pack?.themes ?? []).map((_, index): PackTestCase => ({ kind: "theme", index })),
      ...(pack?.tests ?? []).map((_, index): PackTestCase => ({ kind: "test", index })),
    ];
  }

  /** The results that hold for the text of a file. */
  resultsOf({ uri, text }: PackFile): readonly PackTestResult[] {
    const results = this.#results.get(uri.toString());
    return results?.text === text ? [...results.byTest.values()] : [];
  }

  resultOf(file: PackFile, { kind, index }: PackTestCase): PackTestResult | undefined {
    return this.resultsOf(file).find(({ test }) => test.kind === kind && test.index === index);
  }

  /** The tagger that reads with the pack of a file; throws only where the built-in packs cannot be read. */
  async taggerFor(file: PackFile): Promise<Tagger> {
    return (await this.#readersFor(file)).tagger;
  }

  async #readersFor(file: PackFile): Promise<PackReaders> {
    const all = await this.files.all();
    const packs = all.filter(({ set }) => set === file.set).flatMap(({ parsed }) => parsed.pack ?? []);
    const isSame =
      this.#readers?.packs.length === packs.length && packs.every((pack, i) => pack === this.#readers?.packs[i]);
    if (!isSame || this.#readers === undefined) {
      this.#readers = readersOf(packs, createTagger(await this.taxonomy.extended(packs)));
    }
    return this.#readers;
  }

  /** Runs tests one after the other and tells each result; stops when the token says so. */
  async run(
    file: PackFile,
    tests: readonly PackTestCase[],
    onResult: (result: PackTestResult) => void,
    token?: CancellationToken,
  ): Promise<void> {
    const readers = await this.#readersFor(file);
    let sliceEnd = performance.now() + SLICE_MS;
    for (const test of tests) {
      if (token?.isCancellationRequested === true) break;
      const result = { test, failures: failuresOf(file, test, readers) };
      this.#keep(file, result);
      onResult(result);
      if (performance.now() < sliceEnd) continue;
      await new Promise((resolve) => setTimeout(resolve, 0));
      sliceEnd = performance.now() + SLICE_MS;
    }
    this.#changed.fire(file.uri);
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #keep({ uri, text }: PackFile, result: PackTestResult): void {
    let results = this.#results.get(uri.toString());
    if (results?.text !== text) this.#results.set(uri.toString(), (results = { text, byTest: new Map() }));
    results.byTest.set(`${result.test.kind} ${result.test.index}`, result);
  }
}

/** What reads with a set of packs; themes are compiled when the first test of one runs. */
interface PackReaders {
  readonly packs: readonly Pack[];
  readonly tagger: Tagger;
  readonly themesOf: ThemesOf;
}

function readersOf(packs: readonly Pack[], tagger: Tagger): PackReaders {
  let themesOf: ThemesOf | undefined;
  return {
    packs,
    tagger,
    themesOf: (text) => (themesOf ??= themesOfText(tagger, createThemeClassifier(tagger.taxonomy)))(text),
  };
}

function failuresOf(
  { parsed: { pack } }: PackFile,
  { kind, index }: PackTestCase,
  { tagger, themesOf }: PackReaders,
): readonly Problem[] {
  if (pack === undefined) return [];
  const [rule, theme, test] = [pack.rules[index], pack.themes[index], pack.tests[index]];
  switch (kind) {
    case "rule":
      return rule === undefined ? [] : checkRuleExamples([rule], pack.uri);
    case "theme":
      return theme === undefined ? [] : checkThemeExamples(theme, pack.uri, themesOf);
    case "test":
      return test === undefined ? [] : runPackTest(test, pack, (text) => tagger.tag(text).mentions);
  }
}
