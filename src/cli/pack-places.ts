import { readdir, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { type LoadedPack, MAX_PACK_BYTES, type PackLayer, type PackPlaces, parsePack } from "../core";
import { readText } from "./files";

/** Files of this machine by their paths, for packs that name other packs. */
export const NODE_PLACES: PackPlaces = {
  join: (folder, path) => (resolve(path) === path ? path : join(folder, path)),
  parent: (place) => (place === "." || place.endsWith("..") ? dirname(resolve(place)) : dirname(place)),
  typeOf: async (place) => {
    const info = await stat(place).catch(() => undefined);
    if (info === undefined) return undefined;
    return info.isDirectory() ? "folder" : "file";
  },
  filesIn: async (folder) => (await readdir(folder)).sort(),
  readText,
  load: (place) => loadPack(place, "shared"),
  // Who names a path on the command line wants it read.
  refusal: () => undefined,
};

/** A pack file as it is now; one that cannot be read is a usage error. */
export async function loadPack(path: string, layer: PackLayer): Promise<LoadedPack> {
  const source = await readText(path, MAX_PACK_BYTES);
  const { pack, problems } = parsePack(source, path, layer);
  return { source, pack, problems };
}

/** Whether a path is the folder of an npm package. */
export async function isPackageFolder(path: string): Promise<boolean> {
  return (await NODE_PLACES.typeOf(join(path, "package.json"))) === "file";
}
