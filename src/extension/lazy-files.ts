import * as vscode from "vscode";
import { Uri, workspace } from "vscode";

/** The texts of files beside the bundle, by name, where a host cannot require files. */
const sources = new Map<string, string>();
const loaded = new Map<string, unknown>();

/**
 * Fetches files beside the bundle so that they can be required later, for the core asks for them in the middle of an answer. A
 * host on Node requires them by itself, and nothing is fetched there.
 *
 * @throws Error where a file cannot be read
 */
export async function fetchLazyFiles(extensionUri: Uri, names: readonly string[]): Promise<void> {
  const { process } = globalThis as { readonly process?: { readonly versions?: { readonly node?: string } } };
  if (process?.versions?.node !== undefined) return;
  const decoder = new TextDecoder();
  await Promise.all(
    names.map(async (name) => {
      sources.set(name, decoder.decode(await workspace.fs.readFile(Uri.joinPath(extensionUri, "dist", name))));
    }),
  );
}

/**
 * What a file beside the bundle exports; the build puts a call of this where the bundle requires such a file.
 *
 * @param require the file as hosts on Node do
 */
export function requireLazyFile(name: string, require: () => unknown): unknown {
  return sources.has(name) ? evaluate(name) : require();
}

/** Runs a file the way the web host runs the bundle itself: as the body of a function. */
function evaluate(name: string): unknown {
  if (!loaded.has(name)) {
    const module = { exports: {} };
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- a host without files beside it has no other way; the text is ours
    const run = new Function("module", "exports", "require", sources.get(name) ?? "") as (...args: unknown[]) => void;
    run(module, module.exports, (other: string) =>
      other === "vscode" ? vscode : evaluate(other.replace(/^\.\//, "")),
    );
    loaded.set(name, module.exports);
  }
  return loaded.get(name);
}
