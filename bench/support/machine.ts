import { arch, cpus, loadavg, platform, totalmem } from "node:os";
import type { MachineFacts } from "./page";

/** The machine at hand, today. */
export function readMachineFacts(): MachineFacts {
  const processors = cpus();
  return {
    date: new Date().toISOString().slice(0, 10),
    processor: processors[0]?.model.trim() ?? "unknown",
    cores: processors.length,
    memoryGigabytes: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${arch()}`,
    node: process.version,
    load: loadavg()[0]!,
  };
}
