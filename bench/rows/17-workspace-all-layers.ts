import { availableParallelism } from "node:os";
import type { Row } from "../row";
import { median, megabytesPerSecond } from "../support/statistics";
import { takeTurns } from "../support/turns";
import { workspaceFiles } from "../workspace/files";
import { WorkspacePool } from "../workspace/pool";

/** Files that are read; the speed on them stands for the workspace, through which compromise would need minutes. */
const OUR_SAMPLE = 200;
const COMPROMISE_SAMPLE = 30;

export const workspaceAllLayers: Row = {
  id: "17",
  async *run(context) {
    const { files } = workspaceFiles(context);
    const threads = availableParallelism();
    const ours = await WorkspacePool.start("all layers", context, threads);
    const theirs = await WorkspacePool.start("compromise", context, threads);
    try {
      const [ourFiles, theirFiles] = [files.slice(0, OUR_SAMPLE), files.slice(0, COMPROMISE_SAMPLE)];
      const [ourBytes, theirBytes] = [(await ours.run(ourFiles)).bytes, (await theirs.run(theirFiles)).bytes];
      const times = await takeTurns(
        { ours: () => ours.run(ourFiles), compromise: () => theirs.run(theirFiles) },
        { rounds: 3, warmUps: 0 },
      );
      const ratios = times.ours.map(
        (time, i) => megabytesPerSecond(ourBytes, time) / megabytesPerSecond(theirBytes, times.compromise[i]!),
      );
      yield {
        measure: "all layers",
        value: median(ratios),
        ours: { value: megabytesPerSecond(ourBytes, median(times.ours)), unit: "MB/s" },
        peer: { name: "compromise", value: megabytesPerSecond(theirBytes, median(times.compromise)), unit: "MB/s" },
        details: { threads, sampleBytes: ourBytes, peerSampleBytes: theirBytes },
      };
    } finally {
      await Promise.all([ours.close(), theirs.close()]);
    }
  },
};
