import type { Problem } from "../problem";
import type { TextFormat } from "../text/format";
import { LineIndex } from "../text/lines";
import type { Edit, Span } from "../text/span";
import { distanceBetween, nearestTo } from "../taxonomy/authoring/nearest";
import type { ClassId } from "../taxonomy/scheme";
import type { Taxonomy } from "../taxonomy/taxonomy";
import { readDocument, tagSyntaxOf } from "./inline-tags";
import { type BrokenTag, classOfName, nameOfClass, type TagMarkup, type TagSyntax, type Written } from "./tag-syntax";

/** How a tag can be mended; edits count in the text that was checked. */
export type TagFix =
  | { readonly kind: "replace"; readonly by: string; readonly edits: readonly Edit[] }
  | { readonly kind: "close" | "remove"; readonly edits: readonly Edit[] };

/** A tag that is not read as its author meant it. */
export interface TagProblem extends Problem, Span {
  /** The most likely first. */
  readonly fixes: readonly TagFix[];
}

/** Of a class name so much may be different for it to be taken for a slip of the pen, where nothing else says so. */
const MOST_DIFFERENT = 0.2;

/**
 * What is wrong with the tags of a document: unknown classes and entities, brackets and braces that are not closed. Only
 * markup that clearly means a tag counts; a span that an author gave a class of another purpose is none.
 *
 * @param uri of the document, for the problems
 */
export function checkTags(
  text: string,
  format: TextFormat,
  taxonomy: Pick<Taxonomy, "classes" | "entities">,
  uri: string,
): TagProblem[] {
  const { tags, broken } = readDocument(text, format);
  if (tags.length === 0 && broken.length === 0) return [];
  const checker = new TagChecker(text, tagSyntaxOf(format), taxonomy, uri);
  return [...broken.map((tag) => checker.checkBroken(tag)), ...tags.flatMap((tag) => checker.check(tag))].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  );
}

class TagChecker {
  readonly #lines;
  /** Names of classes as the notation writes them. */
  readonly #names: readonly string[];

  constructor(
    readonly text: string,
    readonly syntax: TagSyntax,
    readonly taxonomy: Pick<Taxonomy, "classes" | "entities">,
    readonly uri: string,
  ) {
    this.#lines = new LineIndex(text);
    this.#names = [...taxonomy.classes.keys()].map((id) => nameOfClass(id, syntax.separator));
  }

  checkBroken(tag: BrokenTag): TagProblem {
    const { message, repair, removal } = tag;
    const closing: TagFix[] = repair === undefined ? [] : [{ kind: "close", edits: [repair] }];
    return this.#problem("inline.unclosed", message, tag, [...closing, { kind: "remove", edits: [removal] }]);
  }

  check(tag: TagMarkup): TagProblem[] {
    const isKnown = ({ text }: Written) => this.taxonomy.classes.has(this.#classOf(text) ?? "");
    if (tag.classes.some(isKnown)) return this.#checkEntity(tag);
    const meant = tag.classes.find(({ text }) => this.#meansClass(text));
    if (meant !== undefined) return [this.#unknownClass(tag, meant), ...this.#checkEntity(tag)];
    return this.#isMarked(tag) ? [this.#noClass(tag)] : [];
  }

  #classOf(name: string): ClassId | undefined {
    return classOfName(name, this.syntax.separator);
  }

  /** Whether a name can only be meant for a class of the scheme. */
  #meansClass(name: string): boolean {
    if (this.syntax.separator === "." || this.#classOf(name) !== undefined) return true;
    const folded = name.toLowerCase().replace(".", this.syntax.separator);
    const most = Math.floor(folded.length * MOST_DIFFERENT);
    return this.#names.some((known) => distanceBetween(folded, known, most) <= most);
  }

  /** Whether the markup is ours whatever its classes are: a macro, a span of our class, or a link to an entity. */
  #isMarked({ entity }: TagMarkup): boolean {
    return this.syntax.hint.includes("healthgeo") || (entity !== undefined && this.taxonomy.entities.has(entity.text));
  }

  #unknownClass(tag: TagMarkup, name: Written): TagProblem {
    const nearest = nearestTo(name.text.replace(/^([a-z]+)[.-]/, `$1${this.syntax.separator}`), this.#names);
    const fixes = nearest.map((by): TagFix => ({ kind: "replace", by, edits: [{ ...spanOf(name), text: by }] }));
    const message = `“${name.text}” is not a class of the taxonomy, so these words are not tagged. ${advice(nearest)}`;
    return this.#problem("inline.unknown-class", message, name, [...fixes, removalOf(this.text, tag)]);
  }

  #noClass(tag: TagMarkup): TagProblem {
    const classId = this.taxonomy.entities.get(tag.entity?.text ?? "")?.class;
    const message = "This tag has no class, so these words are not tagged. Give it one, or remove it.";
    const fixes: TagFix[] = [];
    if (classId !== undefined) {
      const entity = tag.entity!.text;
      const { before, after } = this.syntax.write({ class: classId, entity });
      // Written anew, which is right only where the markup says nothing else.
      if (tag.others.length === 0 && tag.classes.length === 0) {
        const opening = { start: tag.start, end: tag.content.start, text: before };
        const closing = { start: tag.content.end, end: tag.end, text: after };
        fixes.push({ kind: "replace", by: nameOfClass(classId, this.syntax.separator), edits: [opening, closing] });
      }
    }
    return this.#problem("inline.no-class", message, tag, [...fixes, removalOf(this.text, tag)]);
  }

  #checkEntity({ entity, ...tag }: TagMarkup): TagProblem[] {
    if (entity === undefined || entity.text === "" || this.taxonomy.entities.has(entity.text)) return [];
    const nearest = nearestTo(entity.text, this.taxonomy.entities.keys());
    const fixes = nearest.map((by): TagFix => ({ kind: "replace", by, edits: [{ ...spanOf(entity), text: by }] }));
    const message = `The taxonomy has no entity “${entity.text}”. ${advice(nearest, "add it to a pack")}`;
    return [this.#problem("inline.unknown-entity", message, entity, [...fixes, removalOf(this.text, tag)])];
  }

  #problem(code: string, message: string, { start, end }: Span, fixes: readonly TagFix[]): TagProblem {
    const from = this.#lines.locate(start);
    const to = this.#lines.locate(end);
    const place = { ...from, endLine: to.line, endColumn: to.column };
    const subject = this.text.slice(start, end);
    return { severity: "warning", code, message, uri: this.uri, ...place, subject, start, end, fixes };
  }
}

function advice(nearest: readonly string[], otherwise = "choose one of the taxonomy"): string {
  const [first] = nearest;
  return first === undefined
    ? `${otherwise[0]!.toUpperCase()}${otherwise.slice(1)}, or remove the tag.`
    : `Did you mean “${first}”? If not, ${otherwise} or remove the tag.`;
}

function removalOf(text: string, { start, end, content }: Omit<TagMarkup, "entity">): TagFix {
  return { kind: "remove", edits: [{ start, end, text: text.slice(content.start, content.end) }] };
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
