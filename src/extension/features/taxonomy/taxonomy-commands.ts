import { commands, EventEmitter, l10n, Location, SnippetString, Uri, window, workspace } from "vscode";
import { writeSnippet, writeTag } from "../../../core";
import { DisposableStore, type Disposable } from "../../dispose";
import { COMMANDS, VIEWS } from "../../ids";
import { rangeOf, resolveTarget } from "../../mention-target";
import { escapeSnippet } from "../../presentation/taxonomy/code-snippets";
import { isMentionOf } from "../../presentation/entities/mention-counts";
import type { TaxonomyNode } from "../../presentation/taxonomy/taxonomy-tree";
import { lineRange } from "../../services/packs/pack-writer";
import type { Services } from "../../services/services";
import { definitionOf } from "../../taxonomy-definition";
import { askForFilter } from "../entities/filter-prompt";
import { labelOf } from "./taxonomy-tree-items";
import type { TaxonomyView } from "./taxonomy-view";

const PAGE_SCHEME = "healthgeo-taxonomy";

/** The commands that work on rows of the Taxonomy view. */
export function registerTaxonomyCommands(view: TaxonomyView, services: Services): Disposable {
  const store = new DisposableStore();
  const add = (command: string, run: (node: TaxonomyNode | undefined) => unknown) =>
    store.add(commands.registerCommand(command, (argument: unknown) => run(nodeOf(argument, view))));
  const pages = store.add(new DefinitionPages());
  store.add(workspace.registerTextDocumentContentProvider(PAGE_SCHEME, pages));
  add(COMMANDS.filterTaxonomy, () => {
    askForFilter(view, {
      title: l10n.t("Filter Taxonomy"),
      placeholder: l10n.t("Part of a name, a term, an id or a class"),
    });
  });
  add(COMMANDS.clearTaxonomyFilter, () => {
    view.filter = "";
  });
  add(COMMANDS.findAllMentions, (node) => withNode(node, (each) => findAllMentions(services, each)));
  add(COMMANDS.insertLabel, (node) => withNode(node, (each) => insert(each, "label")));
  add(COMMANDS.insertTag, (node) => withNode(node, (each) => insert(each, "tag")));
  add(COMMANDS.openDefinition, (node) => withNode(node, (each) => openDefinition(services, pages, each)));
  store.add(
    commands.registerCommand(COMMANDS.showInTaxonomy, async (argument: unknown) => {
      const entity = (await resolveTarget(services.reviews, argument))?.mention?.entity;
      await commands.executeCommand(`${VIEWS.taxonomy}.focus`);
      if (entity !== undefined) await view.reveal(entity);
    }),
  );
  return store;
}

/** The row a command was called on, else the selected one. */
export function nodeOf(argument: unknown, view: TaxonomyView): TaxonomyNode | undefined {
  return isTaxonomyNode(argument) ? argument : view.selection[0];
}

/** Whether the argument of a command is a row of the Taxonomy view. */
export function isTaxonomyNode(argument: unknown): argument is TaxonomyNode {
  if (typeof argument !== "object" || argument === null || !("kind" in argument) || !("id" in argument)) return false;
  return ["facet", "class", "genericTerms", "entity", "term"].includes(argument.kind as string);
}

async function withNode(node: TaxonomyNode | undefined, run: (node: TaxonomyNode) => Promise<void>): Promise<void> {
  if (node !== undefined) await run(node);
  else window.setStatusBarMessage(l10n.t("Select a row of the Taxonomy view first."), 4000);
}

