import { l10n } from "vscode";
import type { Disposable } from "../../dispose";
import { COMMANDS } from "../../ids";
import { referenceOf } from "../../presentation/relations/relation-reference";
import type { Services } from "../../services/services";
import { offerWhenAsked } from "../command-fixes";
import { reviewedLine } from "./relation-labels";
import { relationsAt } from "./relation-targets";

/** What can be said of the relations at the cursor; only when asked, for many a mention stands in some. */
export function activateRelationFixes({ relations, decisions }: Services): Disposable {
  return offerWhenAsked((document, span) => {
    const file = decisions.labelOf(document);
    return relationsAt(relations.of(document).relations, span).flatMap((relation) => {
      const line = reviewedLine(relation);
      const reference = [referenceOf(document.uri.toString(), relation)];
      const accept = {
        title: l10n.t("Accept relation: {0} ({1})", line, file),
        command: COMMANDS.acceptRelation,
        arguments: reference,
      };
      const reject = {
        title: l10n.t("Reject relation: {0} ({1})", line, file),
        command: COMMANDS.rejectRelation,
        arguments: reference,
      };
      return relation.status === "suggested" ? [accept, reject] : [reject];
    });
  });
}
