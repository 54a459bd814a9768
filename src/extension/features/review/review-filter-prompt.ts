import { l10n, window, type QuickPickItem, type TextDocument } from "vscode";
import { completeReviewFilter, type FilterCompletion } from "../../presentation/review/review-filter";
import type { ReviewQueues } from "../../services/review/review-queues";

interface FilterItem extends QuickPickItem {
  /** The filter to go on with; absent on the item that ends the prompt. */
  readonly filter?: string;
}

/** The view filters while one types, with completion of `class:`, `confidence:`, `pack:` and `by:`; Escape brings back what was there before. */
export function askForReviewFilter(queues: ReviewQueues, document: TextDocument): void {
  const before = queues.filter;
  const subjects = queues.subjectsIn(document);
  const picker = window.createQuickPick<FilterItem>();
  let accepted = false;
  const list = () => {
    const completions = completeReviewFilter(picker.value, subjects).map(completionItem);
    picker.items = [applyItem(queues, document), ...completions];
  };
  picker.title = l10n.t("Filter Review");
  picker.placeholder = l10n.t("Words, class:state, confidence:<80, pack:states, by:rule, -class:person");
  picker.value = before;
  picker.onDidChangeValue((value) => {
    queues.filter = value;
    list();
  });
  picker.onDidAccept(() => {
    const filter = picker.selectedItems[0]?.filter;
    if (filter === undefined) {
      accepted = true;
      picker.hide();
      return;
    }
    picker.value = filter;
    queues.filter = filter;
    list();
  });
  picker.onDidHide(() => {
    if (!accepted) queues.filter = before;
    picker.dispose();
  });
  list();
  picker.show();
}

/** The first item: how much the filter leaves, and Enter keeps it. */
function applyItem(queues: ReviewQueues, document: TextDocument): FilterItem {
  const queue = queues.of(document);
  const label = l10n.t("Show {0} of {1}", queue?.shown.length ?? 0, queue?.awaiting.length ?? 0);
  const { fault } = queues;
  return {
    label: `$(filter) ${label}`,
    alwaysShow: true,
    ...(fault === undefined ? {} : { description: l10n.t("“{0}” is left out: it means nothing", fault) }),
  };
}

/** The label is the whole filter, so that the editor finds what was typed in it. */
function completionItem({ filter, part, count }: FilterCompletion): FilterItem {
  const label = filter.trim();
  const description = count === undefined ? "" : l10n.t("{0} suggestions", count);
  return { label, description, filter, alwaysShow: label.endsWith(part) };
}
