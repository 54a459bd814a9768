import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { provision } from "../provision.mjs";

const TYPES = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".mjs": "text/javascript",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
  ".wasm": "application/wasm",
};

/**
 * Serves VS Code for the Web, which is nothing but static files, together with folders of ours.
 *
 * @param {{ folders: Record<string, string>, configure: (uri: (path: string) => object) => object, log?: (line: string) => void }} options
 *   `folders` maps a path prefix to a local folder; `configure` makes the workbench's configuration, given a function that
 *   turns a served path into a URI
 */
export async function startWebHost({ folders, configure, log }) {
  const editor = await provision("web", log);
  const routes = { ...folders, "/": editor };
  let page = "";
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    if (path === "/") response.setHeader("Content-Type", "text/html").end(page);
    else void serveFile(locate(routes, path), response);
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const authority = `127.0.0.1:${server.address().port}`;
  const uri = (path) => ({ scheme: "http", authority, path });
  page = await workbenchPage(editor, configure(uri));
  return {
    url: `http://${authority}/`,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

async function workbenchPage(editor, configuration) {
  const template = await readFile(join(editor, "index.html"), "utf8");
  const attribute = JSON.stringify(configuration).replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  return template.replace("{{WORKBENCH_WEB_CONFIGURATION}}", () => attribute).replace("{{WORKBENCH_AUTH_SESSION}}", "");
}

/** The local file of a served path, by the longest prefix; normalising first keeps it inside the folder. */
function locate(routes, path) {
  const clean = normalize(path).replaceAll("\\", "/");
  const prefix = Object.keys(routes)
    .filter((candidate) => clean.startsWith(candidate))
    .sort((a, b) => b.length - a.length)[0];
  return prefix === undefined ? undefined : join(routes[prefix], clean.slice(prefix.length));
}

async function serveFile(file, response) {
  response.setHeader("Access-Control-Allow-Origin", "*");
  const found = file === undefined ? undefined : await stat(file).catch(() => undefined);
  if (found === undefined || !found.isFile()) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { "Content-Type": TYPES[extname(file)] ?? "application/octet-stream" });
  createReadStream(file).pipe(response);
}
