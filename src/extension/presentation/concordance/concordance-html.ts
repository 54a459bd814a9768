import type { Texts } from "../../../webview/concordance/messages";

/** What the page needs to be there before its script runs. Addresses as `Webview.asWebviewUri` gives them. */
export interface PageAssets {
  readonly script: string;
  readonly style: string;
  /** The origin of both, as `Webview.cspSource` gives it. */
  readonly source: string;
  /** Made anew for every page. */
  readonly nonce: string;
  readonly language: string;
}

/** The page around the script. It loads our script and our stylesheet and nothing else. */
export function concordanceHtml({ script, style, source, nonce, language }: PageAssets, texts: Texts): string {
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${source}`;
  return `<!DOCTYPE html>
<html lang="${attribute(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${attribute(texts.title)}</title>
<link rel="stylesheet" href="${attribute(style)}">
</head>
<body data-texts="${attribute(JSON.stringify(texts))}">
<main></main>
<script nonce="${nonce}" src="${attribute(script)}"></script>
</body>
</html>
`;
}

function attribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
