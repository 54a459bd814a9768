import type { Span } from "../../text/span";
import type { ValueRole } from "./pack-shape";
import type { PackSource, PackValue } from "./pack-source";

/** What has an id that other places name. */
export type SymbolKind = "class" | "entity";

/** An id at a place of a pack. */
export interface PackSymbol {
  readonly kind: SymbolKind;
  readonly id: string;
}

/** A place where an id stands; offsets in UTF-16 code units of the file. */
export interface SymbolPlace extends Span {
  readonly uri: string;
  readonly isDefinition: boolean;
}

const ROLES: Readonly<Partial<Record<ValueRole, { readonly kind: SymbolKind; readonly isDefinition: boolean }>>> = {
  "class-definition": { kind: "class", isDefinition: true },
  "class-reference": { kind: "class", isDefinition: false },
  "entity-definition": { kind: "entity", isDefinition: true },
  "entity-reference": { kind: "entity", isDefinition: false },
};

/** The class or entity that a value of a pack defines or names. */
export function symbolOf({ role, text }: PackValue): PackSymbol | undefined {
  const symbol = ROLES[role];
  return symbol === undefined || text === "" ? undefined : { kind: symbol.kind, id: text };
}

/** Every place of an id in packs, in their order: where it is defined, in entities, terms, rules, tests and `broader`. */
export function placesOfSymbol(sources: readonly PackSource[], { kind, id }: PackSymbol): SymbolPlace[] {
  return sources.flatMap(({ values, uri }) =>
    values.flatMap((value) => {
      const symbol = ROLES[value.role];
      if (symbol?.kind !== kind || value.text !== id) return [];
      return [{ uri, start: value.start, end: value.end, isDefinition: symbol.isDefinition }];
    }),
  );
}
