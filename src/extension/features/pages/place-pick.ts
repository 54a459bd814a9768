import {
  l10n,
  Range,
  Selection,
  TextEditorRevealType,
  ThemeIcon,
  ViewColumn,
  window,
  workspace,
  type QuickPickItem,
  type Uri,
} from "vscode";
import { LineIndex, PageIndex, type Span } from "../../../core";
import { answerOf } from "../answer-of";

/** A longer list is no help; the heading says how many there are. */
const MOST_LISTED = 1000;

/** A place of a document that a mark of a page stands for. Offsets are UTF-16 code units. */
export interface MarkedPlace extends Span {
  readonly path: string;
  readonly text: string;
}

/** How places are offered. */
export interface PlaceList<Place> {
  readonly titleOf: (count: number) => string;
  readonly placeHolder: string;
  /** What stands at a place, on one line. */
  readonly labelOf: (place: Place) => string;
  /** What else is to be said of it. */
  readonly noteOf?: (place: Place) => string | undefined;
  readonly action?: PlaceAction<Place>;
}

/** What can be done with a place in the list beside going there. */
export interface PlaceAction<Place> {
  /** Of a codicon. */
  readonly icon: string;
  readonly titleOf: (place: Place) => string;
  /** Returns whether the place is none any more. */
  readonly run: (place: Place) => Promise<boolean>;
}

/** Goes to the one place, or lets the person choose among several. */
export async function goToPlaces<Place extends MarkedPlace>(
  list: PlaceList<Place>,
  places: readonly Place[],
  uris: ReadonlyMap<string, Uri>,
): Promise<void> {
  const chosen = places.length === 1 ? places[0] : await pick(list, places);
  const uri = chosen === undefined ? undefined : uris.get(chosen.path);
  if (chosen !== undefined && uri !== undefined) await showPlace(uri, chosen);
}

/** Shows a place of a document, beside the page if the document is not in sight already. */
export async function showPlace(uri: Uri, { start, end }: Span): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  const shown = window.visibleTextEditors.find((editor) => editor.document === document);
  const editor = await window.showTextDocument(document, shown?.viewColumn ?? ViewColumn.Beside);
  const range = new Range(document.positionAt(start), document.positionAt(end));
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}

interface PlaceItem<Place> extends QuickPickItem {
  readonly place: Place;
}

async function pick<Place extends MarkedPlace>(
  list: PlaceList<Place>,
  places: readonly Place[],
): Promise<Place | undefined> {
  const picker = window.createQuickPick<PlaceItem<Place>>();
  let count = places.length;
  const show = (items: readonly PlaceItem<Place>[]) => {
    picker.title = list.titleOf(count);
    picker.items = items;
  };
  picker.placeholder = list.placeHolder;
  picker.matchOnDescription = true;
  show(itemsOf(list, places));
  picker.onDidTriggerItemButton(async ({ item }) => {
    if ((await list.action?.run(item.place)) !== true) return;
    count--;
    show(picker.items.filter((other) => other !== item));
  });
  return answerOf(picker, ([item]) => item?.place);
}

function itemsOf<Place extends MarkedPlace>(
  { labelOf, noteOf, action }: PlaceList<Place>,
  places: readonly Place[],
): PlaceItem<Place>[] {
  const locate = locator();
  return places.slice(0, MOST_LISTED).map((place) => ({
    label: labelOf(place),
    description: [locate(place), noteOf?.(place)].filter((part) => part !== undefined).join(" · "),
    place,
    ...(action === undefined
      ? {}
      : { buttons: [{ iconPath: new ThemeIcon(action.icon), tooltip: action.titleOf(place) }] }),
  }));
}

/** Where places stand, for people: `report.md:12`, and the page of the original where the document was imported with its pages. */
function locator(): (place: MarkedPlace) => string {
  const known = new Map<string, { readonly lines: LineIndex; readonly pages: PageIndex }>();
  return ({ path, text, start }) => {
    const index = known.get(path) ?? { lines: new LineIndex(text), pages: new PageIndex(text) };
    known.set(path, index);
    const place = `${path}:${index.lines.locate(start).line}`;
    const page = index.pages.at(start);
    return page === undefined ? place : l10n.t("{0}, p. {1}", place, page);
  };
}
