import assert from "node:assert/strict";
import type { Uri } from "vscode";
import { MentionSenses } from "../../../../../src/core";
import { CorpusDocuments } from "../../../../../src/extension/services/scan/corpus-documents";
import { LazyDocument } from "../../../../../src/extension/services/scan/lazy-document";
import { ScannedFiles } from "../../../../../src/extension/services/scan/scanned-files";

const ROOT = "file:///folder";

const documentAt = (path: string, text = path) => new LazyDocument(`${ROOT}/${path}`, path, "markdown", text, () => []);

/** As much of an address as these parts look at. */
function uriOf(path: string): Uri {
  const address: Pick<Uri, "path" | "toString"> = { path: `/folder/${path}`, toString: () => `${ROOT}/${path}` };
  return address as Uri;
}

function filesWith(...paths: readonly string[]): ScannedFiles {
  const files = new ScannedFiles();
  const senses = new MentionSenses();
  for (const path of paths) {
    const document = documentAt(path);
    const tags = { key: "k", packed: new Uint32Array(), senses };
    files.put(document.uri, { mtime: 1, size: 1, hash: `hash of ${path}`, document, ...tags });
  }
  return files;
}

const pathsOf = (documents: readonly { readonly path: string }[]) => documents.map(({ path }) => path);

describe("the files of a scan", () => {
  it("are sorted by path, as they come and go", () => {
    const files = filesWith("b.md", "a/z.md", "a.md");
    assert.deepEqual(pathsOf(files.documents), ["a.md", "a/z.md", "b.md"]);
    assert.ok(files.forget(`${ROOT}/a.md`));
    assert.ok(!files.forget(`${ROOT}/a.md`));
    assert.deepEqual(pathsOf(files.documents), ["a/z.md", "b.md"]);
    assert.deepEqual([...files.hashes].sort(), ["hash of a/z.md", "hash of b.md"]);
  });

  it("know what stands in a folder, and what only begins like it", () => {
    const files = filesWith("deep/a.md", "deep/er/b.md", "deeper/c.md");
    assert.deepEqual(pathsOf(files.documentsIn(`${ROOT}/deep`)), ["deep/a.md", "deep/er/b.md"]);
    assert.deepEqual(pathsOf(files.documentsIn(`${ROOT}/deep/`)), ["deep/a.md", "deep/er/b.md"]);
    assert.deepEqual(pathsOf(files.documentsIn(`${ROOT}/deep/a.md`)), ["deep/a.md"]);
    assert.ok(files.holdsAnyIn(`${ROOT}/deep`));
    assert.ok(!files.holdsAnyIn(`${ROOT}/deep/a.md`));
  });

  it("list what was left out, until it could be read or is gone", () => {
    const files = filesWith("a.md");
    files.leaveOut(`${ROOT}/x.md`, { uri: uriOf("x.md"), reason: "not UTF-8" });
    files.leaveOut(`${ROOT}/a.md`, { uri: uriOf("ledger"), reason: "damaged" });
    assert.deepEqual(
      files.leftOutIn(ROOT).map(({ reason }) => reason),
      ["damaged", "not UTF-8"],
    );
    // The decisions could be read; of the text nothing is known.
    files.takeIn(`${ROOT}/x.md`, uriOf("ledger"));
    files.takeIn(`${ROOT}/a.md`, uriOf("ledger"));
    assert.deepEqual(
      files.leftOut.map(({ reason }) => reason),
      ["not UTF-8"],
    );
    files.takeIn(`${ROOT}/x.md`);
    assert.deepEqual(files.leftOut, []);
  });

  it("forget all that are no longer there, also those left out", () => {
    const files = filesWith("a.md", "b.md");
    files.leaveOut(`${ROOT}/x.md`, { uri: uriOf("x.md"), reason: "not UTF-8" });
    files.forgetAllBut([`${ROOT}/b.md`, `${ROOT}/new.md`]);
    assert.deepEqual(pathsOf(files.documents), ["b.md"]);
    assert.deepEqual(files.leftOut, []);
  });
});

describe("the documents of a corpus", () => {
  it("are those in editors in place of their files, and those that have none", () => {
    const open = [documentAt("b.md", "edited"), documentAt("ignored.md")];
    const documents = new CorpusDocuments(filesWith("a.md", "b.md", "c.md"), () => open);
    assert.deepEqual(pathsOf(documents.all), ["a.md", "b.md", "c.md", "ignored.md"]);
    assert.equal(documents.all[1]!.text, "edited");
    assert.deepEqual(pathsOf(documents.in(ROOT)), ["a.md", "b.md", "c.md"]);
    assert.equal(documents.addressOf("c.md"), `${ROOT}/c.md`);
    assert.equal(documents.addressOf("d.md"), undefined);
  });

  it("leave out a report of HealthGeo in an editor, and are made anew when told", () => {
    const open = [documentAt("r.md", "---\ntitle: Corpus\ngenerator: HealthGeo 1.0.0\n---\n\nChina.\n")];
    const documents = new CorpusDocuments(filesWith("a.md"), () => open);
    assert.deepEqual(pathsOf(documents.all), ["a.md"]);
    open.push(documentAt("new.md"));
    assert.deepEqual(pathsOf(documents.all), ["a.md"]);
    documents.forget();
    assert.deepEqual(pathsOf(documents.all), ["a.md", "new.md"]);
    assert.equal(documents.addressOf("new.md"), `${ROOT}/new.md`);
  });
});
