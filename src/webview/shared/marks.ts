/** The shapes of a picture that a person can reach, in the order of the picture. */
export function marksOf(picture: Element): SVGElement[] {
  return [...picture.querySelectorAll<SVGElement>(".mark")];
}

/** One stop of the Tab key for a picture; arrow keys move from mark to mark, Enter and Space open, as a click does. */
export function walkMarks(picture: SVGElement, open: (mark: SVGElement) => void): void {
  const marks = marksOf(picture);
  let current = marks[0];
  current?.setAttribute("tabindex", "0");
  // No listener for focus: it would make the picture itself a stop in Chromium.
  const goTo = (mark: SVGElement | undefined) => {
    if (mark === undefined) return;
    current?.setAttribute("tabindex", "-1");
    current = mark;
    mark.setAttribute("tabindex", "0");
    mark.focus();
  };
  picture.addEventListener("click", ({ target }) => {
    const mark = target instanceof Element ? target.closest<SVGElement>(".mark") : null;
    if (mark === null) return;
    goTo(mark);
    open(mark);
  });
  picture.addEventListener("keydown", (event) => {
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
