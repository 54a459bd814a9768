import { DocumentSymbol, languages, SymbolKind, type Range } from "vscode";
import { type ItemKind, type PackItem, type PackSection, valueOf } from "../../../core";
import type { Disposable } from "../../dispose";
import { PACK_SELECTOR, type PackFile } from "../../services/packs/pack-files";
import type { PackServices } from "./pack-services";

const KINDS: Readonly<Partial<Record<ItemKind, SymbolKind>>> = {
  class: SymbolKind.Class,
  entity: SymbolKind.Object,
  rule: SymbolKind.Function,
  theme: SymbolKind.Interface,
  test: SymbolKind.Event,
};

/** The outline of a pack: its sections, and in them its classes, entities, groups of terms, rules, themes and tests. */
export function activatePackSymbols({ packFiles }: PackServices): Disposable {
  return languages.registerDocumentSymbolProvider([...PACK_SELECTOR], {
    provideDocumentSymbols(document) {
      const file = packFiles.of(document);
      return file?.source.sections.map((section) => symbolOfSection(file, section)) ?? [];
    },
  });
}

function symbolOfSection(file: PackFile, section: PackSection): DocumentSymbol {
  const { start, end, key, name } = section;
  const symbol = new DocumentSymbol(name, "", SymbolKind.Namespace, rangeWithin(file, start, end), file.rangeOf(key));
  symbol.children = [
    ...file.source.items
      .filter((item) => item.start >= start && item.end <= end && item.parent === undefined)
      .flatMap((item) => symbolOfItem(file, item)),
    ...groupsIn(file, section),
  ];
  return symbol;
}

function symbolOfItem(file: PackFile, item: PackItem): DocumentSymbol[] {
  const kind = KINDS[item.kind];
  const name = valueOf(item, item.kind === "test" ? "text" : "id");
  if (kind === undefined || name === undefined || name.text === "") return [];
  const detail = valueOf(item, "label")?.text ?? "";
  return [new DocumentSymbol(name.text, detail, kind, rangeWithin(file, item.start, item.end), file.rangeOf(name))];
}

/** The classes under which generic terms stand. */
function groupsIn(file: PackFile, { name, start, end }: PackSection): DocumentSymbol[] {
  if (name !== "terms") return [];
  const keys = file.source.values.filter(
    (value) => value.role === "class-reference" && value.key === undefined && value.start > start && value.end < end,
  );
  return keys.map((key, i) => {
    const range = rangeWithin(file, key.start, keys[i + 1]?.start ?? end);
    return new DocumentSymbol(key.text, "", SymbolKind.Class, range, file.rangeOf(key));
  });
}

/** Without the blank lines at the end. */
function rangeWithin(file: PackFile, start: number, end: number): Range {
  return file.rangeOf({ start, end: start + file.text.slice(start, end).trimEnd().length });
}
