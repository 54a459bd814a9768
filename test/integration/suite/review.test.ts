import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { TestAccess } from "../../../src/extension/extension";
import type { ReviewNode, SuggestionNode } from "../../../src/extension/presentation/review/review-tree";
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
  write,
} from "./support";

const REPORT = "China and Kenya share genomic data.\n\nChina keeps its data sovereignty.\n";

const run = (command: string, ...rest: unknown[]) => vscode.commands.executeCommand(`healthgeo.${command}`, ...rest);
const settle = () => new Promise((resolve) => setTimeout(resolve, 500));

describe("the Review view", () => {
  let healthgeo: TestAccess;
  let folder: vscode.WorkspaceFolder;

  before(async () => {
    healthgeo = await access();
    folder = workspaceFolder();
    await remove(workspacePack(folder, "workspace.yaml"));
    await vscode.commands.executeCommand("healthgeo.review.focus");
  });
  afterEach(async () => {
    await run("clearReviewFilter");
    await run("groupReviewByClass");
    await closeAll();
  });

  const open = async (content = REPORT) => {
    const editor = await openReport(folder, content);
    await reviewed(editor.document);
    return editor;
  };

  /** All rows as "label (description)", by depth. */
  function rows(node?: ReviewNode, depth = 0): string[] {
    return healthgeo.review.getChildren(node).flatMap((child) => {
      const { label, description } = healthgeo.review.getTreeItem(child);
      const text = typeof label === "string" ? label : label?.label;
      return [`${"  ".repeat(depth)}${text ?? ""} (${String(description)})`, ...rows(child, depth + 1)];
    });
  }
  const shows = (...expected: string[]) =>
    until(`the rows ${expected.join(" | ")}`, () =>
      expected.every((row) => rows().some((each) => each.trim() === row)),
    );

  function suggestions(node?: ReviewNode): SuggestionNode[] {
    return healthgeo.review
      .getChildren(node)
      .flatMap((child) => (child.kind === "suggestion" ? [child] : suggestions(child)));
  }
  const group = (label: string) => {
    const found = healthgeo.review.getChildren().find((node) => node.kind === "group" && node.label === label);
    assert.ok(found !== undefined, rows().join("\n"));
    return found;
  };
  const decided = (text: string) =>
    until(
      `the description says "${text}", not "${healthgeo.review.description}"`,
      () => healthgeo.review.description === text,
    );
  const lines = (document: vscode.TextDocument) => ledgerLines(folder, document);

  it("lists what waits for a decision by class, and says how far the review is", async () => {
    await open();
    await shows("State (3)", "Data and samples (1)", "China keeps its data sovereignty. (line 3)");
    await decided("0 of 5 decided");
  });

  it("groups by entity, by confidence, or keeps the order of the document", async () => {
    await open();
    await shows("State (3)");
    await run("groupReviewByEntity");
    await shows("China (2)", "Kenya (1)");
    await run("groupReviewByConfidence");
    await shows("90–100 % (3)", "80–89 % (2)");
    await run("groupReviewByPlace");
    await until("a flat list", () => suggestions().length === 5 && rows().every((row) => !row.startsWith(" ")));
    assert.deepEqual(
      suggestions().map(({ text }) => text),
      ["China", "Kenya", "genomic data", "China", "data sovereignty"],
    );
    assert.equal(healthgeo.services.context.workspaceState.get("healthgeo.review.grouping"), "document");
  });

  it("filters by words, class, confidence and pack, says so, and remembers it", async () => {
    await open();
    await shows("State (3)");
    for (const [filter, expected] of [
      ["china", ["China", "China"]],
      ["class:state -china", ["Kenya"]],
      ["confidence:<90", ["genomic data", "data sovereignty"]],
      ["pack:states by:term kenya", ["Kenya"]],
    ] as const) {
      healthgeo.services.queues.filter = filter;
      assert.deepEqual(
        suggestions().map(({ text }) => text),
        expected,
        filter,
      );
      assert.equal(healthgeo.review.message, `Filter “${filter}”: ${expected.length} of 5`);
    }
    assert.equal(healthgeo.services.context.workspaceState.get("healthgeo.review.filter"), "pack:states by:term kenya");
    healthgeo.services.queues.filter = "no such thing";
    assert.deepEqual(rows(), []);
    assert.equal(healthgeo.review.message, "");
  });

  it("filters while one types, and Escape brings back what was there", async () => {
    await open();
    await shows("State (3)");
    await run("filterReview");
    await settle();
    await vscode.commands.executeCommand("workbench.action.closeQuickOpen");
    await settle();
    assert.equal(healthgeo.services.queues.filter, "");
  });

  it("accepts a row, and counts it", async () => {
    const { document } = await open();
    await shows("State (3)");
    await run(
      "acceptReviewRows",
      suggestions().find(({ text }) => text === "Kenya"),
    );
    await decided("1 of 5 decided");
    await shows("State (2)");
    const [line] = await lines(document);
    assert.equal(line?.["quote"], "Kenya");
    assert.equal(line["pattern"], "Kenya");
    assert.equal(line["pack"], "states");
    assert.match(String(line["packVersion"]), /^\d+\.\d+\.\d+$/);
    assert.equal(line["confidence"], 0.95);
  });

  it("keeps the ids of the other rows when one is decided on", async () => {
    await open();
    await shows("State (3)");
    const china = () => suggestions().filter(({ text }) => text === "China");
    const [first, second] = china();
    await run("rejectReviewRows", first);
    await until(
      () => `one China is left, of ${rows().join(" | ")} in ${String(healthgeo.review.document?.uri)}`,
      () => china().length === 1,
    );
    assert.equal(china()[0]?.id, second?.id);
  });

  it("decides on several selected rows in one step", async () => {
    const { document } = await open();
    await shows("State (3)");
    const chosen = suggestions().filter(({ text }) => text === "China");
    await run("rejectReviewRows", chosen[0], chosen);
    await decided("2 of 5 decided");
    assert.deepEqual(
      (await lines(document)).map(({ status }) => status),
      ["rejected", "rejected"],
    );
    await run("undoLastDecision");
    await decided("0 of 5 decided");
    assert.deepEqual(await lines(document), []);
  });

  it("shows the mentions of a group before it decides on them, and undoes all at once", async () => {
    const { document } = await open();
    await shows("State (3)");
    const accepting = run("acceptReviewRows", group("State"));
    await settle();
    assert.deepEqual(await lines(document), []);
    await acceptPrompt();
    await accepting;
    await decided("3 of 5 decided");
    assert.equal((await lines(document)).length, 3);
    await run("undoLastDecision");
    await decided("0 of 5 decided");
  });

  it("decides on all that the filter leaves, and on nothing else", async () => {
    const { document } = await open();
    await shows("State (3)");
    healthgeo.services.queues.filter = "china";
    const rejecting = run("rejectAllInReview");
    await settle();
    await acceptPrompt();
    await rejecting;
    await until("both are rejected", async () => (await lines(document)).length === 2);
    assert.deepEqual(
      (await lines(document)).map(({ quote }) => quote),
      ["China", "China"],
    );
  });

  it("decides on nothing when the preview is left", async () => {
    const { document } = await open();
    await shows("State (3)");
    const accepting = run("acceptAllInReview");
    await settle();
    await vscode.commands.executeCommand("workbench.action.closeQuickOpen");
    await accepting;
    assert.deepEqual(await lines(document), []);
  });

  it("gives a group another class", async () => {
    const { document } = await open();
    await shows("State (3)");
    const classifying = run("classifyReviewRows", group("Data and samples"));
    await settle();
    await acceptPrompt();
    await settle();
    await acceptPrompt();
    await classifying;
    const [line] = await lines(document);
    assert.equal(line?.["quote"], "genomic data");
    assert.equal(line["status"], "accepted");
  });

  it("lists decisions that found no place with the reason; they can be placed anew or discarded", async () => {
    const editor = await openReport(folder, "China and Kenya share genomic data.\n");
    const lost = (id: string, quote: string) =>
      JSON.stringify({
        ...{ id, status: "accepted", scope: "mention", class: "actor.state", quote },
        ...{ prefix: "words that are gone ", suffix: " and others", time: "2026-05-04T09:30:00Z" },
      });
    await write(ledgerOf(folder, editor.document), `${lost("0001", "Atlantis")}\n${lost("0002", "Lemuria")}\n`);
    await shows("Needs review (2)");
    const unplaced = () =>
      healthgeo.review
        .getChildren()
        .flatMap((node) => (node.kind === "unplacedGroup" ? healthgeo.review.getChildren(node) : []));
    assert.match(
      String(healthgeo.review.getTreeItem(unplaced()[0]!).description),
      /Atlantis.*no longer in the document/,
    );
    await run("openDecision", unplaced()[1]);
    await until("the ledger is open at the line", () => vscode.window.activeTextEditor?.selection.start.line === 1);
    const report = await vscode.window.showTextDocument(editor.document);
    await shows("Needs review (2)");
    select(report, "genomic data", { whole: true });
    await run("placeDecision", unplaced()[0]);
    await shows("Needs review (1)");
    await run("discardDecisions", unplaced()[0]);
    await until("none is left", () => unplaced().length === 0);
    assert.deepEqual(
      (await lines(editor.document)).map(({ quote }) => quote),
      ["genomic data"],
    );
  });

  it("finds the row of the mention under the cursor, far down a long list", async () => {
    const editor = await open("China.\n\n".repeat(450));
    await shows("State (450)");
    const last = editor.document.positionAt(editor.document.getText().lastIndexOf("China"));
    editor.selection = new vscode.Selection(last, last);
    await until("the row is selected", () => {
      const [node] = healthgeo.review.selection;
      return node?.kind === "suggestion" && node.start === editor.document.offsetAt(last);
    });
  });

  it("lists long groups in parts", async () => {
    await open("China.\n\n".repeat(450));
    await shows("State (450)", "Show 200 more of 250 (undefined)");
    const more = healthgeo.review.getChildren(group("State")).at(-1);
    await vscode.commands.executeCommand("_healthgeo.showMoreInReview", more);
    await until("400 rows", () => suggestions().length === 400);
  });

  it("says that everything is decided", async () => {
    const { document } = await open("China is far.\n");
    await shows("State (1)");
    await run("acceptReviewRows", suggestions()[0]);
    await decided("1 of 1 decided");
    assert.deepEqual(rows(), []);
    await until("it is in the ledger", async () => (await lines(document)).length === 1);
  });

  it("decides on five thousand suggestions at once and takes them back at once", async () => {
    const { document } = await open(
      Array.from({ length: 2500 }, (_, i) => `Section ${i}: China shares genomic data with partner ${i}.\n`).join("\n"),
    );
    await until("all are found", () => (healthgeo.services.queues.of(document)?.awaiting.length ?? 0) >= 5000);
    const { awaiting } = healthgeo.services.queues.of(document)!;
    const accepting = run("acceptAllInReview");
    await settle();
    const began = Date.now();
    await acceptPrompt();
    await accepting;
    const took = Date.now() - began;
    await decided(`${awaiting.length} of ${awaiting.length} decided`);
    assert.equal((await lines(document)).length, awaiting.length);
    const undone = Date.now();
    await run("undoLastDecision");
    console.log(`HEALTHGEO_TEST ${awaiting.length} accepted in ${took} ms, undone in ${Date.now() - undone} ms`);
    await decided(`0 of ${awaiting.length} decided`);
    assert.equal(await read(ledgerOf(folder, document)), "");
  }).timeout(60_000);

  it("has nothing to list for a report without mentions, and for source code", async () => {
    await openUntitled("Nothing of ours.\n");
    await until("no rows", () => rows().length === 0 && healthgeo.review.description === "");
    await openUntitled("const China = 1;", "javascript");
    await until("no rows", () => rows().length === 0);
  });
});
