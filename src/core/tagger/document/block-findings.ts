import type { Discoveries } from "../discovery/discovery";
import type { KnownName } from "../discovery/document-names";
import type { Testimony } from "./document-senses";
import type { Span } from "../../text/span";
import type { Reading } from "../reading";
import type { Definition } from "./short-forms";

/** What was found in a block by itself; it holds as long as the block's text does, wherever the block moves. */
export interface BlockFindings {
  readonly readings: readonly Reading[];
  /** Names that the taxonomy lacks; none without discovery. */
  readonly discoveries: Discoveries;
  /** Those in which it introduces abbreviations. */
  readonly brackets: readonly Span[];
  readonly statement: Statement;
}

/** What a block tells the rest of its document; the same object after an edit that does not concern it. */
export interface Statement {
  readonly definitions: readonly Definition[];
  readonly testimony: Testimony;
  /** Short forms of names that the taxonomy lacks. */
  readonly localDefinitions: readonly Definition[];
  /** What the block tells the rest of the document of such names. */
  readonly names: readonly KnownName[];
}
