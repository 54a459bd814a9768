import { l10n, window } from "vscode";

/** What a prompt filters while one types. */
export interface Filterable {
  filter: string;
}

/** What a prompt says of itself. */
export interface FilterPrompt {
  readonly title: string;
  readonly placeholder: string;
}

/** The view filters while one types; Escape brings back what was there before. */
export function askForFilter(view: Filterable, prompt: FilterPrompt = entitiesPrompt()): void {
  const before = view.filter;
  const box = window.createInputBox();
  let accepted = false;
  box.title = prompt.title;
  box.placeholder = prompt.placeholder;
  box.value = before;
  box.onDidChangeValue((text) => {
    view.filter = text;
  });
  box.onDidAccept(() => {
    accepted = true;
    box.hide();
  });
  box.onDidHide(() => {
    if (!accepted) view.filter = before;
    box.dispose();
  });
  box.show();
}

function entitiesPrompt(): FilterPrompt {
  return { title: l10n.t("Filter Entities"), placeholder: l10n.t("Part of a mention, an entity or a class") };
}
