import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";

/**
 * Checks a file against a subresource integrity string such as `sha512-…`.
 *
 * @throws {Error} when the digest differs or the string is not a sha512 one
 */
export async function verifyIntegrity(file, integrity) {
  if (!/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity)) throw new Error(`not a sha512 integrity: ${integrity}`);
  const hash = createHash("sha512");
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  const actual = `sha512-${hash.digest("base64")}`;
  if (actual !== integrity) throw new Error(`${file} is not the file expected: ${actual} instead of ${integrity}`);
}
