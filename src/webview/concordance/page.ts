import { button, element } from "../shared/dom";
import { NoticeList } from "../shared/notice-list";
import type { HostMessage, PageLine, PageMessage, Texts } from "./messages";
import { rowAfter, rowWindow, scrollTo } from "./row-window";

/** As in the stylesheet. */
const ROW_HEIGHT = 22;

/** The lines of a concordance as a grid of which only what is in sight is drawn. */
export class ConcordancePage {
  readonly #post: (message: PageMessage) => void;
  readonly #texts: Texts;
  readonly #welcome: HTMLElement;
  readonly #notices: NoticeList;
  readonly #summary = element("p", { class: "summary", role: "status" });
  readonly #grid: HTMLElement;
  readonly #space = element("div", { class: "space", role: "presentation" });
  readonly #rows = new Map<number, HTMLElement>();
  #lines: PageLine[] = [];
  #order: readonly number[] = [];
  /** Numbers of lines. */
  #selected = new Set<number>();
  /** Positions in the order. */
  #cursor = 0;
  #anchor = 0;

  constructor(root: Element, texts: Texts, post: (message: PageMessage) => void) {
    this.#post = post;
    this.#texts = texts;
    const choose = button(texts.choose, () => post({ kind: "choose" }));
    this.#notices = new NoticeList((action) => post({ kind: "act", action }));
    this.#welcome = element("div", { class: "welcome" }, element("p", {}, texts.welcome), choose);
    this.#grid = element(
      "div",
      { class: "grid", role: "grid", tabindex: "0", "aria-label": texts.grid, "aria-multiselectable": "true" },
      this.#space,
    );
    this.#grid.hidden = true;
    root.append(
      element("h1", { class: "heading" }, texts.title),
      this.#welcome,
      this.#summary,
      this.#notices.root,
      this.#grid,
    );
    this.#grid.addEventListener("scroll", () => this.#draw(), { passive: true });
    this.#grid.addEventListener("keydown", (event) => this.#onKey(event));
    this.#grid.addEventListener("click", (event) => this.#onClick(event));
    this.#grid.addEventListener("dblclick", () => this.#open(true));
    this.#grid.addEventListener("focus", () => this.#draw());
    new ResizeObserver(() => this.#draw()).observe(this.#grid);
  }

  receive(message: HostMessage): void {
    switch (message.kind) {
      case "welcome":
        this.#welcome.hidden = false;
        this.#grid.hidden = true;
        this.#summary.textContent = "";
        this.#notices.show([]);
        return;
      case "progress":
        this.#summary.textContent = message.text;
        return;
      case "lines":
        if (message.from === 0) this.#lines = [];
        for (const line of message.lines) this.#lines.push(line);
        return;
      case "order":
        this.#show(message);
    }
  }

