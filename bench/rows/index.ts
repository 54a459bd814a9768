import type { Row } from "../row";
import { wordFloor } from "./1-word-floor";
import { regularExpression } from "./2-regular-expression";
import { wink } from "./3-wink";
import { ahoCorasick } from "./4-aho-corasick";
import { rust } from "./5-rust";
import { compromiseLookup } from "./6-compromise-lookup";
import { listSize } from "./7-list-size";
import { texts } from "./8-texts";
import { buildAndLoad } from "./9-build-and-load";
import { memory } from "./10-memory";
import { keystrokePlain } from "./11-keystroke-plain";
import { keystrokeMarkdown } from "./12-keystroke-markdown";
import { documentSize } from "./13-document-size";
import { grammar } from "./14-grammar";
import { rules } from "./15-rules";
import { workspaceTerms } from "./16-workspace-terms";
import { workspaceAllLayers } from "./17-workspace-all-layers";
import { equality } from "./18-equality";
import { product } from "./product";

/** Every row, in the order in which they run. */
export const ROWS: readonly Row[] = [
  wordFloor,
  regularExpression,
  wink,
  ahoCorasick,
  rust,
  compromiseLookup,
  listSize,
  texts,
  buildAndLoad,
  memory,
  keystrokePlain,
  keystrokeMarkdown,
  documentSize,
  grammar,
  rules,
  workspaceTerms,
  workspaceAllLayers,
  equality,
  product,
];
