/** The folder of all ledgers, relative to the workspace folder. */
export const LEDGER_FOLDER = ".healthgeo/annotations";

const LEDGER_EXTENSION = ".jsonl";

/** The ledger's path relative to the workspace folder, or why the document can have none: a whole sentence for people. */
export type LedgerPath = { readonly path: string } | { readonly reason: string };

/** Characters no Windows file name may hold, and `%`, which marks what was replaced. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const UNSAFE = /[\u0000-\u001f<>:"|?*\\%\u007f]/g;
/** Windows drops these from the end of a name. */
const UNSAFE_LAST = /[. ]$/;
/** Device names on Windows, whatever their extension. */
const DEVICE = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=\.|$)/i;

/**
 * The ledger of a document, `.healthgeo/annotations/<path of the document>.jsonl`. The document's path is relative to
 * the workspace folder, with `/`. Characters that are unsafe in file names on Windows are written as `%` and two
 * hexadecimal digits, so that a repository with such ledgers can be cloned anywhere and no two documents share one.
 */
export function ledgerPathOf(documentPath: string): LedgerPath {
  const refused = (why: string): LedgerPath => ({ reason: `Decisions on "${documentPath}" cannot be saved: ${why}.` });
  if (/^[/\\]|^[a-z]:[/\\]|^[a-z][a-z0-9+.-]*:\/\//i.test(documentPath))
    return refused("it is not in the workspace folder");
  if (documentPath.endsWith("/")) return refused("it is a folder");
  const names = documentPath.split("/").filter((name) => name !== "" && name !== ".");
  const last = names.at(-1);
  if (last === undefined) return refused("it has no file name");
  if (names.includes("..")) return refused('its path contains ".."');
  if (names.some((name) => name.toLowerCase() === ".healthgeo")) return refused("it is one of HealthGeo's own files");
  const folders = names.slice(0, -1).map(safeName);
  return { path: [LEDGER_FOLDER, ...folders, `${safeStem(last)}${LEDGER_EXTENSION}`].join("/") };
}

/** The document whose ledger stands at a path relative to the ledger folder; the inverse of `ledgerPathOf`. */
export function documentPathOf(pathInLedgerFolder: string): string | undefined {
  if (!pathInLedgerFolder.endsWith(LEDGER_EXTENSION)) return undefined;
  return pathInLedgerFolder
    .slice(0, -LEDGER_EXTENSION.length)
    .replace(/%([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function safeName(name: string): string {
  return safeStem(name).replace(UNSAFE_LAST, escaped);
}

function safeStem(name: string): string {
  return name.replace(UNSAFE, escaped).replace(DEVICE, (device) => escaped(device.charAt(0)) + device.slice(1));
}

function escaped(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}
