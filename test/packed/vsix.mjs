import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import { ROOT } from "../../scripts/lib/paths.mjs";

const { name, version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));

/** The package that `npm run package` writes. */
export const VSIX = join(ROOT, `${name}-${version}.vsix`);

const END_OF_DIRECTORY = 0x06054b50;

/**
 * Reads a zip archive.
 *
 * @returns {Map<string, () => Buffer>} a reader for each file, by its path
 */
export function readZip(file) {
  const bytes = readFileSync(file);
  let end = bytes.length - 22;
  while (bytes.readUInt32LE(end) !== END_OF_DIRECTORY) end -= 1;
  const files = new Map();
  let at = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count -= 1) {
    const entry = readEntry(bytes, at);
    if (!entry.path.endsWith("/")) files.set(entry.path, () => readContent(bytes, entry));
    at = entry.next;
  }
  return files;
}

/** An entry of the central directory. */
function readEntry(bytes, at) {
  const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
  return {
    method: bytes.readUInt16LE(at + 10),
    size: bytes.readUInt32LE(at + 20),
    local: bytes.readUInt32LE(at + 42),
    path: bytes.toString("utf8", at + 46, at + 46 + nameLength),
    next: at + 46 + nameLength + extraLength + commentLength,
  };
}

function readContent(bytes, { method, size, local }) {
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const content = bytes.subarray(start, start + size);
  return method === 0 ? content : inflateRawSync(content);
}
