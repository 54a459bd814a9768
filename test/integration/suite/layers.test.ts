import assert from "node:assert/strict";
import * as vscode from "vscode";
import {
  access,
  closeAll,
  openReport,
  openUntitled,
  read,
  remove,
  reviewed,
  textsOf,
  until,
  withSetting,
  workspaceFolder,
  workspacePack,
  write,
} from "./support";

function pack(id: string, body: string): string {
  return `id: ${id}\ntitle: ${id}\nversion: 1.0.0\nlanguage: en\n${body}`;
}

describe("the layers of the taxonomy", () => {
  let folder: vscode.WorkspaceFolder;
  let team: vscode.Uri;

  before(() => {
    folder = workspaceFolder();
    team = vscode.Uri.joinPath(folder.uri, "team-packs");
  });
  afterEach(async () => {
    await closeAll();
    await remove(team);
    await remove(workspacePack(folder, "lakes.yaml"));
    await remove(vscode.Uri.joinPath(folder.uri, "node_modules"));
  });

  const marks = (document: vscode.TextDocument, what: string, words: readonly string[]) =>
    reviewed(document, what, (review) => JSON.stringify(textsOf(review)) === JSON.stringify(words));
  const problemIn = (uri: vscode.Uri, code: string) =>
    until(`a problem ${code}`, () => vscode.languages.getDiagnostics(uri).find((each) => each.code === code));

  /** Types another text into a file, and saves it. */
  async function rewrite(uri: vscode.Uri, content: string): Promise<void> {
    const document = await vscode.workspace.openTextDocument(uri);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(uri, new vscode.Range(0, 0, document.lineCount, 0), content);
    await vscode.workspace.applyEdit(edit);
    await document.save();
  }

  it("take packs from a folder that the setting names, keep the last good version and follow what is saved", async () => {
    const file = vscode.Uri.joinPath(team, "hub.yaml");
    const hub = pack("hub", "terms:\n  infrastructure.data: [zeta hub]\n");
    await write(file, hub);
    const { document } = await openReport(folder, "A zeta hub and a theta hub.\n");
    await marks(document, "nothing is shared yet", []);
    await withSetting("taxonomy.shared", ["./team-packs"], async () => {
      await marks(document, "the shared pack is in force", ["zeta hub"]);
      await write(file, "id: [\n");
      await problemIn(file, "pack.yaml");
      await marks(document, "its last good version stays", ["zeta hub"]);
      await write(file, hub.replace("zeta", "theta"));
      await marks(document, "the mended pack is in force", ["theta hub"]);
    });
    await marks(document, "nothing is shared any more", []);
  });

  it("take packs of an npm package that a pack extends; the workspace redefines and retires", async () => {
    const modules = vscode.Uri.joinPath(folder.uri, "node_modules", "@lab", "lakes");
    await write(vscode.Uri.joinPath(modules, "package.json"), '{"healthgeo": {"packs": ["lakes.yaml"]}}');
    await write(
      vscode.Uri.joinPath(modules, "lakes.yaml"),
      pack("lab-lakes", "entities:\n  - { id: zetalab, class: actor.research, label: Zetalab }\n"),
    );
    const own = workspacePack(folder, "lakes.yaml");
    const { document } = await openReport(folder, "Zetalab met Novartis.\n");
    await marks(document, "the built-in packs alone", ["Novartis"]);
    await write(own, pack("lakes", 'extends: "@lab/lakes"\n'));
    await marks(document, "the package is in force", ["Zetalab", "Novartis"]);
    await write(own, pack("lakes", 'extends: "@lab/lakes"\nretire: [novartis]\n'));
    await marks(document, "an entity is retired", ["Zetalab"]);
    const at = document.getText().indexOf("Zetalab");
    const tagger = (await access()).services.tagging.tagger;
    assert.equal(tagger?.explain(document.getText(), { start: at, end: at + 7 }).readings[0]?.layer, "shared");
  });

  it("follow a pack that another extends when it is saved in its editor, and keep its last good version", async () => {
    const base = vscode.Uri.joinPath(team, "base.yaml");
    const source = pack("base", "terms:\n  infrastructure.data: [zeta hub]\n");
    await write(base, source);
    const own = workspacePack(folder, "lakes.yaml");
    const { document } = await openReport(folder, "A zeta hub and a theta hub.\n");
    await write(own, pack("lakes", "extends: ../../team-packs/base.yaml\n"));
    await marks(document, "what is extended is in force", ["zeta hub"]);
    await rewrite(base, source.replace("zeta", "theta"));
    await marks(document, "the saved pack is in force", ["theta hub"]);
    await rewrite(base, source.replace("terms", "term"));
    await problemIn(base, "pack.unknown-key");
    await marks(document, "its last good version stays", ["theta hub"]);
    await rewrite(base, source);
    await marks(document, "the mended pack is in force", ["zeta hub"]);
  });

  it("say at file and line what is missing or turns in a circle", async () => {
    const own = workspacePack(folder, "lakes.yaml");
    await openReport(folder, "China.\n");
    await write(own, pack("lakes", "extends: ../../team-packs/a.yaml\n"));
    assert.equal((await problemIn(own, "shared.missing")).range.start.line, 4);
    const a = vscode.Uri.joinPath(team, "a.yaml");
    await write(a, pack("a", "# a\nextends: ./a.yaml\n"));
    await write(own, `${await read(own)}# again\n`);
    assert.equal((await problemIn(a, "shared.cycle")).range.start.line, 5);
  });

  it("end with the comments of the document, whose faults are shown where they stand", async () => {
    const editor = await openUntitled("<!-- healthgeo: ignore: [China] -->\n\nZetahub in China.\n");
    const { document } = editor;
    await marks(document, "the phrase is ignored", []);
    const comment = "<!-- healthgeo: terms: { actor.company: [Zetahub] } -->";
    await editor.edit((edit) => {
      edit.replace(document.lineAt(0).range, comment);
    });
    await marks(document, "the term is added", ["Zetahub", "China"]);
    await editor.edit((edit) => {
      edit.replace(document.lineAt(0).range, comment.replace("terms", "term"));
    });
    const problem = await problemIn(document.uri, "pack.unknown-key");
    assert.equal(document.getText(problem.range), "term");
    await marks(document, "a broken comment says nothing", ["China"]);
  });
});
