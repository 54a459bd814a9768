import type { Testimony } from "./document-senses";
import type { Definition } from "./glossary";
import type { Reading } from "./reading";

/** What was found in a block by itself; it holds as long as the block's text does, wherever the block moves. */
export interface BlockFindings {
  readonly readings: readonly Reading[];
  readonly definitions: readonly Definition[];
  readonly testimony: Testimony;
}
