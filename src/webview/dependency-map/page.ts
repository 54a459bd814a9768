import { button, choice, element } from "../shared/dom";
import { number, progressLabel } from "../shared/labels";
import { marksOf, walkMarks } from "../shared/marks";
import { type Facet, fill, SCOPES } from "../shared/messages";
import { NoticeList } from "../shared/notice-list";
import { edgeTable, MOST_ROWS } from "./edge-table";
import {
  EDGE_MODALITIES,
  type HostMessage,
  MAP_FILES,
  type MapFile,
  type MapOptions,
  type PageEdge,
  type PageMap,
  type PageMessage,
  SUPPORTS,
  type Texts,
} from "./messages";
import { lineSwatch, mapPicture, nodeSwatch, showLabels } from "./picture";

export interface Host {
  post(message: PageMessage): void;
  keep(options: MapOptions): void;
}

/** What may change at which nodes somebody looks. */
const LOOKS = ["pointerover", "pointerout", "focusin", "focusout"] as const;

/** The Dependency Map page: choices above, which are its legend too, the picture and a table of its edges below. */
export class DependencyMapPage {
  readonly #texts: Texts;
  readonly #host: Host;
  readonly #status = element("p", { class: "status", role: "status" });
  readonly #notices: NoticeList;
  readonly #body = element("div", { hidden: "" });
  readonly #figure = element("div", { class: "figure" });
  readonly #hint = element("p", { class: "hint", id: "map-hint" });
  readonly #notes = element("p", { class: "notes" });
  readonly #table = element("div", { class: "table", id: "map-table", hidden: "" });
  readonly #toggle: HTMLButtonElement;
  readonly #savers: readonly HTMLButtonElement[];
  readonly #scope;
  readonly #minSupport;
  readonly #boxes;
  #options: MapOptions;
  #map: PageMap | undefined;

