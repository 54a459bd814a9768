import { commands, Range, window } from "vscode";
import type { Disposable } from "../../dispose";
import { INTERNAL_COMMANDS } from "../../ids";
import type { Services } from "../../services/services";

/** A line of a taxonomy pack, as links carry it. */
export interface EvidenceReference {
  readonly uri: string;
  /** One-based. */
  readonly line: number;
}

/** Opens the line of a workspace pack that a mention rests on. Anything but a pack in force is refused. */
export function activateEvidence({ taxonomy }: Services): Disposable {
  return commands.registerCommand(INTERNAL_COMMANDS.openEvidence, async (reference: Partial<EvidenceReference>) => {
    const file = typeof reference.uri === "string" ? taxonomy.fileOfPack(reference.uri) : undefined;
    if (file === undefined) return;
    const line = Math.max(0, (reference.line ?? 1) - 1);
    await window.showTextDocument(file, { selection: new Range(line, 0, line, 0) });
  });
}
