import { commands } from "vscode";
import { DisposableStore, type Disposable } from "../dispose";
import { CONTEXT_KEYS } from "../ids";
import type { Services } from "../services/services";

/** Tells the workbench whether there is anything to decide on, so that commands, menus and keys show only where they do something. */
export function activateContextKeys({ activeDocument, reviews }: Services): Disposable {
  const store = new DisposableStore();
  const update = () => {
    const { document } = activeDocument;
    const review = document === undefined ? undefined : reviews.reviewOf(document);
    const isTagged = review?.kind === "reviewed";
    void commands.executeCommand("setContext", CONTEXT_KEYS.isTagged, isTagged);
    void commands.executeCommand("setContext", CONTEXT_KEYS.hasMentions, isTagged && review.mentions.length > 0);
  };
  store.add(activeDocument.onDidChange(update));
  store.add(
    reviews.onDidChange((document) => {
      if (document === activeDocument.document) update();
    }),
  );
  update();
  return store;
}
