import type { Problem } from "../problem";

/** What a reader made of a file. */
export interface ReadResult {
  /** Absent where the file cannot be read. */
  readonly markdown?: string;
  /** Of the original, where it has pages. */
  readonly pages?: number;
  readonly problems: readonly Problem[];
}

export interface ReadOptions {
  /** Names the file in problems. */
  readonly uri: string;
  /** Called before each page is read, one-based; gives the caller's thread a pause where it returns a promise. */
  readonly onPage?: (page: number, pages: number) => Promise<void> | void;
  /** Asked before each page; a reader that is cancelled gives no Markdown and no problem. */
  readonly isCancelled?: () => boolean;
}

export function refused(code: string, message: string, { uri }: ReadOptions): ReadResult {
  return { problems: [{ severity: "error", code: `import.${code}`, message, uri }] };
}
