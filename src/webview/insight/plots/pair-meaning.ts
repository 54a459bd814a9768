import { number } from "../../shared/labels";
import { fill } from "../../shared/messages";
import type { MarkMeaning } from "../marks";
import type { Item, Pair, Texts, Window } from "../messages";

/** What the mark of two items that stand together says; it leads to the mentions of the first beside the second. */
export function pairMeaning(first: Item, second: Item, pair: Pair, window: Window, texts: Texts): MarkMeaning {
  return {
    label: fill(texts.pairMark, first.label, second.label, number(pair.count), number(pair.value)),
    target: {
      kind: "passages",
      query: { title: fill(texts.pair, first.label, second.label), key: first.key, together: second.key, window },
    },
  };
}
