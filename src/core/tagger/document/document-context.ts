import type { Sense } from "../../taxonomy/sense";
import type { Statement } from "./block-findings";
import type { Lead } from "../discovery/discovery";
import { DocumentNames } from "../discovery/document-names";
import { DocumentSenses, type Verdict } from "./document-senses";
import { Glossary } from "./glossary";
import type { ShortForms } from "./short-forms";

/** What a document as a whole says that the mentions of its blocks hang on. */
export interface DocumentContext {
  /** The same object as long as nothing changes. */
  readonly shortForms: ShortForms;
  /** Short forms of names that only the document knows; the same object as long as nothing changes. */
  readonly localShortForms: ShortForms;
  verdictOn(meaning: string): Verdict;
  meaningOfLead(lead: Lead): Sense | undefined;
}

/**
 * What the blocks of a document say together. Nothing here hangs on their order, so a block that comes or goes costs what it
 * says itself, and the context is the same however the document came about.
 */
export class BlocksContext implements DocumentContext {
  readonly #glossary = new Glossary();
  readonly #senses = new DocumentSenses();
  readonly #localGlossary = new Glossary();
  readonly #names = new DocumentNames();

  /** Follows a change of the document's blocks. */
  replace(removed: readonly Statement[], added: readonly Statement[]): void {
    // Most keys leave what their block tells the others as it was.
    if (removed.length === 1 && added.length === 1 && removed[0] === added[0]) return;
    this.#senses.replace(
      removed.map(({ testimony }) => testimony),
      added.map(({ testimony }) => testimony),
    );
    this.#glossary.replace(
      removed.flatMap(({ definitions }) => definitions),
      added.flatMap(({ definitions }) => definitions),
    );
    this.#localGlossary.replace(
      removed.flatMap(({ localDefinitions }) => localDefinitions),
      added.flatMap(({ localDefinitions }) => localDefinitions),
    );
    for (const { names } of removed) this.#names.remove(names);
    for (const { names } of added) this.#names.add(names);
  }

  get shortForms(): ShortForms {
    return this.#glossary.shortForms;
  }

  get localShortForms(): ShortForms {
    return this.#localGlossary.shortForms;
  }

  meaningOfLead(lead: Lead): Sense | undefined {
    return this.#names.meaningOf(lead);
  }

  verdictOn(meaning: string): Verdict {
    return this.#senses.verdictOn(meaning);
  }
}
