import {
  CodeAction,
  CodeActionKind,
  commands,
  l10n,
  languages,
  Uri,
  workspace,
  WorkspaceEdit,
  type Diagnostic,
  type TextDocument,
} from "vscode";
import {
  fixesFor,
  locateProblem,
  updateExpectation,
  valueOf,
  valueOfProblem,
  type Edit,
  type PackFix,
  type Problem,
} from "../../../core";
import { DisposableStore, type Disposable } from "../../dispose";
import { INTERNAL_COMMANDS } from "../../ids";
import { PACK_SELECTOR, type PackFile } from "../../services/packs/pack-files";
import { commandFix } from "../command-fixes";
import type { PackServices } from "./pack-services";

/** Mends what is wrong with a pack; each title says which file it writes. */
export function activatePackFixes(services: PackServices): Disposable {
  const store = new DisposableStore();
  store.add(
    commands.registerCommand(INTERNAL_COMMANDS.explainPackTest, async (uri: string, text: string) => {
      const file = services.packFiles.of(await workspace.openTextDocument(Uri.parse(uri)));
      if (file === undefined) return;
      const explanation = (await services.packTests.taggerFor(file)).explain(text, { start: 0, end: text.length });
      await commands.executeCommand(INTERNAL_COMMANDS.showExplanation, text, explanation);
    }),
  );
  store.add(registerFixes(services));
  return store;
}

function registerFixes(services: PackServices): Disposable {
  return languages.registerCodeActionsProvider(
    [...PACK_SELECTOR],
    {
      async provideCodeActions(document, _range, { diagnostics }) {
        const file = services.packFiles.of(document);
        if (file === undefined) return [];
        const found = diagnostics.flatMap((diagnostic) => {
          const problem = problemOf(diagnostic, file, services);
          return problem === undefined ? [] : [{ diagnostic, problem }];
        });
        const actions = found.map(async ({ diagnostic, problem }) =>
          (await actionsFor(services, document, file, problem)).map((action) => {
            action.diagnostics = [diagnostic];
            return action;
          }),
        );
        return (await Promise.all(actions)).flat();
      },
    },
    { providedCodeActionKinds: [CodeActionKind.QuickFix] },
  );
}

/** The problem behind a diagnostic; nothing where the text changed since it was found. */
function problemOf({ code, range }: Diagnostic, file: PackFile, { packChecks }: PackServices): Problem | undefined {
  const checked = packChecks.files.find(({ uri }) => uri.toString() === file.uri.toString());
  if (checked?.text !== file.text) return undefined;
  return packChecks.problems.find(
    (problem) =>
      problem.uri === file.uri.toString() &&
      problem.code === code &&
      file.rangeOf(locateProblem(file.source, problem)).isEqual(range),
  );
}

async function actionsFor(
  services: PackServices,
  document: TextDocument,
  file: PackFile,
  problem: Problem,
): Promise<CodeAction[]> {
  if (problem.code === "pack.test-failed") return testActions(services, document, file, problem);
  const { classes, entities } = await services.taxonomy.ready();
  const own = (await services.packFiles.all()).flatMap(({ parsed }) => parsed.pack ?? []);
  const known = {
    classes: [...classes.keys(), ...own.flatMap((pack) => pack.classes.map(({ id }) => id))],
    entities: [...entities.keys(), ...own.flatMap((pack) => pack.entities.map(({ id }) => id))],
  };
  const distinct = { classes: new Set(known.classes), entities: new Set(known.entities) };
  return fixesFor(file.source, problem, distinct).map((fix, i) => {
    const action = editAction(titleOf(fix), document, file, fix.edits);
    action.isPreferred = i === 0 && fix.kind === "replace";
    return action;
  });
}

function titleOf(fix: PackFix): string {
  switch (fix.kind) {
    case "replace":
      return l10n.t("Did you mean “{0}”?", fix.by);
    case "remove-term":
      return l10n.t("Remove “{0}” here", fix.text);
    case "bind-capitals":
      return l10n.t("Say that “{0}” is an acronym (case: {1})", fix.text, fix.mode);
    case "remove-broader":
      return l10n.t("Remove “broader: {0}” here", fix.id);
  }
}

/** Explains the text of a failed test, and changes what it expects to what the text gives. */
async function testActions(
  { packTests }: PackServices,
  document: TextDocument,
  file: PackFile,
  problem: Problem,
): Promise<CodeAction[]> {
  const value = valueOfProblem(file.source, problem);
  const expectation = value?.item?.kind === "mention" ? value.item : undefined;
  const test = expectation?.parent === undefined ? undefined : valueOf(expectation.parent, "text");
  if (expectation === undefined || test === undefined) return [];
  const title = l10n.t("Explain the text of the test");
  const reference = [file.uri.toString(), test.text];
  const explain = commandFix({ title, command: INTERNAL_COMMANDS.explainPackTest, arguments: reference });
  if (expectation.section !== "expect") return [explain];
  const tagger = await packTests.taggerFor(file);
  const actual = tagger.tag(test.text).mentions.find(({ text }) => text === value?.text);
  const edits = actual === undefined ? undefined : updateExpectation(expectation, actual);
  if (actual === undefined || edits === undefined) return [explain];
  const name = [actual.class, actual.entity].filter((part) => part !== undefined).join(" ");
  return [editAction(l10n.t("Expect {0} instead", name), document, file, edits), explain];
}

function editAction(title: string, document: TextDocument, file: PackFile, edits: readonly Edit[]): CodeAction {
  const action = new CodeAction(`${title} (${workspace.asRelativePath(document.uri)})`, CodeActionKind.QuickFix);
  action.edit = new WorkspaceEdit();
  for (const edit of edits) action.edit.replace(document.uri, file.rangeOf(edit), edit.text);
  return action;
}
