import { commands, Hover, l10n, languages, MarkdownString, type TextDocument } from "vscode";
import {
  FACET_LABELS,
  facetOf,
  mentionKey,
  pageAt,
  type PlacedRelation,
  type ReviewedMention,
  type ReviewedRelation,
} from "../../../core";
import type { Disposable } from "../../dispose";
import { COMMANDS, CONTEXT_KEYS, INTERNAL_COMMANDS } from "../../ids";
import { rangeOf, referenceTo } from "../../mention-target";
import { classIcon } from "../../presentation/marks/class-icons";
import { commandLink, escapeMarkdown } from "../../presentation/escape-markdown";
import { isCandidate } from "../../presentation/marks/mark-styles";
import { relationsOf, type RelationReference } from "../../presentation/relations/relations";
import { referenceOf } from "../../presentation/relations/relation-reference";
import { spanAt } from "../../presentation/mention-lookup";
import { PROSE_LANGUAGES } from "../../prose-document";
import { originLabel, statusLine } from "../../labels";
import type { EvidenceReference } from "../decisions/evidence";
import { relationLine, reviewedLine } from "../relations/relation-labels";
import type { Services } from "../../services/services";

/** The only commands that a link in a hover can run. */
const LINKED_COMMANDS = [
  COMMANDS.acceptMention,
  COMMANDS.classifyMention,
  COMMANDS.rejectMention,
  COMMANDS.undoDecision,
  COMMANDS.nextMention,
  COMMANDS.showInEntities,
  COMMANDS.concordanceOfEntity,
  COMMANDS.explainSelection,
  COMMANDS.addMemo,
  COMMANDS.addRelation,
  COMMANDS.editRelation,
  COMMANDS.acceptRelation,
  COMMANDS.acceptRelationAs,
  COMMANDS.rejectRelation,
  INTERNAL_COMMANDS.openEvidence,
];

/** Says what a mention is, why it is marked and what can be done about it. */
export function activateHover({ records, relations, reviews, taxonomy }: Services): Disposable {
  return languages.registerHoverProvider([...PROSE_LANGUAGES], {
    provideHover(document, position) {
      const review = reviews.reviewOf(document);
      if (review.kind !== "reviewed") return undefined;
      const mention = spanAt(review.mentions, document.offsetAt(position));
      if (mention === undefined) return undefined;
      void commands.executeCommand("setContext", CONTEXT_KEYS.hoverShown, true);
      const text = new MarkdownString(undefined, true);
      text.isTrusted = { enabledCommands: LINKED_COMMANDS };
      text.value = [
        heading(mention, taxonomy),
        candidateLine(mention),
        definitionOf(mention, taxonomy),
        whyLine(mention, taxonomy),
        countLine(mention, review.mentions),
        pageLine(document, mention),
        ...relationLines(document, mention, records.of(document).acceptedRelations),
        ...foundLines(document, mention, relations.of(document).relations),
        actionsLine(document, mention),
      ]
        .filter((part) => part !== undefined)
        .join("\n\n");
      return new Hover(text, rangeOf(document, mention));
    },
  });
}

type Labels = Services["taxonomy"];

function heading(mention: ReviewedMention, taxonomy: Labels): string {
  const name = nameOf(mention, taxonomy);
  const facet = escapeMarkdown(FACET_LABELS[facetOf(mention.class)]);
  return `**${escapeMarkdown(name)}** — $(${classIcon(mention.class)}) ${facet} · ${escapeMarkdown(taxonomy.classLabel(mention.class))}`;
}

function candidateLine(mention: ReviewedMention): string | undefined {
  return isCandidate(mention) ? escapeMarkdown(l10n.t("Candidate: not in the taxonomy")) : undefined;
}

function nameOf(mention: ReviewedMention, taxonomy: Labels): string {
  const entity = mention.entity === undefined ? undefined : taxonomy.entityOf(mention.entity);
  return entity?.label ?? mention.text;
}

function definitionOf(mention: ReviewedMention, taxonomy: Labels): string | undefined {
  const entity = mention.entity === undefined ? undefined : taxonomy.entityOf(mention.entity);
  const definition = entity?.definition ?? taxonomy.classOf(mention.class)?.definition;
  return definition === undefined ? undefined : escapeMarkdown(definition);
}

function whyLine(mention: ReviewedMention, taxonomy: Labels): string {
  const reason = escapeMarkdown(originLabel(mention));
  const parts = [reason, sourceOf(mention, taxonomy), confidenceOf(mention)].filter((part) => part !== undefined);
  return `_${l10n.t("Why:")}_ ${parts.join(" · ")}`;
}

