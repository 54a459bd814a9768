import { stringify } from "yaml";
import type { Edit } from "../../text/span";
import { isClassId } from "../scheme";
import { isPackId } from "../packs/pack-parser";
import { placesOfSymbol, type PackSymbol } from "./pack-index";
import type { PackSource } from "./pack-source";

/** Edits of one file, in the order of the file. Offsets in UTF-16 code units of the file as it is. */
export interface FileEdits {
  readonly uri: string;
  readonly edits: readonly Edit[];
}

/** A ledger as it is on disk or in the editor. */
export interface LedgerSource {
  readonly uri: string;
  readonly text: string;
}

/** What must be known to rename an id. */
export interface RenameRequest {
  readonly symbol: PackSymbol;
  readonly newId: string;
  readonly packs: readonly PackSource[];
  readonly ledgers: readonly LedgerSource[];
  /** Whether a pack that comes with the product, or that lies outside the workspace, defines an id of the kind. */
  readonly isForeign: (symbol: PackSymbol) => boolean;
}

/** Why an id cannot be renamed, whatever the new one: one sentence for people; nothing where it can. */
export function refusalToRename({
  symbol,
  packs,
  isForeign,
}: Omit<RenameRequest, "newId" | "ledgers">): string | undefined {
  const { kind, id } = symbol;
  if (isForeign(symbol)) {
    return `The ${kind} "${id}" is defined by a pack outside this workspace; what names it there would no longer fit.`;
  }
  const isDefined = placesOfSymbol(packs, symbol).some(({ isDefinition }) => isDefinition);
  return isDefined
    ? undefined
    : `No pack of this workspace defines the ${kind} "${id}"; correct the id or define it first.`;
}

/**
 * Renames a class or entity everywhere: in packs, and in the decisions of ledgers (`class`, `suggested`, `entity`), of which
 * nothing else changes, their ids included.
 *
 * @returns the edits by file, or one sentence for people that says why not
 */
export function renameSymbol(request: RenameRequest): { files: FileEdits[] } | { refusal: string } {
  const { symbol, newId, packs, ledgers } = request;
  const refusal = refusalToRename(request) ?? refusalOfName(request);
  if (refusal !== undefined) return { refusal };
  const packEdits = packs.map(({ uri, text }) => ({
    uri,
    edits: placesOfSymbol(
      packs.filter((pack) => pack.uri === uri),
      symbol,
    ).map(({ start, end }) => ({ start, end, text: quotedLike(text.slice(start, end), newId) })),
  }));
  const ledgerEdits = ledgers.map(({ uri, text }) => ({ uri, edits: ledgerEditsOf(text, symbol, newId) }));
  return { files: [...packEdits, ...ledgerEdits].filter(({ edits }) => edits.length > 0) };
}

function refusalOfName({ symbol: { kind, id }, newId, packs, isForeign }: RenameRequest): string | undefined {
  if (newId === id) return `The ${kind} has the id "${id}" already.`;
  if (kind === "class" && !isClassId(newId)) {
    return `"${newId}" is not a class id: write facet.name with the facet actor, infrastructure or sovereignty.`;
  }
  if (kind === "entity" && !isPackId(newId)) {
    return `"${newId}" is not an id: use lower-case letters, digits and hyphens.`;
  }
  const other = { kind, id: newId };
  const isTaken = isForeign(other) || placesOfSymbol(packs, other).some(({ isDefinition }) => isDefinition);
  return isTaken
    ? `There is ${kind === "class" ? "a class" : "an entity"} "${newId}" already; choose another id.`
    : undefined;
}

/** An id in the quotes that stand around the former one. */
function quotedLike(former: string, id: string): string {
  const quote = /^["']/.exec(former)?.[0];
  return quote === undefined ? stringify(id).trimEnd() : `${quote}${id}${quote}`;
}

const FIELDS = { class: "class|suggested", entity: "entity" } as const;

/** Edits inside the lines of decisions; every other character stays, so that git shows what was renamed and no more. */
function ledgerEditsOf(text: string, { kind, id }: PackSymbol, newId: string): Edit[] {
  const fields = new RegExp(`"(?:${FIELDS[kind]})"\\s*:\\s*"((?:[^"\\\\]|\\\\.)*)"|"(?:[^"\\\\]|\\\\.)*"`, "g");
  const edits: Edit[] = [];
  let at = 0;
  for (const line of text.split("\n")) {
    if (isRecord(line)) {
      for (const match of line.matchAll(fields)) {
        if (match[1] !== id) continue;
        const end = at + match.index + match[0].length - 1;
        edits.push({ start: end - id.length, end, text: newId });
      }
    }
    at += line.length + 1;
  }
  return edits;
}

function isRecord(line: string): boolean {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null;
  } catch {
    return false;
  }
}
