import type { RenderFunction } from "@observablehq/plot";
import type { Facet } from "../shared/messages";
import type { PageMessage } from "./messages";

/** What a mark of a plot says and leads to. */
export interface MarkMeaning {
  readonly label: string;
  /** Gives the mark its colour and pattern; a theme is of no facet. */
  readonly ink?: Facet | "theme";
  /** Hollow marks stand for negative values. */
  readonly isHollow?: boolean;
  readonly target: PageMessage;
}

const targets = new WeakMap<Element, PageMessage>();

/** Options for a mark of Plot that make each of its shapes one that a person can reach, hear and open. */
export function reachable<T>(
  data: readonly T[],
  meaningOf: (datum: T, index: number) => MarkMeaning,
): { render: RenderFunction } {
  return {
    render: (index, scales, values, dimensions, context, next) => {
      const group = next?.(index, scales, values, dimensions, context) ?? null;
      const shapes = [...(group?.children ?? [])];
      for (const [i, at] of index.entries()) if (shapes[i] !== undefined) describe(shapes[i], meaningOf(data[at]!, at));
      return group;
    },
  };
}

function describe(shape: Element, { label, ink, isHollow, target }: MarkMeaning): void {
  shape.setAttribute("role", "button");
  shape.setAttribute("aria-label", label);
  shape.setAttribute("tabindex", "-1");
  shape.classList.add("mark");
  shape.classList.add(ink ?? "plain");
  if (isHollow === true) shape.classList.add("hollow");
  const title = document.createElementNS("http://www.w3.org/2000/svg", "title");
  title.textContent = label;
  shape.append(title);
  targets.set(shape, target);
}

export function marksOf(plot: Element): SVGElement[] {
  return [...plot.querySelectorAll<SVGElement>(".mark")];
}

/** Makes the marks of a plot lead to what they stand for; see `walkMarks`. */
export function activateMarks(plot: SVGElement, open: (target: PageMessage) => void): void {
  walkMarks(plot, (mark) => {
    const target = targets.get(mark);
    if (target !== undefined) open(target);
  });
}

/** One stop of the Tab key for a plot; arrow keys move from mark to mark, Enter and Space open, as a click does. */
export function walkMarks(plot: SVGElement, open: (mark: SVGElement) => void): void {
  const marks = marksOf(plot);
  let current = marks[0];
  current?.setAttribute("tabindex", "0");
  // No listener for focus: it would make the plot itself a stop in Chromium.
  const goTo = (mark: SVGElement | undefined) => {
    if (mark === undefined) return;
    current?.setAttribute("tabindex", "-1");
    current = mark;
    mark.setAttribute("tabindex", "0");
    mark.focus();
  };
  plot.addEventListener("click", ({ target }) => {
    const mark = target instanceof Element ? target.closest<SVGElement>(".mark") : null;
    if (mark === null) return;
    goTo(mark);
    open(mark);
  });
  plot.addEventListener("keydown", (event) => {
    const at = current === undefined ? -1 : marks.indexOf(current);
    if (at < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
    const step = STEPS[event.key];
    if (step !== undefined) goTo(marks[step(at, marks.length)]);
    else if (event.key === "Enter" || event.key === " ") open(marks[at]!);
    else return;
    event.preventDefault();
  });
}

const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => Math.min(at + 1, count - 1),
  ArrowDown: (at, count) => Math.min(at + 1, count - 1),
  ArrowLeft: (at) => Math.max(at - 1, 0),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_at, count) => count - 1,
};
