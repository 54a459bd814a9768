import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { TestAccess } from "../../../src/extension/extension";
import { MapDocuments } from "../../../src/extension/features/dependency-map/map-documents";
import { rejectMapped } from "../../../src/extension/features/dependency-map/reject-mapped";
import { referenceOf } from "../../../src/extension/presentation/relations/relation-reference";
import { DEFAULT_OPTIONS, type MapOptions, type PageMap } from "../../../src/webview/dependency-map/messages";
import { access, closeAll, openReport, openUntitled, reviewed, until, workspaceFolder } from "./support";

const REPORT = "China holds genomic data. Kenya may rely on Gavi.\n";

describe("the Dependency Map panel", () => {
  let healthgeo: TestAccess;

  before(async () => {
    healthgeo = await access();
  });
  afterEach(async () => {
    await closeAll();
    await until("the panel is gone", () => healthgeo.dependencyMap.shown === undefined);
  });

  async function open(options: Partial<MapOptions> = {}): Promise<void> {
    await vscode.commands.executeCommand("healthgeo.openDependencyMap", { ...DEFAULT_OPTIONS, ...options });
  }

  /** The map that fulfils `condition`. The page itself has asked for it. */
  const shows = (what: string, condition: (map: PageMap) => boolean) =>
    until(what, () => {
      const { shown } = healthgeo.dependencyMap;
      return shown?.kind === "map" && condition(shown.map) && shown.map;
    });

  const edgesOf = ({ edges }: PageMap) =>
    edges.map(({ source, type, target, modality }) => [source, type, target, modality].join(" ")).sort();

  it("draws what open files relate, follows them, and narrows to types and support", async () => {
    const { document } = await openUntitled(REPORT);
    await reviewed(document);
    await open();
    const map = await shows("both relations", ({ edges }) => edges.length === 2);
    assert.equal(edgesOf(map)[1], "Kenya depends-on Gavi possible");
    assert.ok(map.edges.every(({ line }) => line !== undefined));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), "Kenya relies on Gavi. ");
    await vscode.workspace.applyEdit(edit);
    await shows("Kenya and Gavi twice", ({ edges }) => edges.some(({ support }) => support === 2));
    await healthgeo.dependencyMap.receive({ kind: "show", options: { ...DEFAULT_OPTIONS, minSupport: 2 } });
    assert.deepEqual(edgesOf(await shows("one edge", ({ edges }) => edges.length === 1)), [
      "Kenya depends-on Gavi asserted",
    ]);
    await healthgeo.dependencyMap.receive({
      kind: "show",
      options: { ...DEFAULT_OPTIONS, hiddenTypes: ["depends-on"] },
    });
    const controls = await shows("the other edge", ({ edges }) => edges[0]?.type === "controls");
    assert.equal(controls.edges.length, 1);
  });

  it("leads from an edge to its sentence", async () => {
    const { document } = await openUntitled(REPORT);
    await reviewed(document);
    await open();
    const { edges } = await shows("both relations", (map) => map.edges.length === 2);
    const edge = edges.find(({ type }) => type === "depends-on")!;
    await healthgeo.dependencyMap.receive({ kind: "open", edge: edge.id });
    const active = vscode.window.activeTextEditor!;
    assert.match(active.document.getText(active.selection), /rely/);
  });

  it("counts accepted relations in place of found ones, and rejected ones not at all", async () => {
    const { services } = healthgeo;
    const { document } = await openReport(workspaceFolder(), REPORT);
    await reviewed(document);
    const relations = () => services.relations.of(document).relations;
    await until("the relations are found", () => relations().length === 2);
    const uri = document.uri.toString();
    const reference = referenceOf(
      uri,
      relations().find(({ type }) => type === "controls")!,
    );
    await vscode.commands.executeCommand("healthgeo.acceptRelation", reference);
    await until("one is accepted", () => relations().some(({ status }) => status === "accepted"));
    await open();
    const map = await shows("both relations", ({ edges }) => edges.length === 2);
    const [china] = map.edges.filter(({ type }) => type === "controls");
    assert.deepEqual([china?.support, map.withoutMention], [1, 0]);
    await vscode.commands.executeCommand("healthgeo.rejectRelation", reference);
    assert.deepEqual(edgesOf(await shows("one relation", ({ edges }) => edges.length === 1)), [
      "Kenya depends-on Gavi possible",
    ]);
    await vscode.commands.executeCommand("healthgeo.undoLastDecision");
    await shows("both relations again", ({ edges }) => edges.length === 2);
    await vscode.workspace.fs.delete(document.uri);
  });

  it("rejects what a sentence of an edge states, unless the text is another by now", async () => {
    const { services } = healthgeo;
    const { document } = await openReport(workspaceFolder(), REPORT);
    await reviewed(document);
    const maps = new MapDocuments(services);
    const source = services.corpus.liveDocument(document)!;
    const { path, format, text, passages, mentions } = source;
    const { documents } = await maps.read({ sources: new Map([[source, { path, format, text, passages, mentions }]]) });
    const [controls, depends] = documents[0]!.relations;
    assert.equal(await rejectMapped(services, maps, source, controls!), true);
    const rejected = () => services.relations.of(document).rejected.map(({ type }) => type);
    await until("it is rejected", () => rejected().join() === "controls");
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), "Once, ");
    await vscode.workspace.applyEdit(edit);
    assert.equal(await rejectMapped(services, maps, source, depends!), false);
    await reviewed(document);
    assert.deepEqual(rejected(), ["controls"]);
    await vscode.commands.executeCommand("healthgeo.undoLastDecision");
    await until("it is found again", () => rejected().length === 0);
  });

  it("says what to do where nothing is open", async () => {
    await open();
    const empty = await until("an empty page", () => {
      const { shown } = healthgeo.dependencyMap;
      return shown?.kind === "empty" && shown;
    });
    assert.deepEqual(
      empty.notices[0]?.actions.map(({ action }) => action),
      ["openSample", "showWorkspace"],
    );
  });
});
