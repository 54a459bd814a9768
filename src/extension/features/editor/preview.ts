import { commands, l10n, workspace, type TextDocument } from "vscode";
import { facetOf, review, type Mention, type ReviewedMention, type Tagger } from "../../../core";
import { Debouncer } from "../../debouncer";
import { DisposableStore, type Disposable } from "../../dispose";
import { SETTINGS_SECTION } from "../../ids";
import { candidateLabel, statusLine } from "../../labels";
import { isCandidate } from "../../presentation/marks/mark-styles";
import { previewMentions, type PreviewMarks } from "../../presentation/marks/preview-mentions";
import { previewTags, type MarkdownIt } from "../../presentation/marks/preview-tags";
import { formatOfDocument, guardOf } from "../../prose-document";
import type { Services } from "../../services/services";
import { highlightSettings, maxFileSize } from "../../services/settings";

/** The preview draws a document at once, so not every step of a change is worth drawing it again. */
const REFRESH_DELAY_MS = 300;

/** What was found in a document that no editor shows. */
interface Tagged {
  readonly version: number;
  readonly tagger: Tagger;
  readonly mentions: readonly Mention[];
}

/** Marks mentions in the built-in Markdown preview as the editor does. */
export class Preview implements Disposable {
  readonly #store = new DisposableStore();
  readonly #debouncer = this.#store.add(new Debouncer());
  readonly #services: Services;
  readonly #tagged = new WeakMap<TextDocument, Tagged>();
  #isUsed = false;

  constructor(services: Services) {
    this.#services = services;
    this.#store.add(services.reviews.onDidChange((document) => this.#refreshSoon(document.languageId)));
    this.#store.add(services.decisions.onDidChange(() => this.#refreshSoon()));
    this.#store.add(
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(SETTINGS_SECTION)) this.#refreshSoon();
      }),
    );
  }

  readonly extendMarkdownIt = (markdown: MarkdownIt): MarkdownIt =>
    previewMentions(previewTags(markdown), (source) => this.#marksOf(source));

  dispose(): void {
    this.#store.dispose();
  }

  /** The preview gives a source only, so the document is the one that has it. */
  #marksOf(source: string): PreviewMarks | undefined {
    this.#isUsed = true;
    const { enabled, facets } = highlightSettings();
    if (!enabled) return undefined;
    const document = workspace.textDocuments.find((each) => {
      return formatOfDocument(each) === "markdown" && lineFeeds(each.getText()) === source;
    });
    if (document === undefined) return undefined;
    const mentions = this.#mentionsIn(document).filter((mention) => facets.has(facetOf(mention.class)));
    return {
      mentions: withLineFeeds(mentions, document.getText()),
      titleOf: (mention) => this.#titleOf(mention),
      firmness: {
        accepted: l10n.t("Accepted"),
        suggested: l10n.t("Suggested"),
        candidate: l10n.t("Candidate"),
      },
    };
  }

  #mentionsIn(document: TextDocument): readonly ReviewedMention[] {
    const known = this.#services.reviews.reviewOf(document);
    if (known.kind === "reviewed") return known.mentions;
    const text = document.getText();
    const isShown = this.#services.tagging.formatOf(document) !== undefined;
    // An editor that shows it will have it tagged in a moment.
    if (isShown || guardOf(text, maxFileSize(document.uri)) !== undefined) return [];
    const ledger = this.#services.decisions.ledgerOf(document);
    return review(text, this.#tag(document, text), ledger?.decisions ?? [], ledger).mentions;
  }

  #tag(document: TextDocument, text: string): readonly Mention[] {
    const { tagger } = this.#services.tagging;
    if (tagger === undefined) {
      // Where the taxonomy cannot be read, its service has said so.
      void this.#services.tagging.ready().then(
        () => this.#refreshSoon(),
        () => undefined,
      );
      return [];
    }
    const known = this.#tagged.get(document);
    if (known?.version === document.version && known.tagger === tagger) return known.mentions;
    const { mentions } = tagger.tag(text, { format: "markdown" });
    this.#tagged.set(document, { version: document.version, tagger, mentions });
    return mentions;
  }

  #titleOf(mention: ReviewedMention): string {
    const { taxonomy } = this.#services;
    const entity = mention.entity === undefined ? undefined : taxonomy.entityOf(mention.entity)?.label;
    const status = isCandidate(mention) ? candidateLabel(mention) : (statusLine(mention) ?? l10n.t("suggested"));
    const label = taxonomy.classOf(mention.class)?.label ?? mention.class;
    return [label, entity, status].filter((part) => part !== undefined).join(" · ");
  }

  #refreshSoon(languageId = "markdown"): void {
    if (!this.#isUsed || languageId !== "markdown") return;
    this.#debouncer.run("refresh", REFRESH_DELAY_MS, () => void commands.executeCommand("markdown.preview.refresh"));
  }
}

function lineFeeds(text: string): string {
  return text.replaceAll("\r\n", "\n");
}

/** Mentions of a text with carriage returns, at their places without. */
function withLineFeeds(mentions: readonly ReviewedMention[], text: string): readonly ReviewedMention[] {
  if (!text.includes("\r\n")) return mentions;
  let [at, returns] = [0, 0];
  const without = (offset: number) => {
    for (let next = text.indexOf("\r\n", at); next >= 0 && next < offset; next = text.indexOf("\r\n", at)) {
      returns++;
      at = next + 2;
    }
    return offset - returns;
  };
  return mentions.map((mention) => ({ ...mention, start: without(mention.start), end: without(mention.end) }));
}