  #show({ order, selected, summary, notices, isOther }: Extract<HostMessage, { kind: "order" }>): void {
    const former = this.#order[this.#cursor];
    this.#order = order;
    this.#selected = new Set(selected);
    this.#welcome.hidden = true;
    this.#grid.hidden = false;
    this.#summary.textContent = summary;
    this.#notices.show(notices);
    this.#space.style.height = `${order.length * ROW_HEIGHT}px`;
    this.#grid.setAttribute("aria-rowcount", order.length.toString());
    // The cursor stays on its line when lines are sorted or filtered.
    const kept = former === undefined || isOther ? 0 : order.indexOf(former);
    this.#cursor = Math.max(0, kept < 0 ? Math.min(this.#cursor, order.length - 1) : kept);
    this.#anchor = this.#cursor;
    this.#clear();
    if (isOther) this.#grid.scrollTop = 0;
    else this.#reveal();
    this.#draw();
  }

  #clear(): void {
    for (const row of this.#rows.values()) row.remove();
    this.#rows.clear();
  }

  #draw(): void {
    const { start, end } = rowWindow(this.#grid.scrollTop, this.#grid.clientHeight, ROW_HEIGHT, this.#order.length);
    for (const [position, row] of this.#rows) {
      if (position >= start && position < end) continue;
      row.remove();
      this.#rows.delete(position);
    }
    for (let position = start; position < end; position++) {
      let row = this.#rows.get(position);
      if (row === undefined) {
        row = this.#row(position);
        this.#rows.set(position, row);
        this.#space.append(row);
      }
      const isSelected = this.#selected.has(this.#order[position]!);
      row.setAttribute("aria-selected", String(isSelected));
      row.classList.toggle("cursor", position === this.#cursor);
    }
    if (this.#order.length === 0) this.#grid.removeAttribute("aria-activedescendant");
    else this.#grid.setAttribute("aria-activedescendant", idOf(this.#cursor));
  }

  #row(position: number): HTMLElement {
    const { document, left, node, right, facet, status } = this.#lines[this.#order[position]!]!;
    const cell = (name: string, text: string) => element("span", { class: name, role: "gridcell" }, text);
    const row = element(
      "div",
      { class: "row", role: "row", id: idOf(position), "aria-rowindex": (position + 1).toString() },
      cell("left", left),
      cell("node", node),
      cell("right", right),
      cell("document", document),
      cell("status", status === undefined ? "" : this.#texts.status[status]),
    );
    row.title = document;
    row.style.transform = `translateY(${position * ROW_HEIGHT}px)`;
    if (facet !== undefined) row.dataset["facet"] = facet;
    if (status !== undefined) row.dataset["status"] = status;
    return row;
  }

  #onKey(event: KeyboardEvent): void {
    const { key, shiftKey } = event;
    const isCommand = event.ctrlKey || event.metaKey;
    const page = Math.floor(this.#grid.clientHeight / ROW_HEIGHT) - 1;
    const target = isCommand ? undefined : rowAfter(key, this.#cursor, this.#order.length, page);
    if (target !== undefined) this.#move(target, shiftKey);
    else if (key === "Enter") this.#open(true);
    else if (key === " ") this.#toggle();
    else if (key === "a" && isCommand) this.#select(this.#order);
    else if (key === "Escape" && this.#selected.size > 0) this.#select([]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #move(target: number, isRange: boolean): void {
    if (this.#order.length === 0) return;
    this.#cursor = target;
    if (isRange) this.#selectRange();
    else this.#anchor = target;
    this.#reveal();
    this.#draw();
  }

  #onClick(event: MouseEvent): void {
    const row = (event.target as Element).closest<HTMLElement>(".row");
    if (row === null) return;
    this.#cursor = Number(row.id.slice(idOf("").length));
    if (event.shiftKey) this.#selectRange();
    else if (event.ctrlKey || event.metaKey) this.#toggle();
    else {
      this.#anchor = this.#cursor;
      this.#open(false);
    }
    this.#draw();
  }

  #toggle(): void {
    const line = this.#order[this.#cursor];
    if (line === undefined) return;
    this.#anchor = this.#cursor;
    const selected = new Set(this.#selected);
    if (!selected.delete(line)) selected.add(line);
    this.#select([...selected]);
  }

  #selectRange(): void {
    const [from, to] = [Math.min(this.#anchor, this.#cursor), Math.max(this.#anchor, this.#cursor)];
    this.#select(this.#order.slice(from, to + 1));
  }

  #select(lines: readonly number[]): void {
    this.#selected = new Set(lines);
    this.#post({ kind: "select", lines });
    this.#draw();
  }

  #open(focus: boolean): void {
    const line = this.#order[this.#cursor];
    if (line !== undefined) this.#post({ kind: "open", line, focus });
  }

  #reveal(): void {
    const { scrollTop, clientHeight } = this.#grid;
    const wanted = scrollTo(this.#cursor, scrollTop, clientHeight, ROW_HEIGHT);
    if (wanted !== scrollTop) this.#grid.scrollTop = wanted;
  }
}

function idOf(position: number | string): string {
  return `line-${position}`;
}
