import { button, element } from "../shared/dom";
import { number } from "../shared/labels";
import { marksOf } from "../shared/marks";
import { fill } from "../shared/messages";
import { pngBytes, svgSource } from "./export-image";
import { activateMarks } from "./marks";
import type { PageMessage, SectionName, Texts } from "./messages";
import type { PlotTable } from "./tables";

/** A drawn section. */
export interface Drawing {
  /** Absent where there is nothing to draw. */
  readonly plot?: SVGSVGElement;
  readonly table: PlotTable;
  /** What else there is to say, a sentence each. */
  readonly notes: readonly string[];
}

export type Draw = (width: number) => Drawing;

/** One plot with its heading, its controls, the table behind it and what it can be saved as. */
export class SectionView {
  readonly root: HTMLElement;
  readonly #figure = element("div", { class: "figure" });
  readonly #table = element("div", { class: "table", hidden: "" });
  readonly #notes = element("p", { class: "notes" });
  readonly #hint: HTMLElement;
  readonly #tools: readonly HTMLButtonElement[];
  readonly #toggle: HTMLButtonElement;
  readonly #name: SectionName;
  readonly #texts: Texts;
  readonly #post: (message: PageMessage) => void;
  #draw: Draw | undefined;
  #drawing: Drawing | undefined;
  #width = 0;

  constructor(name: SectionName, controls: readonly HTMLElement[], texts: Texts, post: (message: PageMessage) => void) {
    this.#name = name;
    this.#texts = texts;
    this.#post = post;
    this.#hint = element("p", { class: "hint", id: `${name}-hint` });
    this.#toggle = this.#tool(texts.table, texts.table, () => this.#toggleTable());
    this.#toggle.setAttribute("aria-expanded", "false");
    this.#table.id = `${name}-table`;
    this.#toggle.setAttribute("aria-controls", this.#table.id);
    this.#tools = [
      this.#tool("SVG", fill(texts.save, this.#title, "SVG"), () => this.#saveSvg()),
      this.#tool("PNG", fill(texts.save, this.#title, "PNG"), () => void this.#savePng()),
      this.#tool("CSV", fill(texts.save, this.#title, "CSV"), () => this.#saveTable()),
    ];
    const heading = element("h2", { id: `${name}-heading` }, this.#title);
    this.root = element(
      "section",
      { "aria-labelledby": heading.id },
      element("div", { class: "head" }, heading, element("div", { class: "tools" }, this.#toggle, ...this.#tools)),
      element("p", { class: "about" }, texts.about[name]),
      element("div", { class: "controls" }, ...controls),
      this.#figure,
      this.#hint,
      this.#notes,
      this.#table,
    );
  }

  /** Shows other data. */
  show(draw: Draw): void {
    this.#draw = draw;
    this.#render();
  }

  /** Draws again where the room has changed. */
  resize(): void {
    if (this.#figure.clientWidth !== this.#width) this.#render();
  }

  get #title(): string {
    return this.#texts.sections[this.#name];
  }

  #render(): void {
    this.#width = this.#figure.clientWidth;
    // Hidden, or not laid out yet: `resize` comes when there is room.
    if (this.#draw === undefined || this.#width === 0) return;
    const hadFocus = this.#figure.contains(document.activeElement);
    const { plot, table, notes } = (this.#drawing = this.#draw(this.#width));
    const marks = plot === undefined ? [] : marksOf(plot);
    this.#figure.replaceChildren(plot ?? element("p", { class: "nothing" }, this.#texts.nothing));
    if (plot !== undefined) {
      plot.setAttribute("aria-describedby", this.#hint.id);
      activateMarks(plot, this.#post);
    }
    this.#hint.textContent = marks.length === 0 ? "" : fill(this.#texts.plotHint, number(marks.length));
    this.#notes.textContent = notes.join(" ");
    for (const tool of [this.#toggle, ...this.#tools]) tool.disabled = table.rows.length === 0;
    if (!this.#table.hidden) this.#renderTable(table);
    // Whoever works in the plot by keys stays there.
    if (hadFocus) marks[0]?.focus();
  }

  #tool(label: string, name: string, run: () => void): HTMLButtonElement {
    return button(label, run, { class: "tool", title: name, ...(label === name ? {} : { "aria-label": name }) });
  }

  #toggleTable(): void {
    this.#table.hidden = !this.#table.hidden;
    this.#toggle.setAttribute("aria-expanded", String(!this.#table.hidden));
    if (!this.#table.hidden && this.#drawing !== undefined) this.#renderTable(this.#drawing.table);
  }

  #renderTable({ columns, rows, targets }: PlotTable): void {
    const head = element("tr", {}, ...columns.map((column) => element("th", { scope: "col" }, column)));
    const body = rows.map(([first, ...others], i) => {
      const open = button(String(first), () => this.#post(targets[i]!), { class: "link" });
      const cells = others.map((cell) =>
        typeof cell === "number" ? element("td", { class: "number" }, number(cell)) : element("td", {}, cell),
      );
      return element("tr", {}, element("th", { scope: "row" }, open), ...cells);
    });
    this.#table.replaceChildren(
      element(
        "table",
        {},
        element("caption", {}, this.#title),
        element("thead", {}, head),
        element("tbody", {}, ...body),
      ),
    );
  }

  #saveSvg(): void {
    if (this.#drawing?.plot !== undefined)
      this.#post({ kind: "saveSvg", name: this.#name, source: svgSource(this.#drawing.plot, this.#title) });
  }

  async #savePng(): Promise<void> {
    if (this.#drawing?.plot === undefined) return;
    try {
      const bytes = await pngBytes(svgSource(this.#drawing.plot, this.#title));
      this.#post({ kind: "savePng", name: this.#name, bytes });
    } catch (error) {
      this.#post({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
    }
  }

  #saveTable(): void {
    if (this.#drawing === undefined) return;
    const { columns, rows } = this.#drawing.table;
    this.#post({ kind: "saveTable", name: this.#name, table: { columns, rows } });
  }
}
