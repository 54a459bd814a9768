import { ConfigurationTarget, workspace, type Uri } from "vscode";
import { FACETS, type Facet } from "../../core";
import { SETTINGS, SETTINGS_SECTION } from "../ids";

const DEFAULT_MAX_LENGTH = 2_000_000;

/** Which mentions are marked. */
export interface HighlightSettings {
  readonly enabled: boolean;
  readonly facets: ReadonlySet<Facet>;
}

/** The settings of marks. */
export function highlightSettings(): HighlightSettings {
  const settings = workspace.getConfiguration(SETTINGS_SECTION);
  const shown = settings.get<Partial<Record<Facet, boolean>>>(SETTINGS.highlightFacets, {});
  return {
    enabled: settings.get(SETTINGS.highlightEnabled, true),
    facets: new Set(FACETS.filter((facet) => shown[facet] !== false)),
  };
}

/** In UTF-16 code units; longer documents are not tagged. */
export function maxFileSize(scope: Uri): number {
  return workspace.getConfiguration(SETTINGS_SECTION, scope).get(SETTINGS.maxFileSize, DEFAULT_MAX_LENGTH);
}

/** Which files a scan of the workspace reads. */
export interface ScanSettings {
  /** Patterns for paths relative to the workspace folder. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** In bytes; larger files are left out. */
  readonly maxFileSize: number;
}

const DEFAULT_MAX_BYTES = 2_000_000;

/** The settings of a scan in a folder. */
export function scanSettings(scope: Uri): ScanSettings {
  const settings = workspace.getConfiguration(SETTINGS_SECTION, scope);
  return {
    include: globsIn(settings.get(SETTINGS.scanInclude)),
    exclude: globsIn(settings.get(SETTINGS.scanExclude)),
    maxFileSize: settings.get(SETTINGS.scanMaxFileSize, DEFAULT_MAX_BYTES),
  };
}

/** What is no pattern is left out: settings come from other people too. */
function globsIn(value: unknown): string[] {
  const globs: readonly unknown[] = Array.isArray(value) ? value : [];
  return globs.filter((glob): glob is string => typeof glob === "string" && glob.trim() !== "");
}

/** Whether names that the taxonomy lacks are proposed as candidates. */
export function discoveryEnabled(): boolean {
  return workspace.getConfiguration(SETTINGS_SECTION).get(SETTINGS.discovery, true);
}

/** What a folder of the workspace takes shared packs from: paths from the folder on, and packages. */
export function sharedTaxonomies(scope: Uri): readonly string[] {
  const names: unknown = workspace.getConfiguration(SETTINGS_SECTION, scope).get(SETTINGS.sharedTaxonomies);
  if (!Array.isArray(names)) return [];
  return (names as readonly unknown[]).filter((name): name is string => typeof name === "string" && name.trim() !== "");
}

/** The name that decisions are signed with; undefined where the user gave none. */
export function author(): string | undefined {
  const name = workspace.getConfiguration(SETTINGS_SECTION).get(SETTINGS.author, "").trim();
  return name === "" ? undefined : name;
}

/** What one types in a document to be offered tags and entities; empty where only the completion key offers them. */
export function completionTrigger(): string {
  return workspace.getConfiguration(SETTINGS_SECTION).get(SETTINGS.completionTrigger, "[:").trim();
}

/** Whether the completion of an entity writes an inline tag or the bare label. */
export function completionInsert(): "tag" | "label" {
  return workspace.getConfiguration(SETTINGS_SECTION).get<string>(SETTINGS.completionInsert) === "label"
    ? "label"
    : "tag";
}

/** How passages that have themes are marked. */
export function themeMarks(): "codeLens" | "gutter" | "off" {
  const marks = workspace.getConfiguration(SETTINGS_SECTION).get<string>(SETTINGS.themeMarks);
  return marks === "codeLens" || marks === "off" ? marks : "gutter";
}

/** Keeps the name to sign decisions with in the settings of the user. */
export async function setAuthor(name: string): Promise<void> {
  await update(SETTINGS.author, name);
}

/** Turns marks on or off, where the setting is kept already. */
export async function setHighlightEnabled(enabled: boolean): Promise<void> {
  await update(SETTINGS.highlightEnabled, enabled);
}

/** Turns the marks of a facet on or off. */
export async function toggleFacet(facet: Facet): Promise<void> {
  const { facets } = highlightSettings();
  await update(
    SETTINGS.highlightFacets,
    Object.fromEntries(FACETS.map((each) => [each, facets.has(each) !== (each === facet)])),
  );
}

/** Writes where the setting is already set, so that the change takes effect; else to the user's settings. */
async function update(key: string, value: unknown): Promise<void> {
  const settings = workspace.getConfiguration(SETTINGS_SECTION);
  const isSetHere = settings.inspect(key)?.workspaceValue !== undefined;
  await settings.update(key, value, isSetHere ? ConfigurationTarget.Workspace : ConfigurationTarget.Global);
}
