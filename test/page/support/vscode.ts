/** What of the editor the words of a page need. */
export const l10n = { t: (text: string) => text };
