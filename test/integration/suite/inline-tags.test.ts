import assert from "node:assert/strict";
import * as vscode from "vscode";
import {
  access,
  closeAll,
  ledgerOf,
  mentionOf,
  openReport,
  openUntitled,
  read,
  reference,
  remove,
  reviewed,
  until,
  workspaceFolder,
  workspacePack,
} from "./support";

const REPORT = "China holds genomic data.\n\nKenya agrees.\n";
const TAGGED =
  'The [Chinese state]{.actor-state entity="china"} holds [data]{.infrastructure-data}.\n\n[Kenya]{.actor-state .smallcaps}\n';

const run = (command: string, ...rest: unknown[]) => vscode.commands.executeCommand(`healthgeo.${command}`, ...rest);
const settle = () => new Promise((resolve) => setTimeout(resolve, 500));
const acceptPreview = async () => {
  await settle();
  await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
};

describe("inline tags and decisions", () => {
  let folder: vscode.WorkspaceFolder;

  before(async () => {
    folder = workspaceFolder();
    await remove(workspacePack(folder, "workspace.yaml"));
  });
  afterEach(closeAll);

  const decisions = async (document: vscode.TextDocument) =>
    (await read(ledgerOf(folder, document)))
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as Record<string, unknown>);

  const text = (document: vscode.TextDocument, expected: string) =>
    until(`the text ${JSON.stringify(expected)}`, () => document.getText() === expected);

  /** Opens a report and accepts some of its mentions. */
  async function openAccepted(...words: string[]): Promise<vscode.TextDocument> {
    const { document } = await openReport(folder, REPORT);
    for (const word of words) {
      await run("acceptMention", reference(document, mentionOf(await reviewed(document), word)));
      await reviewed(document, `${word} is accepted`, (review) => mentionOf(review, word).status === "accepted");
    }
    return document;
  }

  it("write accepted mentions into the text, all ticked, and take them back in one step", async () => {
    const document = await openAccepted("China", "genomic data");
    const before = await decisions(document);
    const done = run("convertDecisionsToTags");
    await acceptPreview();
    await done;
    assert.match(
      document.getText(),
      /^\[China\]\{\.actor-state entity="[^"]+"\} holds \[genomic data\]\{\.infrastructure-data\}\.\n\nKenya agrees\.\n$/,
    );
    const review = await reviewed(document, "tags are read", ({ mentions }) => mentions[0]?.by === "inline");
    assert.deepEqual(
      review.mentions.map(({ status }) => status),
      ["accepted", "accepted", "suggested"],
    );
    assert.deepEqual(review.unplaced, []);
    assert.deepEqual(await decisions(document), before, "the ledger keeps its lines");
    await run("undoLastDecision");
    await text(document, REPORT);
  });

  it("go back to one step of the editor's own undo", async () => {
    const document = await openAccepted("China", "genomic data");
    const done = run("convertDecisionsToTags");
    await acceptPreview();
    await done;
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand("undo");
    await text(document, REPORT);
  });

  it("come back from tags to the decisions they were", async () => {
    const document = await openAccepted("China", "genomic data");
    const before = await decisions(document);
    const there = run("convertDecisionsToTags");
    await acceptPreview();
    await there;
    await reviewed(document, "tags are read", ({ mentions }) => mentions[0]?.by === "inline");
    await document.save();
    const back = run("convertTagsToDecisions");
    await acceptPreview();
    await back;
    await text(document, REPORT);
    const review = await reviewed(document);
    assert.equal(mentionOf(review, "China").status, "accepted");
    await document.save();
    await until(
      "the ledger is as it was",
      async () => JSON.stringify(await decisions(document)) === JSON.stringify(before),
    );
  });

  it("make decisions of an author's tags, and leave what says more than a tag", async () => {
    const { document } = await openReport(folder, TAGGED);
    await reviewed(document);
    const done = run("convertTagsToDecisions");
    await acceptPreview();
    await done;
    await text(document, "The Chinese state holds data.\n\n[Kenya]{.actor-state .smallcaps}\n");
    const review = await reviewed(document, "decisions stand", ({ mentions }) =>
      mentions.some(({ text: words, status }) => words === "Chinese state" && status === "accepted"),
    );
    assert.equal(mentionOf(review, "Chinese state").entity, "china");
    const made = await decisions(document);
    assert.deepEqual(made.map(({ quote, class: id, by }) => [quote, id, by].join(" ")).sort(), [
      "Chinese state actor.state inline",
      "data infrastructure.data inline",
    ]);
    await run("undoLastDecision");
    await text(document, TAGGED);
    await until("the decisions are gone", async () => (await decisions(document)).length === 0);
  });

  it("do not touch the text of a report that can have no ledger", async () => {
    const { document } = await openUntitled(TAGGED);
    await reviewed(document);
    const done = run("convertTagsToDecisions");
    await acceptPreview();
    await done;
    await text(document, TAGGED);
  });

  it("are written in LaTeX and HTML too", async () => {
    for (const [language, content, expected] of [
      ["latex", "They hold genomic data.\n", "They hold \\healthgeo[class=infrastructure.data]{genomic data}.\n"],
      ["html", "<p>genomic data</p>\n", '<p><span class="healthgeo infrastructure-data">genomic data</span></p>\n'],
    ] as const) {
      const editor = await openUntitled(content, language);
      await reviewed(editor.document);
      const at = editor.document.positionAt(content.indexOf("genomic"));
      const action = await until(`the quick fix in ${language}`, async () => {
        const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
          "vscode.executeCodeActionProvider",
          editor.document.uri,
          new vscode.Range(at, at),
        );
        return found.find(({ title }) => title.startsWith("Tag “genomic data”"));
      });
      await vscode.workspace.applyEdit(action.edit!);
      assert.equal(editor.document.getText(), expected);
      await reviewed(editor.document, "the tag is read", ({ mentions }) => mentions[0]?.by === "inline");
    }
  });
});

