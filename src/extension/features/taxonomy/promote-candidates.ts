import {
  commands,
  l10n,
  Position,
  Range,
  ThemeIcon,
  window,
  type CancellationToken,
  type QuickPickItem,
  type Uri,
} from "vscode";
import {
  createTagger,
  DiscoveredNames,
  snippetOfNames,
  type ClassId,
  type DiscoveredName,
  type NameContext,
} from "../../../core";
import type { Disposable } from "../../dispose";
import { COMMANDS } from "../../ids";
import { classIcon } from "../../presentation/marks/class-icons";
import { reportTaxonomyError } from "../../report-taxonomy-error";
import { TimeSlices } from "../../services/scan/time-slices";
import type { Services } from "../../services/services";
import { discoveryEnabled } from "../../services/settings";
import { tickRows, type TickedItem } from "../tick-list";
import { ADDITION_WORDS } from "./add-to-pack";
import { mergeIntoPack, pickPack } from "./pack-merge";
import { afterScan } from "../corpus/workspace-scan";

/** More names than somebody looks through. */
const MOST_NAMES = 1000;
/** Names with a short form of their own, or a word that says what they are, are ticked from the start. */
const FIRM = 0.5;

/** The names that the documents of the workspace have and no pack does. */
interface Discovery {
  readonly names: readonly DiscoveredName[];
  readonly documents: number;
}

/** Reviews the names that were discovered in the workspace, and takes those chosen into a pack at once. */
export function activatePromoteCandidates(services: Services): Disposable {
  return commands.registerCommand(COMMANDS.promoteCandidates, async () => {
    await promote(services).catch((error: unknown) => reportTaxonomyError(error, services.log));
  });
}

async function promote(services: Services): Promise<void> {
  const title = l10n.t("Looking for names that no pack has");
  const discovery = await afterScan(services.corpus, title, (token) => discover(services, token));
  if (discovery === undefined) return;
  if (discovery.names.length === 0) {
    const message = l10n.t("{0} documents were read. They hold no name that the taxonomy lacks.", discovery.documents);
    void window.showInformationMessage(message);
    return;
  }
  const chosen = await reviewNames(services, discovery);
  if (chosen === undefined) return;
  const classified = await classify(services, chosen);
  if (classified === undefined) return;
  const pack = await pickPack(services, l10n.t("Add {0} names to which pack?", classified.length));
  if (pack === undefined) return;
  const { entities } = await services.taxonomy.ready();
  await mergeIntoPack(services, pack, snippetOfNames(classified, new Set(entities.keys())), ADDITION_WORDS);
}

/** Gathers the names from what was scanned; undefined where that was cancelled. */
async function discover({ corpus, taxonomy }: Services, cancelled: CancellationToken): Promise<Discovery | undefined> {
  // Candidates are asked for here, whatever the setting says of marking them.
  const tagger = discoveryEnabled() ? undefined : createTagger(await taxonomy.ready(), { discovery: true });
  const documents = corpus.documents();
  const names = new DiscoveredNames();
  const slices = new TimeSlices();
  for (const document of documents) {
    names.add(tagger === undefined ? document : await corpus.taggedBy(tagger, document, slices));
    await slices.breathe();
    if (cancelled.isCancellationRequested) return undefined;
  }
  return { names: names.list().slice(0, MOST_NAMES), documents: documents.length };
}

/** Lets the user tick the names to take over, each with how often and in which sentences it stands. */
async function reviewNames(
  { corpus, taxonomy, log }: Services,
  { names, documents }: Discovery,
): Promise<readonly DiscoveredName[] | undefined> {
  const items = names.map((name) => itemOf(name, taxonomy.classLabel(name.class)));
  return tickRows({
    title: l10n.t("Candidates: {0} names in {1} documents", names.length, documents),
    placeholder: l10n.t("Tick the names to take into a pack. Nothing is written before you have seen a preview."),
    items,
    ticked: items.filter(({ subject }) => subject.confidence >= FIRM),
    onButton: ({ contexts: [context] }) => {
      const uri = context === undefined ? undefined : corpus.uriOf(context);
      if (context === undefined || uri === undefined) return;
      showContext(uri, context).catch((error: unknown) => reportTaxonomyError(error, log));
    },
  });
}

function itemOf(name: DiscoveredName, classLabel: string): TickedItem<DiscoveredName> {
  const where =
    name.documents === 1
      ? l10n.t("{0} × in 1 document", name.count)
      : l10n.t("{0} × in {1} documents", name.count, name.documents);
  return {
    label: [name.name, ...name.shortForms].join(" · "),
    description: `${classLabel} · ${where} · ${Math.round(name.confidence * 100)} %`,
    detail: name.contexts.map(({ path, line, sentence }) => `${sentence} (${path}:${line})`).join(" · "),
    iconPath: new ThemeIcon(classIcon(name.class)),
    buttons: [{ iconPath: new ThemeIcon("go-to-file"), tooltip: l10n.t("Show in the text") }],
    subject: name,
  };
}

async function showContext(uri: Uri, { line }: NameContext): Promise<void> {
  const at = new Position(line - 1, 0);
  await window.showTextDocument(uri, { selection: new Range(at, at), preview: true, preserveFocus: true });
}

/** Each name keeps the class that its words speak for, unless the user gives all of them one. */
async function classify(
  { taxonomy }: Services,
  names: readonly DiscoveredName[],
): Promise<readonly DiscoveredName[] | undefined> {
  const { classes } = await taxonomy.ready();
  const proposed = [...new Set(names.map((name) => taxonomy.classLabel(name.class)))].join(", ");
  const items: (QuickPickItem & { readonly classId?: ClassId })[] = [
    { label: l10n.t("As proposed"), description: proposed, iconPath: new ThemeIcon("sparkle") },
    ...[...classes.values()].map(({ id, label, definition }) => ({
      label,
      detail: definition,
      iconPath: new ThemeIcon(classIcon(id)),
      classId: id,
    })),
  ];
  const title = l10n.t("Class of the {0} names", names.length);
  const picked = await window.showQuickPick(items, { title, matchOnDetail: true, ignoreFocusOut: true });
  if (picked === undefined) return undefined;
  const { classId } = picked;
  return classId === undefined ? names : names.map((name) => ({ ...name, class: classId }));
}
