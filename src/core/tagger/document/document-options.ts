import type { TextFormat } from "../../text/format";

/** How a document is to be read. */
export interface DocumentOptions {
  /** The markup of the text; `plain` where absent. */
  readonly format?: TextFormat;
  /** Names the document in problems. */
  readonly uri?: string;
}
