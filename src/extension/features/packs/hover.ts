import { Hover, l10n, languages, MarkdownString, Uri, workspace } from "vscode";
import {
  describeRule,
  FACET_LABELS,
  facetOf,
  isClassId,
  summarizeTerm,
  symbolOf,
  valueOf,
  type CaseMode,
  type ClassId,
  type Entity,
  type Pack,
  type PackValue,
} from "../../../core";
import type { Disposable } from "../../dispose";
import { escapeMarkdown } from "../../presentation/escape-markdown";
import { PACK_SELECTOR, type PackFile } from "../../services/packs/pack-files";
import { caseText } from "./completion";
import type { PackServices } from "./pack-services";

const MOST_TERMS = 8;
const MOST_WORDS = 12;

/** Says what ids, terms and rules of a pack come to. */
export function activatePackHover(services: PackServices): Disposable {
  return languages.registerHoverProvider([...PACK_SELECTOR], {
    async provideHover(document, position) {
      const file = services.packFiles.of(document);
      const value = file?.source.valueAt(document.offsetAt(position));
      if (file === undefined || value === undefined) return undefined;
      await services.taxonomy.ready();
      const lines = linesFor(value, services, await services.packFiles.all());
      return lines.length === 0
        ? undefined
        : new Hover(new MarkdownString(lines.join("\n\n"), true), file.rangeOf(value));
    },
  });
}

function linesFor(value: PackValue, services: PackServices, files: readonly PackFile[]): string[] {
  const symbol = symbolOf(value);
  if (symbol?.kind === "class") return classLines(symbol.id, services, files);
  if (symbol?.kind === "entity") return entityLines(symbol.id, services, files);
  if (value.role === "term" || (value.key === "label" && value.item?.kind === "entity")) return termLines(value);
  return value.role === "match" ? ruleLines(value.text) : [];
}

/** What a pack defines, as it is in the editor or else as it is in force. */
interface Defined<T> {
  readonly value: T;
  readonly pack: Pack;
}

function findIn<T extends { readonly id: string }>(
  id: string,
  { taxonomy }: PackServices,
  files: readonly PackFile[],
  listOf: (pack: Pack) => readonly T[],
): Defined<T> | undefined {
  const open = files.flatMap(({ parsed }) => parsed.pack ?? []);
  const packs = [...(taxonomy.current?.packs ?? []), ...open];
  for (const pack of packs.reverse()) {
    const value = listOf(pack).find((each) => each.id === id);
    if (value !== undefined) return { value, pack };
  }
  return undefined;
}

function classLines(id: ClassId, services: PackServices, files: readonly PackFile[]): string[] {
  const found = findIn(id, services, files, ({ classes }) => classes);
  if (found === undefined) return isClassId(id) ? [escapeMarkdown(l10n.t("No pack defines the class {0}.", id))] : [];
  const { label, definition } = found.value;
  return [
    `**${escapeMarkdown(label)}** — ${escapeMarkdown(FACET_LABELS[facetOf(id)])}`,
    escapeMarkdown(definition),
    originLine(found.pack),
  ];
}

function entityLines(id: string, services: PackServices, files: readonly PackFile[]): string[] {
  const found = findIn(id, services, files, ({ entities }) => entities);
  if (found === undefined) return [escapeMarkdown(l10n.t("No pack defines the entity {0}.", id))];
  const entity = found.value;
  return [
    `**${escapeMarkdown(entity.label)}** — ${escapeMarkdown(classLabel(entity.class, services, files))}`,
    ...(entity.definition === undefined ? [] : [escapeMarkdown(entity.definition)]),
    termsLine(entity),
    ...linksLine(entity),
    ...(entity.broader === undefined ? [] : [escapeMarkdown(l10n.t("Part or kind of: {0}", entity.broader))]),
    originLine(found.pack),
  ];
}

function classLabel(id: ClassId, services: PackServices, files: readonly PackFile[]): string {
  const found = findIn(id, services, files, ({ classes }) => classes);
  return found === undefined ? id : `${found.value.label} (${id})`;
}

function termsLine({ terms }: Entity): string {
  const shown = terms.slice(0, MOST_TERMS).map(({ text }) => text);
  return escapeMarkdown(l10n.t("Terms ({0}): {1}", terms.length, listed(shown, terms.length)));
}

function linksLine({ links }: Entity): string[] {
  const pairs = Object.entries(links ?? {}).map(([scheme, id]) => `${scheme} ${id}`);
  return pairs.length === 0 ? [] : [escapeMarkdown(l10n.t("Links: {0}", pairs.join(", ")))];
}

/** Where a definition comes from; a built-in pack has no file that could be opened. */
function originLine({ title, layer, uri }: Pack): string {
  const place =
    layer === "built-in"
      ? l10n.t("Built in, in the pack {0}; it has no file in this workspace.", title)
      : l10n.t("In the pack {0} ({1})", title, workspace.asRelativePath(Uri.parse(uri)));
  return `_${escapeMarkdown(place)}_`;
}

function termLines(value: PackValue): string[] {
  const { item, text } = value;
  const modeText = item?.kind === "term" ? valueOf(item, "case")?.text : undefined;
  const plural = item?.kind === "term" ? valueOf(item, "plural")?.text : undefined;
  const isName = item?.kind === "entity" || item?.parent?.kind === "entity";
  const summary = summarizeTerm(
    {
      text,
      ...(modeText === undefined ? {} : { case: modeText as CaseMode }),
      ...(plural === undefined ? {} : { plural: plural === "true" }),
    },
    isName,
  );
  if (summary === undefined) return [];
  const { count, examples, caseMode, isCaseDerived } = summary;
  const mode = isCaseDerived ? l10n.t("{0} (derived)", caseMode) : caseMode;
  return [
    `**${escapeMarkdown(count === 1 ? l10n.t("1 form") : l10n.t("{0} forms", count))}**: ${escapeMarkdown(listed(examples, count))}`,
    escapeMarkdown(`${l10n.t("Capitals: {0}.", mode)} ${caseText(caseMode)}`),
    escapeMarkdown(summary.plural ? l10n.t("Plural and singular both match.") : l10n.t("Only this number matches.")),
  ];
}

function ruleLines(match: string): string[] {
  const summary = describeRule(match);
  if ("error" in summary) return [escapeMarkdown(summary.error)];
  const lists = summary.indexWords.map((words) => escapeMarkdown(listed(words.slice(0, MOST_WORDS), words.length)));
  return [escapeMarkdown(l10n.t("The rule reads sentences that hold one of:")), ...lists.map((words) => `- ${words}`)];
}

function listed(shown: readonly string[], count: number): string {
  return count > shown.length ? `${shown.join(", ")}, …` : shown.join(", ");
}
