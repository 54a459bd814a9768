import type { BlockKind } from "../text/block";
import type { Edit, Span } from "../text/span";
import { type ClassId, FACETS } from "../taxonomy/scheme";

/** A piece of a text and where it stands. */
export interface Written extends Span {
  readonly text: string;
}

/** Markup around words that is, or may be meant as, an author's tag. Offsets in UTF-16 code units. */
export interface TagMarkup extends Span {
  /** What is tagged. */
  readonly content: Span;
  /** Class names as written, without the dot or the word that announces them. */
  readonly classes: readonly Written[];
  readonly entity?: Written;
  /** What else the markup says, as written: it would be lost with the tag. */
  readonly others: readonly string[];
}

/** Markup that clearly means a tag and is none, because a bracket, a brace or an element is not closed. */
export interface BrokenTag extends Span {
  /** What is wrong and what to do about it. */
  readonly message: string;
  /** Closes it; absent where nobody can know where it was to begin. */
  readonly repair?: Edit;
  /** Takes the markup away and leaves the words. */
  readonly removal: Edit;
}

/** What a notation finds in one block. */
export interface TagReading {
  readonly tags: readonly TagMarkup[];
  readonly broken: readonly BrokenTag[];
}

/** A block of prose as a notation reads it; offsets count from its start. */
export interface TaggableBlock {
  readonly text: string;
  /** Whether code, a comment or mathematics stands at an offset, so that markup there is none. */
  readonly isCode: (offset: number) => boolean;
}

/** The class and, for a named thing, the entity that a tag gives to its words. */
export interface TagLabel {
  readonly class: ClassId;
  readonly entity?: string;
}

/** How authors tag words in one kind of markup. */
export interface TagSyntax {
  /** What every tag contains; most blocks do not, and are not read. */
  readonly hint: string;
  /** Between facet and name of a class as this notation writes it. */
  readonly separator: "-" | ".";
  read(block: TaggableBlock): TagReading;
  /** What stands before and behind the tagged words. */
  write(label: TagLabel): { readonly before: string; readonly after: string };
  /** Why words cannot stand in a tag, as a whole sentence; undefined where they can. */
  refusal(text: string, span: Span, kind: BlockKind): string | undefined;
}

/** The ids that every notation can hold without quoting. */
const WRITABLE_ENTITY = /^[\w.:-]+$/;

/** Whether a label can be written as a tag; ids of packs always can. */
export function isWritable({ class: classId, entity }: TagLabel): boolean {
  return classOfName(classId, ".") !== undefined && (entity === undefined || WRITABLE_ENTITY.test(entity));
}

/** A class as a notation writes it: `infrastructure-data` or `infrastructure.data`. */
export function nameOfClass(classId: ClassId, separator: TagSyntax["separator"]): string {
  return classId.replace(".", separator);
}

/** The class that a name as written stands for; undefined for names of another form. */
export function classOfName(name: string, separator: TagSyntax["separator"]): ClassId | undefined {
  const facet = FACETS.find((candidate) => name.startsWith(candidate + separator));
  if (facet === undefined) return undefined;
  const rest = name.slice(facet.length + 1);
  return /^[a-z][a-z0-9-]*$/.test(rest) ? `${facet}.${rest}` : undefined;
}

/** A match of a pattern's group at a known offset. */
export function written(text: string, start: number): Written {
  return { text, start, end: start + text.length };
}
