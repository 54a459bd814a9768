import type { Span } from "../../text/span";
import type { RelatableMention } from "./relation-mention";
import type { VerbReading } from "./verb-forms";

export type TokenKind =
  | "noun"
  | "determiner"
  | "pronoun"
  | "verb"
  | "auxiliary"
  | "modal"
  | "negation"
  | "adverb"
  | "to"
  | "preposition"
  | "conjunction"
  | "relative"
  | "subordinator"
  | "examples"
  | "comma"
  | "stop";

/** A word, a mention (one token, however many words it has) or a pause. Offsets are UTF-16 code units of the sentence. */
export interface Token extends Span {
  /** As written, in lower case; of a mention its last word. */
  readonly word: string;
  kind: TokenKind;
  readonly mention?: RelatableMention;
  /** Whether a possessive 's or a bare apostrophe follows. */
  readonly possessive: boolean;
  /** Whether a hyphen joins it to the token before. */
  readonly hyphened: boolean;
  /** Of verbs. */
  verb?: VerbReading;
  /** Of verbs that compromise alone knows, and of what it says of words that can be noun and verb. */
  readonly tagged?: "noun" | "verb";
  /** Whether compromise could tell whether it is a verb, and was not asked. */
  uncertain?: true;
}
