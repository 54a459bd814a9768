import type { ReviewedMention } from "../annotations/decision";
import { localEntityOf } from "../tagger/discovery/candidates";
import { isAcronym } from "../tagger/discovery/class-guess";
import type { Entity } from "../taxonomy/model";
import { uniqueId } from "../taxonomy/exchange/pack-ids";
import type { ClassId } from "../taxonomy/scheme";
import type { Snippet } from "../taxonomy/snippets/snippet";
import { LineIndex } from "../text/lines";
import type { CorpusDocument } from "./corpus-document";

/** A sentence in which a name stands. */
export interface NameContext {
  /** Relative to the folder of the corpus. */
  readonly path: string;
  /** One-based. */
  readonly line: number;
  /** Without line breaks; a long one is cut around the name. */
  readonly sentence: string;
}

/** A name that no pack has, as the documents of a corpus use it. */
export interface DiscoveredName {
  /** The commonest way to write it. */
  readonly name: string;
  /** Short forms that documents define for it, sorted. */
  readonly shortForms: readonly string[];
  /** The class that its mentions speak for most, each with its confidence. */
  readonly class: ClassId;
  /** The highest of its mentions. */
  readonly confidence: number;
  /** How many mentions it has, and in how many documents. */
  readonly count: number;
  readonly documents: number;
  /** The first ones, of as many documents as possible. */
  readonly contexts: readonly NameContext[];
}

const MOST_CONTEXTS = 3;
/** In UTF-16 code units, of a sentence that is shown. */
const LONGEST_CONTEXT = 160;

/** What is known of a name so far. */
interface Tally {
  readonly texts: Map<string, number>;
  readonly classes: Map<ClassId, number>;
  readonly paths: Set<string>;
  readonly contexts: NameContext[];
  confidence: number;
  count: number;
}

/** Gathers the names that the tagger discovered, document by document, so that no document need be kept. */
export class DiscoveredNames {
  readonly #names = new Map<string, Tally>();

  /** Counts the candidates of a document, those that somebody accepted too. */
  add(document: CorpusDocument): void {
    const candidates = document.mentions.filter(({ by }) => by === "discovery");
    if (candidates.length === 0) return;
    const lines = new LineIndex(document.text);
    for (const mention of candidates) this.#add(mention, document, lines);
  }

  /** The names, the most frequent first, then by alphabet. */
  list(): DiscoveredName[] {
    return [...this.#names]
      .map(([key, tally]) => nameOf(key, tally))
      .sort((a, b) => b.count - a.count || Number(a.name > b.name) - Number(a.name < b.name));
  }

  #add(mention: ReviewedMention, document: CorpusDocument, lines: LineIndex): void {
    const text = mention.text.replace(/\s+/g, " ");
    const key = mention.entity ?? localEntityOf(text);
    let tally = this.#names.get(key);
    if (tally === undefined) {
      tally = { texts: new Map(), classes: new Map(), paths: new Set(), contexts: [], confidence: 0, count: 0 };
      this.#names.set(key, tally);
    }
    tally.texts.set(text, (tally.texts.get(text) ?? 0) + 1);
    tally.classes.set(mention.class, (tally.classes.get(mention.class) ?? 0) + mention.confidence);
    const isNewHere = !tally.paths.has(document.path);
    tally.paths.add(document.path);
    tally.confidence = Math.max(tally.confidence, mention.confidence);
    tally.count++;
    if (isNewHere && tally.contexts.length < MOST_CONTEXTS) {
      tally.contexts.push({
        path: document.path,
        line: lines.locate(mention.start).line,
        sentence: sentenceOf(mention, document),
      });
    }
  }
}

/**
 * The names as entities of a pack: the short forms are further names, ids are made of the names.
 *
 * @param taken ids of entities that there are already
 */
export function snippetOfNames(
  names: readonly Pick<DiscoveredName, "name" | "shortForms" | "class">[],
  taken: ReadonlySet<string>,
): Snippet {
  const ids = new Set(taken);
  const entities = names.map(({ name, shortForms, class: classId }): Entity => {
    const id = uniqueId([name], ids, "entity");
    ids.add(id);
    const terms = [name, ...shortForms].map((text) => ({ text, line: 1 }));
    return { id, class: classId, label: name, terms, line: 1 };
  });
  return { classes: [], entities, terms: [] };
}

function nameOf(key: string, { texts, classes, paths, contexts, confidence, count }: Tally): DiscoveredName {
  const written = byCount(texts);
  const longForms = written.filter((text) => localEntityOf(text) === key);
  const name = longForms[0] ?? written[0]!;
  const short = written.filter((text) => text !== name && !longForms.includes(text) && isAcronym(text));
  const shortForms = short.filter((text) => !(text.endsWith("s") && short.includes(text.slice(0, -1)))).sort();
  return { name, shortForms, class: byCount(classes)[0]!, confidence, count, documents: paths.size, contexts };
}

/** The highest first; of equals the one that came first. */
function byCount<T>(counts: ReadonlyMap<T, number>): T[] {
  return [...counts].sort(([, a], [, b]) => b - a).map(([value]) => value);
}

function sentenceOf({ start, end }: ReviewedMention, { text, passages }: CorpusDocument): string {
  const passage = passages.find((each) => each.start <= start && start < each.end);
  const sentence = passage?.sentences.find((each) => start < each.end) ?? { start, end };
  const spare = Math.max(0, LONGEST_CONTEXT - (end - start));
  const from = Math.max(sentence.start, start - Math.floor(spare / 2));
  const to = Math.min(sentence.end, Math.max(end, from + LONGEST_CONTEXT));
  const shown = text.slice(from, to).replace(/\s+/g, " ").trim();
  return `${from > sentence.start ? "…" : ""}${shown}${to < sentence.end ? "…" : ""}`;
}
