import type { HostMessage, InsightOptions, InsightRequest } from "../../../webview/insight/messages";
import { COMMANDS, PANELS } from "../../ids";
import type { Services } from "../../services/services";
import { activateCorpusPage, type CorpusPageFeature } from "../pages/corpus-page-feature";
import { InsightPage } from "./insight-page";

/** What the integration suite looks at. */
export type Insight = CorpusPageFeature<InsightOptions, HostMessage, InsightRequest>;

/** `HealthGeo: Open Insight`: one panel, which shows what documents mention, how often, where and with what. */
export function activateInsight(services: Services): Insight {
  return activateCorpusPage(services, {
    viewType: PANELS.insight,
    command: COMMANDS.openInsight,
    makePage: () => new InsightPage(services),
  });
}
