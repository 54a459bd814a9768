import assert from "node:assert/strict";
import * as vscode from "vscode";
import {
  corpusDocument,
  corpusReport,
  countClasses,
  countEntities,
  createThemeClassifier,
  documentRelations,
  documentThemes,
  formatOfPath,
  placeThemeDecisions,
  readRelations,
  reportAsHtml,
  reportAsMarkdown,
  reviewThemes,
  type CorpusDocument,
  type Tagger,
} from "../../../src/core";
import type { TestAccess } from "../../../src/extension/extension";
import type { EntityTreeNode } from "../../../src/extension/presentation/entities/entity-nodes";
import { DEFAULT_OPTIONS } from "../../../src/webview/insight/messages";
import { generatedFolder, ledgerOf, type GeneratedDocument } from "../../unit/support/generated-folder";
import { access, closeAll, read, remove, until, workspaceFolder, write } from "./support";

/** What the core makes of a generated document, as the command line does. */
function documentOf({ path, text, decisions, themes }: GeneratedDocument, tagger: Tagger): CorpusDocument {
  const { mentions } = tagger.tag(text, { format: formatOfPath(path) });
  const document = corpusDocument(path, text, mentions, decisions);
  const classifier = createThemeClassifier(tagger.taxonomy);
  const assigned = classifier.classify(document.passages, document.mentions);
  const holding = reviewThemes(document.passages, assigned, placeThemeDecisions(text, themes));
  return {
    ...document,
    themes: documentThemes(holding, classifier.themes),
    relations: documentRelations(readRelations(document).relations),
  };
}

/** All rows of the view down to entities and terms. */
function allUnder(view: TestAccess["entities"], node?: EntityTreeNode): EntityTreeNode[] {
  return view.getChildren(node).flatMap((child) => {
    const isAbove = child.kind === "facet" || child.kind === "class" || child.kind === "candidates";
    return isAbove ? [child, ...allUnder(view, child)] : [child];
  });
}

describe("the counts of a generated folder", () => {
  const FOLDER = "counted";
  let healthgeo: TestAccess;
  let folder: vscode.Uri;
  let ledgers: vscode.Uri;
  let expected: CorpusDocument[];

  before(async () => {
    healthgeo = await access();
    const tagger = await healthgeo.services.tagging.ready();
    const { uri: root } = workspaceFolder();
    folder = vscode.Uri.joinPath(root, FOLDER);
    ledgers = vscode.Uri.joinPath(root, ".healthgeo", "annotations", FOLDER);
    await remove(folder);
    const generated = generatedFolder(tagger, 12, 5);
    for (const document of generated) {
      const ledger = ledgerOf(document);
      if (ledger !== undefined) await write(vscode.Uri.joinPath(ledgers, `${document.path}.jsonl`), ledger);
      await write(vscode.Uri.joinPath(folder, document.path), document.text);
    }
    await write(vscode.Uri.joinPath(folder, "latin1.md"), new Uint8Array([0x43, 0xe9, 0x43]));
    expected = generated.map((document) => documentOf(document, tagger)).sort((a, b) => (a.path < b.path ? -1 : 1));
    await healthgeo.services.corpus.scan();
  });
  after(async () => {
    await closeAll();
    await remove(folder);
    await remove(ledgers);
  });

  const documents = () => healthgeo.services.corpus.documentsIn(folder);
  const countsOf = (rows: ReturnType<typeof countEntities>) =>
    rows.map(({ key, mentions, documents: inDocuments }) => [key, mentions, inDocuments]);

  it("are the same in the corpus of the workspace as from the files", async () => {
    await until("all documents", () => documents().length === expected.length);
    const { taxonomy } = await healthgeo.services.tagging.ready();
    assert.deepEqual(countsOf(countEntities(documents(), taxonomy)), countsOf(countEntities(expected, taxonomy)));
    assert.deepEqual(countsOf(countClasses(documents(), taxonomy)), countsOf(countClasses(expected, taxonomy)));
  });

  it("are the same in the Entities view", async () => {
    const { entities, services } = healthgeo;
    await vscode.commands.executeCommand("healthgeo.entities.focus");
    entities.scope = "workspace";
    entities.grouping = "class";
    const counted = () => {
      const nodes = allUnder(entities);
      const sums = new Map<string, number>();
      for (const node of nodes)
        if (node.kind === "group") sums.set(node.class, (sums.get(node.class) ?? 0) + node.count);
      return sums;
    };
    const classes = new Map(countClasses(services.corpus.documents()).map(({ key, mentions }) => [key, mentions]));
    await until("the same counts by class", () => {
      const sums = counted();
      return sums.size === classes.size && [...classes].every(([id, mentions]) => sums.get(id) === mentions);
    });
    const rows = countEntities(services.corpus.documents());
    const biobanks = rows.find(({ key }) => key === "infrastructure.data|biobank");
    assert.ok(biobanks !== undefined && biobanks.mentions > 5);
    const groups = allUnder(entities).filter((node) => node.kind === "group");
    for (const { key, mentions } of [...rows.slice(0, 50), biobanks]) {
      const own = groups.filter(({ group }) => group.key === key);
      assert.equal(
        own.reduce((sum, { count }) => sum + count, 0),
        mentions,
        key,
      );
    }
    entities.scope = "file";
  });

  it("are the same in Insight", async () => {
    const { insight, services } = healthgeo;
    const options = { ...DEFAULT_OPTIONS, scope: "workspace", items: "all", limit: 80 } as const;
    await vscode.commands.executeCommand("healthgeo.openInsight", options);
    const { taxonomy } = await services.tagging.ready();
    const rows = countsOf(countEntities(services.corpus.documents(), taxonomy)).slice(0, options.limit);
    await until("the same counts", () => {
      const { shown } = insight;
      if (shown?.kind !== "insight") return false;
      const { frequency } = shown.insight;
      const found = frequency.rows.map(({ key, mentions, documents: inDocuments }) => [key, mentions, inDocuments]);
      return JSON.stringify(found.sort()) === JSON.stringify(rows.sort());
    });
  });

  for (const [name, write] of [
    ["report.html", reportAsHtml],
    ["report.md", reportAsMarkdown],
  ] as const)
    it(`give the ${name} of the command line, themes and relations with the others`, async () => {
      const { services } = healthgeo;
      const report = corpusReport(expected, {
        title: FOLDER,
        taxonomy: (await services.tagging.ready()).taxonomy,
        version: (services.context.extension.packageJSON as { readonly version: string }).version,
        withDecisions: true,
        withDiscovery: true,
        leftOut: services.corpus.leftOutIn(folder).map(({ reason }) => ({ path: "latin1.md", reason })),
      });
      assert.ok((report.themes?.length ?? 0) > 0 && (report.relations?.length ?? 0) > 0);
      const file = vscode.Uri.joinPath(folder, name);
      await vscode.commands.executeCommand("healthgeo.writeReport", folder, file);
      assert.equal(await read(file), write(report));
      await vscode.commands.executeCommand("healthgeo.undoLastDecision");
    });
});
