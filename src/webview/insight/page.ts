import { choice, element, svgElement, type Choice } from "../shared/dom";
import { number, progressLabel } from "../shared/labels";
import { fill, SCOPES } from "../shared/messages";
import { NoticeList } from "../shared/notice-list";
import {
  type CooccurrenceSection,
  type HostMessage,
  type Insight,
  type InsightOptions,
  ITEM_KINDS,
  LIMITS,
  MEASURES,
  type PageMessage,
  PAIRINGS,
  type SectionName,
  type Shape,
  SHAPES,
  type Texts,
  type ThemesSection,
  UNITS,
  WINDOWS,
} from "./messages";
import { networkOf } from "./network";
import { facetPatterns } from "./patterns";
import { dispersionPlot } from "./plots/dispersion-plot";
import { frequencyPlot } from "./plots/frequency-plot";
import { matrixPlot } from "./plots/matrix-plot";
import { networkPlot } from "./plots/network-plot";
import { themePlacesPlot } from "./plots/theme-places-plot";
import { themesPlot } from "./plots/themes-plot";
import { timelinePlot } from "./plots/timeline-plot";
import { type Draw, type Drawing, SectionView } from "./section-view";
import { cooccurrenceTable, dispersionTable, frequencyTable, themesTable, timelineTable } from "./tables";

/** What the page keeps while it is out of sight. */
export interface Kept {
  readonly options: InsightOptions;
  readonly shape: Shape;
}

export interface Host {
  post(message: PageMessage): void;
  keep(kept: Kept): void;
}

/** The Insight page: choices above, a section for each plot below. */
export class InsightPage {
  readonly #texts: Texts;
  readonly #host: Host;
  readonly #status = element("p", { class: "status", role: "status" });
  readonly #notices: NoticeList;
  readonly #body = element("div", { class: "sections", hidden: "" });
  readonly #sections: Readonly<Record<SectionName, SectionView>>;
  readonly #choices;
  #options: InsightOptions;
  #shape: Shape;
  #insight: Insight | undefined;

