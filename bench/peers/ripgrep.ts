import { spawnSync } from "node:child_process";
import type { Context } from "../context";

/** The search tool, from the npm package that VS Code takes it from. */
export class Ripgrep {
  private constructor(readonly path: string) {}

  /** Undefined where the package has no build for this machine. */
  static find(context: Context): Ripgrep | undefined {
    const executable = process.platform === "win32" ? "rg.exe" : "rg";
    const name = `@vscode/ripgrep-${process.platform}-${process.arch}`;
    const path = context.packageFile(name, "bin", executable);
    return spawnSync(path, ["--version"]).status === 0 ? new Ripgrep(path) : undefined;
  }

  /**
   * Counts the lines with one of a file's terms in all files of a folder: literal, in any case, as whole words. That asks less
   * of ripgrep than of us: it leaves a line at the first term, and counting every one takes it several times as long.
   *
   * @throws {Error} when ripgrep refuses
   */
  countLines(termsFile: string, folder: string): number {
    const options = ["-F", "-i", "-w", "--count", "--no-filename", "--no-config", "--no-ignore"];
    const { status, stdout, stderr } = spawnSync(this.path, [...options, "-f", termsFile, folder], {
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(`ripgrep failed: ${stderr}`);
    return stdout.split("\n").reduce((sum, count) => sum + Number(count), 0);
  }
}
