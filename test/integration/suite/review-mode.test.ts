import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { TestAccess } from "../../../src/extension/extension";
import {
  acceptPrompt,
  access,
  closeAll,
  ledgerLines,
  ledgerOf,
  openReport,
  openUntitled,
  read,
  remove,
  reviewed,
  select,
  until,
  workspaceFolder,
  workspacePack,
} from "./support";

const REPORT = "China and Kenya share genomic data.\n\nChina keeps its data sovereignty.\n";

const run = (command: string, ...rest: unknown[]) => vscode.commands.executeCommand(`healthgeo.${command}`, ...rest);
const settle = () => new Promise((resolve) => setTimeout(resolve, 500));

describe("review by keys", () => {
  let healthgeo: TestAccess;
  let folder: vscode.WorkspaceFolder;

  before(async () => {
    healthgeo = await access();
    folder = workspaceFolder();
    await remove(workspacePack(folder, "workspace.yaml"));
  });
  afterEach(async () => {
    await run("endReview");
    await run("clearReviewFilter");
    await closeAll();
  });

  const start = async (content = REPORT) => {
    const editor = await openReport(folder, content);
    await reviewed(editor.document);
    await until("suggestions wait", () => (healthgeo.services.queues.of(editor.document)?.awaiting.length ?? 0) > 0);
    await run("startReview");
    return editor;
  };
  const at = (text: string, line: number) =>
    until(`the review is at ${text} in line ${line}, not at ${healthgeo.reviewMode.current?.text ?? "nothing"}`, () => {
      const { current } = healthgeo.reviewMode;
      const document = vscode.window.activeTextEditor?.document;
      return current?.text === text && document?.positionAt(current.start).line === line;
    });
  const lines = (document: vscode.TextDocument) => ledgerLines(folder, document);

  it("starts at the first suggestion behind the cursor and puts the cursor there", async () => {
    const editor = await start();
    await at("China", 0);
    assert.equal(editor.document.offsetAt(editor.selection.active), 0);
    assert.ok(healthgeo.reviewMode.isActive);
  });

  it("goes to the next suggestion and back, round the ends", async () => {
    await start();
    await run("reviewNext");
    await at("Kenya", 0);
    await run("reviewPrevious");
    await at("China", 0);
    await run("reviewPrevious");
    await at("data sovereignty", 2);
    await run("reviewNext");
    await at("China", 0);
  });

  it("accepts, rejects and classifies, and each time goes on; keys faster than the disk lose nothing", async () => {
    const { document } = await start();
    const digit = 1 + healthgeo.reviewMode.keys.indexOf("infrastructure.data");
    assert.ok(digit > 0, healthgeo.reviewMode.keys.join());
    await Promise.all([run("reviewAccept"), run("reviewReject"), run("reviewClassifyByNumber", digit)]);
    await at("China", 2);
    const decisions = new Map((await lines(document)).map(({ quote, status, class: id }) => [quote, [status, id]]));
    assert.deepEqual(decisions.get("China"), ["accepted", "actor.state"]);
    assert.deepEqual(decisions.get("Kenya"), ["rejected", "actor.state"]);
    assert.deepEqual(decisions.get("genomic data"), ["accepted", "infrastructure.data"]);
    assert.equal(decisions.size, 3);
  });

  it("takes the last decision back and returns to its mention", async () => {
    const { document } = await start();
    await run("reviewReject");
    await at("Kenya", 0);
    await run("reviewUndo");
    await at("China", 0);
    assert.deepEqual(await lines(document), []);
  });

  it("shows which digit gives which class, the most used first, and keeps them while it lasts", async () => {
    await start();
    const { keys } = healthgeo.reviewMode;
    const plain = (text: string) => text.replaceAll("\u00a0", " ");
    const [legend, message] = [plain(healthgeo.reviewMode.legend), plain(healthgeo.review.message)];
    assert.equal(keys.length, 9);
    for (const [i, id] of keys.entries()) {
      const label = healthgeo.services.taxonomy.classLabel(id);
      assert.ok(legend.includes(`${i + 1} ${label.split(" ")[0]!}`), legend);
      assert.ok(message.includes(`${i + 1} ${label}`), message);
    }
    await run("reviewClassifyByNumber", 9);
    await at("Kenya", 0);
    assert.deepEqual(healthgeo.reviewMode.keys, keys);
  });

  it("picks a class from the list", async () => {
    const { document } = await start();
    const picking = run("reviewClassify");
    await settle();
    await acceptPrompt();
    await picking;
    await at("Kenya", 0);
    assert.equal((await lines(document)).length, 1);
  });

  it("goes through what the filter leaves", async () => {
    const editor = await openReport(folder, REPORT);
    await reviewed(editor.document);
    healthgeo.services.queues.filter = "class:data";
    await run("startReview");
    await at("genomic data", 0);
    await run("reviewNext");
    await at("genomic data", 0);
  });

  it("stays when everything is decided, so that a key too many writes nothing", async () => {
    const { document } = await start("China is far.\n");
    await run("reviewAccept");
    await until("nothing is left", () => healthgeo.reviewMode.current === undefined || undefined);
    assert.ok(healthgeo.reviewMode.isActive);
    await run("reviewAccept");
    assert.equal((await lines(document)).length, 1);
    assert.match(healthgeo.reviewMode.legend, /Everything in this document is decided/);
  });

  it("types nothing into the document while it lasts, and everything afterwards", async () => {
    const { document } = await start();
    await vscode.commands.executeCommand("type", { text: "x" });
    assert.equal(document.getText(), REPORT);
    await run("endReview");
    assert.equal(healthgeo.reviewMode.isActive, false);
    await vscode.commands.executeCommand("type", { text: "x" });
    await until("the letter is there", () => document.getText() === `x${REPORT}`);
    await document.save();
  });

  it("rests while another document has the focus", async () => {
    const editor = await start();
    await openUntitled("Another one.\n");
    await until("it rests", () => !healthgeo.reviewMode.isActive);
    await vscode.window.showTextDocument(editor.document);
    await until("it goes on", () => healthgeo.reviewMode.isActive);
    await at("China", 0);
  });

  it("rests when its document is closed", async () => {
    await start();
    await closeAll();
    await until("it rests", () => !healthgeo.reviewMode.isActive);
  });
});

