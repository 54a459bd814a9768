import type { Uri } from "vscode";
import { languages, Location, Position, type TextDocument } from "vscode";
import { placesOfSymbol, type PackSymbol, symbolOf } from "../../../core";
import { DisposableStore, type Disposable } from "../../dispose";
import { PACK_SELECTOR, type PackFile, type PackFiles } from "../../services/packs/pack-files";
import type { PackServices } from "./pack-services";

/** Goes to the definition of a class or entity, and finds every place that names it. */
export function activatePackNavigation(services: PackServices): Disposable {
  const store = new DisposableStore();
  store.add(
    languages.registerDefinitionProvider([...PACK_SELECTOR], {
      async provideDefinition(document, position) {
        const symbol = symbolAt(services.packFiles, document, document.offsetAt(position));
        if (symbol === undefined) return [];
        const own = locationsOf(await services.packFiles.all(), symbol, ({ isDefinition }) => isDefinition);
        return own.length > 0 ? own : locationsElsewhere(symbol, services);
      },
    }),
  );
  store.add(
    languages.registerReferenceProvider([...PACK_SELECTOR], {
      async provideReferences(document, position, { includeDeclaration }) {
        const symbol = symbolAt(services.packFiles, document, document.offsetAt(position));
        if (symbol === undefined) return [];
        const files = await services.packFiles.all();
        return locationsOf(files, symbol, ({ isDefinition }) => includeDeclaration || !isDefinition);
      },
    }),
  );
  return store;
}

/** The class or entity that is named at an offset of a document. */
export function symbolAt(files: PackFiles, document: TextDocument, offset: number): PackSymbol | undefined {
  const value = files.of(document)?.source.valueAt(offset);
  return value === undefined ? undefined : symbolOf(value);
}

function locationsOf(
  files: readonly PackFile[],
  symbol: PackSymbol,
  isWanted: (place: { readonly isDefinition: boolean }) => boolean,
): Location[] {
  return files.flatMap((file) =>
    placesOfSymbol([file.source], symbol)
      .filter(isWanted)
      .map((place) => new Location(file.uri, file.rangeOf(place))),
  );
}

/** A pack in force that lies outside the folders of packs but can be opened. */
function locationsElsewhere({ kind, id }: PackSymbol, { taxonomy }: PackServices): Location[] {
  return (taxonomy.current?.packs ?? []).flatMap((pack) => {
    const definitions = kind === "class" ? pack.classes : pack.entities;
    const found = definitions.find((each) => each.id === id);
    const file: Uri | undefined = found === undefined ? undefined : taxonomy.fileOfPack(pack.uri);
    return file === undefined ? [] : [new Location(file, new Position((found?.line ?? 1) - 1, 0))];
  });
}
