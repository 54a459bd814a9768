import { l10n, ThemeIcon, window, type QuickInputButton, type QuickPickItem } from "vscode";
import { LineIndex, type MapDocument, type MapEdge, type MapPlace } from "../../../core";
import { modalityLabel } from "../relations/relation-labels";

/** A longer list is no help; the heading says how many there are. */
const MAX_LISTED = 1000;

interface PlaceItem extends QuickPickItem {
  readonly place: MapPlace;
}

/** What the list of the sentences of an edge needs to know. */
export interface OpenedEdge {
  /** The edge in words. */
  readonly title: string;
  readonly edge: MapEdge;
  readonly documents: readonly MapDocument[];
  /** Says what rejecting a place writes, as the title of an action. */
  readonly titleOfRejection: (place: MapPlace) => string;
  /** Rejects what a place states; returns whether it is rejected now. */
  readonly reject: (place: MapPlace) => Promise<boolean>;
}

/** The one sentence that states an edge, or the one that the person chooses; there, each can be rejected too. */
export async function placeOfEdge(opened: OpenedEdge): Promise<MapPlace | undefined> {
  const { places } = opened.edge;
  return places.length === 1 ? places[0] : choosePlace(opened);
}

async function choosePlace(opened: OpenedEdge): Promise<MapPlace | undefined> {
  const { title, edge, reject } = opened;
  const picker = window.createQuickPick<PlaceItem>();
  const show = (items: readonly PlaceItem[], count: number) => {
    picker.title = l10n.t("{0} ({1} sentences)", title, count);
    picker.items = items;
  };
  picker.placeholder = l10n.t("Choose a sentence to go to.");
  picker.matchOnDescription = true;
  show(itemsOf(opened), edge.places.length);
  return new Promise((resolve) => {
    let rejected = 0;
    picker.onDidTriggerItemButton(async ({ item }) => {
      if (!(await reject(item.place))) return;
      rejected++;
      show(
        picker.items.filter((other) => other !== item),
        edge.places.length - rejected,
      );
    });
    picker.onDidAccept(() => {
      resolve(picker.selectedItems[0]?.place);
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}

function itemsOf({ edge: { places }, documents, titleOfRejection }: OpenedEdge): PlaceItem[] {
  const texts = new Map(documents.map(({ path, text }) => [path, text]));
  const lines = new Map<string, LineIndex>();
  return places.slice(0, MAX_LISTED).map((place): PlaceItem => {
    const index = lines.get(place.path) ?? new LineIndex(texts.get(place.path) ?? "");
    lines.set(place.path, index);
    const modality = modalityLabel(place.modality === "asserted" ? undefined : place.modality);
    const button: QuickInputButton = { iconPath: new ThemeIcon("close"), tooltip: titleOfRejection(place) };
    return {
      label: place.sentence,
      description: `${place.path}:${index.locate(place.start).line} · ${modality}`,
      buttons: [button],
      place,
    };
  });
}