describe("what is wrong with inline tags", () => {
  afterEach(closeAll);

  const problemsOf = (document: vscode.TextDocument) =>
    vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === "HealthGeo tags");

  it("is told at the very words, mended by a quick fix, and gone then", async () => {
    const { document } = await openUntitled("The [data]{.infrastructre-data} of [x]{.smallcaps}.\n");
    const [problem] = await until("a problem", () => problemsOf(document).length > 0 && problemsOf(document));
    assert.equal(document.getText(problem!.range), "infrastructre-data");
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      problem!.range,
    );
    const titles = actions.map(({ title }) => title);
    assert.ok(titles.includes("Remove the tag (this file)"), titles.join());
    const fix = actions.find(({ title }) => title === "Write “infrastructure-data” in the tag (this file)");
    await vscode.workspace.applyEdit(fix!.edit!);
    assert.equal(document.getText(), "The [data]{.infrastructure-data} of [x]{.smallcaps}.\n");
    await until("no problem is left", () => problemsOf(document).length === 0);
  });
});

describe("Write Tags to Front Matter", () => {
  afterEach(closeAll);

  it("lists what is accepted, once, and is undone in one step", async () => {
    const { document } = await openUntitled("---\ntitle: A # kept\n---\n\n[Kenya]{.actor-state} and China.\n");
    const before = document.getText();
    await reviewed(document);
    await run("writeTagsToFrontMatter");
    const after = "---\ntitle: A # kept\nhealthgeo:\n  - class: actor.state\n---\n\n[Kenya]{.actor-state} and China.\n";
    await until("the list", () => document.getText() === after);
    await reviewed(document);
    await run("writeTagsToFrontMatter");
    assert.equal(document.getText(), after);
    await vscode.commands.executeCommand("undo");
    await until("the text before", () => document.getText() === before);
  });
});

describe("the Markdown preview", () => {
  it("shows inline tags as spans of their class", async function () {
    if (vscode.extensions.getExtension("vscode.markdown-language-features") === undefined) this.skip();
    await access();
    const html = await vscode.commands.executeCommand<string>(
      "markdown.api.render",
      'The [**UK** Biobank]{.infrastructure-data entity="uk-biobank"}, [x]{.note} and `[y]{.actor-state}`.',
    );
    assert.match(
      html,
      /<span class="healthgeo infrastructure-data" data-entity="uk-biobank" title="[^"]*"><strong>UK<\/strong> Biobank<\/span>/,
    );
    assert.ok(html.includes("[x]{.note}"), html);
    assert.ok(html.includes("[y]{.actor-state}</code>"), html);
  });

  it("marks suggestions and what was accepted, with a legend, in a document that an editor shows", async function () {
    if (vscode.extensions.getExtension("vscode.markdown-language-features") === undefined) this.skip();
    const { document } = await openUntitled("China met Kenya.\r\n\r\nKenya has *genomic data* and `China`.\r\n");
    await reviewed(document);
    const html = await vscode.commands.executeCommand<string>("markdown.api.render", document);
    assert.match(html, /<span class="healthgeo actor-state suggested" title="[^"]+">China<\/span> met <span/);
    assert.match(html, /<span class="healthgeo infrastructure-data suggested"[^>]*>genomic data<\/span>/);
    assert.ok(html.includes("China</code>"), html);
    assert.match(html, /<p class="healthgeo-legend">/);
    await closeAll();
  });
});
