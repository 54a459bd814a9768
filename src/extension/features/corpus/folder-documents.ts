import { Uri, workspace, type CancellationToken } from "vscode";
import {
  createThemeClassifier,
  documentRelations,
  documentThemes,
  placeThemeDecisions,
  reviewThemes,
  type AssignedTheme,
  type CorpusDocument,
  type PlacedThemeDecision,
  type Taxonomy,
  type ThemeClassifier,
} from "../../../core";
import type { WorkspaceDocument } from "../../services/scan/lazy-document";
import type { TimeSlices } from "../../services/scan/time-slices";
import type { Services } from "../../services/services";
import { MapDocuments } from "../dependency-map/map-documents";

/** Reads the documents of a folder with all that a report tells of them: mentions, themes and relations, as people decided. */
export class FolderDocuments {
  readonly #services: Services;
  readonly #folder: Uri;
  readonly #classifier: ThemeClassifier;
  readonly #maps: MapDocuments;
  readonly #slices: TimeSlices;

  constructor(services: Services, folder: Uri, taxonomy: Taxonomy, slices: TimeSlices) {
    this.#services = services;
    this.#folder = folder;
    this.#classifier = createThemeClassifier(taxonomy);
    this.#maps = new MapDocuments(services);
    this.#slices = slices;
  }

  /** Sorted by path, which is relative to the folder; undefined where the token says stop. */
  async read(token: CancellationToken): Promise<CorpusDocument[] | undefined> {
    const documents: CorpusDocument[] = [];
    for (const source of this.#services.corpus.documentsIn(this.#folder)) {
      documents.push(await this.#readDocument(source));
      await this.#slices.breathe();
      if (token.isCancellationRequested) return undefined;
    }
    return documents;
  }

  async #readDocument(source: WorkspaceDocument): Promise<CorpusDocument> {
    const { uri, format, text, passages, mentions } = source;
    const document = { path: pathFrom(this.#folder, Uri.parse(uri)), format, text, passages, mentions };
    const { relations } = await this.#maps.relationsOf(source, document, this.#slices);
    const themes = reviewThemes(passages, await this.#classify(document), await this.#themeDecisionsOn(source));
    return {
      ...document,
      themes: documentThemes(themes, this.#classifier.themes),
      relations: documentRelations(relations),
    };
  }

  async #classify({ passages, mentions }: CorpusDocument): Promise<AssignedTheme[]> {
    const assigned: AssignedTheme[] = [];
    for (const passage of passages) {
      assigned.push(...this.#classifier.classify([passage], mentions));
      await this.#slices.breathe();
    }
    return assigned;
  }

  async #themeDecisionsOn(source: WorkspaceDocument): Promise<readonly PlacedThemeDecision[]> {
    const { tagging, records, corpus, decisions, log } = this.#services;
    // Editors know places that moved since the ledger was written.
    const open = tagging.documents.find(({ uri }) => uri.toString() === source.uri);
    if (open !== undefined) return records.of(open).themes;
    if (!corpus.mayBeDecided(source)) return [];
    try {
      const { themes } = await decisions.readLedgerOf({ uri: Uri.parse(source.uri) });
      return placeThemeDecisions(source.text, themes);
    } catch (error) {
      // The report lists the ledger among what was left out.
      log.warn(error instanceof Error ? error.message : String(error));
      return [];
    }
  }
}

/** A path from the folder; that of a file beside it, as of decisions on its texts, from the workspace. */
export function pathFrom(folder: Uri, file: Uri): string {
  const inside = `${folder.path.replace(/\/$/, "")}/`;
  return file.path.startsWith(inside) ? file.path.slice(inside.length) : workspace.asRelativePath(file);
}
