import { availableParallelism } from "node:os";
import { Ripgrep } from "../peers/ripgrep";
import type { Row } from "../row";
import { median, medianRatio } from "../support/statistics";
import { takeTurns } from "../support/turns";
import { workspaceFiles } from "../workspace/files";
import { WorkspacePool } from "../workspace/pool";

export const workspaceTerms: Row = {
  id: "16",
  async *run(context) {
    const ripgrep = Ripgrep.find(context);
    if (ripgrep === undefined) {
      yield { skipped: `there is no ripgrep for ${process.platform}-${process.arch} in the npm registry` };
      return;
    }
    const { folder, files } = workspaceFiles(context);
    const threads = availableParallelism();
    const pool = await WorkspacePool.start("terms", context, threads);
    const termsFile = context.termsFile("1k");
    try {
      const { found, bytes } = await pool.run(files);
      const peerLines = ripgrep.countLines(termsFile, folder);
      const times = await takeTurns(
        { ours: () => pool.run(files), ripgrep: () => ripgrep.countLines(termsFile, folder) },
        { rounds: 3, warmUps: 0 },
      );
      yield {
        measure: "terms only",
        value: medianRatio(times.ripgrep, times.ours),
        ours: { value: median(times.ours) / 1000, unit: "s" },
        peer: { name: "rg -F -i -w", value: median(times.ripgrep) / 1000, unit: "s" },
        details: { files: files.length, bytes, threads, ourMatches: found, peerLines },
      };
    } finally {
      await pool.close();
    }
  },
};
