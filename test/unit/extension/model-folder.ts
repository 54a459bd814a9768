import type { Folder } from "../../../src/extension/safe-file";

/** Thrown where the computer stops; nothing happens after it. */
export class PowerCut extends Error {}

/** The files that every window sees. */
export type Disk = Map<string, Uint8Array>;

export interface ModelOptions {
  /** Whether a rename over another file is one step, as on a disk, or two, as VS Code makes it. */
  readonly isRenameAtomic: boolean;
  /** Steps until the power cut: one for each operation, one more for each byte written. */
  readonly steps?: number;
  /** Called before each step, so that others can take their turns. */
  readonly turn?: () => Promise<void>;
}

/** A folder on a disk as one window works with it. */
export class ModelFolder implements Folder {
  private stepsLeft: number;

  constructor(
    readonly disk: Disk,
    private readonly options: ModelOptions,
  ) {
    this.stepsLeft = options.steps ?? Infinity;
  }

  async read(name: string): Promise<Uint8Array | undefined> {
    await this.step();
    return this.disk.get(name);
  }

  async write(name: string, content: Uint8Array): Promise<void> {
    await this.step();
    const written = Math.min(content.length, this.stepsLeft);
    this.disk.set(name, content.slice(0, written));
    this.stepsLeft -= written;
    if (written < content.length) throw new PowerCut();
  }

  async rename(from: string, to: string): Promise<void> {
    await this.step();
    if (!this.disk.has(from)) throw new Error(`${from} is not there`);
    if (!this.options.isRenameAtomic) {
      this.disk.delete(to);
      await this.step();
    }
    const content = this.disk.get(from);
    if (content === undefined) throw new Error(`${from} is not there`);
    this.disk.delete(from);
    this.disk.set(to, content);
  }

  async delete(name: string): Promise<void> {
    await this.step();
    this.disk.delete(name);
  }

  async names(): Promise<string[]> {
    await this.step();
    return [...this.disk.keys()].sort();
  }

  private async step(): Promise<void> {
    await this.options.turn?.();
    if (this.stepsLeft < 1) throw new PowerCut();
    this.stepsLeft -= 1;
  }
}
