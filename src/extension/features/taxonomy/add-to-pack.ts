import { commands, l10n, ThemeIcon, Uri, window, type QuickPickItem } from "vscode";
import { isPackId, isPlainTerm, uniqueId, type Entity, type Snippet, type Taxonomy } from "../../../core";
import type { Disposable } from "../../dispose";
import { COMMANDS } from "../../ids";
import { rangeOf, resolveTarget, type Target } from "../../mention-target";
import { reportTaxonomyError } from "../../report-taxonomy-error";
import type { Services } from "../../services/services";
import { pickClass } from "../decisions/class-picker";
import { pickEntity } from "../entities/entity-picker";
import { mergeIntoPack, pickPack, type MergeWords, type PackTarget } from "./pack-merge";

/** What words of a text become in a pack. */
type Kind = "entity" | "name" | "term";

/** A part of a pack, and the pack that it must go into, where only one will do. */
interface Addition {
  readonly snippet: Snippet;
  readonly target?: PackTarget;
}

/** How an addition is announced and reported. */
export const ADDITION_WORDS: MergeWords = {
  title: (name, conflicts) =>
    conflicts === 0 ? l10n.t("Add to {0}", name) : l10n.t("Add to {0}: {1} conflicts to look at", name, conflicts),
  done: (name) => l10n.t("Added to {0}. Undo in its editor takes it back.", name),
};

/** Adds selected words or a candidate to a taxonomy pack: as an entity, as a name of one, or as a generic term. */
export function activateAddToPack(services: Services): Disposable {
  return commands.registerCommand(COMMANDS.addToPack, async (argument: unknown) => {
    await addToPack(services, argument).catch((error: unknown) => reportTaxonomyError(error, services.log));
  });
}

async function addToPack(services: Services, argument: unknown): Promise<void> {
  const target = await resolveTarget(services.reviews, argument);
  const words = target === undefined ? "" : wordsOf(target);
  if (target === undefined || words === "") {
    void window.showInformationMessage(l10n.t("Select the words to add, or put the cursor on a candidate."));
    return;
  }
  if (!isPlainTerm(words)) {
    const message = l10n.t("“{0}” holds brackets, which have a meaning in terms. Add it to the pack by hand.", words);
    void window.showInformationMessage(message);
    return;
  }
  const addition = await askWhatToAdd(services, target, words);
  if (addition === undefined) return;
  const pack = addition.target ?? (await pickPack(services, l10n.t("Add “{0}” to which pack?", words)));
  if (pack !== undefined) await mergeIntoPack(services, pack, addition.snippet, ADDITION_WORDS);
}

function wordsOf({ document, span }: Target): string {
  return document.getText(rangeOf(document, span)).replace(/\s+/g, " ").trim();
}

async function askWhatToAdd(services: Services, { mention }: Target, words: string): Promise<Addition | undefined> {
  const taxonomy = await services.taxonomy.ready();
  const kind = await pickKind(words);
  if (kind === undefined) return undefined;
  if (kind === "name") return nameOfEntity(services, taxonomy, words);
  const classId = await pickClass(services, words, mention?.class);
  if (classId === undefined) return undefined;
  if (kind === "term") {
    return { snippet: { classes: [], entities: [], terms: [{ class: classId, term: { text: words, line: 1 } }] } };
  }
  const id = await askForId(taxonomy, words);
  if (id === undefined) return undefined;
  const entity: Entity = { id, class: classId, label: words, terms: [{ text: words, line: 1 }], line: 1 };
  return { snippet: { classes: [], entities: [entity], terms: [] } };
}

async function pickKind(words: string): Promise<Kind | undefined> {
  const items: (QuickPickItem & { readonly kindOfWords: Kind })[] = [
    {
      label: l10n.t("A new entity"),
      detail: l10n.t("One named thing, with an id"),
      iconPath: new ThemeIcon("tag"),
      kindOfWords: "entity",
    },
    {
      label: l10n.t("Another name of an entity…"),
      detail: l10n.t("A short form, a former name, another spelling"),
      iconPath: new ThemeIcon("link"),
      kindOfWords: "name",
    },
    {
      label: l10n.t("A generic term"),
      detail: l10n.t("A kind of thing, in the singular"),
      iconPath: new ThemeIcon("whole-word"),
      kindOfWords: "term",
    },
  ];
  const title = l10n.t("Add “{0}” to a taxonomy pack as…", words);
  return (await window.showQuickPick(items, { title, matchOnDetail: true }))?.kindOfWords;
}

async function askForId(taxonomy: Taxonomy, words: string): Promise<string | undefined> {
  const taken = new Set(taxonomy.entities.keys());
  return window.showInputBox({
    title: l10n.t("Id of “{0}”", words),
    prompt: l10n.t("Lower-case letters, digits and hyphens; it should still be right in ten years."),
    value: uniqueId([words], taken, "entity"),
    validateInput: (id) => {
      if (!isPackId(id)) return l10n.t("An id has lower-case letters, digits and hyphens only.");
      return taken.has(id) ? l10n.t("There is an entity “{0}” already; choose another id.", id) : undefined;
    },
  });
}

/** A pack of the workspace that has the entity gains the name; another one takes the entity over with all its names. */
async function nameOfEntity(services: Services, taxonomy: Taxonomy, words: string): Promise<Addition | undefined> {
  const question = { words, entities: [...taxonomy.entities.values()], none: false };
  const entity = await pickEntity(services.taxonomy, question);
  if (entity === undefined || entity === "none") return undefined;
  const named: Entity = { ...entity, terms: [...entity.terms, { text: words, line: 1 }] };
  const snippet: Snippet = { classes: [], entities: [named], terms: [] };
  const pack = taxonomy.packs.find(({ layer, entities }) => layer === "workspace" && entities.includes(entity));
  return pack === undefined ? { snippet } : { snippet, target: { uri: Uri.parse(pack.uri), title: pack.title } };
}
