import { l10n, Uri, window, workspace, type TextDocument } from "vscode";
import { contains, overlaps, type ReviewedRelation, type Span } from "../../../core";
import {
  type AnyRelationReference,
  isFoundReference,
  isReferred,
} from "../../presentation/relations/relation-reference";
import { type RelationGroup, type RelationRow, rowsUnder } from "../../presentation/relations/relation-tree";
import { isRelationReference } from "../../presentation/relations/relations";
import type { Services } from "../../services/services";
import { relationStatus, reviewedLine } from "./relation-labels";

/** The argument with which a key of the Relations view means the selected rows. */
export const SELECTED_ROWS = "selection";

type Row = RelationGroup | RelationRow;

/** Relations of one document that a command is about. */
export interface RelationTargets {
  readonly document: TextDocument;
  readonly relations: readonly ReviewedRelation[];
  /** Whether some of them may be out of sight, so that they have to be shown before they are decided on. */
  readonly isGroup: boolean;
}

/** Gives the selected rows of the Relations view. */
export type SelectedRows = () => readonly Row[];

/**
 * The relations that a link, a row or a key is about; where none is named, one at the cursor. Tells the person where there are
 * none, and gives undefined.
 *
 * @param rows all selected rows, where the command was called on one of them
 */
export async function relationTargets(
  services: Services,
  selected: SelectedRows,
  argument: unknown,
  rows: unknown,
): Promise<RelationTargets | undefined> {
  if (argument === SELECTED_ROWS) return targetsOfRows(services, selected());
  if (Array.isArray(rows)) return targetsOfRows(services, rows as readonly Row[]);
  if (isRow(argument)) return targetsOfRows(services, [argument]);
  if (isRelationReference(argument) || isFoundReference(argument)) return resolve(services, [argument], false);
  return targetAtCursor(services);
}

/** All relations of a document, also those that are rejected. */
export function allRelations({ relations }: Services, document: TextDocument): ReviewedRelation[] {
  const review = relations.of(document);
  return [...review.relations, ...review.rejected];
}

/** The relations of which a mention, or a word that states them, is in a stretch of a document, or at a cursor. */
export function relationsAt(relations: readonly ReviewedRelation[], range: Span): ReviewedRelation[] {
  const isAt = (span: Span) => overlaps(span, range) || contains(span, range);
  return relations.filter(({ source, target, found }) =>
    [source, target, ...(found === undefined ? [] : [found.evidence])].some(isAt),
  );
}

function isRow(argument: unknown): argument is Row {
  if (typeof argument !== "object" || argument === null) return false;
  const { kind } = argument as { readonly kind?: unknown };
  return (kind === "group" && "children" in argument) || (kind === "relation" && "uri" in argument);
}

async function targetsOfRows(services: Services, rows: readonly Row[]): Promise<RelationTargets | undefined> {
  const references = rowsUnder(rows);
  if (references.length === 0) {
    window.setStatusBarMessage(l10n.t("Select a relation in the Relations view first."), 4000);
    return undefined;
  }
  return resolve(
    services,
    references,
    rows.some(({ kind }) => kind === "group"),
  );
}

async function resolve(
  services: Services,
  references: readonly AnyRelationReference[],
  isGroup: boolean,
): Promise<RelationTargets | undefined> {
  const document = await workspace.openTextDocument(Uri.parse(references[0]!.uri));
  const all = allRelations(services, document);
  const relations = references.flatMap((reference) => all.find((relation) => isReferred(reference, relation)) ?? []);
  if (relations.length === references.length) return { document, relations, isGroup };
  void window.showInformationMessage(l10n.t("The text changed in the meantime. Nothing was decided."));
  return undefined;
}

async function targetAtCursor(services: Services): Promise<RelationTargets | undefined> {
  const editor = window.activeTextEditor;
  if (editor === undefined) return undefined;
  const { document, selection } = editor;
  const range = { start: document.offsetAt(selection.start), end: document.offsetAt(selection.end) };
  const near = relationsAt(allRelations(services, document), range);
  if (near.length === 0) {
    void window.showInformationMessage(l10n.t("Put the cursor on a mention that stands in a relation first."));
    return undefined;
  }
  const relation = near.length === 1 ? near[0] : await pick(near);
  return relation === undefined ? undefined : { document, relations: [relation], isGroup: false };
}

async function pick(relations: readonly ReviewedRelation[]): Promise<ReviewedRelation | undefined> {
  const items = relations.map((relation) => ({
    label: reviewedLine(relation),
    description: relationStatus(relation),
    relation,
  }));
  return (await window.showQuickPick(items, { title: l10n.t("Which relation?") }))?.relation;
}
