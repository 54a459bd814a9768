import type { Problem } from "../problem";
import { createSegmenter } from "../text/create-segmenter";
import type { Span } from "../text/span";
import type { Taxonomy } from "../taxonomy/taxonomy";
import { BlockTagger } from "./block/block-tagger";
import { DocumentLayer } from "./document/document-layer";
import type { DocumentOptions } from "./document/document-options";
import { explain, type Explanation } from "./explain/explain";
import type { Mention } from "./mention";
import { DocumentSession, type Session } from "./session";

/** Tags texts with one taxonomy. All offsets are UTF-16 code units, `end` exclusive. */
export interface Tagger {
  readonly taxonomy: Taxonomy;
  /** What is wrong with the taxonomy's rules; the tagger works without the rules concerned. */
  readonly problems: readonly Problem[];
  /** `problems` are those of the tagger and those of the document's comments. */
  tag(text: string, options?: DocumentOptions): { mentions: readonly Mention[]; problems: readonly Problem[] };
  /** Every reading that touches a range, and what became of it. */
  explain(text: string, range: Span, options?: DocumentOptions): Explanation;
  /** Keeps the mentions of a document up to date while it is edited. */
  open(text: string, options?: DocumentOptions): Session;
}

export interface TaggerOptions {
  /**
   * Whether names that the taxonomy lacks are proposed as candidates (`by: "discovery"`); no where absent. Candidates never
   * overlap what the taxonomy finds. All other mentions are the same either way, but for the short form of a candidate that
   * ends in a name of the taxonomy: in "Democratic Party of Japan (DPJ)" it is not Japan's.
   */
  readonly discovery?: boolean;
}

export function createTagger(taxonomy: Taxonomy, options?: TaggerOptions): Tagger {
  return new TaxonomyTagger(taxonomy, options);
}

class TaxonomyTagger implements Tagger {
  readonly #blockTagger: BlockTagger;

  constructor(
    readonly taxonomy: Taxonomy,
    { discovery = false }: TaggerOptions = {},
  ) {
    this.#blockTagger = new BlockTagger(taxonomy, discovery);
  }

  get problems(): readonly Problem[] {
    return this.#blockTagger.problems;
  }

  tag(text: string, options?: DocumentOptions): { mentions: readonly Mention[]; problems: readonly Problem[] } {
    const session = this.open(text, options);
    return { mentions: session.mentions(), problems: [...this.problems, ...session.problems] };
  }

  explain(text: string, range: Span, { format = "plain", uri = "" }: DocumentOptions = {}): Explanation {
    const segmenter = createSegmenter(format);
    const blocks = segmenter.segment(text);
    const layer = new DocumentLayer(this.#blockTagger, format, uri);
    layer.read(text, segmenter);
    return explain(text, blocks, range, layer.tagger, format);
  }

  open(text: string, options: DocumentOptions = {}): Session {
    return new DocumentSession(text, options, this.#blockTagger);
  }
}
