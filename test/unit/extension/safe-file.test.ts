import assert from "node:assert/strict";
import { SafeFile } from "../../../src/extension/safe-file";
import { ModelFolder, PowerCut, type Disk } from "./model-folder";

const NAME = "report.md.jsonl";
const OLD = '{"id":"a"}\n{"id":"b"}\n';
const NEW = '{"id":"a"}\n{"id":"b"}\n{"id":"c"}\n';

const bytes = (text: string) => new TextEncoder().encode(text);
const shown = (content: Uint8Array | undefined) =>
  content === undefined ? undefined : new TextDecoder().decode(content);
const noWait = () => Promise.resolve();

function diskWith(content: string | undefined): Disk {
  return new Map(content === undefined ? [] : [[NAME, bytes(content)]]);
}

function fileOn(disk: Disk, isRenameAtomic = true): SafeFile {
  return new SafeFile(new ModelFolder(disk, { isRenameAtomic }), NAME, noWait);
}

describe("SafeFile", () => {
  for (const isRenameAtomic of [true, false]) {
    for (const before of [OLD, undefined]) {
      const where = isRenameAtomic ? "with an atomic rename" : "where a rename deletes its target first";
      const what = before === undefined ? "the first content of a file" : "new content";

      it(`is whole, old or new, wherever the power is cut while ${what} is saved, ${where}`, async () => {
        const seen = new Set<string | undefined>();
        for (let steps = 0; ; steps++) {
          const disk = diskWith(before);
          const folder = new ModelFolder(disk, { isRenameAtomic, steps });
          const isCut = await new SafeFile(folder, NAME, noWait)
            .replace(bytes(NEW), () => true)
            .then(
              () => false,
              (error: unknown) => error instanceof PowerCut,
            );
          const found = shown(await fileOn(disk, isRenameAtomic).read());
          assert.ok(found === before || found === NEW, `after ${steps} steps: ${found ?? "nothing"}`);
          seen.add(found);
          if (!isCut) break;
        }
        assert.deepEqual(seen, new Set([before, NEW]));
      });
    }
  }

  it("is not replaced where it is not what was expected, and leaves nothing behind", async () => {
    const disk = diskWith(OLD);
    assert.equal(await fileOn(disk).replace(bytes(NEW), (current) => current === undefined), false);
    assert.deepEqual([...disk.keys()], [NAME]);
    assert.equal(shown(disk.get(NAME)), OLD);
  });

  it("is as it was where the file system refuses, and leaves nothing behind", async () => {
    for (const method of ["write", "rename"] as const) {
      const disk = diskWith(OLD);
      const folder = new ModelFolder(disk, { isRenameAtomic: true });
      folder[method] = () => Promise.reject(new Error("no space left"));
      await assert.rejects(
        new SafeFile(folder, NAME, noWait).replace(bytes(NEW), () => true),
        /no space left/,
      );
      assert.deepEqual([...disk.keys()], [NAME]);
      assert.equal(shown(disk.get(NAME)), OLD);
    }
  });

  it("waits for a rename that another window is in the middle of", async () => {
    const disk: Disk = new Map([[`${NAME}.${NEW.length}-${Date.now()}-x.tmp`, bytes(NEW)]]);
    const other = () => {
      disk.clear();
      disk.set(NAME, bytes(NEW));
      return Promise.resolve();
    };
    const file = new SafeFile(new ModelFolder(disk, { isRenameAtomic: false }), NAME, other);
    assert.equal(shown(await file.read()), NEW);
  });

  it("takes nothing for its content that was not written to the end", async () => {
    const disk: Disk = new Map([[`${NAME}.${NEW.length}-${Date.now()}-x.tmp`, bytes(NEW.slice(0, -1))]]);
    assert.equal(await fileOn(disk).read(), undefined);
  });

  it("removes what was left behind long ago, and nothing that is being written", async () => {
    const disk = diskWith(OLD);
    disk.set(`${NAME}.5-1000-x.tmp`, bytes("12"));
    disk.set(`${NAME}.5-${Date.now()}-y.tmp`, bytes("12"));
    disk.set("other.md.jsonl.5-1000-x.tmp", bytes("12"));
    await fileOn(disk).tidy();
    assert.deepEqual(
      [...disk.keys()].map((name) => name.slice(-5, -4)),
      ["j", "y", "x"],
    );
  });
});