/** The pack behind a mention; a link where the pack is a file of the workspace. */
function sourceOf({ evidence: { pack, uri, line } }: ReviewedMention, taxonomy: Labels): string | undefined {
  const file = uri === undefined ? undefined : taxonomy.fileOfPack(uri);
  if (uri === undefined || line === undefined || file === undefined) {
    return pack === undefined || pack === "" ? undefined : escapeMarkdown(l10n.t("pack {0}", pack));
  }
  const place = `${file.path.split("/").at(-1) ?? ""}:${line}`;
  const reference: EvidenceReference = { uri, line };
  return commandLink(place, INTERNAL_COMMANDS.openEvidence, [reference], l10n.t("Open this line of the pack"));
}

function confidenceOf({ by, confidence }: ReviewedMention): string | undefined {
  if (by === "inline" || by === "decision") return undefined;
  return escapeMarkdown(l10n.t("confidence {0} %", Math.round(confidence * 100)));
}

function countLine(mention: ReviewedMention, all: readonly ReviewedMention[]): string {
  const key = mentionKey(mention);
  const count = all.filter((other) => other.class === mention.class && mentionKey(other) === key).length;
  const mentions =
    count === 1 ? l10n.t("The only mention in this document") : l10n.t("{0} mentions in this document", count);
  return [mentions, statusLine(mention)]
    .filter((part) => part !== undefined)
    .map(escapeMarkdown)
    .join(" · ");
}

/** The page of the original, in a document that was imported with its pages. */
function pageLine(document: TextDocument, { start }: ReviewedMention): string | undefined {
  const page = pageAt(document.getText(), start);
  return page === undefined ? undefined : escapeMarkdown(l10n.t("Page {0} of the original", page));
}

/** Each relation of the mention, with the way to change it. */
function relationLines(
  document: TextDocument,
  mention: ReviewedMention,
  relations: readonly PlacedRelation[],
): string[] {
  return relationsOf(mention, relations).map(({ relation, isSource }) => {
    const reference: RelationReference = { uri: document.uri.toString(), relationId: relation.id };
    const change = commandLink(l10n.t("Change"), COMMANDS.editRelation, [reference]);
    const reject = commandLink(l10n.t("Reject"), COMMANDS.rejectRelation, [reference]);
    const by = relation.author === undefined ? "" : ` · ${escapeMarkdown(relation.author)}`;
    const line = escapeMarkdown(relationLine(relation));
    return `$(${isSource ? "arrow-right" : "arrow-left"}) ${line}${by} · ${change} · ${reject}`;
  });
}

/** Each relation found with the mention at an end, with the ways to decide on it. */
function foundLines(
  document: TextDocument,
  mention: ReviewedMention,
  relations: readonly ReviewedRelation[],
): string[] {
  const isEnd = (end: ReviewedRelation["source"]) => end.start === mention.start;
  return relations
    .filter(({ status, source, target }) => status === "suggested" && (isEnd(source) || isEnd(target)))
    .map((relation) => {
      const reference = referenceOf(document.uri.toString(), relation);
      const icon = isEnd(relation.source) ? "arrow-right" : "arrow-left";
      const links = [
        commandLink(l10n.t("Accept"), COMMANDS.acceptRelation, [reference]),
        commandLink(l10n.t("Accept as…"), COMMANDS.acceptRelationAs, [reference]),
        commandLink(l10n.t("Reject"), COMMANDS.rejectRelation, [reference]),
      ].join(" · ");
      const line = escapeMarkdown(reviewedLine(relation));
      return `$(${icon}) ${line} · _${escapeMarkdown(l10n.t("found"))}_ · ${links}`;
    });
}

function actionsLine(document: TextDocument, mention: ReviewedMention): string {
  const reference = referenceTo(document, mention);
  const link = (label: string, command: string) => commandLink(label, command, [reference]);
  const decide =
    mention.decision === undefined
      ? [link(l10n.t("Accept"), COMMANDS.acceptMention)]
      : [link(l10n.t("Undo Decision"), COMMANDS.undoDecision)];
  return [
    ...decide,
    link(l10n.t("Classify as…"), COMMANDS.classifyMention),
    link(l10n.t("Reject Here"), COMMANDS.rejectMention),
    link(l10n.t("Explain"), COMMANDS.explainSelection),
    link(l10n.t("Memo"), COMMANDS.addMemo),
    link(l10n.t("Relate"), COMMANDS.addRelation),
    link(l10n.t("Next"), COMMANDS.nextMention),
    link(l10n.t("Show in Entities"), COMMANDS.showInEntities),
    link(l10n.t("Concordance"), COMMANDS.concordanceOfEntity),
  ].join(" | ");
}
