import assert from "node:assert/strict";
import * as vscode from "vscode";
import {
  acceptingPrompts,
  closeAll,
  openReport,
  read,
  remove,
  reviewed,
  textsOf,
  until,
  workspaceFolder,
  workspacePack,
  write,
} from "./support";

const TURTLE = `@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<urn:firms> a skos:ConceptScheme ; skos:prefLabel "Lake firms"@en .
<urn:acme> a skos:Concept ; skos:inScheme <urn:firms> ; skos:prefLabel "Acme Genomics"@en, "Acme Génomique"@fr .
`;

describe("taxonomies in other formats", () => {
  let folder: vscode.WorkspaceFolder;
  let thesaurus: vscode.Uri;
  let pack: vscode.Uri;
  let table: vscode.Uri;

  before(async () => {
    folder = workspaceFolder();
    thesaurus = vscode.Uri.joinPath(folder.uri, "firms.ttl");
    table = vscode.Uri.joinPath(folder.uri, "firms.csv");
    pack = workspacePack(folder, "lake-firms.yaml");
    await write(thesaurus, TURTLE);
  });
  afterEach(async () => {
    await closeAll();
    for (const file of [pack, table]) await remove(file);
  });
  after(() => remove(thesaurus));

  const exists = async (file: vscode.Uri) =>
    vscode.workspace.fs.stat(file).then(
      () => true,
      () => false,
    );

  const runAccepting = (command: string, file: vscode.Uri) =>
    acceptingPrompts(vscode.commands.executeCommand(command, file));

  it("are previewed, imported into a pack that is in force at once, and undone", async () => {
    const { document } = await openReport(folder, "Acme Genomics opened.\n");
    await runAccepting("healthgeo.importTaxonomy", thesaurus);
    assert.match(await read(pack), /^id: lake-firms\ntitle: Lake firms\n/);
    await reviewed(document, "the entity is known", (review) => textsOf(review).includes("Acme Genomics"));
    await vscode.commands.executeCommand("healthgeo.undoLastDecision");
    assert.equal(await exists(pack), false);
  });

  it("are not written where the preview is dismissed", async () => {
    const importing = vscode.commands.executeCommand("healthgeo.importTaxonomy", thesaurus);
    let isDone = false;
    void Promise.resolve(importing).then(() => (isDone = true));
    await until("the import is dismissed", async () => {
      await vscode.commands.executeCommand("workbench.action.closeQuickOpen");
      return isDone;
    });
    assert.equal(await exists(pack), false);
  });

  it("are exported from the packs of the workspace, and undone", async () => {
    await openReport(folder, "Acme Genomics opened.\n");
    await runAccepting("healthgeo.importTaxonomy", thesaurus);
    await runAccepting("healthgeo.exportTaxonomy", table);
    const text = await read(table);
    assert.match(text, /^pack,kind,id,class,label,term/);
    assert.match(text, /^lake-firms,entity,acme-genomics,[a-z.]+,Acme Genomics,/m);
    await vscode.commands.executeCommand("healthgeo.undoLastDecision");
    assert.equal(await exists(table), false);
    await vscode.commands.executeCommand("healthgeo.undoLastDecision");
    assert.equal(await exists(pack), false);
  });
});
