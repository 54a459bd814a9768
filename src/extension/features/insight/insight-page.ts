import { l10n, window } from "vscode";
import { csvText, type CorpusDocument, type Labels, type ThemeClassifier } from "../../../core";
import {
  readOptions,
  type HostMessage,
  type InsightOptions,
  type InsightRequest,
  type PassageQuery,
  type Table,
} from "../../../webview/insight/messages";
import type { Notice, Scope } from "../../../webview/shared/messages";
import { PANELS } from "../../ids";
import { contextLine } from "../../presentation/concordance/context-line";
import { InsightFigures } from "../../presentation/insight/insight-figures";
import { passagesOf, themePassagesOf, type FoundPassage } from "../../presentation/insight/insight-passages";
import { themesSection, type DocumentThemes } from "../../presentation/insight/theme-figures";
import { TimeSlices } from "../../services/scan/time-slices";
import type { Services } from "../../services/services";
import type { CorpusPage, Shown, ShowRequest } from "../pages/corpus-page";
import { emptyNotice } from "../pages/empty-notice";
import { goToPlaces, showPlace } from "../pages/place-pick";
import { saveAs } from "../pages/save-as";
import type { ScopeCorpus } from "../pages/scope-corpus";
import { CorpusThemes } from "./corpus-themes";
import { insightTexts } from "./insight-texts";

/** What figures were counted from. */
interface Counted {
  readonly corpus: ScopeCorpus;
  /** None until they are read. */
  readonly themes: readonly DocumentThemes[];
}

/** What a plot can be saved as, by the file extension. */
const PLOT_FILES = { csv: "CSV", svg: "SVG", png: "PNG" } as const;

/** The page that shows what documents mention, how often, where and with what, and what they argue. */
export class InsightPage implements CorpusPage<InsightOptions, HostMessage, InsightRequest, Counted> {
  readonly viewType = PANELS.insight;
  readonly title = l10n.t("HealthGeo: Insight");
  readonly name = "insight";
  readonly texts = insightTexts();
  readonly staleness;
  readonly readOptions = readOptions;
  readonly #services: Services;
  readonly #themes: CorpusThemes;
  #figures:
    { readonly of: InsightFigures; readonly documents: readonly CorpusDocument[]; readonly labels: Labels } | undefined;
  /** What themes were read of and by: there, little is left to read when something changes. */
  #themed: { readonly scope: Scope; readonly by: ThemeClassifier | undefined } | undefined;

  constructor(services: Services) {
    this.#services = services;
    this.#themes = new CorpusThemes(services);
    this.staleness = [services.taxonomy.onDidChangeProblems, services.records.onDidChange];
  }

  async *show({ corpus, options, notices }: ShowRequest<InsightOptions>): AsyncIterable<Shown<HostMessage, Counted>> {
    const labels = await this.#services.taxonomy.ready();
    const figures = this.#figuresOf(corpus.documents, labels);
    const slices = new TimeSlices();
    const insight = await figures.insight(options, () => slices.breathe());
    const told = [...this.#brokenPacks(), ...notices];
    if (insight.summary.mentions === 0) {
      const message = { kind: "empty", options, notices: [nothingMentioned(options.scope), ...notices] } as const;
      yield { message, made: { corpus, themes: [] } };
      return;
    }
    // Reading passages for the first time takes longer than counting mentions, so nobody waits for it.
    const { scope } = options;
    const { classifier: by } = this.#services.themes;
    if (this.#themed?.scope !== scope || this.#themed.by !== by) {
      yield { message: { kind: "insight", options, insight, notices: told }, made: { corpus, themes: [] } };
    }
    const themes = await this.#themes.read(corpus);
    this.#themed = { scope, by };
    const section = themesSection(themes, options, (id) => this.#services.themes.labelOf(id));
    const whole = section === undefined ? insight : { ...insight, themes: section };
    yield { message: { kind: "insight", options, insight: whole, notices: told }, made: { corpus, themes } };
  }

  async answer(message: InsightRequest, counted: Counted | undefined): Promise<void> {
    switch (message.kind) {
      case "reveal": {
        const uri = counted?.corpus.uris.get(message.path);
        return uri === undefined ? undefined : showPlace(uri, message);
      }
      case "passages":
        return counted === undefined ? undefined : showPassages(message.query, counted);
      case "saveTable":
        return this.#save(message.name, "csv", csvOf(message.table));
      case "saveSvg":
        return this.#save(message.name, "svg", message.source);
      case "savePng":
        return this.#save(message.name, "png", message.bytes);
      case "failed":
        this.#services.log.error(message.message);
        void window.showErrorMessage(message.message);
    }
  }

  /** What was counted stays counted while documents and packs are the same. */
  #figuresOf(documents: readonly CorpusDocument[], labels: Labels): InsightFigures {
    const known = this.#figures;
    if (known?.labels === labels && isSame(known.documents, documents)) return known.of;
    this.#figures = { of: new InsightFigures(documents, labels), documents, labels };
    return this.#figures.of;
  }

  #brokenPacks(): Notice[] {
    const broken = this.#services.taxonomy.problems.filter(({ severity }) => severity === "error").length;
    if (broken === 0) return [];
    const text = l10n.t("Errors in packs of this workspace: {0}. Their terms may be missing from the figures.", broken);
    return [{ text, actions: [{ action: "showProblems", label: l10n.t("Show Problems") }] }];
  }

  #save(plot: string, kind: keyof typeof PLOT_FILES, content: string | Uint8Array): Promise<void> {
    const format = PLOT_FILES[kind];
    const file = { title: l10n.t("Save {0}", format), name: `insight-${plot}.${kind}`, filters: { [format]: [kind] } };
    return saveAs({ ...file, content: () => content }, this.#services.history);
  }
}

function isSame(former: readonly CorpusDocument[], documents: readonly CorpusDocument[]): boolean {
  return former.length === documents.length && documents.every((each, i) => each === former[i]);
}

function csvOf({ columns, rows }: Table): string {
  return csvText([columns, ...rows]);
}

function showPassages(query: PassageQuery, { corpus, themes }: Counted): Promise<void> {
  const found = query.theme === undefined ? passagesOf(corpus.documents, query) : themePassagesOf(themes, query);
  return goToPlaces(
    {
      titleOf: (count) => l10n.t("{0} ({1} passages)", query.title, count),
      placeHolder: l10n.t("Choose a passage to go to."),
      labelOf: contextOf,
      noteOf: ({ note }) => note,
    },
    found,
    corpus.uris,
  );
}

/** What a row is about within its line, cut to fit. */
function contextOf({ text, about: { start, end } }: FoundPassage): string {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const stop = text.indexOf("\n", end);
  const line = text.slice(from, stop < 0 ? undefined : stop);
  return contextLine(line, { start: start - from, end: end - from }).label;
}

/** Says why there is nothing to see and what to do. */
function nothingMentioned(scope: Scope): Notice {
  return emptyNotice(scope, {
    reasons: {
      file: l10n.t("This file mentions nothing that HealthGeo knows. Open a report, or count other documents."),
      open: l10n.t(
        "No open file mentions anything that HealthGeo knows. Open a report: Markdown, text, LaTeX or HTML.",
      ),
      workspace: l10n.t("No file of the workspace mentions anything that HealthGeo knows. Open a folder with reports."),
    },
    showOpenFiles: l10n.t("Count Open Files"),
    showWorkspace: l10n.t("Count the Workspace"),
  });
}
