/**
 * Text as Markdown that shows exactly this text: no emphasis, link, HTML, bare URL or `$(icon)` comes to life.
 * Line breaks become spaces.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/\$\(/g, "\\$(")
    .replace(/[!-/:-@[-`{-~]/g, "\\$&");
}

/** A Markdown link that runs a command; `args` must be JSON values. */
export function commandLink(label: string, command: string, args: readonly unknown[], tooltip?: string): string {
  // The editor decodes the arguments twice on their way: once as part of an address, once as a query.
  const query = encodeURIComponent(encodeURIComponent(JSON.stringify(args))).replace(/[()']/g, percentEncoded);
  const title = tooltip === undefined ? "" : ` "${escapeMarkdown(tooltip)}"`;
  return `[${escapeMarkdown(label)}](command:${command}?${query}${title})`;
}

function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
