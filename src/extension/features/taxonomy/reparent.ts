import { l10n, Uri, window, workspace } from "vscode";
import { refusalOfBroader, setBroader, type BroaderRefusal, type Entity, type Pack } from "../../../core";
import type { TaxonomyNode } from "../../presentation/taxonomy/taxonomy-tree";
import { reportTaxonomyError } from "../../report-taxonomy-error";
import { brokenPack, currentText, showChange, writeAsEdit } from "../../services/packs/pack-writer";
import type { Services } from "../../services/services";
import { previewChanges } from "../change-preview";

/** An entity with the pack of the workspace that defines it. */
interface Move {
  readonly entity: Entity;
  readonly pack: Pack;
}

/**
 * Puts entities under another one, or directly under their class: writes `broader` into the packs of the workspace that define
 * them, after a preview. What cannot be moved is refused with its reason.
 */
export async function reparent(services: Services, ids: readonly string[], target: TaxonomyNode): Promise<void> {
  const broader = target.kind === "entity" ? target.entity : undefined;
  const checked = ids.map((id) => checkMove(services, id, target));
  const refusals = checked.filter((each) => typeof each === "string");
  if (refusals.length > 0) void window.showWarningMessage([...new Set(refusals)].join(" "));
  const moves = checked.filter((each) => typeof each === "object");
  if (moves.length === 0) return;
  const files = [...new Set(moves.map(({ pack }) => workspace.asRelativePath(Uri.parse(pack.uri))))].join(", ");
  const title =
    broader === undefined
      ? l10n.t(
          "Take {0} out from under its broader entity ({1})",
          moves.map(({ entity }) => entity.label).join(", "),
          files,
        )
      : l10n.t("Put {0} under “{1}” ({2})", moves.map(({ entity }) => entity.label).join(", "), broader.label, files);
  const chosen = await previewChanges(
    title,
    moves.map((move) => previewOf(move, broader)),
  );
  if (chosen === undefined) return;
  try {
    for (const pack of new Set(chosen.map((move) => move.pack))) {
      await write(
        pack,
        chosen.filter((move) => move.pack === pack),
        broader,
      );
    }
    await services.taxonomy.reload();
  } catch (error) {
    await reportTaxonomyError(error, services.log);
  }
}

function previewOf(move: Move, broader: Entity | undefined) {
  const { entity, pack } = move;
  const before = entity.broader ?? l10n.t("none");
  return {
    label: entity.label,
    description: l10n.t("broader: {0} → {1}", before, broader?.id ?? l10n.t("none")),
    detail: `${workspace.asRelativePath(Uri.parse(pack.uri))}:${entity.line}`,
    icon: "type-hierarchy-sub",
    value: move,
  };
}

/** The move, why it is refused, or nothing where it would change nothing. */
function checkMove({ taxonomy }: Services, id: string, target: TaxonomyNode): Move | string | undefined {
  const entity = taxonomy.entityOf(id);
  const all = taxonomy.current;
  if (entity === undefined || all === undefined) return undefined;
  const pack = all.packs.find(({ layer, entities }) => layer === "workspace" && entities.includes(entity));
  if (pack === undefined) {
    return l10n.t(
      "“{0}” is built in and stays where it is. Copy it as a snippet, paste it into a pack of your own, and move that one.",
      entity.label,
    );
  }
  if (target.kind === "entity") {
    if (entity.broader === target.entity.id) return undefined;
    const refusal = refusalOfBroader(all.entities, id, target.entity.id);
    return refusal === undefined ? { entity, pack } : refusalText(refusal, entity, target.entity);
  }
  if (target.kind !== "class" || target.class !== entity.class) {
    return l10n.t("Drop “{0}” on an entity of its class, or on the class itself.", entity.label);
  }
  return entity.broader === undefined ? undefined : { entity, pack };
}

function refusalText(refusal: BroaderRefusal, { label }: Entity, target: Entity): string {
  switch (refusal) {
    case "itself":
      return l10n.t("“{0}” cannot be broader than itself.", label);
    case "cycle":
      return l10n.t("“{0}” already stands under “{1}”; that would be a circle.", target.label, label);
    case "other-class":
      return l10n.t(
        "“{0}” and “{1}” are of different classes; move it under an entity of its own class.",
        label,
        target.label,
      );
  }
}

async function write(pack: Pack, moves: readonly Move[], broader: Entity | undefined): Promise<void> {
  const uri = Uri.parse(pack.uri);
  const before = await currentText(uri);
  let after = before ?? "";
  for (const { entity } of moves) {
    const edited = setBroader(after, entity.id, broader?.id, pack.uri);
    if ("problems" in edited) throw brokenPack(uri, edited.problems);
    after = edited.source;
  }
  await showChange(await writeAsEdit(uri, before, after), before ?? "");
}
