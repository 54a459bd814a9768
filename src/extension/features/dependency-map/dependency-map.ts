import { commands } from "vscode";
import {
  DEFAULT_OPTIONS,
  readOptions,
  type HostMessage,
  type PageMessage,
} from "../../../webview/dependency-map/messages";
import { DisposableStore, type Disposable } from "../../dispose";
import { COMMANDS } from "../../ids";
import type { Services } from "../../services/services";
import { DependencyMapPanel } from "./dependency-map-panel";

/** What the integration suite looks at. */
export interface DependencyMapFeature extends Disposable {
  /** What the page was last told; undefined where there is none. */
  readonly shown: HostMessage | undefined;
  /** Does what a page would ask for. */
  receive(message: PageMessage): Promise<void>;
}

/** `HealthGeo: Open Dependency Map`: one panel, which shows who controls, depends on, supplies, restricts whom. */
export function activateDependencyMap(services: Services): DependencyMapFeature {
  const store = new DisposableStore();
  let panel: DependencyMapPanel | undefined;
  const open = (options: unknown) => {
    if (panel === undefined) {
      panel = new DependencyMapPanel(services, readOptions(options ?? DEFAULT_OPTIONS), () => {
        panel?.dispose();
        panel = undefined;
      });
    } else panel.reveal();
  };
  store.add(commands.registerCommand(COMMANDS.openDependencyMap, open));
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
