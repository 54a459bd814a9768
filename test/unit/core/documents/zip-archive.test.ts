import assert from "node:assert/strict";
import fc from "fast-check";
import { ZipArchive, ZipError } from "../../../../src/core/documents/zip-archive";
import { zipFile, type ZippedFile } from "../../support/zip-file";

const LIMITS = { files: 3, file: 1000, all: 1500 };
const open = (files: readonly ZippedFile[]) => new ZipArchive(zipFile(files), LIMITS);
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString();
const fails = (code: ZipError["code"]) => (error: unknown) => error instanceof ZipError && error.code === code;

describe("a ZIP archive", () => {
  it("gives the files it holds, deflated or stored", async () => {
    const archive = open([
      { name: "a.txt", content: "one" },
      { name: "dir/b.txt", content: "two", isStored: true },
    ]);
    assert.equal(archive.has("c.txt"), false);
    assert.deepEqual([text(await archive.read("a.txt")), text(await archive.read("dir/b.txt"))], ["one", "two"]);
    await assert.rejects(archive.read("c.txt"), fails("broken"));
  });

  it("refuses what claims to grow beyond the limits, before anything is inflated", () => {
    assert.throws(() => open([{ name: "a", content: "x".repeat(2000) }]), fails("too-large"));
    assert.throws(() => open("abcd".split("").map((name) => ({ name, content: "" }))), fails("too-large"));
  });

  it("stops at the limits where the sizes lie, for one file and for all together", async () => {
    const bomb = { content: "0".repeat(50_000_000), claimed: 10 };
    await assert.rejects(open([{ name: "a", ...bomb }]).read("a"), fails("too-large"));
    const archive = open("ab".split("").map((name) => ({ name, content: "x".repeat(900), claimed: 1 })));
    await archive.read("a");
    await assert.rejects(archive.read("b"), fails("too-large"));
  });

  it("says what is encrypted", async () => {
    await assert.rejects(open([{ name: "a", content: "x", isEncrypted: true }]).read("a"), fails("encrypted"));
  });

  it("is given or refused, whatever the bytes, and never anything else", async () => {
    const whole = zipFile([{ name: "a", content: "hello hello hello" }]);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length), async (at, byte, length) => {
        const damaged = whole.slice(0, length);
        if (at < length) damaged[at] = byte;
        try {
          await new ZipArchive(damaged, LIMITS).read("a");
        } catch (error) {
          assert.ok(error instanceof ZipError, String(error));
        }
      }),
      { numRuns: 200 },
    );
  });
});
