import type { BlockFindings } from "./block-findings";
import { DocumentSenses, type Verdict } from "./document-senses";
import { type Definitions, Glossary } from "./glossary";

/** What a document as a whole says that the mentions of its blocks hang on. */
export interface DocumentContext {
  /** The same object as long as nothing changes. */
  readonly definitions: Definitions;
  verdictOn(meaning: string): Verdict;
}

/**
 * What the blocks of a document say together. Nothing here hangs on their order, so a block that comes or goes costs what it
 * says itself, and the context is the same however the document came about.
 */
export class BlocksContext implements DocumentContext {
  readonly #glossary = new Glossary();
  readonly #senses = new DocumentSenses();

  /** Follows a change of the document's blocks. */
  replace(removed: readonly BlockFindings[], added: readonly BlockFindings[]): void {
    for (const { definitions, testimony } of removed) {
      this.#glossary.remove(definitions);
      this.#senses.remove(testimony);
    }
    for (const { definitions, testimony } of added) {
      this.#glossary.add(definitions);
      this.#senses.add(testimony);
    }
  }

  get definitions(): Definitions {
    return this.#glossary.definitions;
  }

  verdictOn(meaning: string): Verdict {
    return this.#senses.verdictOn(meaning);
  }
}
