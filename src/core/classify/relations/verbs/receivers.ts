import { NATIONALITY_WORDS } from "../../../tagger/nationality-words";
import { facetOf } from "../../../taxonomy/scheme";
import type { Frame } from "../frames";
import { endOf } from "../relation-mention";
import type { Statement } from "../sentence-relations";
import type { Clause } from "./clause";

/** Verbs that take the receiver before the thing. */
const TWO_OBJECTS = new Set(
  "give grant deny offer send sell lend pay award promise pledge allocate hand ship bring provide supply".split(" "),
);

/** "sent Kenya vaccines": the name before the thing receives it; "sold Chinese vaccines" names no receiver. */
export function readReceiver({ reading, group, fill, i }: Clause, frame: Frame, statement: Statement): boolean {
  const object = reading.chunks[i + 1];
  if (!TWO_OBJECTS.has(group.lemma) || object?.kind !== "noun" || !frame.targets.includes("object")) return false;
  const receivers = object.tokens
    .slice(0, -1)
    .flatMap(({ mention, word }) => (mention === undefined || NATIONALITY_WORDS.has(word) ? [] : [mention]))
    .filter((mention) => facetOf(mention.class) === "actor")
    .map(endOf);
  return reading.joinEnds(frame.type, reading.ends(fill("subject")), receivers, statement);
}
