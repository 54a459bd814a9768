import type { CorpusDocument, Labels } from "../../../src/core";
import { InsightFigures } from "../../../src/extension/presentation/insight/insight-figures";
import type { HostMessage, InsightOptions } from "../../../src/webview/insight/messages";

/** What the extension sends of some documents. */
export async function insightMessage(
  documents: readonly CorpusDocument[],
  labels: Labels,
  options: InsightOptions,
): Promise<HostMessage> {
  const insight = await new InsightFigures(documents, labels).insight(options, () => Promise.resolve());
  return { kind: "insight", options, insight };
}
