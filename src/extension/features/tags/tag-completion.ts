import {
  CompletionItem,
  CompletionItemKind,
  CompletionList,
  l10n,
  languages,
  MarkdownString,
  Range,
  SnippetString,
  workspace,
  type CompletionItemProvider,
  type Position,
  type TextDocument,
} from "vscode";
import { FACET_LABELS, facetOf, type ClassDefinition, type Entity, type Taxonomy, writeTag } from "../../../core";
import { DisposableStore, type Disposable } from "../../dispose";
import { SETTINGS, SETTINGS_SECTION } from "../../ids";
import { escapeSnippet } from "../../presentation/taxonomy/code-snippets";
import { searchEntities } from "../../presentation/entities/entity-search";
import { fold } from "../../presentation/fold";
import { escapeMarkdown } from "../../presentation/escape-markdown";
import { tagQueryAt } from "../../presentation/taxonomy/tag-query";
import { formatOfDocument } from "../../prose-document";
import { completionInsert, completionTrigger } from "../../services/settings";
import type { Services } from "../../services/services";
import { entityDefinition } from "../../taxonomy-definition";

const LANGUAGES = ["markdown", "quarto", "rmd", "plaintext", "latex", "tex"];
const MOST_ENTITIES = 100;

/** An item that knows what it stands for, so that its documentation is made for the one that is looked at. */
class TagItem extends CompletionItem {
  constructor(
    readonly subject: Entity | ClassDefinition,
    kind: CompletionItemKind,
  ) {
    super(subject.label, kind);
  }
}

/** Offers tags and entities behind a trigger that nobody types in prose. */
export function activateTagCompletion(services: Services): Disposable {
  const store = new DisposableStore();
  const provider = new TagCompletion(services);
  let registration = register(provider);
  store.add(
    workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration(`${SETTINGS_SECTION}.${SETTINGS.completionTrigger}`)) return;
      registration.dispose();
      registration = register(provider);
    }),
  );
  store.add({
    dispose: () => {
      registration.dispose();
    },
  });
  return store;
}

function register(provider: TagCompletion): Disposable {
  const last = completionTrigger().at(-1);
  return languages.registerCompletionItemProvider(LANGUAGES, provider, ...(last === undefined ? [] : [last]));
}

class TagCompletion implements CompletionItemProvider<TagItem> {
  readonly #services: Services;

  constructor(services: Services) {
    this.#services = services;
  }

  async provideCompletionItems(
    document: TextDocument,
    position: Position,
  ): Promise<CompletionList<TagItem> | undefined> {
    const format = formatOfDocument(document);
    const trigger = completionTrigger();
    const query = tagQueryAt(document.lineAt(position.line).text, position.character, trigger);
    if (format === undefined || query === undefined) return undefined;
    const taxonomy = await this.#services.taxonomy.ready();
    // LaTeX would print a tag.
    const insert = format === "latex" ? "label" : completionInsert();
    const range = new Range(position.line, query.start, position.line, query.end);
    const classes = format === "latex" ? [] : classesFor(taxonomy, query.words).map(classItem);
    const entities = entitiesFor(taxonomy, query.words).map((found) => entityItem(found, taxonomy, insert));
    const items = [...entities, ...classes];
    items.forEach((item, i) => {
      item.range = range;
      item.sortText = i.toString().padStart(4, "0");
      // What is offered was found by every name; the editor would look at the label only.
      item.filterText = trigger + query.words;
    });
    return new CompletionList(items, true);
  }

  resolveCompletionItem(item: TagItem): TagItem {
    const packs = this.#services.taxonomy.current?.packs ?? [];
    const { subject } = item;
    const classId = "class" in subject ? subject.class : subject.id;
    const pack = "class" in subject ? entityDefinition(packs, subject.id)?.pack : undefined;
    const lines = [
      subject.definition === undefined ? undefined : escapeMarkdown(subject.definition),
      `${FACET_LABELS[facetOf(classId)]} · ${escapeMarkdown(this.#services.taxonomy.classLabel(classId))}`,
      pack === undefined ? undefined : escapeMarkdown(l10n.t("Pack {0} {1}", pack.title, pack.version)),
    ];
    item.documentation = new MarkdownString(lines.filter((line) => line !== undefined).join("\n\n"));
    return item;
  }
}

/** Entities that hold the words; where there are none yet, those of the team. */
function entitiesFor({ entities, packs }: Taxonomy, words: string): { entity: Entity; name: string }[] {
  if (words.trim() !== "") return searchEntities(entities.values(), words, MOST_ENTITIES);
  const own = packs.filter(({ layer }) => layer !== "built-in").flatMap((pack) => pack.entities);
  return own.slice(0, MOST_ENTITIES).map((entity) => ({ entity, name: entity.label }));
}

function classesFor({ classes }: Taxonomy, words: string): ClassDefinition[] {
  const sought = fold(words.trim());
  return [...classes.values()].filter(({ id, label }) => fold(`${id} ${label}`).includes(sought));
}

function classItem(definition: ClassDefinition): TagItem {
  const item = new TagItem(definition, CompletionItemKind.Class);
  item.detail = definition.id;
  item.insertText = new SnippetString(`[$1]${escapeSnippet(`{.${definition.id.replace(".", "-")}}`)}$0`);
  return item;
}

function entityItem(
  { entity, name }: { entity: Entity; name: string },
  taxonomy: Taxonomy,
  insert: "tag" | "label",
): TagItem {
  const item = new TagItem(entity, CompletionItemKind.Value);
  const classLabel = taxonomy.classes.get(entity.class)?.label ?? entity.class;
  item.detail = name === entity.label ? classLabel : `${name} · ${classLabel}`;
  item.insertText =
    (insert === "tag" ? writeTag(entity.label, { class: entity.class, entity: entity.id }, "markdown") : undefined) ??
    entity.label;
  return item;
}
