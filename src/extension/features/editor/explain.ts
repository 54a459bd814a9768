import {
  commands,
  DocumentLink,
  EventEmitter,
  l10n,
  languages,
  Uri,
  ViewColumn,
  window,
  workspace,
  type TextDocumentContentProvider,
} from "vscode";
import type { Explanation, PackLayer, Span } from "../../../core";
import { DisposableStore, type Disposable } from "../../dispose";
import { COMMANDS, INTERNAL_COMMANDS } from "../../ids";
import { originLabel } from "../../labels";
import { rangeOf, resolveTarget, type Target } from "../../mention-target";
import {
  type ExplainedMatch,
  explanationText,
  type ExplanationText,
  type ExplanationWords,
} from "../../presentation/explanation-text";
import type { Services } from "../../services/services";
import type { EvidenceReference } from "../decisions/evidence";

const SCHEME = "healthgeo-explain";
/** The page is one and the same document, rewritten for each question. */
const PAGE = Uri.from({ scheme: SCHEME, path: "/HealthGeo explanation" });

const EMPTY: ExplanationText = { text: "", links: [] };

/** Shows every reading of the selected words, and for each why it was chosen or rejected. */
export function activateExplain(services: Services): Disposable {
  const store = new DisposableStore();
  const page = store.add(new ExplanationPage());
  store.add(workspace.registerTextDocumentContentProvider(SCHEME, page));
  store.add(
    languages.registerDocumentLinkProvider(
      { scheme: SCHEME },
      {
        provideDocumentLinks: (document) =>
          page.current.links.flatMap((link) => {
            const target = evidenceCommand(link.reading);
            return target === undefined ? [] : [new DocumentLink(rangeOf(document, link), target)];
          }),
      },
    ),
  );
  store.add(
    commands.registerCommand(COMMANDS.explainSelection, async (argument: unknown) => {
      const target = (await resolveTarget(services.reviews, argument)) ?? cursorTarget();
      const explanation = target === undefined ? undefined : explain(services, target);
      if (explanation === undefined) {
        void window.showInformationMessage(l10n.t("Select some words in a tagged document to have them explained."));
        return;
      }
      await open(page, explanation);
    }),
  );
  store.add(
    commands.registerCommand(INTERNAL_COMMANDS.showExplanation, async (text: string, explanation: Explanation) => {
      await open(page, explanationText(explanation, wordsFor(text, services.taxonomy)));
    }),
  );
  return store;
}

async function open(page: ExplanationPage, explanation: ExplanationText): Promise<void> {
  page.show(explanation);
  const document = await workspace.openTextDocument(PAGE);
  await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preview: true, preserveFocus: false });
}

/** What the page shows now. */
class ExplanationPage implements TextDocumentContentProvider, Disposable {
  readonly #changed = new EventEmitter<Uri>();
  current = EMPTY;

  readonly onDidChange = this.#changed.event;

  show(explanation: ExplanationText): void {
    this.current = explanation;
    this.#changed.fire(PAGE);
  }

  provideTextDocumentContent(): string {
    return this.current.text;
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

/** The bare cursor, where it stands on no mention: the word there may have readings that lost. */
function cursorTarget(): Target | undefined {
  const editor = window.activeTextEditor;
  const word = editor?.document.getWordRangeAtPosition(editor.selection.active);
  if (editor === undefined || word === undefined) return undefined;
  const { document } = editor;
  return { document, span: { start: document.offsetAt(word.start), end: document.offsetAt(word.end) } };
}

function explain({ tagging, taxonomy }: Services, { document, span }: Target): ExplanationText | undefined {
  const format = tagging.formatOf(document);
  if (tagging.tagger === undefined || format === undefined || tagging.stateOf(document).kind !== "tagged")
    return undefined;
  const explanation = tagging.tagger.explain(document.getText(), span, { format });
  return explanationText(explanation, wordsFor(textOf(document.getText(), span), taxonomy));
}

function wordsFor(selected: string, taxonomy: Services["taxonomy"]): ExplanationWords {
  return {
    title: l10n.t("Why “{0}” is marked as it is", selected),
    chosen: l10n.t("CHOSEN"),
    rejected: l10n.t("REJECTED"),
    almost: l10n.t("ALMOST"),
    nothing: l10n.t("No term and no rule of the taxonomy matches these words."),
    classLabel: (reading) => (reading.class === undefined ? l10n.t("ignored") : taxonomy.classLabel(reading.class)),
    origin: originInPack,
    place: ({ evidence: { uri, line } }) => {
      const file = uri === undefined ? undefined : taxonomy.fileOfPack(uri);
      return file === undefined ? undefined : `${workspace.asRelativePath(file)}:${line ?? 1}`;
    },
  };
}

/** What found a reading, and in which layer of the taxonomy: a later layer wins over an earlier one. */
function originInPack(reading: ExplainedMatch): string {
  const origin = originLabel(reading);
  const { pack } = reading.evidence;
  if (!("layer" in reading)) return pack === undefined ? origin : l10n.t("{0} in pack {1}", origin, pack);
  if (pack !== undefined) return l10n.t("{0} in pack {1} ({2})", origin, pack, layerLabel(reading.layer));
  return reading.by === "lexicon" ? l10n.t("{0} in a comment of this document", origin) : origin;
}

function layerLabel(layer: PackLayer): string {
  switch (layer) {
    case "built-in":
      return l10n.t("built in");
    case "shared":
      return l10n.t("shared");
    case "workspace":
      return l10n.t("workspace");
    case "document":
      return l10n.t("document");
  }
}

function evidenceCommand({ evidence: { uri, line } }: ExplainedMatch): Uri | undefined {
  if (uri === undefined) return undefined;
  const reference: EvidenceReference = { uri, line: line ?? 1 };
  return Uri.from({
    scheme: "command",
    path: INTERNAL_COMMANDS.openEvidence,
    query: JSON.stringify([reference]),
  });
}

function textOf(text: string, { start, end }: Span): string {
  return text.slice(start, end).replace(/\s+/g, " ");
}
