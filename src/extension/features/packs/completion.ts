import { CompletionItem, CompletionItemKind, l10n, languages, MarkdownString, Range, type TextDocument } from "vscode";
import {
  CASE_MODES,
  completePack,
  FACET_LABELS,
  facetOf,
  isClassId,
  type ClassDefinition,
  type Entity,
  type PackCompletion,
  type PackItem,
  valueOf,
  tagsForRules,
  type Taxonomy,
  type ValueRole,
} from "../../../core";
import type { Disposable } from "../../dispose";
import { escapeMarkdown } from "../../presentation/escape-markdown";
import { PACK_SELECTOR, type PackFile } from "../../services/packs/pack-files";
import type { PackServices } from "./pack-services";

const TRIGGERS = [" ", ":", "#", "."];

/** A proposal before it becomes an item of the editor's list. */
interface Proposal {
  readonly text: string;
  readonly kind: CompletionItemKind;
  readonly detail?: string;
  readonly documentation?: string;
}

/** Proposes keys, classes, ids, case modes and tags, each where it can stand. */
export function activatePackCompletion(services: PackServices): Disposable {
  return languages.registerCompletionItemProvider(
    [...PACK_SELECTOR],
    {
      async provideCompletionItems(document, position, token) {
        const completion = completePack(document.getText(), document.offsetAt(position));
        if (completion === undefined || services.packFiles.of(document) === undefined) return [];
        const taxonomy = await services.taxonomy.ready();
        const files = await services.packFiles.all();
        if (token.isCancellationRequested) return [];
        return itemsOf(document, completion, [
          ...keyProposals(completion),
          ...valueProposals(completion, taxonomy, files),
        ]);
      },
    },
    ...TRIGGERS,
  );
}

function itemsOf(document: TextDocument, { span, hasColon, isKey }: PackCompletion, proposals: Proposal[]) {
  const range = new Range(document.positionAt(span.start), document.positionAt(span.end));
  const before = document.lineAt(range.start.line).text.slice(0, range.start.character);
  // Behind a space, YAML reads a number sign as the beginning of a comment.
  const needsQuotes = /:\s*$/.test(before);
  return proposals.map(({ text, kind, detail, documentation }, i) => {
    const item = new CompletionItem(text, kind);
    const isKeyItem = kind === CompletionItemKind.Property || isKey;
    if (isKeyItem && !hasColon) item.insertText = `${text}: `;
    else if (text.startsWith("#") && needsQuotes) item.insertText = `"${text}"`;
    item.range = range;
    item.filterText = text;
    item.sortText = String(i).padStart(6, "0");
    if (detail !== undefined) item.detail = detail;
    if (documentation !== undefined) item.documentation = new MarkdownString(documentation);
    return item;
  });
}

function keyProposals({ keys }: PackCompletion): Proposal[] {
  return [...keys].map(([text, { documentation, isRequired }]) => ({
    text,
    kind: CompletionItemKind.Property,
    documentation,
    detail: isRequired ? l10n.t("required key") : l10n.t("key"),
  }));
}

function valueProposals({ role }: PackCompletion, taxonomy: Taxonomy, files: readonly PackFile[]): Proposal[] {
  return role === undefined ? [] : (PROPOSALS[role]?.(taxonomy, files) ?? []);
}

type Propose = (taxonomy: Taxonomy, files: readonly PackFile[]) => Proposal[];

const PROPOSALS: Readonly<Partial<Record<ValueRole, Propose>>> = {
  "class-reference": classProposals,
  "entity-reference": entityProposals,
  "pack-reference": packProposals,
  "case-mode": () =>
    CASE_MODES.map((text) => ({ text, kind: CompletionItemKind.EnumMember, documentation: caseText(text) })),
  flag: () => ["true", "false"].map((text) => ({ text, kind: CompletionItemKind.Keyword })),
  match: () =>
    [...tagsForRules()].map(([tag, documentation]) => ({
      text: `#${tag}`,
      kind: CompletionItemKind.Constant,
      documentation,
    })),
};

/** Classes in force, and those that editors hold, in packs that are broken for the moment too. */
function classProposals({ classes }: Taxonomy, files: readonly PackFile[]): Proposal[] {
  const own = itemsIn(files, "class").map(({ id, label }) => [id, { id, label, definition: "" }] as const);
  return [...new Map<string, Pick<ClassDefinition, "id" | "label" | "definition">>([...own, ...classes]).values()]
    .filter(({ id }) => isClassId(id))
    .map(({ id, label, definition }) => ({
      text: id,
      kind: CompletionItemKind.Class,
      detail: `${FACET_LABELS[facetOf(id)]} · ${label}`,
      documentation: escapeMarkdown(definition),
    }));
}

function entityProposals({ entities }: Taxonomy, files: readonly PackFile[]): Proposal[] {
  const own = itemsIn(files, "entity").map((entity) => [entity.id, entity] as const);
  const all = new Map<string, Pick<Entity, "id" | "label" | "class" | "definition">>([...own, ...entities]);
  return [...all.values()].map(({ id, label, class: classId, definition }) => ({
    text: id,
    kind: CompletionItemKind.Value,
    detail: `${label} · ${classId}`,
    ...(definition === undefined ? {} : { documentation: escapeMarkdown(definition) }),
  }));
}

function itemsIn(files: readonly PackFile[], kind: "class" | "entity") {
  const items = files.flatMap(({ source }) => source.items.filter((item) => item.kind === kind));
  const text = (item: PackItem, key: string) => valueOf(item, key)?.text ?? "";
  return items
    .map((item) => ({ id: text(item, "id"), label: text(item, "label"), class: text(item, "class") }))
    .filter(({ id }) => id !== "");
}

function packProposals({ packs }: Taxonomy): Proposal[] {
  return packs.map(({ id, title, layer }) => ({
    text: id,
    kind: CompletionItemKind.Module,
    detail: l10n.t("{0} (layer {1})", title, layer),
  }));
}

/** What a case mode does, in one sentence. */
export function caseText(mode: (typeof CASE_MODES)[number]): string {
  switch (mode) {
    case "any":
      return l10n.t("Capitals do not matter.");
    case "capital":
      return l10n.t("A word written with a capital here must begin with one in the text.");
    case "exact":
      return l10n.t("Letter by letter as written.");
    case "acronym":
      return l10n.t("All capitals in the text too; full stops and a plural s pass.");
    case "ambiguous":
      return l10n.t("The name is an ordinary word too: where its capitals prove nothing, something else must.");
  }
}
