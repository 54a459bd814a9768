import {
  createThemeClassifier,
  extractRelations,
  isTextFormat,
  type Mention,
  readPassages,
  TEXT_FORMATS,
  type Tagger,
  type TextFormat,
  type ThemeClassifier,
} from "../core";
import { themeLine } from "./classify";
import { UsageError } from "./command";
import { parseObject } from "./json-lines";
import { relationLine } from "./relation-line";

/** One line of input and where it stands, for errors. */
export interface DocumentLine {
  readonly line: string;
  readonly place: string;
}

/** What reads documents: a tagger, and what says what its mentions argue. */
export interface DocumentReader {
  readonly tagger: Tagger;
  readonly classifier: ThemeClassifier;
}

export function documentReader(tagger: Tagger): DocumentReader {
  return { tagger, classifier: createThemeClassifier(tagger.taxonomy) };
}

/** The output line `{"id","mentions","themes","relations"}` of one input line `{"id","text","format"?}`. */
export function tagDocument({ line, place }: DocumentLine, { tagger, classifier }: DocumentReader): string {
  const { id, text, format } = parseDocument(line, place);
  const { mentions } = tagger.tag(text, { format });
  const passages = readPassages(text, format);
  const themes = classifier.classify(passages, mentions).map((theme) => themeLine(theme, text));
  const relations = extractRelations({ text, passages, mentions }).map((relation) => relationLine(relation, text));
  return JSON.stringify({ id, mentions: mentions.map(standoff), themes, relations });
}

/** A mention as the command line's contract has it. */
export function standoff({ start, end, text, class: classId, entity, by, confidence }: Mention) {
  return { start, end, text, class: classId, ...(entity === undefined ? {} : { entity }), by, confidence };
}

function parseDocument(line: string, place: string): { id: string | number; text: string; format: TextFormat } {
  const { id, text, format = "plain" } = parseObject(line, place);
  if (typeof id !== "string" && typeof id !== "number") throw new UsageError(`${place}: "id" must be text.`);
  if (typeof text !== "string") throw new UsageError(`${place}: "text" must be text.`);
  if (typeof format !== "string" || !isTextFormat(format)) {
    throw new UsageError(`${place}: "format" must be one of ${TEXT_FORMATS.join(", ")}.`);
  }
  return { id, text, format };
}
