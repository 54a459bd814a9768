import {
  commands,
  l10n,
  Selection,
  TextEditorRevealType,
  Uri,
  window,
  workspace,
  type QuickPickItem,
  type TextDocument,
} from "vscode";
import {
  anchor,
  newRelation,
  overlaps,
  quoteOf,
  RELATION_MODALITIES,
  RELATION_TYPES,
  replaceRelation,
  reverseRelation,
  type PlacedRelation,
  type Quote,
  type Relation,
  type RelationModality,
  type RelationStatement,
  type RelationType,
  type ReviewedMention,
  type Span,
} from "../../../core";
import { DisposableStore, type Disposable } from "../../dispose";
import { COMMANDS } from "../../ids";
import { rangeOf, resolveTarget } from "../../mention-target";
import { isRelationReference, relationsOf } from "../../presentation/relations/relations";
import { reportingDecisionErrors } from "../../report-error";
import type { Services } from "../../services/services";
import { placeOf } from "../entities/entity-tree-items";
import { modalityLabel, relationLabel, relationLine, relationTypeDetail, relationTypeLabel } from "./relation-labels";
import { allRelations } from "./relation-targets";

/** A mention that waits for the other end of its relation. */
interface MarkedSource {
  readonly uri: string;
  readonly quote: Quote;
  readonly hint: Disposable;
}

/** A relation of a document, with where it stands. */
interface Found {
  readonly document: TextDocument;
  readonly placed: PlacedRelation;
}

/** Relations between two mentions, drawn, changed and deleted by hand. */
export function activateRelations(services: Services): Disposable {
  const store = new DisposableStore();
  const drawing = store.add(new Drawing(services));
  const add = (command: string, run: (argument: unknown) => Promise<unknown>) =>
    store.add(
      commands.registerCommand(command, (argument: unknown) =>
        reportingDecisionErrors(services.log, () => run(argument)),
      ),
    );
  const onRelation = (command: string, run: (found: Found) => Promise<unknown>) =>
    add(command, async (argument) => {
      const found = await findRelation(services, argument);
      if (found !== undefined) await run(found);
    });
  add(COMMANDS.addRelation, (argument) => drawing.begin(argument));
  onRelation(COMMANDS.editRelation, (found) => edit(services, found));
  onRelation(COMMANDS.reverseRelation, (found) => reverse(services, found));
  onRelation(COMMANDS.deleteRelation, (found) => remove(services, found));
  return store;
}

/** Draws a relation: the source is the mention at the cursor, the target is picked from a list or by the cursor. */
class Drawing implements Disposable {
  readonly #services: Services;
  #marked: MarkedSource | undefined;

  constructor(services: Services) {
    this.#services = services;
  }

  async begin(argument: unknown): Promise<void> {
    const target = await resolveTarget(this.#services.reviews, argument);
    if (target?.mention === undefined) {
      void window.showInformationMessage(l10n.t("Put the cursor on a marked mention first."));
      return;
    }
    const { document, mention } = target;
    const source = this.#markedIn(document);
    if (source !== undefined && !overlaps(source, mention)) {
      this.#forget();
      await this.#relate(document, source, mention);
      return;
    }
    const picked = await pickTarget(this.#services, document, mention);
    if (picked === "cursor") this.#mark(document, mention);
    else if (picked !== undefined) {
      this.#forget();
      await this.#relate(document, mention, picked);
    }
  }

  dispose(): void {
    this.#forget();
  }

  #mark(document: TextDocument, mention: ReviewedMention): void {
    this.#forget();
    const hint = window.setStatusBarMessage(
      l10n.t("Relation from “{0}”: put the cursor on the other mention and run Add Relation again", mention.text),
    );
    this.#marked = { uri: document.uri.toString(), quote: quoteOf(document.getText(), mention), hint };
  }

  #forget(): void {
    this.#marked?.hint.dispose();
    this.#marked = undefined;
  }

