import { button, element } from "./dom";
import type { Action, Notice } from "./messages";

/** What is wrong or missing, each with what can be done about it; out of sight where there is nothing to say. */
export class NoticeList {
  readonly root = element("div", { class: "notices", hidden: "" });
  readonly #act: (action: Action) => void;

  constructor(act: (action: Action) => void) {
    this.#act = act;
  }

  show(notices: readonly Notice[]): void {
    this.root.hidden = notices.length === 0;
    this.root.replaceChildren(
      ...notices.map(({ text, actions }) => {
        const buttons = actions.map(({ action, label }) => button(label, () => this.#act(action)));
        return element(
          "div",
          { class: "notice" },
          element("p", {}, text),
          element("div", { class: "actions" }, ...buttons),
        );
      }),
    );
  }
}
