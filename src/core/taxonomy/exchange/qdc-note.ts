import { isClassId } from "../scheme";
import type { ExchangeReport } from "./exchange-report";
import type { RetiredItem } from "./thesaurus";

/** A term with its flags by name. */
export interface QdcTerm {
  readonly text: string;
  /** The generic term it stands for. */
  readonly for?: string | undefined;
  readonly [flag: string]: unknown;
}

/** What a description cannot say in words. */
export interface QdcData {
  readonly id?: string | undefined;
  readonly class?: string | undefined;
  readonly isDefined?: boolean | undefined;
  readonly broader?: string | undefined;
  readonly links?: Readonly<Record<string, string>> | undefined;
  readonly terms?: readonly QdcTerm[] | undefined;
  readonly pack?: string | undefined;
  readonly version?: string | undefined;
  readonly language?: string | undefined;
  readonly extends?: string | undefined;
  readonly ignore?: readonly QdcTerm[] | undefined;
  readonly retire?: readonly RetiredItem[] | undefined;
}

/** The description of a code: a definition, synonyms on a line, and what only we read on a last line. */
export interface QdcNote {
  readonly definition?: string | undefined;
  readonly terms: readonly string[];
  readonly data: QdcData;
}

const SYNONYMS = /^(?:Synonyms|Terms):\s*(.*)$/;
const MARKER = "HealthGeo: ";

export function writeNote({ definition, terms, data }: QdcNote, heading: "Synonyms" | "Terms"): string {
  const lines = definition === undefined ? [] : [definition];
  if (terms.length > 0) lines.push(`${heading}: ${terms.map((text) => text.replace(/[\\;]/g, "\\$&")).join("; ")}`);
  const entries = Object.entries(data).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  lines.push(MARKER + JSON.stringify(Object.fromEntries(entries)));
  return lines.join("\n");
}

/** Reads a description; one that other tools wrote is all definition, but for a line of synonyms. */
export function parseNote(text: string, report: ExchangeReport, line: number): QdcNote {
  const rest: string[] = [];
  const terms: string[] = [];
  let data: QdcData = {};
  for (const each of text.split(/\r?\n/)) {
    const synonyms = SYNONYMS.exec(each);
    if (synonyms !== null) for (const term of splitTerms(synonyms[1]!)) terms.push(term);
    else if (each.startsWith(MARKER)) data = parseData(each.slice(MARKER.length), report, line);
    else rest.push(each);
  }
  const definition = rest.join(" ").trim();
  return { definition: definition === "" ? undefined : definition, terms, data };
}

function splitTerms(text: string): string[] {
  const parts = text.match(/(?:\\.|[^;\\])+/g) ?? [];
  return parts.map((part) => part.replace(/\\(.)/g, "$1").trim()).filter((part) => part !== "");
}

/** What is of the right kind in a line of ours; people may have edited it. */
function parseData(json: string, report: ExchangeReport, line: number): QdcData {
  try {
    const value = JSON.parse(json) as Record<string, unknown> | null;
    if (typeof value === "object" && value !== null) return checkedData(value);
  } catch {
    // Told below, like a value of another kind.
  }
  const message =
    'The line that begins with "HealthGeo:" is damaged and was left out; ids and flags of this code are lost.';
  report.problem("warning", "exchange.qdc-note", message, line);
  return {};
}

function checkedData(value: Readonly<Record<string, unknown>>): QdcData {
  const text = (key: string) => (typeof value[key] === "string" ? value[key] : undefined);
  const terms = (key: string) => (Array.isArray(value[key]) ? (value[key] as unknown[]).filter(isTerm) : undefined);
  const links = value["links"];
  const isLinks =
    typeof links === "object" && links !== null && Object.values(links).every((link) => typeof link === "string");
  return {
    id: text("id"),
    class: text("class"),
    isDefined: value["isDefined"] === true,
    broader: text("broader"),
    links: isLinks ? (links as Record<string, string>) : undefined,
    terms: terms("terms"),
    pack: text("pack"),
    version: text("version"),
    language: text("language"),
    extends: text("extends"),
    ignore: terms("ignore"),
    retire: retiredIn(value["retire"]),
  };
}

function retiredIn(value: unknown): readonly RetiredItem[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return (value as readonly unknown[]).flatMap((item): RetiredItem[] => {
    if (typeof item !== "object" || item === null) return [];
    if ("entity" in item) return typeof item.entity === "string" ? [{ entity: item.entity }] : [];
    if (!("class" in item && "text" in item) || typeof item.text !== "string") return [];
    const { class: classId, text } = item;
    return typeof classId === "string" && isClassId(classId) ? [{ class: classId, text }] : [];
  });
}

/** A term whose flags are of the kinds that flags have. */
function isTerm(value: unknown): value is QdcTerm {
  if (typeof value !== "object" || value === null || !("text" in value) || typeof value.text !== "string") return false;
  return Object.values(value).every(
    (flag) =>
      ["string", "boolean", "number"].includes(typeof flag) ||
      (Array.isArray(flag) && flag.every((item) => typeof item === "string")),
  );
}
