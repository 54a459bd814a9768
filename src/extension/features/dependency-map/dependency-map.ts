import type { HostMessage, MapOptions, MapRequest } from "../../../webview/dependency-map/messages";
import { COMMANDS, PANELS } from "../../ids";
import type { Services } from "../../services/services";
import { activateCorpusPage, type CorpusPageFeature } from "../pages/corpus-page-feature";
import { DependencyMapPage } from "./dependency-map-page";

/** What the integration suite looks at. */
export type DependencyMapFeature = CorpusPageFeature<MapOptions, HostMessage, MapRequest>;

/** `HealthGeo: Open Dependency Map`: one panel, which shows who controls, depends on, supplies, restricts whom. */
export function activateDependencyMap(services: Services): DependencyMapFeature {
  return activateCorpusPage(services, {
    viewType: PANELS.dependencyMap,
    command: COMMANDS.openDependencyMap,
    makePage: () => new DependencyMapPage(services),
  });
}
