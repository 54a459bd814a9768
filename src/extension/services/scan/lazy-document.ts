import { readPassages, type CorpusDocument, type Passage, type ReviewedMention, type TextFormat } from "../../../core";

/** A document of the corpus and where it is. */
export interface WorkspaceDocument extends CorpusDocument {
  /** Address of the file or editor. */
  readonly uri: string;
}

/**
 * A document whose passages and mentions are made when somebody looks and may be forgotten afterwards: those of thousands of
 * documents would fill the memory.
 */
export class LazyDocument implements WorkspaceDocument {
  #passages: WeakRef<readonly Passage[]> | undefined;
  #mentions: WeakRef<readonly ReviewedMention[]> | undefined;
  readonly #makeMentions: () => readonly ReviewedMention[];

  constructor(
    readonly uri: string,
    readonly path: string,
    readonly format: TextFormat,
    readonly text: string,
    makeMentions: () => readonly ReviewedMention[],
  ) {
    this.#makeMentions = makeMentions;
  }

  get passages(): readonly Passage[] {
    const known = this.#passages?.deref();
    if (known !== undefined) return known;
    const passages = readPassages(this.text, this.format);
    this.#passages = new WeakRef(passages);
    return passages;
  }

  get mentions(): readonly ReviewedMention[] {
    const known = this.#mentions?.deref();
    if (known !== undefined) return known;
    const mentions = this.#makeMentions();
    this.#mentions = new WeakRef(mentions);
    return mentions;
  }
}
