import { commands, l10n, Uri, window } from "vscode";
import { DisposableStore, type Disposable } from "../../dispose";
import { COMMANDS, INTERNAL_COMMANDS, VIEWS } from "../../ids";
import { differenceKey, isDifferenceReference } from "../../presentation/difference-reference";
import type { Services } from "../../services/services";
import { registerAdjudication } from "./adjudicate";
import { activateComparisonFixes, differenceAtCursor } from "./comparison-fixes";
import { sidesLabel } from "./comparison-labels";
import { ComparisonPages } from "./comparison-pages";
import { pickComparison, type ComparisonScope } from "./comparison-picker";
import { ComparisonView } from "./comparison-view";

/** Compares what two annotators decided, side by side, and lets a third settle where they differ. */
export class Compare implements Disposable {
  readonly #store = new DisposableStore();
  readonly #services: Services;
  readonly pages: ComparisonPages;
  readonly view: ComparisonView;

  constructor(services: Services) {
    this.#services = services;
    this.pages = this.#store.add(new ComparisonPages(services.comparison));
    this.view = this.#store.add(new ComparisonView(services));
    this.#store.add(activateComparisonFixes(services, this.pages));
    this.#store.add(
      registerAdjudication(services, () => differenceAtCursor(services, this.pages) ?? this.view.selected),
    );
    this.#register();
  }

  /** Compares, shows the differences in the view and the first document side by side. */
  async start({ uris, sides }: ComparisonScope): Promise<void> {
    const { comparison } = this.#services;
    await comparison.start(uris, sides);
    const first = comparison.documents.find(({ differences }) => differences.length > 0);
    if (first === undefined) {
      void window.showInformationMessage(l10n.t("{0}: no difference.", sidesLabel(sides)));
      return;
    }
    await this.pages.open(first, first.differences[0]);
    await commands.executeCommand(`${VIEWS.comparison}.focus`);
  }

  dispose(): void {
    this.#store.dispose();
  }

  #register(): void {
    const { annotator, comparison, activeDocument, log } = this.#services;
    const add = (command: string, run: (argument: unknown) => unknown) =>
      this.#store.add(commands.registerCommand(command, run));
    add(COMMANDS.compareAnnotators, async () => {
      const scope = await pickComparison(activeDocument.document?.uri);
      if (scope === undefined) return;
      try {
        await this.start(scope);
      } catch (error) {
        log.error(error instanceof Error ? error : String(error));
        const reason = error instanceof Error ? error.message : String(error);
        void window.showErrorMessage(l10n.t("The annotators cannot be compared: {0}", reason));
      }
    });
    add(COMMANDS.closeComparison, () => {
      comparison.stop();
    });
    add(COMMANDS.signDecisions, () => annotator.ask());
    add(INTERNAL_COMMANDS.goToDifference, async (reference: unknown) => {
      if (!isDifferenceReference(reference)) return;
      const compared = comparison.comparedAt(Uri.parse(reference.uri));
      const difference = compared?.differences.find((each) => differenceKey(each) === reference.key);
      if (compared !== undefined) await this.pages.open(compared, difference, true);
    });
  }
}

/** Comparing two annotators, or the sides of a merge, and settling where they differ. */
export function activateCompare(services: Services): Compare {
  return new Compare(services);
}