  constructor(root: HTMLElement, texts: Texts, options: MapOptions, host: Host) {
    this.#texts = texts;
    this.#host = host;
    this.#options = options;
    this.#notices = new NoticeList((action) => host.post({ kind: "act", action }));
    this.#scope = choice<MapOptions["scope"]>(texts.scope, (scope) => this.#ask({ scope }));
    this.#minSupport = choice<string>(texts.minSupport, (chosen) => this.#ask({ minSupport: Number(chosen) }));
    this.#boxes = Object.keys(texts.typeLabels).map((type) => {
      const box = element("input", { type: "checkbox", value: type });
      box.addEventListener("change", () => this.#chooseTypes());
      return { type, box };
    });
    const expand = { class: "tool", "aria-expanded": "false", "aria-controls": this.#table.id };
    this.#toggle = button(texts.table, () => this.#toggleTable(), expand);
    this.#savers = (Object.keys(MAP_FILES) as MapFile[]).map((file) => this.#saver(file));
    const tools = element("div", { class: "tools" }, this.#toggle, ...this.#savers);
    this.#body.append(
      this.#typeChoices(),
      this.#legend(),
      element("div", { class: "head" }, element("p", { class: "about" }, texts.about), tools),
      this.#figure,
      this.#hint,
      this.#notes,
      this.#table,
    );
    // Not on the picture itself: a listener for focus would make it a stop of the Tab key in Chromium.
    for (const look of LOOKS) this.#figure.addEventListener(look, () => this.#showLabels());
    const controls = element("div", { class: "controls" }, this.#scope.root, this.#minSupport.root);
    const header = element("header", {}, element("h1", {}, texts.title), controls, this.#status);
    root.replaceChildren(header, this.#notices.root, this.#body);
    this.#showChoices();
  }

  receive(message: HostMessage): void {
    if (message.kind === "working") {
      this.#status.textContent = progressLabel(this.#texts, message);
      return;
    }
    this.#options = message.options;
    this.#host.keep(message.options);
    this.#map = message.kind === "map" ? message.map : undefined;
    this.#notices.show(message.notices);
    this.#body.hidden = this.#map === undefined;
    this.#showChoices();
    this.#showMap();
  }

  #ask(change: Partial<MapOptions>): void {
    this.#options = { ...this.#options, ...change };
    this.#host.keep(this.#options);
    this.#host.post({ kind: "show", options: this.#options });
  }

  #chooseTypes(): void {
    this.#ask({ hiddenTypes: this.#boxes.filter(({ box }) => !box.checked).map(({ type }) => type) });
  }

  #showChoices(): void {
    const { scopes, supports } = this.#texts;
    const { scope, minSupport, hiddenTypes } = this.#options;
    this.#scope.update(
      SCOPES.map((each) => [each, scopes[each]]),
      scope,
    );
    this.#minSupport.update(
      SUPPORTS.map((each) => [String(each), fill(supports, number(each))]),
      String(minSupport),
    );
    for (const { type, box } of this.#boxes) box.checked = !hiddenTypes.includes(type);
  }

  #showMap(): void {
    const map = this.#map;
    if (map === undefined) {
      this.#status.textContent = "";
      return;
    }
    const texts = this.#texts;
    this.#status.textContent = fill(
      texts.summary,
      number(map.documents),
      number(map.nodesInAll),
      number(map.edgesInAll),
    );
    const hadFocus = this.#figure.contains(document.activeElement);
    const marks = this.#draw(map);
    this.#hint.textContent = marks.length === 0 ? "" : fill(texts.hint, number(marks.length));
    this.#notes.textContent = this.#notesOn(map, marks.length).join(" ");
    for (const tool of [this.#toggle, ...this.#savers]) tool.disabled = map.edges.length === 0;
    this.#showTable();
    // Whoever works in the picture by keys stays there.
    if (hadFocus) marks[0]?.focus();
  }

  #draw(map: PageMap): readonly SVGElement[] {
    if (map.edges.length === 0) {
      this.#figure.replaceChildren(element("p", { class: "nothing" }, this.#texts.nothing));
      return [];
    }
    const picture = mapPicture(map, this.#texts);
    picture.setAttribute("aria-describedby", this.#hint.id);
    walkMarks(picture, (mark) => this.#open(map.edges[Number(mark.dataset["edge"])]));
    this.#figure.replaceChildren(picture);
    return marksOf(picture);
  }

  #showLabels(): void {
    if (this.#map !== undefined) showLabels(this.#figure, this.#map);
  }

  #notesOn({ nodes, edges, edgesInAll, withoutMention }: PageMap, drawn: number): string[] {
    const { notDrawn, notListed, withoutMention: lost, hiddenLabels, minSupport } = this.#texts;
    const hidden = nodes.filter(({ labelPlace }) => !labelPlace.isShown).length;
    const listed = Math.min(edges.length, MOST_ROWS);
    return [
      ...(hidden === 0 ? [] : [fill(hiddenLabels, number(hidden))]),
      ...(drawn < edgesInAll ? [fill(notDrawn, number(edgesInAll - drawn), minSupport)] : []),
      ...(listed < edgesInAll ? [fill(notListed, number(listed))] : []),
      ...(withoutMention === 0 ? [] : [fill(lost, number(withoutMention))]),
    ];
  }

  #open(edge: PageEdge | undefined): void {
    if (edge !== undefined) this.#host.post({ kind: "open", edge: edge.id });
  }

  #toggleTable(): void {
    this.#table.hidden = !this.#table.hidden;
    this.#toggle.setAttribute("aria-expanded", String(!this.#table.hidden));
    this.#showTable();
  }

  #showTable(): void {
    if (this.#table.hidden || this.#map === undefined) return;
    this.#table.replaceChildren(edgeTable(this.#map.edges, this.#texts, (edge) => this.#open(edge)));
  }

  #saver(file: MapFile): HTMLButtonElement {
    const name = fill(this.#texts.save, MAP_FILES[file]);
    const save = () => this.#host.post({ kind: "save", file });
    return button(MAP_FILES[file], save, { class: "tool", title: name, "aria-label": name });
  }

  #typeChoices(): HTMLElement {
    const labels = this.#boxes.map(({ type, box }) =>
      element("label", { class: "type" }, box, lineSwatch(type), this.#texts.typeLabels[type] ?? type),
    );
    return element("fieldset", { class: "types" }, element("legend", {}, this.#texts.types), ...labels);
  }

  #legend(): HTMLElement {
    const { facets, modalities, legend } = this.#texts;
    const shapes = (Object.keys(facets) as Facet[]).map((facet) => element("li", {}, nodeSwatch(facet), facets[facet]));
    const lines = EDGE_MODALITIES.map((modality) => element("li", {}, lineSwatch(modality), modalities[modality]));
    return element("ul", { class: "legend", "aria-label": legend }, ...shapes, ...lines);
  }
}