  /** Where the marked source stands now; undefined where there is none in this document. */
  #markedIn(document: TextDocument): Span | undefined {
    if (this.#marked?.uri !== document.uri.toString()) return undefined;
    const found = anchor(document.getText(), this.#marked.quote);
    return "placed" in found ? found.placed : undefined;
  }

  async #relate(document: TextDocument, source: Span, target: Span): Promise<void> {
    const version = document.version;
    const [from, to] = [source, target].map((span) => document.getText(rangeOf(document, span)));
    const file = this.#services.decisions.labelOf(document);
    const type = await pickType(l10n.t("“{0}” … “{1}” ({2})", from!, to!, file));
    if (type === undefined) return;
    if (document.version !== version) {
      void window.showInformationMessage(l10n.t("The text changed in the meantime. Nothing was decided."));
      return;
    }
    const text = document.getText();
    const statement = { type, source: quoteOf(text, source), target: quoteOf(text, target) };
    const relation = newRelation(statement, this.#services.annotator.stamp(document.uri));
    const done = l10n.t("added the relation {0}", relationLine(relation));
    await this.#services.decisions.change(document, { putRecords: [relation] }, done);
    window.setStatusBarMessage(l10n.t("Done: {0}. “Undo Last Decision” takes it back in one step.", done), 6000);
  }
}

interface TargetItem extends QuickPickItem {
  readonly mention?: ReviewedMention;
}

/** The mention to relate to: those of the paragraph first. `cursor` where the user wants to go there. */
async function pickTarget(
  { reviews, taxonomy }: Services,
  document: TextDocument,
  source: ReviewedMention,
): Promise<ReviewedMention | "cursor" | undefined> {
  const review = reviews.reviewOf(document);
  const mentions = review.kind === "reviewed" ? review.mentions.filter((each) => !overlaps(each, source)) : [];
  const paragraph = paragraphAt(document, source);
  const isNear = (mention: ReviewedMention) => overlaps(mention, paragraph);
  const itemOf = (mention: ReviewedMention): TargetItem => {
    const { line, context } = placeOf(mention, document);
    const description = `${taxonomy.classLabel(mention.class)} · ${l10n.t("line {0}", line)}`;
    return { label: mention.text.replace(/\s+/g, " "), description, detail: context.label, mention };
  };
  const byCursor: TargetItem = { label: l10n.t("$(arrow-both) Choose with the cursor…"), alwaysShow: true };
  const sorted = [...mentions.filter(isNear), ...mentions.filter((mention) => !isNear(mention))];
  const picked = await window.showQuickPick([...sorted.map(itemOf), byCursor], {
    title: l10n.t("Relation from “{0}” to…", source.text),
    placeHolder: l10n.t("The other mention; those of the paragraph come first"),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked === undefined ? undefined : (picked.mention ?? "cursor");
}

/** The lines around a span, up to blank ones. */
function paragraphAt(document: TextDocument, { start, end }: Span): Span {
  const isBlank = (line: number) => document.lineAt(line).isEmptyOrWhitespace;
  let first = document.positionAt(start).line;
  let last = document.positionAt(end).line;
  while (first > 0 && !isBlank(first - 1)) first -= 1;
  while (last < document.lineCount - 1 && !isBlank(last + 1)) last += 1;
  return {
    start: document.offsetAt(document.lineAt(first).range.start),
    end: document.offsetAt(document.lineAt(last).range.end),
  };
}

export async function pickType(title: string, current?: RelationType): Promise<RelationType | undefined> {
  const items = RELATION_TYPES.map((type) => ({
    label: relationTypeLabel(type),
    detail: relationTypeDetail(type),
    ...(type === current ? { description: l10n.t("as it is now") } : {}),
    type,
  }));
  const picked = await window.showQuickPick(items, {
    title,
    placeHolder: l10n.t("How the first stands to the second"),
  });
  return picked?.type;
}

/** The relation that a link or row is about, else one of the mention at the cursor, else one of the document. */
async function findRelation({ records, reviews }: Services, argument: unknown): Promise<Found | undefined> {
  if (isRelationReference(argument)) {
    const document = await workspace.openTextDocument(Uri.parse(argument.uri));
    const placed = records.of(document).relations.find(({ relation }) => relation.id === argument.relationId);
    return placed === undefined ? undefined : { document, placed };
  }
  const target = await resolveTarget(reviews, argument);
  const document = target?.document ?? window.activeTextEditor?.document;
  if (document === undefined) return undefined;
  const { acceptedRelations: relations } = records.of(document);
  const ends = target === undefined ? [] : relationsOf(target.span, relations);
  const near = relations.filter(({ relation }) => ends.some((end) => end.relation === relation));
  const choices = near.length > 0 ? near : relations;
  if (choices.length === 0) {
    void window.showInformationMessage(l10n.t("There are no relations in this document yet."));
    return undefined;
  }
  const placed = choices.length === 1 ? choices[0]! : await pickRelation(choices);
  return placed === undefined ? undefined : { document, placed };
}

async function pickRelation(relations: readonly PlacedRelation[]): Promise<PlacedRelation | undefined> {
  const items = relations.map((placed) => ({
    label: relationLine(placed.relation),
    description: placed.relation.author ?? "",
    placed,
  }));
  return (await window.showQuickPick(items, { title: l10n.t("Which relation?") }))?.placed;
}

/** Asks what is to become of a relation. */
async function edit(services: Services, found: Found): Promise<void> {
  const { document, placed } = found;
  const { relation } = placed;
  const modalities = [undefined, ...RELATION_MODALITIES].filter((modality) => modality !== relation.modality);
  const actions = [
    { label: l10n.t("Change the type…"), run: () => changeType(services, found) },
    { label: l10n.t("Reverse the direction"), run: () => reverse(services, found) },
    { label: l10n.t("Go to “{0}”", relation.source.quote), run: () => goTo(document, placed.source) },
    { label: l10n.t("Go to “{0}”", relation.target.quote), run: () => goTo(document, placed.target) },
    ...modalities.map((modality) => ({
      label: l10n.t("Say that the text states it as {0}", modalityLabel(modality)),
      run: () => restate(services, found, modality),
    })),
    { label: l10n.t("Delete"), run: () => remove(services, found) },
  ];
  const title = `${relationLine(relation)} (${services.decisions.labelOf(document)})`;
  await (await window.showQuickPick(actions, { title }))?.run();
}

async function changeType(services: Services, found: Found): Promise<void> {
  const { relation } = found.placed;
  const type = await pickType(relationLine(relation), relation.type);
  if (type === undefined || type === relation.type) return;
  const { modality, source, target } = relation;
  const statement = { type, source, target, ...(modality === undefined ? {} : { modality }) };
  await replace(services, found, statement, l10n.t("changed a relation to “{0}”", relationLabel(statement)));
}

async function restate(services: Services, found: Found, modality: RelationModality | undefined): Promise<void> {
  const { type, source, target } = found.placed.relation;
  const statement = { type, source, target, ...(modality === undefined ? {} : { modality }) };
  await replace(services, found, statement, l10n.t("changed a relation to “{0}”", relationLabel(statement)));
}

async function reverse(services: Services, { document, placed }: Found): Promise<void> {
  const signature = services.annotator.stamp(document.uri);
  const turned = reverseRelation(placed.relation, signature);
  const done = l10n.t("reversed the relation to {0}", relationLine(turned));
  await put(services, { document, placed }, turned, done);
}

async function remove({ decisions }: Services, { document, placed: { relation } }: Found): Promise<void> {
  const done = l10n.t("deleted the relation {0}", relationLine(relation));
  await decisions.change(document, { remove: [relation.id] }, done);
  window.setStatusBarMessage(l10n.t("Done: {0}. “Undo Last Decision” takes it back in one step.", done), 6000);
}

async function replace(services: Services, found: Found, statement: RelationStatement, done: string): Promise<void> {
  const relation = newRelation(statement, services.annotator.stamp(found.document.uri));
  await put(services, found, relation, done);
}

/** A relation that says something else may be another line; the former one goes, or is rejected where the text says it. */
async function put(services: Services, { document, placed }: Found, relation: Relation, done: string): Promise<void> {
  const former = allRelations(services, document).find(({ decision }) => decision?.relation.id === placed.relation.id);
  const change =
    former === undefined
      ? { putRecords: [relation], remove: [placed.relation.id] }
      : replaceRelation(
          document.getText(),
          { ...former, decision: placed },
          relation,
          services.annotator.stamp(document.uri),
        );
  await services.decisions.change(document, change, done);
}

async function goTo(document: TextDocument, span: Span): Promise<void> {
  const { start, end } = rangeOf(document, span);
  const editor = await window.showTextDocument(document, { selection: new Selection(start, end) });
  editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
}
