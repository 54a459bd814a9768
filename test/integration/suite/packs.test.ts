import assert from "node:assert/strict";
import * as vscode from "vscode";
import { access, closeAll, read, remove, until, workspaceFolder, workspacePack, write } from "./support";

const HEAD = "id: harbour\ntitle: Harbour\nversion: 1.0.0\nlanguage: en\n";
const PACK = `${HEAD}
entities:
  - id: mombasa-hub
    class: actor.research
    label: Mombasa Data Hub
    terms: [Mombasa Hub, MDH]
    links: { wikidata: Q1 }
  - id: mombasa-lab
    class: actor.research
    label: Mombasa Sequencing Laboratory
    broader: mombasa-hub

tests:
  - text: The Mombasa Data Hub opened.
    expect:
      - { text: Mombasa Data Hub, class: actor.research, entity: mombasa-hub }
  - text: The Mombasa Hub closed.
    expect:
      - { text: Mombasa Hub, class: actor.company }
`;

/** The name of the pack's file; every test writes it anew. */
const NAME = "harbour.yaml";

describe("writing taxonomy packs", () => {
  let folder: vscode.WorkspaceFolder;
  let pack: vscode.Uri;

  before(async () => {
    folder = workspaceFolder();
    pack = workspacePack(folder, NAME);
    // Others test that a ledger which is not UTF-8 is left alone; a rename refuses to go past it.
    const ledgers = vscode.Uri.joinPath(folder.uri, ".healthgeo", "annotations");
    for (const [name] of await vscode.workspace.fs.readDirectory(ledgers)) {
      if (name.startsWith("integration-")) await remove(vscode.Uri.joinPath(ledgers, name));
    }
  });
  afterEach(async () => {
    await closeAll();
    await remove(pack);
  });

  async function open(source: string): Promise<vscode.TextEditor> {
    await write(pack, source);
    await access();
    const document = await vscode.workspace.openTextDocument(pack);
    await until("the editor has the text on disk", () => document.getText() === source);
    return vscode.window.showTextDocument(document);
  }

  /** Opens a pack with the cursor where `|` stands. */
  async function openAt(marked: string): Promise<{ document: vscode.TextDocument; position: vscode.Position }> {
    const at = marked.indexOf("|");
    const { document } = await open(marked.replace("|", ""));
    return { document, position: document.positionAt(at) };
  }

  const diagnostics = (code: string, uri = pack) =>
    until(`a diagnostic ${code}`, () => {
      const found = vscode.languages.getDiagnostics(uri).filter((each) => each.code === code);
      return found.length > 0 && found;
    });

  /** The quick fix of a diagnostic whose title begins so. */
  const fixFor = (diagnostic: vscode.Diagnostic, beginning: string) =>
    until(`a quick fix "${beginning}"`, async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        "vscode.executeCodeActionProvider",
        pack,
        diagnostic.range,
      );
      return actions.find(({ title }) => title.startsWith(beginning));
    });

  /** Applies a quick fix to a pack and returns the text after it. */
  async function mended(source: string, code: string, beginning: string): Promise<string> {
    const { document } = await open(source);
    const [diagnostic] = await diagnostics(code);
    const fix = await fixFor(diagnostic!, beginning);
    assert.ok(fix.edit !== undefined);
    assert.ok(fix.title.includes(NAME), "the title names the file that is written");
    await vscode.workspace.applyEdit(fix.edit);
    await until("the diagnostic is gone", () =>
      vscode.languages.getDiagnostics(pack).every((each) => each.code !== code),
    );
    const text = document.getText();
    await vscode.commands.executeCommand("undo");
    assert.equal(document.getText(), source, "one undo takes the fix back");
    return text;
  }

  async function completions(marked: string): Promise<vscode.CompletionItem[]> {
    const { document, position } = await openAt(marked);
    return until("completions", async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        "vscode.executeCompletionItemProvider",
        document.uri,
        position,
      );
      return list.items.length > 0 && list.items;
    });
  }

  const labelsOf = (items: readonly vscode.CompletionItem[]) =>
    items.map(({ label }) => (typeof label === "string" ? label : label.label));

  it("completes the keys that are still missing, with documentation", async () => {
    const items = await completions(`${HEAD}entities:\n  - id: a\n    |\n`);
    const key = items.find(({ label }) => label === "class");
    assert.ok(key?.documentation !== undefined);
    assert.ok(labelsOf(items).includes("broader"));
    assert.ok(!labelsOf(items).includes("id"));
  });

  it("completes classes, entities, case modes and tags", async () => {
    const classes = await completions(`${HEAD}entities:\n  - id: a\n    class: |\n`);
    assert.ok(labelsOf(classes).includes("actor.research"));
    const entities = await completions(`${PACK}  - text: a\n    expect: [{ text: a, entity: | }]\n`);
    assert.ok(labelsOf(entities).includes("mombasa-hub"));
    assert.ok(entities.length > 1000, "those of the built-in packs too");
    const modes = await completions(`${HEAD}terms:\n  actor.state:\n    - { text: a, case: | }\n`);
    assert.deepEqual(labelsOf(modes).slice(0, 4), ["any", "capital", "exact", "acronym"]);
    const tags = await completions(`${HEAD}rules:\n  - id: a\n    class: actor.state\n    match: "#N|"\n`);
    assert.ok(labelsOf(tags).includes("#NameWord"));
    assert.ok(labelsOf(tags).includes("#Noun"));
  });

  async function hoverOn(words: string): Promise<string> {
    const { document } = await open(PACK);
    const position = document.positionAt(document.getText().indexOf(words) + 1);
    const hovers = await until(`a hover on ${words}`, async () => {
      const found = await vscode.commands.executeCommand<vscode.Hover[]>(
        "vscode.executeHoverProvider",
        document.uri,
        position,
      );
      return found.length > 0 && found;
    });
    return hovers
      .flatMap(({ contents }) => contents.map((content) => (content as vscode.MarkdownString).value))
      .join("\n");
  }

  it("tells in a hover what an id or a term stands for", async () => {
    const ofClass = await hoverOn("actor.research");
    assert.match(ofClass, /Research body/);
    assert.match(ofClass, /no file in this workspace/);
    const ofEntity = await hoverOn("mombasa-hub\n\ntests");
    assert.match(ofEntity, /Mombasa Data Hub/);
    assert.match(ofEntity, /wikidata/);
    const ofTerm = await hoverOn("MDH");
    assert.match(ofTerm, /2 forms/);
    assert.match(ofTerm, /acronym/);
  });

  it("finds the definition and all references of an entity", async () => {
    const { document } = await open(PACK);
    const position = document.positionAt(PACK.indexOf("broader: mombasa-hub") + 12);
    const definitions = await vscode.commands.executeCommand<vscode.Location[]>(
      "vscode.executeDefinitionProvider",
      pack,
      position,
    );
    assert.deepEqual(
      definitions.map(({ range }) => range.start.line),
      [6],
    );
    const references = await vscode.commands.executeCommand<vscode.Location[]>(
      "vscode.executeReferenceProvider",
      pack,
      position,
    );
    assert.deepEqual(
      references.map(({ range }) => document.getText(range)),
      ["mombasa-hub", "mombasa-hub", "mombasa-hub"],
    );
  });

  it("outlines a pack", async () => {
    await open(PACK);
    const symbols = await until("an outline", async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
        "vscode.executeDocumentSymbolProvider",
        pack,
      );
      return found !== undefined && found.length > 0 && found;
    });
    const entities = symbols.find(({ name }) => name === "entities");
    assert.deepEqual(
      entities?.children.map(({ name }) => name),
      ["mombasa-hub", "mombasa-lab"],
    );
  });

  async function rename(words: string, newName: string): Promise<vscode.WorkspaceEdit> {
    const document = await vscode.workspace.openTextDocument(pack);
    const position = document.positionAt(document.getText().indexOf(words) + 1);
    return vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      "vscode.executeDocumentRenameProvider",
      pack,
      position,
      newName,
    );
  }

  it("renames an entity in its pack, and one undo takes it back", async () => {
    const { document } = await open(PACK);
    await vscode.workspace.applyEdit(await rename("mombasa-hub", "coast-hub"));
    assert.equal(document.getText(), PACK.replaceAll("mombasa-hub", "coast-hub"));
    await vscode.commands.executeCommand("undo");
    assert.equal(document.getText(), PACK);
  });

  it("renames in the ledgers of all reports with the same edit", async () => {
    const ledger = vscode.Uri.joinPath(folder.uri, ".healthgeo", "annotations", "coast", "note.md.jsonl");
    const line = `{"id":"0000000000000001","status":"accepted","scope":"document","class":"actor.research","entity":"mombasa-hub","quote":"mombasa-hub","prefix":"","suffix":"","time":"2026-07-01T09:30:00Z"}\n`;
    await write(ledger, line);
    try {
      await open(PACK);
      const edit = await rename("mombasa-hub", "coast-hub");
      assert.deepEqual(
        edit
          .entries()
          .map(([uri]) => uri.toString())
          .sort(),
        [ledger.toString(), pack.toString()].sort(),
      );
      await vscode.workspace.applyEdit(edit);
      const changed = await vscode.workspace.openTextDocument(ledger);
      assert.equal(changed.getText(), line.replace('"entity":"mombasa-hub"', '"entity":"coast-hub"'));
      assert.ok(await changed.save());
      assert.match(await read(ledger), /coast-hub/);
    } finally {
      await closeAll();
      await remove(vscode.Uri.joinPath(ledger, ".."));
    }
  });

  it("refuses to rename what is built in, and to an id that is taken", async () => {
    await open(PACK);
    await assert.rejects(rename("actor.research", "actor.science"), /outside this workspace/);
    await assert.rejects(rename("mombasa-hub", "mombasa-lab"), /already/);
  });

  it("sorts a pack and keeps its comments", async () => {
    const { document } = await open(
      `${HEAD}entities:\n  # second\n  - id: b\n    label: Bee Hub\n    class: actor.research\n  - id: a # first\n    class: actor.research\n    label: Ay Hub\n`,
    );
    const edits = await vscode.commands.executeCommand<vscode.TextEdit[]>(
      "vscode.executeFormatDocumentProvider",
      pack,
      { insertSpaces: true, tabSize: 2 },
    );
    const edit = new vscode.WorkspaceEdit();
    edit.set(pack, edits);
    await vscode.workspace.applyEdit(edit);
    assert.equal(
      document.getText(),
      `${HEAD}entities:\n  - id: a # first\n    class: actor.research\n    label: Ay Hub\n  # second\n  - id: b\n    class: actor.research\n    label: Bee Hub\n`,
    );
  });

  it("points at an unknown key and an unknown class at the very words, and mends them", async () => {
    const key = await mended(
      `${HEAD}entities:\n  - id: a\n    clas: actor.state\n    label: Ay\n`,
      "pack.unknown-key",
      "Did you mean “class”",
    );
    assert.match(key, /^ {4}class: actor\.state$/m);
    const unknown = `${HEAD}entities:\n  - id: a\n    class: actor.reserch\n    label: Ay Hub\n`;
    const { document } = await open(unknown);
    const [diagnostic] = await diagnostics("taxonomy.unknown-class");
    assert.equal(document.getText(diagnostic!.range), "actor.reserch");
    assert.match(
      await mended(unknown, "taxonomy.unknown-class", "Did you mean “actor.research”"),
      /class: actor\.research$/m,
    );
  });

  it("names the other place of a duplicate term, and removes it here", async () => {
    const twice = `${HEAD}terms:\n  actor.community:\n    - harbour nurses\n    - harbour nurse\n    - tug crew\n`;
    await open(twice);
    const [duplicate] = await diagnostics("taxonomy.duplicate-term");
    assert.equal(duplicate?.relatedInformation?.[0]?.location.uri.toString(), pack.toString());
    const text = await mended(twice, "taxonomy.duplicate-term", "Remove “harbour nurse");
    assert.equal(text.split("\n").filter((line) => line.includes("harbour nurse")).length, 1);
  });

  it("warns of a shadowed term and of one that never matches", async () => {
    await open(
      `${HEAD}entities:\n  - id: quay\n    class: actor.company\n    label: quay works\nterms:\n  actor.community:\n    - { text: quay works, plural: false, case: exact }\n    - { text: dock hand, notNear: [dock] }\n`,
    );
    await diagnostics("taxonomy.shadowed-term");
    const [never] = await diagnostics("taxonomy.unreachable-term");
    await fixFor(never!, "Remove “dock hand” here");
  });

  it("warns of a retirement of what no other pack has, and names the entity that may be meant", async () => {
    const source = `${HEAD}retire:\n  - novogen\n`;
    const { document } = await open(`${source}  - { class: actor.community, text: dock hand }\n`);
    const [entity, term] = await diagnostics("taxonomy.retires-nothing");
    assert.deepEqual(
      [entity, term].map((each) => document.getText(each!.range)),
      ["novogen", "dock hand"],
    );
    await fixFor(term!, "Remove “dock hand” here");
    assert.match(await mended(source, "taxonomy.retires-nothing", "Did you mean “novogene”"), /^ {2}- novogene$/m);
  });

  it("warns of an acronym that is a common word, and guards it", async () => {
    const text = await mended(
      `${HEAD}entities:\n  - id: aid\n    class: actor.company\n    label: Atlantic Island Docks\n    terms: [AID]\n`,
      "taxonomy.ambiguous-acronym",
      "Say that “AID” is an acronym",
    );
    assert.match(text, /terms: \[\{ text: AID, case: acronym \}\]/);
  });

  it("finds a circle in broader, and opens it", async () => {
    const source = `${HEAD}entities:\n  - id: a\n    class: actor.company\n    label: Ay Docks\n    broader: b\n  - id: b\n    class: actor.company\n    label: Bee Docks\n    broader: a\n`;
    assert.equal((await mended(source, "taxonomy.broader-cycle", "Remove “broader:")).match(/broader/g)?.length, 1);
  });

  it("shows a failed test at its expectation, updates it and explains it", async () => {
    const { document } = await open(PACK);
    // What an earlier pack of this name said may stand until the new one is checked.
    const failure = await until("the failure at its words", async () =>
      (await diagnostics("pack.test-failed")).find(({ range }) => document.getText(range) === "Mombasa Hub"),
    );
    const update = await fixFor(failure, "Expect actor.research mombasa-hub instead");
    await vscode.workspace.applyEdit(update.edit!);
    assert.match(document.getText(), /text: Mombasa Hub, class: actor\.research \}/);
    await vscode.commands.executeCommand("undo");
    const explain = await until("the explanation", async () => fixFor(failure, "Explain the text of the test"));
    const { command } = explain;
    await vscode.commands.executeCommand(command!.command, ...(command!.arguments as unknown[]));
    await until("the explanation is shown", () =>
      vscode.window.visibleTextEditors.some(
        ({ document: page }) => page.getText().includes("Mombasa Hub") && page.uri.scheme === "healthgeo-explain",
      ),
    );
  });

  it("runs a test from its lens and says how it went", async () => {
    await open(PACK);
    const lenses = async () =>
      vscode.commands.executeCommand<vscode.CodeLens[]>("vscode.executeCodeLensProvider", pack, 10);
    const [first] = await until("a lens for each test", async () => {
      const found = await lenses();
      return found.length === 2 && found;
    });
    const { command } = first!;
    await vscode.commands.executeCommand(command!.command, ...(command!.arguments as unknown[]));
    const titles = await until("both results", async () => {
      const found = (await lenses()).map((lens) => lens.command?.title ?? "");
      return found.every((title) => /Passed|Failed/.test(title)) && found;
    });
    assert.match(titles[0]!, /Passed/);
    assert.match(titles[1]!, /Failed/);
  });

  it("runs the tests again when the pack is saved", async () => {
    const editor = await open(PACK);
    await diagnostics("pack.test-failed");
    const at = editor.document.positionAt(PACK.indexOf("actor.company"));
    await editor.edit((edit) => {
      edit.replace(new vscode.Range(at, at.translate(0, "actor.company".length)), "actor.research");
    });
    await editor.document.save();
    await until("no test fails", () => vscode.languages.getDiagnostics(pack).length === 0);
  });

  it("shows its tests in the Test Explorer and runs them there", async () => {
    const { packs } = await access();
    await open(PACK);
    const root = await until("the pack is in the Test Explorer", () => packs.explorer.items?.get(pack.toString()));
    assert.equal(root.children.size, 2);
    const results = await packs.explorer.run(new vscode.TestRunRequest([root]));
    assert.deepEqual([results.passed, results.failed], [1, 1]);
  });

  it("checks and tests packs that are written in the folder taxonomies, without putting them in force", async () => {
    const other = vscode.Uri.joinPath(folder.uri, "taxonomies", NAME);
    await write(
      other,
      PACK.replace("label: Mombasa Sequencing Laboratory", "label: Mombasa Sequencing Laboratory\n    lable: x"),
    );
    try {
      const document = await vscode.workspace.openTextDocument(other);
      const editor = await vscode.window.showTextDocument(document);
      const [unknown] = await diagnostics("pack.unknown-key", other);
      assert.equal(document.getText(unknown!.range), "lable");
      await editor.edit((edit) => {
        edit.delete(document.lineAt(unknown!.range.start.line).rangeIncludingLineBreak);
      });
      await document.save();
      const [failure] = await diagnostics("pack.test-failed", other);
      assert.equal(document.getText(failure!.range), "Mombasa Hub");
      const { services } = await access();
      assert.equal(services.taxonomy.entityOf("mombasa-hub"), undefined);
    } finally {
      await closeAll();
      await remove(other);
    }
  });

  it("leaves YAML alone that is no pack", async () => {
    const other = vscode.Uri.joinPath(folder.uri, "taxonomies", "tags.yaml");
    await write(other, "colour: [red, blue]\n");
    try {
      const document = await vscode.workspace.openTextDocument(other);
      await vscode.window.showTextDocument(document);
      await open(`${HEAD}wrong: 1\n`);
      await diagnostics("pack.unknown-key");
      assert.deepEqual(vscode.languages.getDiagnostics(other), []);
    } finally {
      await closeAll();
      await remove(other);
    }
  });
});