  constructor(root: HTMLElement, texts: Texts, { options, shape }: Kept, host: Host) {
    this.#texts = texts;
    this.#host = host;
    this.#options = options;
    this.#shape = shape;
    this.#notices = new NoticeList((action) => host.post({ kind: "act", action }));
    this.#choices = {
      scope: this.#choice(texts.scope, "scope"),
      limit: choice<string>(texts.limit, (limit) => this.#ask({ limit: Number(limit) })),
      items: this.#choice(texts.items, "items"),
      unit: this.#choice(texts.unit, "unit"),
      pairing: this.#choice(texts.pairing, "pairing"),
      window: this.#choice(texts.window, "window"),
      measure: this.#choice(texts.measure, "measure"),
      dispersed: choice<string>(texts.item, (dispersed) => this.#ask({ dispersed })),
      themed: choice<string>(texts.document, (themed) => this.#ask({ themed })),
      shape: choice<Shape>(texts.shape, (chosen) => this.#reshape(chosen)),
    };
    const { scope, limit, items, unit, pairing, window, measure, dispersed, themed, shape: shapes } = this.#choices;
    const view = (name: SectionName, ...controls: Choice<never>[]) =>
      new SectionView(
        name,
        controls.map(({ root: control }) => control),
        texts,
        (message) => host.post(message),
      );
    this.#sections = {
      frequency: view("frequency", unit),
      cooccurrence: view("cooccurrence", pairing, window, measure, shapes),
      dispersion: view("dispersion", dispersed),
      timeline: view("timeline"),
      themes: view("themes", themed),
    };
    this.#body.append(this.#legend(), ...Object.values(this.#sections).map((section) => section.root));
    root.replaceChildren(
      svgElement("svg", { class: "patterns", "aria-hidden": "true" }, facetPatterns()),
      element(
        "header",
        {},
        element("h1", {}, texts.title),
        element("div", { class: "controls" }, scope.root, items.root, limit.root),
        this.#status,
      ),
      this.#notices.root,
      this.#body,
    );
    this.#showChoices();
    new ResizeObserver(() => {
      for (const section of Object.values(this.#sections)) section.resize();
    }).observe(this.#body);
  }

  receive(message: HostMessage): void {
    if (message.kind === "working") {
      this.#status.textContent = progressLabel(this.#texts, message);
      return;
    }
    this.#options = message.options;
    this.#insight = message.kind === "insight" ? message.insight : undefined;
    this.#notices.show(message.notices);
    this.#body.hidden = this.#insight === undefined;
    this.#keep();
    this.#showChoices();
    this.#showInsight();
  }

  /** Asks for another picture. */
  #ask(change: Partial<InsightOptions>): void {
    this.#options = { ...this.#options, ...change };
    this.#keep();
    this.#host.post({ kind: "show", options: this.#options });
  }

  #reshape(shape: Shape): void {
    this.#shape = shape;
    this.#keep();
    this.#showInsight();
  }

  #keep(): void {
    this.#host.keep({ options: this.#options, shape: this.#shape });
  }

  #choice<Key extends "scope" | "items" | "unit" | "pairing" | "window" | "measure">(
    label: string,
    key: Key,
  ): Choice<InsightOptions[Key]> {
    return choice(label, (value) => this.#ask({ [key]: value }));
  }

  #showChoices(): void {
    const { scope, limit, items, unit, pairing, window, measure, dispersed, themed, shape } = this.#choices;
    const { texts, options } = { texts: this.#texts, options: this.#options };
    scope.update(named(SCOPES, texts.scopes), options.scope);
    limit.update(
      LIMITS.map((each) => [String(each), number(each)]),
      String(options.limit),
    );
    items.update(named(ITEM_KINDS, texts.itemKinds), options.items);
    unit.update(named(UNITS, texts.units), options.unit);
    pairing.update(named(PAIRINGS, texts.pairings), options.pairing);
    window.update(named(WINDOWS, texts.windows), options.window);
    measure.update(named(MEASURES, texts.measures), options.measure);
    shape.update(named(SHAPES, texts.shapes), this.#shape);
    const choices = this.#insight?.dispersion?.choices ?? [];
    dispersed.update(
      choices.map(({ key, label }) => [key, label]),
      this.#insight?.dispersion?.item.key ?? "",
    );
    this.#showDocuments(themed);
  }

  /** The documents whose themes can be shown by themselves; no choice where there is but one. */
  #showDocuments(choices: Choice<string>): void {
    const { choices: paths = [], documents = [], places } = this.#insight?.themes ?? {};
    choices.root.hidden = paths.length === 0;
    choices.update(
      [["", this.#texts.allDocuments], ...paths.map((path) => [path, path] as const)],
      places === undefined ? "" : documents[0]!.path,
    );
  }

  #showInsight(): void {
    const insight = this.#insight;
    if (insight === undefined) {
      this.#status.textContent = "";
      return;
    }
    const { documents, mentions, entities } = insight.summary;
    this.#status.textContent = fill(this.#texts.summary, number(documents), number(mentions), number(entities));
    const drawings = this.#drawings(insight);
    for (const [name, section] of Object.entries(this.#sections) as [SectionName, SectionView][]) {
      const draw = drawings[name];
      section.root.hidden = draw === undefined;
      if (draw !== undefined) section.show(draw);
    }
  }

  #drawings({ frequency, cooccurrence, dispersion, timeline, themes }: Insight): Partial<Record<SectionName, Draw>> {
    const texts = this.#texts;
    return {
      frequency: (width) => ({
        ...plotted(frequency.rows.length > 0, () => frequencyPlot(frequency, width, texts)),
        table: frequencyTable(frequency, texts),
        notes: this.#moreNotes(frequency.more),
      }),
      cooccurrence: (width) => this.#drawPairs(cooccurrence, width),
      ...(dispersion === undefined
        ? {}
        : {
            dispersion: (width) => ({
              plot: dispersionPlot(dispersion, width, texts),
              table: dispersionTable(dispersion, texts),
              notes: [
                ...(dispersion.deviation === undefined ? [] : [fill(texts.deviation, number(dispersion.deviation))]),
                ...this.#moreNotes(dispersion.more),
              ],
            }),
          }),
      ...(timeline === undefined
        ? {}
        : {
            timeline: (width) => ({
              plot: timelinePlot(timeline, width, texts),
              table: timelineTable(timeline, texts),
              notes: timeline.undated === 0 ? [] : [fill(texts.undated, number(timeline.undated))],
            }),
          }),
      ...(themes === undefined ? {} : { themes: (width) => this.#drawThemes(themes, width) }),
    };
  }

  #drawPairs(section: CooccurrenceSection, width: number): Drawing {
    const texts = this.#texts;
    const { window } = this.#options;
    const { links, leftOut } = networkOf(section);
    const isNetwork = this.#shape === "network";
    const draw = isNetwork ? networkPlot : matrixPlot;
    const hasMarks = isNetwork ? links.length > 0 : section.pairs.length > 0;
    return {
      ...plotted(hasMarks, () => draw(section, width, window, texts)),
      table: cooccurrenceTable(section, this.#options, texts),
      notes: [
        ...(isNetwork && leftOut > 0 ? [fill(texts.leftOut, number(leftOut))] : []),
        ...this.#moreNotes(section.more),
      ],
    };
  }

  #drawThemes(themes: ThemesSection, width: number): Drawing {
    const texts = this.#texts;
    const { places, more } = themes;
    const plot =
      places === undefined ? themesPlot(themes, width, texts) : themePlacesPlot(themes, places, width, texts);
    return { plot, table: themesTable(themes, texts), notes: this.#moreNotes(more) };
  }

  #moreNotes(more: number): string[] {
    return more === 0 ? [] : [fill(this.#texts.more, number(more), this.#texts.limit)];
  }

  #legend(): HTMLElement {
    const entries = Object.entries(this.#texts.facets).map(([facet, label]) =>
      element(
        "li",
        {},
        svgElement(
          "svg",
          { class: "plot swatch", viewBox: "0 0 16 16", "aria-hidden": "true" },
          svgElement("rect", { x: "1", y: "1", width: "14", height: "14", class: `mark ${facet}` }),
        ),
        label,
      ),
    );
    return element("ul", { class: "legend", "aria-label": this.#texts.legend }, ...entries);
  }
}

function plotted(hasMarks: boolean, draw: () => SVGSVGElement): { plot?: SVGSVGElement } {
  return hasMarks ? { plot: draw() } : {};
}

function named<T extends string>(values: readonly T[], names: Readonly<Record<T, string>>): (readonly [T, string])[] {
  return values.map((value) => [value, names[value]]);
}
