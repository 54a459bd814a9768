import { l10n, window, type QuickPickItem, type Uri } from "vscode";
import { LineIndex, type MapDocument, type MapEdge, type MapPlace } from "../../../core";
import { modalityLabel } from "../relations/relation-labels";
import { showPassage } from "../insight/insight-passage-pick";

/** A longer list is no help; the heading says how many there are. */
const MAX_LISTED = 1000;

interface PlaceItem extends QuickPickItem {
  readonly place: MapPlace;
}

/** Goes to the one sentence that states an edge, or lets the person choose among several. */
export async function openEdge(
  title: string,
  { places }: MapEdge,
  documents: readonly MapDocument[],
  uris: ReadonlyMap<string, Uri>,
): Promise<void> {
  const place = places.length === 1 ? places[0] : await pick(title, places, documents);
  const uri = place === undefined ? undefined : uris.get(place.path);
  if (place !== undefined && uri !== undefined) await showPassage(uri, place);
}

async function pick(
  title: string,
  places: readonly MapPlace[],
  documents: readonly MapDocument[],
): Promise<MapPlace | undefined> {
  const texts = new Map(documents.map(({ path, text }) => [path, text]));
  const lines = new Map<string, LineIndex>();
  const items = places.slice(0, MAX_LISTED).map((place): PlaceItem => {
    const index = lines.get(place.path) ?? new LineIndex(texts.get(place.path) ?? "");
    lines.set(place.path, index);
    const modality = modalityLabel(place.modality === "asserted" ? undefined : place.modality);
    return {
      label: place.sentence,
      description: `${place.path}:${index.locate(place.start).line} · ${modality}`,
      place,
    };
  });
  const picked = await window.showQuickPick(items, {
    title: l10n.t("{0} ({1} sentences)", title, places.length),
    placeHolder: l10n.t("Choose a sentence to go to."),
    matchOnDescription: true,
  });
  return picked?.place;
}