/** Shows the mentions in all open documents, in a peek. */
async function findAllMentions({ tagging, reviews }: Services, node: TaxonomyNode): Promise<void> {
  const locations = tagging.documents.flatMap((document) => {
    const review = reviews.reviewOf(document);
    if (review.kind !== "reviewed") return [];
    const mentions = review.mentions.filter((mention) => isMentionOf(mention, node));
    return mentions.map((mention) => new Location(document.uri, rangeOf(document, mention)));
  });
  const active = window.activeTextEditor?.document.uri.toString();
  const first = locations.find(({ uri }) => uri.toString() === active) ?? locations[0];
  if (first === undefined) {
    const message = l10n.t("No open document mentions “{0}”. Open the reports to search in.", labelOf(node));
    void window.showInformationMessage(message);
    return;
  }
  await window.showTextDocument(first.uri, { preview: false });
  await commands.executeCommand("editor.action.peekLocations", first.uri, first.range.start, locations, "peek");
}

/** Writes a name or an inline tag where the cursor is; a tag of a class goes around the selection. */
async function insert(node: TaxonomyNode, what: "label" | "tag"): Promise<void> {
  const editor = window.activeTextEditor ?? window.visibleTextEditors[0];
  if (editor === undefined) {
    void window.showInformationMessage(l10n.t("Open a document first, and put the cursor where the words are to go."));
    return;
  }
  const snippet = insertedText(node, what);
  if (snippet === undefined) {
    window.setStatusBarMessage(l10n.t("Choose a class, an entity or a term to insert."), 4000);
    return;
  }
  await editor.insertSnippet(snippet);
  await window.showTextDocument(
    editor.document,
    editor.viewColumn === undefined ? {} : { viewColumn: editor.viewColumn },
  );
}

function insertedText(node: TaxonomyNode, what: "label" | "tag"): SnippetString | undefined {
  if (node.kind === "facet" || node.kind === "genericTerms") return undefined;
  if (node.kind === "class") {
    const attributes = escapeSnippet(`{.${node.class.replace(".", "-")}}`);
    return new SnippetString(what === "label" ? escapeSnippet(node.label) : `[\${1:$TM_SELECTED_TEXT}]${attributes}$0`);
  }
  const entity = node.kind === "entity" ? node.entity : node.parent.kind === "entity" ? node.parent.entity : undefined;
  // What a pack writes as one term for many is no word that stands in a text.
  const isPlain = node.kind === "term" && !/[[(|]/.test(node.text);
  const words = isPlain ? node.text : entity?.label;
  if (words === undefined) return undefined;
  const tag =
    what === "tag"
      ? writeTag(words, { class: node.class, ...(entity === undefined ? {} : { entity: entity.id }) }, "markdown")
      : undefined;
  return new SnippetString(escapeSnippet(tag ?? words));
}

/** Opens the pack at the line, or, for what is built in and has no file here, a page that cannot be changed. */
async function openDefinition({ taxonomy }: Services, pages: DefinitionPages, node: TaxonomyNode): Promise<void> {
  const definition = definitionOf(await taxonomy.ready(), node);
  if (definition === undefined) {
    window.setStatusBarMessage(l10n.t("Choose a class, an entity or a term: only those have a definition."), 4000);
    return;
  }
  const { pack, line, snippet } = definition;
  const file = taxonomy.fileOfPack(pack.uri);
  if (file !== undefined) {
    await window.showTextDocument(file, { selection: lineRange(line) });
    return;
  }
  const note = l10n.t("Built in, in the pack {0}; it has no file in this workspace.", `${pack.id} ${pack.version}`);
  const page = pages.put(labelOf(node), `# ${note}\n${writeSnippet(snippet, `${pack.id} ${pack.version}`)}`);
  await window.showTextDocument(page, { preview: true });
}

/** Pages on what has no file. */
class DefinitionPages implements Disposable {
  readonly #changed = new EventEmitter<Uri>();
  readonly #texts = new Map<string, string>();

  readonly onDidChange = this.#changed.event;

  put(name: string, text: string): Uri {
    const uri = Uri.from({ scheme: PAGE_SCHEME, path: `/${name.replace(/[/\\]/g, " ")}.yaml` });
    this.#texts.set(uri.toString(), text);
    this.#changed.fire(uri);
    return uri;
  }

  provideTextDocumentContent(uri: Uri): string {
    return this.#texts.get(uri.toString()) ?? "";
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
