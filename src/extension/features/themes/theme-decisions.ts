import { commands, l10n, Selection, Uri, window, workspace, type QuickPickItem, type TextDocument } from "vscode";
import { newThemeDecision, placeOfPassage, type DecisionStatus, type ReviewedTheme } from "../../../core";
import { DisposableStore, type Disposable } from "../../dispose";
import { COMMANDS, INTERNAL_COMMANDS } from "../../ids";
import { rangeOf } from "../../mention-target";
import { evidenceWords, isPassageReference } from "../../presentation/theme-text";
import { reportingDecisionErrors } from "../../report-error";
import type { Services } from "../../services/services";
import type { ThemedPassage } from "../../services/ledger/theme-service";

/** A passage that a command is about, and the theme if it names one. */
interface PassageTarget extends ThemedPassage {
  readonly document: TextDocument;
  readonly theme?: string | undefined;
}

/** Says what passages argue: a theme is added, accepted or refused by hand, and shown with its evidence. */
export function activateThemeDecisions(services: Services): Disposable {
  const store = new DisposableStore();
  const add = (command: string, run: (target: PassageTarget) => Promise<unknown>) =>
    store.add(
      commands.registerCommand(command, (argument: unknown) =>
        reportingDecisionErrors(services.log, async () => {
          const target = await targetOf(services, argument);
          if (target !== undefined) await run(target);
          else void window.showInformationMessage(l10n.t("Put the cursor into a paragraph of a report first."));
        }),
      ),
    );
  add(COMMANDS.classifyPassage, async (target) => {
    const theme = target.theme ?? (await pickTheme(services, target));
    if (theme !== undefined) await decide(services, target, theme, "accepted");
  });
  add(COMMANDS.rejectTheme, async (target) => {
    const theme = target.theme ?? (await pickFrom(services, target, target.themes, l10n.t("Not this theme")))?.theme;
    if (theme !== undefined) await decide(services, target, theme, "rejected");
  });
  add(INTERNAL_COMMANDS.showThemes, (target) => showEvidence(services, target));
  return store;
}

async function targetOf(services: Services, argument: unknown): Promise<PassageTarget | undefined> {
  const editor = window.activeTextEditor;
  const isNamed = isPassageReference(argument);
  const document = isNamed ? await workspace.openTextDocument(Uri.parse(argument.uri)) : editor?.document;
  if (document === undefined) return undefined;
  const offset = isNamed ? argument.offset : document.offsetAt(editor!.selection.active);
  const [themed] = services.themes.passagesIn(document, { start: offset, end: offset });
  return themed && { ...themed, document, theme: isNamed ? argument.theme : undefined };
}

async function decide(
  { decisions, annotator, themes }: Services,
  { document, passage }: PassageTarget,
  theme: string,
  status: DecisionStatus,
): Promise<void> {
  const place = placeOfPassage(document.getText(), passage);
  const decision = newThemeDecision({ theme, status, place }, annotator.stamp(document.uri));
  const label = themes.labelOf(theme);
  const done =
    status === "accepted"
      ? l10n.t("classified “{0}…” as {1}", place.quote, label)
      : l10n.t("“{0}…” has not the theme {1}", place.quote, label);
  await decisions.change(document, { putRecords: [decision] }, done);
  const file = decisions.labelOf(document);
  window.setStatusBarMessage(l10n.t("Done: {0} ({1}). “Undo Last Decision” takes it back.", done, file), 6000);
}

interface ThemeItem extends QuickPickItem {
  readonly theme: string;
}

/** The themes of the taxonomy, those that the passage has first. */
async function pickTheme({ themes }: Services, target: PassageTarget): Promise<string | undefined> {
  const has = new Map(target.themes.map((theme) => [theme.theme, theme]));
  const items = themes.themes
    .map(({ id, label, definition }): ThemeItem => {
      const theme = has.get(id);
      return { theme: id, label, detail: definition, ...(theme === undefined ? {} : { description: statusOf(theme) }) };
    })
    .sort((a, b) => Number(has.has(b.theme)) - Number(has.has(a.theme)));
  const picked = await window.showQuickPick(items, {
    title: l10n.t("Classify Passage As…"),
    placeHolder: opening(target),
    matchOnDetail: true,
  });
  return picked?.theme;
}

/** The themes that a passage has, with what they rest on. */
async function pickFrom(
  services: Services,
  target: PassageTarget,
  themes: readonly ReviewedTheme[],
  title: string,
): Promise<ReviewedTheme | undefined> {
  if (themes.length === 0) {
    void window.showInformationMessage(l10n.t("This passage has no theme."));
    return undefined;
  }
  const text = target.document.getText();
  const items = themes.map((theme) => ({
    label: services.themes.labelOf(theme.theme),
    description: statusOf(theme),
    detail: evidenceWords(text, theme),
    theme,
  }));
  return (await window.showQuickPick(items, { title, placeHolder: opening(target) }))?.theme;
}

/** Shows the themes of a passage, and selects in the text what the chosen one rests on. */
async function showEvidence(services: Services, target: PassageTarget): Promise<void> {
  const { document } = target;
  const chosen = await pickFrom(services, target, target.themes, l10n.t("Themes of This Passage"));
  if (chosen === undefined || chosen.evidence.length === 0) return;
  const editor = await window.showTextDocument(document);
  editor.selections = chosen.evidence.map((span) => {
    const { start, end } = rangeOf(document, span);
    return new Selection(start, end);
  });
}

function statusOf({ status, score }: ReviewedTheme): string {
  return status === "accepted" ? l10n.t("accepted") : `${Math.round(100 * score)} %`;
}

const LONGEST_OPENING = 60;

function opening({ document, passage }: PassageTarget): string {
  const words = document.getText(rangeOf(document, passage)).replace(/\s+/g, " ").trim();
  return words.length <= LONGEST_OPENING ? words : `${words.slice(0, LONGEST_OPENING)}…`;
}
