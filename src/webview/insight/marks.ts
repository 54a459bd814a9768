import type { RenderFunction } from "@observablehq/plot";
import { walkMarks } from "../shared/marks";
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

/** Makes the marks of a plot lead to what they stand for; see `walkMarks`. */
export function activateMarks(plot: SVGElement, open: (target: PageMessage) => void): void {
  walkMarks(plot, (mark) => {
    const target = targets.get(mark);
    if (target !== undefined) open(target);
  });
}
