import type { Problem } from "../../problem";
import type { TaxonomyTheme } from "../../taxonomy/taxonomy";
import type { Taxonomy } from "../../taxonomy/taxonomy";
import type { Passage } from "../../text/passages";
import { overlapping } from "../../text/span";
import { calibrated, rawScoreOf, THEME_THRESHOLD } from "./calibration";
import { ConditionTable, type NumberedRule } from "./conditions";
import { type Cue, CueFinder, type Cues } from "./cues";
import { PassageCache } from "./passage-cache";
import { evidenceOf } from "./rule-evidence";
import type { AssignedTheme, ThemeComponent, ThemeEvidence, ThemeMention } from "./theme";

/** Says what passages argue. All offsets are UTF-16 code units of the document, `end` exclusive. */
export interface ThemeClassifier {
  readonly themes: ReadonlyMap<string, TaxonomyTheme>;
  /** Match expressions of themes that cannot run; their conditions are never met. */
  readonly problems: readonly Problem[];
  /**
   * The themes of passages, sorted by passage and theme. Headings have none. A passage seen before costs nothing.
   *
   * @param mentions of the document, sorted by start and free of overlaps; candidates (`by: "discovery"`) do not count
   */
  classify(passages: readonly Passage[], mentions: readonly ThemeMention[]): AssignedTheme[];
  /** Every theme that anything in a passage speaks for, also where it is too little. */
  weigh(passage: Passage, mentions: readonly ThemeMention[]): AssignedTheme[];
}

export interface ThemeClassifierOptions {
  /** Components to leave out, to measure what they are worth. */
  readonly without?: readonly ThemeComponent[];
}

/** Compiles the themes of a taxonomy, which takes some 30 ms for the built-in ones. */
export function createThemeClassifier(taxonomy: Taxonomy, options: ThemeClassifierOptions = {}): ThemeClassifier {
  return new RuleClassifier(taxonomy.themes, new Set(options.without));
}

/** A theme with offsets of its passage. */
type LocalTheme = Omit<AssignedTheme, "start" | "end">;

class RuleClassifier implements ThemeClassifier {
  readonly #rules: ReadonlyMap<string, readonly NumberedRule[]>;
  readonly #finder: CueFinder;
  readonly #known = new PassageCache<readonly LocalTheme[]>();

  constructor(
    readonly themes: ReadonlyMap<string, TaxonomyTheme>,
    readonly without: ReadonlySet<ThemeComponent>,
  ) {
    const table = new ConditionTable();
    this.#rules = new Map([...themes].map(([id, theme]) => [id, table.rulesOf(theme)]));
    this.#finder = new CueFinder(table, without);
  }

  get problems(): readonly Problem[] {
    return this.#finder.problems;
  }

  classify(passages: readonly Passage[], mentions: readonly ThemeMention[]): AssignedTheme[] {
    return passages.flatMap((passage) => this.weigh(passage, mentions).filter(({ score }) => score >= THEME_THRESHOLD));
  }

  weigh(passage: Passage, mentions: readonly ThemeMention[]): AssignedTheme[] {
    if (passage.kind === "heading") return [];
    const own = overlapping(mentions, passage).filter(({ by }) => by !== "discovery");
    const local = this.#known.get(passage, own, () => this.#read(passage, own));
    return local.map((theme) => placed(theme, passage));
  }

  #read(passage: Passage, mentions: readonly ThemeMention[]): LocalTheme[] {
    const cues = this.#finder.find(passage, mentions);
    return cues.size === 0 ? [] : [...this.#rules].flatMap(([theme, rules]) => this.#readTheme(theme, rules, cues));
  }

  #readTheme(theme: string, rules: readonly NumberedRule[], cues: Cues): LocalTheme[] {
    const met = rules.flatMap((rule) => {
      const found = evidenceOf(rule, cues);
      return found.length === 0 ? [] : [{ weight: rule.weight, found }];
    });
    if (met.length === 0) return [];
    const raw = rawScoreOf(met.map(({ weight }) => weight));
    const score = this.without.has("calibration") ? raw : calibrated(raw);
    return [{ theme, score, evidence: distinct(met.flatMap(({ found }) => found)) }];
  }
}

/** Each stretch once, a mention before a phrase where both stand there. */
function distinct(cues: readonly Cue[]): ThemeEvidence[] {
  const byPlace = new Map<string, ThemeEvidence>();
  for (const { start, end, by } of cues) {
    const place = `${start} ${end}`;
    if (!byPlace.has(place) || by === "mention") byPlace.set(place, { start, end, by });
  }
  return [...byPlace.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

function placed({ theme, score, evidence }: LocalTheme, { start, end }: Passage): AssignedTheme {
  const shifted = evidence.map((each) => ({ start: start + each.start, end: start + each.end, by: each.by }));
  return { theme, start, end, score, evidence: shifted };
}
