import type { LabelledSpan, Span, Tagger, ThemeSpan } from "../../core";
import { UsageError } from "../command";
import { readLines } from "../files";
import { parseObject } from "../json-lines";

/** A mention of the gold; only relations ask for its entity. */
export type GoldSpan = LabelledSpan & { readonly entity?: string };

/** One line of a gold file. */
export interface GoldPassage {
  readonly id: string;
  readonly text: string;
  readonly mentions: readonly GoldSpan[];
  /** As written in the file. */
  readonly relations: unknown;
  /** File and line, for errors. */
  readonly place: string;
  /** Absent where nobody annotated themes. */
  readonly themes: readonly ThemeSpan[] | undefined;
}

/** The passages of a gold file; a line that is none is a usage error that names it. */
export async function* readGold(path: string, tagger: Tagger): AsyncGenerator<GoldPassage> {
  for await (const { line, number } of readLines(path)) {
    if (line.trim() !== "") yield parsePassage(line, `${path}:${number}`, tagger);
  }
}

function parsePassage(line: string, place: string, { taxonomy }: Tagger): GoldPassage {
  const { id, text, mentions, themes, relations } = parseObject(line, place);
  if (typeof text !== "string") throw new UsageError(`${place}: "text" must be text.`);
  if (!Array.isArray(mentions)) throw new UsageError(`${place}: "mentions" must be a list.`);
  const spans = (mentions as unknown[]).map((mention, i) => {
    const where = `${place}: mention ${i + 1}`;
    const { start, end } = checkedSpan(mention, text, where);
    const { class: classId, entity } = mention as Partial<GoldSpan>;
    if (typeof classId !== "string" || !taxonomy.classes.has(classId)) {
      throw new UsageError(
        `${where}: "${String(classId)}" is not a class of the taxonomy; use one of ${[...taxonomy.classes.keys()].join(", ")}.`,
      );
    }
    return { start, end, class: classId, ...(typeof entity === "string" ? { entity } : {}) };
  });
  return { id: String(id), text, mentions: spans, themes: parseThemes(themes, text, place), relations, place };
}

function parseThemes(themes: unknown, text: string, place: string): ThemeSpan[] | undefined {
  if (themes === undefined) return undefined;
  if (!Array.isArray(themes)) throw new UsageError(`${place}: "themes" must be a list.`);
  return (themes as unknown[]).map((item, i) => {
    const where = `${place}: theme ${i + 1}`;
    const span = checkedSpan(item, text, where);
    const { theme } = item as Partial<ThemeSpan>;
    if (typeof theme !== "string") throw new UsageError(`${where}: "theme" must be text, such as impact.equity.`);
    return { ...span, theme };
  });
}

/** The span that a gold annotation names, or a usage error that begins with `where`. */
export function checkedSpan(item: unknown, text: string, where: string): Span {
  const { start, end } = (item ?? {}) as Partial<Span>;
  if (!Number.isInteger(start) || !Number.isInteger(end) || start! < 0 || end! <= start! || end! > text.length) {
    throw new UsageError(`${where}: "start" and "end" must be UTF-16 offsets inside the text, end after start.`);
  }
  return { start: start!, end: end! };
}
