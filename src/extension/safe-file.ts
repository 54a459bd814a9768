/** The files of one folder, as far as a safe file needs them. Methods throw what the file system throws. */
export interface Folder {
  /** The content of a file; undefined where there is none of that name. */
  read(name: string): Promise<Uint8Array | undefined>;
  /** Writes a file, which may be stopped halfway; makes the folder if need be. */
  write(name: string, content: Uint8Array): Promise<void>;
  /** Renames a file over another one. This may take two steps: the other is deleted, then the file is renamed. */
  rename(from: string, to: string): Promise<void>;
  /** Removes a file; one that is not there is no error. */
  delete(name: string): Promise<void>;
  /** The names of all files in the folder; none where there is no folder. */
  names(): Promise<string[]>;
}

/** The end of a name under which a file is written before it takes its own: its bytes when it is whole, and since when. */
const TEMPORARY = /\.(?<bytes>\d+)-(?<time>\d+)-[a-z0-9]+\.tmp$/;

/** Nobody is still writing a file after this time, in milliseconds. */
const LEFT_OVER_MS = 600_000;

/**
 * A file that is replaced as a whole: whenever the work stops, one finds the old content or the new one.
 *
 * The new content is written beside the file and then renamed over it. An extension has no atomic rename: VS Code deletes
 * the target before it renames. So a file may be missing for a moment, or for good where the computer stops just then.
 * Then the whole content is still beside it, under a name that says how long it is, and is taken from there.
 */
export class SafeFile {
  /** @param wait passes a time in which another window would have finished its rename */
  constructor(
    private readonly folder: Folder,
    private readonly name: string,
    private readonly wait: () => Promise<void>,
  ) {}

  /** The content; undefined where there is no such file. Ends a rename that was begun and never finished. */
  async read(): Promise<Uint8Array | undefined> {
    return this.readBeside(undefined);
  }

  /**
   * Replaces the content if it is still what `isExpected` wants; returns whether it was.
   *
   * @throws what the file system throws where the file cannot be written; then it is as it was
   */
  async replace(content: Uint8Array, isExpected: (current: Uint8Array | undefined) => boolean): Promise<boolean> {
    const unique = Math.random().toString(36).slice(2, 10);
    const temporary = `${this.name}.${content.length}-${Date.now()}-${unique}.tmp`;
    try {
      await this.folder.write(temporary, content);
      if (isExpected(await this.readBeside(temporary))) {
        await this.finish(temporary);
        return true;
      }
      await this.folder.delete(temporary);
      return false;
    } catch (error) {
      // Without the file itself, the new content is all there is.
      if ((await this.folder.read(this.name)) !== undefined) await this.folder.delete(temporary);
      throw error;
    }
  }

  /** Removes what was being written when the work stopped long ago. */
  async tidy(): Promise<void> {
    const isLeftOver = (name: string) => Number(TEMPORARY.exec(name)!.groups!["time"]) < Date.now() - LEFT_OVER_MS;
    const leftOver = (await this.temporaries()).filter(isLeftOver);
    if (leftOver.length === 0 || (await this.read()) === undefined) return;
    for (const name of leftOver) await this.folder.delete(name);
  }

  /** Reads the file while this window is writing another version of it, which is no remedy for a missing file. */
  private async readBeside(own: string | undefined): Promise<Uint8Array | undefined> {
    const content = await this.folder.read(this.name);
    if (content !== undefined || (await this.wholeTemporary(own)) === undefined) return content;
    await this.wait();
    const settled = await this.folder.read(this.name);
    if (settled !== undefined) return settled;
    const temporary = await this.wholeTemporary(own);
    if (temporary !== undefined) await this.finish(temporary);
    return this.folder.read(this.name);
  }

  /** Gives a temporary file the name of the file; another window that missed the file may have done so already. */
  private async finish(temporary: string): Promise<void> {
    try {
      await this.folder.rename(temporary, this.name);
    } catch (error) {
      if ((await this.folder.read(temporary)) !== undefined) throw error;
    }
  }

  private async temporaries(): Promise<string[]> {
    const names = await this.folder.names();
    return names.filter((name) => name.startsWith(`${this.name}.`) && TEMPORARY.test(name));
  }

  private async wholeTemporary(own: string | undefined): Promise<string | undefined> {
    for (const name of await this.temporaries()) {
      if (name === own) continue;
      const content = await this.folder.read(name);
      if (content?.length === Number(TEMPORARY.exec(name)!.groups!["bytes"])) return name;
    }
    return undefined;
  }
}
