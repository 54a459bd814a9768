import { reviewThemes, type AssignedTheme, type CorpusDocument, type ThemeClassifier } from "../../../core";
import type { DocumentThemes } from "../../presentation/insight/theme-figures";
import { TimeSlices } from "../../services/scan/time-slices";
import type { Services } from "../../services/services";
import { recordsIn } from "../pages/document-records";
import type { ScopeCorpus } from "../pages/scope-corpus";

/** Reads the themes of a corpus in slices of time, and again only those of documents that changed. */
export class CorpusThemes {
  readonly #services: Services;
  #classifier: ThemeClassifier | undefined;
  #assigned = new WeakMap<CorpusDocument, readonly AssignedTheme[]>();

  constructor(services: Services) {
    this.#services = services;
  }

  /** The themes that hold, with what people decided on them; none before the taxonomy is loaded. */
  async read({ sources }: ScopeCorpus): Promise<DocumentThemes[]> {
    const { classifier } = this.#services.themes;
    if (classifier === undefined) return [];
    if (this.#classifier !== classifier) {
      this.#classifier = classifier;
      this.#assigned = new WeakMap();
    }
    const slices = new TimeSlices();
    const read: DocumentThemes[] = [];
    for (const [source, document] of sources) {
      const assigned = await this.#classify(document, classifier, slices);
      const { themes: decided } = await recordsIn(this.#services, source);
      read.push({ document, themes: reviewThemes(document.passages, assigned, decided) });
      await slices.breathe();
    }
    return read;
  }

  async #classify(
    document: CorpusDocument,
    classifier: ThemeClassifier,
    slices: TimeSlices,
  ): Promise<readonly AssignedTheme[]> {
    const known = this.#assigned.get(document);
    if (known !== undefined) return known;
    const assigned: AssignedTheme[] = [];
    for (const passage of document.passages) {
      assigned.push(...classifier.classify([passage], document.mentions));
      await slices.breathe();
    }
    this.#assigned.set(document, assigned);
    return assigned;
  }
}
