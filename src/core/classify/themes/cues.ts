import { FACETS } from "../../taxonomy/scheme";
import type { Problem } from "../../problem";
import type { Passage } from "../../text/passages";
import { sentenceAt } from "../../text/sentences";
import type { Span } from "../../text/span";
import { ConditionsBy, type ConditionTable } from "./conditions";
import { MatchFinder } from "./match-finder";
import { isNegated, negatedSpans } from "./negation";
import { PhraseScanner } from "./phrase-scanner";
import type { ThemeComponent, ThemeEvidence, ThemeMention } from "./theme";

/** A stretch of a passage that meets a condition; offsets in UTF-16 code units of the passage. */
export interface Cue extends ThemeEvidence {
  /** Place of its sentence in the passage. */
  readonly sentence: number;
}

/** By number of a condition, the cues that meet it, in the order of the passage for each kind. */
export type Cues = ReadonlyMap<number, readonly Cue[]>;

/** Finds in a passage what meets conditions. */
export class CueFinder {
  readonly #byClass: ConditionsBy;
  readonly #byEntity: ConditionsBy;
  readonly #phrases: PhraseScanner;
  readonly #matches: MatchFinder;
  readonly #evenNegated: readonly boolean[];
  /** By class and entity of a mention. */
  readonly #metByMention = new Map<string, readonly number[]>();

  /** @param without components that find nothing; without negation, negated phrases count as others do */
  constructor(
    readonly table: ConditionTable,
    readonly without: ReadonlySet<ThemeComponent>,
  ) {
    const { conditions } = table;
    this.#byClass = new ConditionsBy(conditions, ({ classes }) => classes);
    this.#byEntity = new ConditionsBy(conditions, ({ entities }) => entities);
    this.#phrases = new PhraseScanner(conditions);
    this.#matches = new MatchFinder(table);
    this.#evenNegated = conditions.map(({ evenNegated }) => evenNegated || without.has("negation"));
  }

  get problems(): readonly Problem[] {
    return this.#matches.problems;
  }

  /** @param mentions of the passage, with offsets of the document */
  find(passage: Passage, mentions: readonly ThemeMention[]): Cues {
    const collected = new CueCollection(passage);
    this.#addMentions(collected, passage, mentions);
    if (!this.without.has("phrases")) this.#addPhrases(collected, passage);
    if (!this.without.has("matches")) this.#addMatches(collected, passage);
    return collected.cues;
  }

  /** "No ownership" claims none; "no cloud" speaks of clouds all the same. */
  #addMentions(collected: CueCollection, { start }: Passage, mentions: readonly ThemeMention[]): void {
    for (const mention of mentions) {
      const span = { start: mention.start - start, end: mention.end - start };
      const isClaim = mention.class.startsWith("sovereignty.");
      for (const condition of this.#metBy(mention)) {
        if (isClaim) this.#addUnlessNegated(collected, condition, "mention", span);
        else collected.add(condition, "mention", span);
      }
    }
  }

  #metBy({ class: classId, entity = "" }: ThemeMention): readonly number[] {
    const key = `${classId} ${entity}`;
    let numbers = this.#metByMention.get(key);
    if (numbers === undefined) this.#metByMention.set(key, (numbers = [...this.#numbersFor(classId, entity)]));
    return numbers;
  }

  #numbersFor(classId: string, entity: string): Set<number> {
    const facet = FACETS.find((each) => classId.startsWith(each)) ?? "";
    const byClass = this.without.has("classes") ? [] : [...this.#byClass.of(classId), ...this.#byClass.of(facet)];
    const byEntity = this.without.has("entities") ? [] : this.#byEntity.of(entity);
    return new Set([...byClass, ...byEntity]);
  }

  #addPhrases(collected: CueCollection, { prose }: Passage): void {
    this.#phrases.scan(prose, (start, end, conditions) => {
      const span = { start, end };
      for (const condition of conditions) this.#addUnlessNegated(collected, condition, "phrase", span);
    });
  }

  #addMatches(collected: CueCollection, passage: Passage): void {
    for (const sentence of passage.sentences) {
      const offset = sentence.start - passage.start;
      const text = passage.prose.slice(offset, sentence.end - passage.start);
      this.#matches.find(text, (start, end, condition) => {
        this.#addUnlessNegated(collected, condition, "match", { start: offset + start, end: offset + end });
      });
    }
  }

  #addUnlessNegated(collected: CueCollection, condition: number, by: Cue["by"], span: Span): void {
    if (this.#evenNegated[condition] !== true && collected.isNegated(span)) return;
    collected.add(condition, by, span);
  }
}

/** The cues of one passage; knows its sentences, and asks about negation only where a cue stands. */
class CueCollection {
  readonly cues = new Map<number, Cue[]>();
  readonly #sentences: readonly Span[];
  readonly #negated = new Map<number, readonly Span[]>();
  readonly #prose: string;

  constructor({ prose, sentences, start }: Passage) {
    this.#prose = prose;
    this.#sentences = sentences.map((span) => ({ start: span.start - start, end: span.end - start }));
  }

  add(condition: number, by: Cue["by"], { start, end }: Span): void {
    const cue: Cue = { start, end, by, sentence: sentenceAt(this.#sentences, start) };
    const known = this.cues.get(condition);
    if (known === undefined) this.cues.set(condition, [cue]);
    else known.push(cue);
  }

  isNegated({ start, end }: Span): boolean {
    const sentence = sentenceAt(this.#sentences, start);
    const offset = this.#sentences[sentence]!.start;
    return isNegated(this.#negatedIn(sentence), { start: start - offset, end: end - offset });
  }

  #negatedIn(sentence: number): readonly Span[] {
    let negated = this.#negated.get(sentence);
    if (negated === undefined) {
      const { start, end } = this.#sentences[sentence]!;
      this.#negated.set(sentence, (negated = negatedSpans(this.#prose.slice(start, end))));
    }
    return negated;
  }
}
