import type { Discoveries } from "../discovery/discovery";
import type { KnownName } from "../discovery/document-names";
import type { Testimony } from "./document-senses";
import type { Reading } from "../reading";
import type { Definition } from "./short-forms";

/** What was found in a block by itself; it holds as long as the block's text does, wherever the block moves. */
export interface BlockFindings {
  readonly readings: readonly Reading[];
  readonly definitions: readonly Definition[];
  readonly testimony: Testimony;
  /** Names that the taxonomy lacks; none without discovery. */
  readonly discoveries: Discoveries;
  /** Short forms of such names. */
  readonly localDefinitions: readonly Definition[];
  /** What the block tells the rest of the document of such names. */
  readonly names: readonly KnownName[];
}
