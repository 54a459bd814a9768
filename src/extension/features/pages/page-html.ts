/** What a page needs to be there before its script runs. Addresses as `Webview.asWebviewUri` gives them. */
export interface PageAssets {
  readonly script: string;
  readonly style: string;
  /** The origin of both, as `Webview.cspSource` gives it. */
  readonly source: string;
  /** Made anew for every page. */
  readonly nonce: string;
  readonly language: string;
}

/**
 * The page around the script of a web view. It loads our script and our stylesheet and nothing else; images are those that the
 * page makes of its own plots.
 *
 * @param texts the words of the page
 * @param options what it shows at first
 */
export function pageHtml(
  { script, style, source, nonce, language }: PageAssets,
  texts: { readonly title: string },
  options: object,
): string {
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${source}; img-src data:`;
  return `<!DOCTYPE html>
<html lang="${attribute(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${attribute(texts.title)}</title>
<link rel="stylesheet" href="${attribute(style)}">
</head>
<body data-texts="${attribute(JSON.stringify(texts))}" data-options="${attribute(JSON.stringify(options))}">
<main></main>
<script nonce="${nonce}" src="${attribute(script)}"></script>
</body>
</html>
`;
}

function attribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
