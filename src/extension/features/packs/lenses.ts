import { CodeLens, EventEmitter, l10n, languages } from "vscode";
import { DisposableStore, type Disposable } from "../../dispose";
import { INTERNAL_COMMANDS } from "../../ids";
import { PACK_SELECTOR, type PackFile } from "../../services/packs/pack-files";
import type { PackTestCase, PackTests } from "../../services/packs/pack-tests";
import type { PackServices } from "./pack-services";

/** A line above each test and each rule that runs it and says how it went. */
export function activatePackLenses({ packFiles, packTests }: PackServices): Disposable {
  const store = new DisposableStore();
  const changed = store.add(new EventEmitter<void>());
  store.add(
    packTests.onDidChange(() => {
      changed.fire();
    }),
  );
  store.add(
    languages.registerCodeLensProvider([...PACK_SELECTOR], {
      onDidChangeCodeLenses: changed.event,
      provideCodeLenses(document) {
        const file = packFiles.of(document);
        if (file === undefined) return [];
        return packTests.testsOf(file).flatMap((test) => lensFor(file, test, packTests));
      },
    }),
  );
  return store;
}

function lensFor(file: PackFile, test: PackTestCase, tests: PackTests): CodeLens[] {
  const item = itemOf(file, test);
  if (item === undefined) return [];
  const command = { command: INTERNAL_COMMANDS.runPackTest, arguments: [file.uri.toString(), test] };
  return [new CodeLens(file.rangeOf(item), { title: titleFor(file, test, tests), ...command })];
}

function titleFor(file: PackFile, test: PackTestCase, tests: PackTests): string {
  const failures = tests.resultOf(file, test)?.failures.length;
  const run = test.kind === "test" ? l10n.t("Run test") : l10n.t("Run examples");
  if (failures === undefined) return `$(play) ${run}`;
  return failures === 0 ? l10n.t("$(pass) Passed — {0} again", run) : l10n.t("$(error) Failed — {0} again", run);
}

/** The place of a test or rule in the source. */
export function itemOf({ source }: PackFile, { kind, index }: PackTestCase) {
  return source.items.filter((item) => item.kind === kind)[index];
}
