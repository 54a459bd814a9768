import { join } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * Loads a module of the scripts folder, which are plain JavaScript, as what the caller says it is.
 *
 * @param path from the scripts folder
 */
export async function loadScript<Module>(path: string): Promise<Module> {
  const file = join(__dirname, "..", "..", "..", "scripts", path);
  return (await import(pathToFileURL(file).href)) as Module;
}