describe("marking by hand", () => {
  let folder: vscode.WorkspaceFolder;

  before(async () => {
    folder = workspaceFolder();
    await remove(workspacePack(folder, "workspace.yaml"));
  });
  afterEach(closeAll);

  const open = async (content: string) => {
    const editor = await openReport(folder, content);
    await reviewed(editor.document);
    return editor;
  };
  const mentions = (editor: vscode.TextEditor, expected: string[]) =>
    reviewed(editor.document, `the mentions are ${expected.join(", ")}`, (review) => {
      const texts = review.mentions.map(({ text }) => text);
      return JSON.stringify(texts) === JSON.stringify(expected);
    });

  it("extends and shrinks a mention by a word at either end, each step to be undone", async () => {
    const editor = await open("They stored genomic data twice.\n");
    await mentions(editor, ["genomic data"]);
    select(editor, "genomic data");
    await run("extendMention");
    await mentions(editor, ["genomic data twice"]);
    await run("extendMentionAtStart");
    await mentions(editor, ["stored genomic data twice"]);
    await run("shrinkMention");
    await mentions(editor, ["stored genomic data"]);
    await run("shrinkMentionAtStart");
    const { mentions: now } = await mentions(editor, ["genomic data"]);
    assert.match(now[0]?.decision?.pattern ?? "", /genomic/);
    const ledger = (await read(ledgerOf(folder, editor.document))).trimEnd().split("\n");
    assert.equal(ledger.length, 1);
    for (const before of ["stored genomic data", "stored genomic data twice", "genomic data twice", "genomic data"]) {
      await run("undoLastDecision");
      await mentions(editor, [before]);
    }
  });

  it("links words to an entity of the taxonomy, which brings its class along", async () => {
    const editor = await open("The old kingdom agrees.\n");
    select(editor, "old kingdom", { whole: true });
    const linking = run("linkEntity");
    await settle();
    await vscode.commands.executeCommand("workbench.action.closeQuickOpen");
    await linking;
    await mentions(editor, []);
  });

  it("takes the entity from a mention, and gives it back", async () => {
    const editor = await open("China agrees.\n");
    const { mentions: before } = await mentions(editor, ["China"]);
    assert.equal(before[0]?.entity, "china");
    select(editor, "China");
    const linking = run("linkEntity");
    await settle();
    await vscode.commands.executeCommand("workbench.action.quickOpenSelectPrevious");
    await acceptPrompt();
    await linking;
    await reviewed(editor.document, "no entity", (review) => review.mentions[0]?.entity === undefined);
    await run("undoLastDecision");
    await reviewed(editor.document, "the entity is back", (review) => review.mentions[0]?.entity === "china");
  });

  it("offers the classes used lately first, and a digit for each", async () => {
    const editor = await open("The blue lampshade and the red lampshade.\n");
    const { services } = await access();
    services.classUse.record("sovereignty.flow");
    select(editor, "blue lampshade", { whole: true });
    const picking = run("classifyMention");
    await settle();
    await acceptPrompt();
    await picking;
    const review = await mentions(editor, ["blue lampshade"]);
    assert.equal(review.mentions[0]?.class, "sovereignty.flow");
    assert.equal(services.classUse.recent[0], "sovereignty.flow");
  });
});
