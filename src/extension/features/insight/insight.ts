import { commands } from "vscode";
import { DEFAULT_OPTIONS, readOptions, type HostMessage, type PageMessage } from "../../../webview/insight/messages";
import { DisposableStore, type Disposable } from "../../dispose";
import { COMMANDS } from "../../ids";
import type { Services } from "../../services/services";
import { InsightPanel } from "./insight-panel";

/** What the integration suite looks at. */
export interface Insight extends Disposable {
  /** What the page was last told; undefined where there is none. */
  readonly shown: HostMessage | undefined;
  /** Does what a page would ask for. */
  receive(message: PageMessage): Promise<void>;
}

/** `HealthGeo: Open Insight`: one panel, which shows what documents mention, how often, where and with what. */
export function activateInsight(services: Services): Insight {
  const store = new DisposableStore();
  let panel: InsightPanel | undefined;
  const open = (options: unknown) => {
    if (panel === undefined) {
      panel = new InsightPanel(services, readOptions(options ?? DEFAULT_OPTIONS), () => {
        panel?.dispose();
        panel = undefined;
      });
    } else panel.reveal();
  };
  store.add(commands.registerCommand(COMMANDS.openInsight, open));
  store.add({ dispose: () => panel?.dispose() });
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
