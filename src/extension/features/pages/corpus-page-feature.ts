import { commands, window, type WebviewPanel } from "vscode";
import type { CommonHostMessage, CommonPageMessage } from "../../../webview/shared/messages";
import { DisposableStore, type Disposable } from "../../dispose";
import type { Services } from "../../services/services";
import type { CorpusPage, ScopedOptions } from "./corpus-page";
import { CorpusPanel } from "./corpus-panel";

/** What the integration suite looks at. */
export interface CorpusPageFeature<Options, Told, Asked> extends Disposable {
  /** What the page was last told; undefined where there is none. */
  readonly shown: Told | CommonHostMessage<Options> | undefined;
  /** Does what a page would ask for. */
  receive(message: CommonPageMessage<Options> | Asked): Promise<void>;
}

/** A page, and what it is opened by. */
export interface PageRegistration<Options extends ScopedOptions, Told, Asked, Made> {
  readonly viewType: string;
  readonly command: string;
  /** Makes the page when somebody first opens it: its code is loaded then. */
  readonly makePage: () => CorpusPage<Options, Told, Asked, Made>;
}

/** One panel for a page, which a command opens or brings to the front, and which comes back when a window is opened again. */
export function activateCorpusPage<Options extends ScopedOptions, Told, Asked extends { readonly kind: string }, Made>(
  services: Services,
  { viewType, command, makePage }: PageRegistration<Options, Told, Asked, Made>,
): CorpusPageFeature<Options, Told, Asked> {
  const store = new DisposableStore();
  let panel: CorpusPanel<Options, Told, Asked, Made> | undefined;
  const close = () => {
    panel?.dispose();
    panel = undefined;
  };
  let page: CorpusPage<Options, Told, Asked, Made> | undefined;
  const open = (options: unknown, restored?: WebviewPanel) => {
    page ??= makePage();
    panel = new CorpusPanel(services, page, page.readOptions(options), close, restored);
  };
  store.add(
    commands.registerCommand(command, (options: unknown) => {
      if (panel === undefined) open(options);
      else panel.reveal();
    }),
  );
  store.add(
    window.registerWebviewPanelSerializer(viewType, {
      // The page kept its choices itself, and asks for them.
      deserializeWebviewPanel: (restored) => {
        close();
        open(undefined, restored);
        return Promise.resolve();
      },
    }),
  );
  store.add({ dispose: close });
  return {
    get shown() {
      return panel?.shown;
    },
    receive: async (message) => panel?.receive(message),
    dispose: () => {
      store.dispose();
    },
  };
}
