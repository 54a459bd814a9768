import assert from "node:assert/strict";
import * as vscode from "vscode";
import { access, remove, until, withSetting, workspaceFolder, write } from "./support";

/** What the test uses of the built-in git extension. */
interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): { openRepository(root: vscode.Uri): Promise<unknown> };
}

/** Absent in a web host, and where it lacks a native module, as in some packages of VS Code. */
async function gitExtension(): Promise<GitExtension | undefined> {
  try {
    const git = await vscode.extensions.getExtension<GitExtension>("vscode.git")?.activate();
    return git?.enabled === true ? git : undefined;
  } catch {
    return undefined;
  }
}

describe("the annotator", () => {
  let root: vscode.Uri;

  before(() => {
    root = vscode.Uri.joinPath(workspaceFolder().uri, "repository");
  });
  after(() => remove(root));

  const at = (...names: string[]) => vscode.Uri.joinPath(root, ...names);

  it("is nobody where neither settings nor git know a name", async () => {
    const { annotator } = (await access()).services;
    const document = vscode.Uri.joinPath(workspaceFolder().uri, "report.md");
    assert.equal(annotator.nameFor(document), undefined);
    assert.equal(annotator.stamp(document).author, undefined);
  });

  it("is whom git knows in the repository of the document, where there is git", async function () {
    const git = await gitExtension();
    if (git === undefined) return this.skip();
    await write(at(".git", "HEAD"), "ref: refs/heads/main\n");
    await write(at(".git", "config"), "[core]\n\trepositoryformatversion = 0\n[user]\n\tname = Grace\n");
    await vscode.workspace.fs.createDirectory(at(".git", "objects"));
    await vscode.workspace.fs.createDirectory(at(".git", "refs"));
    await git.getAPI(1).openRepository(root);
    const { annotator } = (await access()).services;
    await until("git's name is known", () => annotator.nameFor(at("report.md")) === "Grace");
    assert.equal(annotator.stamp(at("report.md")).author, "Grace");
    await withSetting("author", "Ada", () => {
      assert.equal(annotator.nameFor(at("report.md")), "Ada");
      return Promise.resolve();
    });
  });
});
