import { l10n } from "vscode";
import {
  dependencyMap,
  dependencyMapGraphml,
  dependencyMapSvg,
  narrowMap,
  relationAtPlace,
  type DependencyMap,
  type MapDocument,
  type MapEdge,
  type MapPlace,
} from "../../../core";
import {
  MAP_FILES,
  readOptions,
  type HostMessage,
  type MapFile,
  type MapOptions,
  type MapRequest,
} from "../../../webview/dependency-map/messages";
import type { Notice, Scope } from "../../../webview/shared/messages";
import { PANELS } from "../../ids";
import { pageMap } from "../../presentation/dependency-map/page-map";
import type { Services } from "../../services/services";
import type { CorpusPage, Shown, ShowRequest } from "../pages/corpus-page";
import { emptyNotice } from "../pages/empty-notice";
import { goToPlaces } from "../pages/place-pick";
import { saveAs } from "../pages/save-as";
import type { ScopeCorpus } from "../pages/scope-corpus";
import { modalityLabel, relationTypeLabel } from "../relations/relation-labels";
import { MapDocuments } from "./map-documents";
import { mapTexts } from "./map-texts";
import { rejectMapped } from "./reject-mapped";

/** The map that a page shows, with what it was made of. */
interface Drawn {
  readonly corpus: ScopeCorpus;
  readonly documents: readonly MapDocument[];
  /** What the page shows of all relations; files have the same. */
  readonly map: DependencyMap;
}

/** The page that shows who stands how to whom in the documents of a scope. */
export class DependencyMapPage implements CorpusPage<MapOptions, HostMessage, MapRequest, Drawn> {
  readonly viewType = PANELS.dependencyMap;
  readonly title = l10n.t("HealthGeo: Dependency Map");
  readonly name = "dependency-map";
  readonly texts = mapTexts();
  readonly staleness;
  readonly readOptions = readOptions;
  readonly #services: Services;
  readonly #documents: MapDocuments;

  constructor(services: Services) {
    this.#services = services;
    this.#documents = new MapDocuments(services);
    this.staleness = [services.records.onDidChange];
  }

  async *show({ corpus, options, notices }: ShowRequest<MapOptions>): AsyncIterable<Shown<HostMessage, Drawn>> {
    const labels = await this.#services.taxonomy.ready();
    const { documents, withoutMention } = await this.#documents.read(corpus);
    const whole = dependencyMap(documents, (entity) => labels.entities.get(entity)?.label);
    const { hiddenTypes, minSupport } = options;
    const map = narrowMap(whole, ({ type, support }) => !hiddenTypes.includes(type) && support >= minSupport);
    const message: HostMessage =
      whole.edges.length === 0
        ? { kind: "empty", options, notices: [nothingRelated(options.scope), ...notices] }
        : { kind: "map", options, map: pageMap(map, { documents: documents.length, withoutMention }), notices };
    yield { message, made: { corpus, documents, map } };
  }

  async answer(message: MapRequest, drawn: Drawn | undefined): Promise<void> {
    if (drawn === undefined) return;
    if (message.kind === "save") return this.#save(drawn.map, message.file);
    const edge = drawn.map.edges.find(({ id }) => id === message.edge);
    if (edge !== undefined) await this.#goToSentences(edge, drawn);
  }

  #save(map: DependencyMap, kind: MapFile): Promise<void> {
    const format = MAP_FILES[kind];
    const file = { title: l10n.t("Save {0}", format), name: `dependency-map.${kind}`, filters: { [format]: [kind] } };
    return saveAs({ ...file, content: () => mapText(map, kind) }, this.#services.history);
  }

  /** Goes to the one sentence that states an edge, or lets the person choose among several; there, each can be rejected too. */
  async #goToSentences(edge: MapEdge, drawn: Drawn): Promise<void> {
    const { uris, documents } = drawn.corpus;
    const texts = new Map(documents.map(({ path, text }) => [path, text]));
    const title = titleOf(edge, drawn.map);
    await goToPlaces(
      {
        titleOf: (count) => l10n.t("{0} ({1} sentences)", title, count),
        placeHolder: l10n.t("Choose a sentence to go to."),
        labelOf: ({ sentence }) => sentence,
        noteOf: ({ modality }) => modalityLabel(modality === "asserted" ? undefined : modality),
        action: {
          icon: "close",
          titleOf: ({ path }) => {
            const uri = uris.get(path);
            const ledger = uri === undefined ? path : this.#services.decisions.labelOf({ uri });
            return l10n.t("Reject Relation ({0})", ledger);
          },
          run: (place) => this.#reject(drawn, edge, place),
        },
      },
      edge.places.map((place) => ({ ...place, text: texts.get(place.path) ?? "" })),
      uris,
    );
  }

  /** Rejects what a place of an edge states; returns whether it is rejected now. */
  async #reject({ corpus, documents }: Drawn, edge: MapEdge, place: MapPlace): Promise<boolean> {
    const source = [...corpus.sources.keys()].find(({ path }) => path === place.path);
    const document = documents.find(({ path }) => path === place.path);
    const relation = document === undefined ? undefined : relationAtPlace(document, edge, place);
    if (source === undefined || relation === undefined) return false;
    return rejectMapped(this.#services, this.#documents, source, relation);
  }
}

/** An edge in words. */
function titleOf({ source, target, type }: MapEdge, { nodes }: DependencyMap): string {
  const labels = new Map(nodes.map(({ id, label }) => [id, label]));
  return `${labels.get(source) ?? ""} — ${relationTypeLabel(type)} → ${labels.get(target) ?? ""}`;
}

function mapText(map: DependencyMap, file: MapFile): string {
  switch (file) {
    case "svg":
      return dependencyMapSvg(map);
    case "graphml":
      return dependencyMapGraphml(map);
    case "json":
      return `${JSON.stringify(map, undefined, 2)}\n`;
  }
}

/** Says why there is nothing to see and what to do. */
function nothingRelated(scope: Scope): Notice {
  return emptyNotice(scope, {
    reasons: {
      file: l10n.t(
        "No relation is found in this file, and nobody drew one. Open a report that says who controls, supplies or depends on whom, or map other documents.",
      ),
      open: l10n.t(
        "No relation is found in open files, and nobody drew one. Open a report that says who controls, supplies or depends on whom.",
      ),
      workspace: l10n.t(
        "No relation is found in the files of the workspace, and nobody drew one. Open a folder with reports, or draw relations with “Add Relation”.",
      ),
    },
    showOpenFiles: l10n.t("Map Open Files"),
    showWorkspace: l10n.t("Map the Workspace"),
  });
}
