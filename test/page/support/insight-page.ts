import type { CorpusDocument, Labels, ReviewedTheme } from "../../../src/core";
import { InsightFigures } from "../../../src/extension/presentation/insight/insight-figures";
import { themesSection } from "../../../src/extension/presentation/insight/theme-figures";
import type { HostMessage, InsightOptions } from "../../../src/webview/insight/messages";

/** What the extension sends of some documents; every passage of theirs has these themes. */
export async function insightMessage(
  documents: readonly CorpusDocument[],
  labels: Labels,
  options: InsightOptions,
  themes: readonly string[] = [],
): Promise<HostMessage & { readonly kind: "insight" }> {
  const counted = await new InsightFigures(documents, labels).insight(options, () => Promise.resolve());
  const themed = documents.map((document) => ({ document, themes: themesIn(document, themes) }));
  const section = themesSection(themed, options, (theme) => theme);
  const insight = section === undefined ? counted : { ...counted, themes: section };
  return { kind: "insight", options, insight, notices: [] };
}

function themesIn({ passages }: CorpusDocument, themes: readonly string[]): ReviewedTheme[] {
  return passages.flatMap(({ start, end }) =>
    themes.map((theme): ReviewedTheme => ({ theme, start, end, score: 1, evidence: [], status: "suggested" })),
  );
}
