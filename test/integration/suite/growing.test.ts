import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { TestAccess } from "../../../src/extension/extension";
import {
  acceptingPrompts,
  access,
  closeAll,
  ledgerOf,
  mentionOf,
  openReport,
  quickFixes,
  read,
  reference,
  remove,
  reviewed,
  runQuickFix,
  until,
  withSetting,
  workspaceFolder,
  workspacePack,
  write,
} from "./support";

/** Sorts before every other pack of the workspace, so that prompts offer it first. */
const NAME = "a-lakes.yaml";
const PACK = `# Ours.
id: a-lakes
title: Great Lakes
version: 1.0.0
language: en
entities:
  - id: mwanza-hub # the first
    class: actor.research
    label: Mwanza Data Hub

  # The last one.
  - id: zzz-hub
    class: actor.research
    label: Zzz Data Hub
`;
const REPORT = "China met the Zomborra Cancer Guild (ZCG) there.\n\nThen a theta freezer broke.\n";
/** Reading the whole workspace takes a slow host this long. In milliseconds. */
const LONG = 90_000;

describe("growing the taxonomy from the text", () => {
  let healthgeo: TestAccess;
  let reports: vscode.Uri[] = [];
  const pack = () => workspacePack(workspaceFolder(), NAME);

  before(async () => {
    healthgeo = await access();
  });
  beforeEach(async () => {
    await write(pack(), PACK);
    await healthgeo.services.taxonomy.reload();
  });
  afterEach(async () => {
    await closeAll();
    for (const uri of reports) await remove(uri);
    reports = [];
    await remove(pack());
  });

  it("adds a candidate as an entity by a quick fix, keeps comments and order, and undoes", async () => {
    const editor = await report(REPORT);
    const review = await reviewed(editor.document, "the candidate is there", ({ mentions }) => mentions.length > 2);
    const classId = mentionOf(review, "Zomborra Cancer Guild").class;
    await acceptingPrompts(
      runQuickFix(editor, "Zomborra Cancer Guild", "Add “Zomborra Cancer Guild” to a taxonomy pack as…"),
    );
    const entity = `  - id: zomborra-cancer-guild\n    class: ${classId}\n    label: Zomborra Cancer Guild\n`;
    assert.equal(await read(pack()), PACK.replace("\n  # The last", `${entity}\n  # The last`));
    await vscode.commands.executeCommand("undo");
    const document = await vscode.workspace.openTextDocument(pack());
    await until("the pack is as it was", () => document.getText() === PACK);
    await document.save();
  });

  it("tags the text anew with what was added", async () => {
    const { document } = await report(REPORT);
    const at = REPORT.indexOf("theta freezer");
    const span = { start: at, end: at + "theta freezer".length };
    await reviewed(document);
    const place = { uri: document.uri.toString(), ...span, text: "theta freezer" };
    await acceptingPrompts(vscode.commands.executeCommand("healthgeo.addToPack", place));
    assert.match(await read(pack()), /id: theta-freezer\n/);
    const review = await reviewed(document, "the words are a mention", ({ mentions }) =>
      mentions.some(({ text }) => text === "theta freezer"),
    );
    assert.equal(mentionOf(review, "theta freezer").entity, "theta-freezer");
  });

  it("offers selected words, but nothing that the taxonomy knows already", async () => {
    const editor = await report(REPORT);
    await reviewed(editor.document);
    const titles = async (words: string) => (await quickFixes(editor, words)).map(({ title }) => title);
    const isOffer = (title: string) => title.startsWith("Add ");
    assert.ok((await titles("theta freezer")).some(isOffer));
    assert.ok(!(await titles("China")).some(isOffer));
  });

  it("refuses words with brackets, and writes nothing", async () => {
    const { document } = await report("A [theta] freezer.\n");
    await reviewed(document);
    const place = { uri: document.uri.toString(), start: 2, end: 17, text: "[theta] freezer" };
    await vscode.commands.executeCommand("healthgeo.addToPack", place);
    assert.equal(await read(pack()), PACK);
  });

  it("promotes candidates of the whole workspace in bulk, with one step to undo", async function () {
    this.timeout(LONG);
    await report(REPORT);
    await report("The Zomborra Cancer Guild (ZCG) met the Quorra Cancer Guild.\n");
    await acceptingPrompts(vscode.commands.executeCommand("healthgeo.promoteCandidates"), LONG);
    const text = await read(pack());
    assert.match(
      text,
      / {2}- id: zomborra-cancer-guild\n {4}class: \S+\n {4}label: Zomborra Cancer Guild\n {4}terms: \[ZCG\]\n/,
    );
    assert.match(text, / {2}- id: quorra-cancer-guild\n/);
    assert.ok(
      text.startsWith("# Ours.\n") &&
        text.includes("# the first") &&
        text.includes("  # The last one.\n  - id: zzz-hub"),
    );
    await vscode.commands.executeCommand("undo");
    const document = await vscode.workspace.openTextDocument(pack());
    await until("the pack is as it was", () => document.getText() === PACK);
    await document.save();
  });

  it("promotes candidates where the setting leaves them unmarked, but none that somebody rejected", async function () {
    this.timeout(LONG);
    const { document } = await report("The Zomborra Cancer Guild met the Quorra Cancer Guild.\n");
    const mention = mentionOf(await reviewed(document), "Quorra Cancer Guild");
    await vscode.commands.executeCommand("healthgeo.rejectMention", reference(document, mention));
    await withSetting("discovery", false, async () => {
      await acceptingPrompts(vscode.commands.executeCommand("healthgeo.promoteCandidates"), LONG);
    });
    const text = await read(pack());
    assert.match(text, / {2}- id: zomborra-cancer-guild\n/);
    assert.doesNotMatch(text, /quorra/);
    await vscode.commands.executeCommand("healthgeo.undoLastDecision");
    await remove(ledgerOf(workspaceFolder(), document));
  });

  async function report(content: string): Promise<vscode.TextEditor> {
    const editor = await openReport(workspaceFolder(), content);
    reports.push(editor.document.uri);
    return editor;
  }
});
