import { commands, env, l10n, window } from "vscode";
import {
  formatProblem,
  PackSource,
  parsePack,
  readSnippet,
  selectedSnippet,
  writeSnippet,
  type Snippet,
  type Taxonomy,
} from "../../../core";
import { DisposableStore, type Disposable } from "../../dispose";
import { COMMANDS } from "../../ids";
import { mentionAtCursor } from "../../mention-target";
import { reportTaxonomyError } from "../../report-taxonomy-error";
import type { Services } from "../../services/services";
import { isPackFile } from "../../services/packs/workspace-packs";
import { definitionOf, entityDefinition, genericDefinition, joinedSnippet } from "../../taxonomy-definition";
import { exportCodeSnippets } from "./code-snippets-export";
import { mergeIntoPack, pickPack } from "../taxonomy/pack-merge";
import { isTaxonomyNode } from "../taxonomy/taxonomy-commands";
import type { TaxonomyView } from "../taxonomy/taxonomy-view";

/** Sends parts of a taxonomy through the clipboard, and writes snippets of VS Code from it. */
export function activateSnippets(view: TaxonomyView, services: Services): Disposable {
  const store = new DisposableStore();
  const add = (command: string, run: (...args: readonly unknown[]) => Promise<void>) =>
    store.add(
      commands.registerCommand(command, async (...args: readonly unknown[]) => {
        await run(...args).catch((error: unknown) => reportTaxonomyError(error, services.log));
      }),
    );
  add(COMMANDS.copyTaxonomySnippet, (node, all) => copy(services, view, node, all));
  add(COMMANDS.pasteTaxonomySnippet, () => paste(services));
  add(COMMANDS.exportCodeSnippets, () => exportCodeSnippets(services));
  return store;
}

async function copy(services: Services, view: TaxonomyView, node: unknown, all: unknown): Promise<void> {
  const taxonomy = await services.taxonomy.ready();
  const copied = isTaxonomyNode(node)
    ? snippetOfRows(taxonomy, Array.isArray(all) && all.length > 0 ? all : [node])
    : (snippetInEditor(services, taxonomy) ?? snippetOfRows(taxonomy, view.selection));
  if (copied === undefined) {
    void window.showInformationMessage(
      l10n.t("Choose a row of the Taxonomy view, put the cursor on a mention, or select entities in a pack."),
    );
    return;
  }
  const { classes, entities, terms } = copied.snippet;
  await env.clipboard.writeText(writeSnippet(copied.snippet, copied.origin));
  const count = classes.length + entities.length + terms.length;
  window.setStatusBarMessage(
    l10n.t("Copied as a taxonomy snippet: {0} entries. Paste it into a mail or a chat.", count),
    4000,
  );
}

interface Copied {
  readonly snippet: Snippet;
  readonly origin: string;
}

function snippetOfRows(taxonomy: Taxonomy, rows: readonly unknown[]): Copied | undefined {
  const definitions = rows.filter(isTaxonomyNode).flatMap((row) => definitionOf(taxonomy, row) ?? []);
  if (definitions.length === 0) return undefined;
  const origins = [...new Set(definitions.map(({ pack }) => `${pack.id} ${pack.version}`))];
  return {
    snippet: joinedSnippet(
      taxonomy,
      definitions.map(({ snippet }) => snippet),
    ),
    origin: origins.join(", "),
  };
}

/** What the cursor or the selection of the active editor stands for, in a pack or in a report. */
function snippetInEditor(services: Services, taxonomy: Taxonomy): Copied | undefined {
  const editor = window.activeTextEditor;
  if (editor === undefined) return undefined;
  const { document, selection } = editor;
  if (document.languageId === "yaml" || isPackFile(document.uri)) {
    const source = new PackSource(document.getText(), document.uri.toString());
    const { pack } = parsePack(source.text, source.uri);
    if (pack === undefined) return undefined;
    const span = { start: document.offsetAt(selection.start), end: document.offsetAt(selection.end) };
    const snippet = selectedSnippet(source, pack, span);
    const isEmpty = snippet.classes.length + snippet.entities.length + snippet.terms.length === 0;
    return isEmpty ? undefined : { snippet: joinedSnippet(taxonomy, [snippet]), origin: `${pack.id} ${pack.version}` };
  }
  const mention = mentionAtCursor(services.reviews);
  if (mention === undefined) return undefined;
  const { packs } = taxonomy;
  const definition =
    mention.entity === undefined
      ? genericDefinition(packs, mention.class, mention.evidence.pattern)
      : entityDefinition(packs, mention.entity);
  if (definition === undefined) return undefined;
  const { pack, snippet } = definition;
  return { snippet: joinedSnippet(taxonomy, [snippet]), origin: `${pack.id} ${pack.version}` };
}

async function paste(services: Services): Promise<void> {
  const { snippet, problems } = readSnippet(await env.clipboard.readText(), l10n.t("clipboard"));
  if (snippet === undefined) {
    const [problem] = problems;
    void window.showErrorMessage(
      problem === undefined ? "" : problem.line === undefined ? problem.message : formatProblem(problem),
    );
    return;
  }
  for (const { message } of problems) void window.showWarningMessage(message);
  const target = await pickPack(services, l10n.t("Paste the snippet into which pack?"));
  if (target === undefined) return;
  await mergeIntoPack(services, target, snippet, {
    title: (name, conflicts) =>
      conflicts === 0
        ? l10n.t("Paste into {0}", name)
        : l10n.t("Paste into {0}: {1} conflicts to look at", name, conflicts),
    done: (name) => l10n.t("Pasted into {0}. Undo in its editor takes it back.", name),
  });
}
