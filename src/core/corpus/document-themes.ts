import type { ReviewedTheme } from "../classify/themes/reviewed-themes";
import type { TaxonomyTheme } from "../taxonomy/taxonomy";
import type { DocumentTheme } from "./corpus-document";
import { compareText } from "./counts";

/**
 * The themes that hold in any passage of a document, each once, sorted by id.
 *
 * @param labels where the names of themes are from; one that the taxonomy lacks is called by its id
 */
export function documentThemes(
  themes: readonly Pick<ReviewedTheme, "theme">[],
  labels: ReadonlyMap<string, TaxonomyTheme>,
): DocumentTheme[] {
  const ids = [...new Set(themes.map(({ theme }) => theme))].sort(compareText);
  return ids.map((id) => ({ id, label: labels.get(id)?.theme.label ?? id }));
}
