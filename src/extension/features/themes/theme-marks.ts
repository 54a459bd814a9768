import {
  CodeLens,
  EventEmitter,
  languages,
  MarkdownString,
  Uri,
  window,
  workspace,
  type DecorationOptions,
  type TextDocument,
  type TextEditor,
} from "vscode";
import { DisposableStore, type Disposable } from "../../dispose";
import { INTERNAL_COMMANDS, SETTINGS, SETTINGS_SECTION } from "../../ids";
import { rangeOf } from "../../mention-target";
import { escapeMarkdown } from "../../presentation/escape-markdown";
import { evidenceWords, themesLine, type PassageReference } from "../../presentation/theme-text";
import { PROSE_LANGUAGES } from "../../prose-document";
import type { Services } from "../../services/services";
import { themeMarks } from "../../services/settings";
import type { ThemedPassage } from "../../services/ledger/theme-service";

/** Marks passages that have themes: by a line above them, by a sign in the gutter, or not at all. */
export function activateThemeMarks(services: Services): Disposable {
  const store = new DisposableStore();
  store.add(activateLenses(services));
  store.add(new GutterMarks(services));
  return store;
}

function activateLenses(services: Services): Disposable {
  const store = new DisposableStore();
  const changed = store.add(new EventEmitter<void>());
  const refresh = () => {
    changed.fire();
  };
  store.add(services.themes.onDidChange(refresh));
  store.add(onMarksSetting(refresh));
  store.add(
    languages.registerCodeLensProvider([...PROSE_LANGUAGES], {
      onDidChangeCodeLenses: changed.event,
      async provideCodeLenses(document, token) {
        if (themeMarks() !== "codeLens") return [];
        const themed = await services.themes.themesOf(document, token);
        return themed?.map((each) => lensOf(services, document, each)) ?? [];
      },
    }),
  );
  return store;
}

function lensOf({ themes }: Services, document: TextDocument, { passage, themes: found }: ThemedPassage): CodeLens {
  const argument: PassageReference = { uri: document.uri.toString(), offset: passage.start };
  const title = themesLine(found, (id) => themes.labelOf(id));
  return new CodeLens(rangeOf(document, { start: passage.start, end: passage.start }), {
    title,
    command: INTERNAL_COMMANDS.showThemes,
    arguments: [argument],
  });
}

class GutterMarks implements Disposable {
  readonly #store = new DisposableStore();
  readonly #services: Services;
  readonly #type;

  constructor(services: Services) {
    this.#services = services;
    const icon = (name: string) => Uri.joinPath(services.context.extensionUri, "media", name);
    this.#type = this.#store.add(
      window.createTextEditorDecorationType({
        dark: { gutterIconPath: icon("theme-dark.svg") },
        light: { gutterIconPath: icon("theme-light.svg") },
        gutterIconSize: "60%",
      }),
    );
    this.#store.add(
      services.themes.onDidChange((document) => {
        this.#show((editor) => editor.document === document);
      }),
    );
    this.#store.add(
      onMarksSetting(() => {
        this.#show(() => true);
      }),
    );
    this.#store.add(
      window.onDidChangeVisibleTextEditors((editors) => {
        this.#show((editor) => editors.includes(editor));
      }),
    );
    this.#show(() => true);
  }

  dispose(): void {
    this.#store.dispose();
  }

  #show(isMeant: (editor: TextEditor) => boolean): void {
    for (const editor of window.visibleTextEditors.filter(isMeant)) void this.#mark(editor);
  }

  async #mark(editor: TextEditor): Promise<void> {
    const { document } = editor;
    const themed = themeMarks() === "gutter" ? await this.#services.themes.themesOf(document) : [];
    // Old marks stay until new ones are ready.
    if (themed !== undefined)
      editor.setDecorations(
        this.#type,
        themed.map((each) => this.#markOf(document, each)),
      );
  }

  #markOf(document: TextDocument, { passage, themes }: ThemedPassage): DecorationOptions {
    const text = document.getText();
    const lines = themes.map((theme) => {
      const label = themesLine([theme], (id) => this.#services.themes.labelOf(id));
      return `**${escapeMarkdown(label)}** ${escapeMarkdown(evidenceWords(text, theme))}`;
    });
    return {
      range: rangeOf(document, { start: passage.start, end: passage.start }),
      hoverMessage: new MarkdownString(lines.join("  \n")),
    };
  }
}

function onMarksSetting(run: () => void): Disposable {
  return workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration(`${SETTINGS_SECTION}.${SETTINGS.themeMarks}`)) run();
  });
}
