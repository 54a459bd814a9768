/** What a number is, and so how it is written. */
export type GoalUnit = "×" | "bytes a term";

/** One number to reach. */
export interface Goal {
  readonly measure: string;
  readonly better: "higher" | "lower";
  readonly unit: GoalUnit;
  /** Must hold; continuous integration may allow 20 % for noise. */
  readonly minimum: number;
  /** What a prototype of the matcher alone has shown. */
  readonly target?: number;
  /** Beyond it. */
  readonly stretch?: number;
}

/** A row of the table of goals. Ratios are measured in one process, turn and turn about with the peer. */
export interface GoalRow {
  readonly row: string;
  readonly title: string;
  readonly goals: readonly Goal[];
}

export type Verdict = "missed" | "held" | "target reached" | "stretch reached";

function higher(measure: string, minimum: number, target?: number, stretch?: number): Goal {
  return goal("higher", measure, minimum, target, stretch);
}

function lower(measure: string, minimum: number, target?: number, stretch?: number): Goal {
  return goal("lower", measure, minimum, target, stretch);
}

function goal(better: Goal["better"], measure: string, minimum: number, target?: number, stretch?: number): Goal {
  return {
    measure,
    better,
    unit: "×",
    minimum,
    ...(target === undefined ? {} : { target }),
    ...(stretch === undefined ? {} : { stretch }),
  };
}

/** The goals of the project. "n× faster" is the peer's time over ours. */
export const GOAL_ROWS: readonly GoalRow[] = [
  {
    row: "1",
    title:
      "Matching, whole product path, speed as a share of a loop that only counts words (`charCodeAt` and a class table)",
    goals: [higher("10k terms", 0.25, 0.35, 0.45)],
  },
  {
    row: "2",
    title: "Matching, times faster than one regular expression of all terms",
    goals: [higher("1k terms", 2, 2.8, 3.5), higher("10k terms", 10, 16, 20), higher("100k terms", 20, 34, 45)],
  },
  {
    row: "3",
    title: "Matching, times faster than custom entities of wink-nlp",
    goals: [higher("10k terms", 25, 42, 50)],
  },
  {
    row: "4",
    title: "Matching, times faster than Aho-Corasick packages with a whole-word filter",
    goals: [higher("@monyone/aho-corasick/fast, 10k terms", 7, 10), higher("ahocorasick, 10k terms", 7, 15)],
  },
  {
    row: "5",
    title: "Matching, times faster than Rust's aho-corasick as a DFA",
    goals: [higher("1k terms", 0.9, 1.3, 1.5), higher("10k terms", 2, 3, 3.5)],
  },
  {
    row: "6",
    title: "Matching, times faster than compromise's `buildTrie` and `lookup`, paragraph by paragraph",
    goals: [higher("10k terms", 200, 400)],
  },
  {
    row: "7",
    title: "Speed hardly falls as the list grows",
    goals: [higher("100k terms against 10k", 0.6, 0.8), higher("1k terms against 10k", 1.1, 1.3)],
  },
  {
    row: "8",
    title: "Speed hardly depends on the text",
    goals: [higher("10 MB against 1 MB", 0.85, 1), higher("worst hostile text against prose", 0.5, 0.7)],
  },
  {
    row: "9",
    title: "Making 100k terms ready",
    goals: [
      lower("build from strings against pyahocorasick", 1, 0.35),
      lower("load of a prebuilt index against the build", 0.1, 0.05),
    ],
  },
  {
    row: "10",
    title: "Memory of the index, 100k terms",
    goals: [
      { ...lower("size", 150, 84), unit: "bytes a term" },
      lower("against FlashText's trie of Maps", 1 / 8, 1 / 18),
    ],
  },
  {
    row: "11",
    title: "A keystroke in 1 MB of plain text, terms only, times faster than compromise reads one paragraph",
    goals: [higher("median", 100, 400)],
  },
  {
    row: "12",
    title: "A keystroke in 100 KB of Markdown, all layers, times faster than harper.js lints the document",
    goals: [higher("median", 300, 1000, 2500)],
  },
  {
    row: "13",
    title: "A keystroke in Markdown, all layers, does not cost more in a longer document",
    goals: [lower("1 MB against 100 KB", 2, 1.2)],
  },
  {
    row: "14",
    title: "All grammar rules over a text, times faster than compromise reads it",
    goals: [higher("rules only", 5, 10, 25)],
  },
  {
    row: "15",
    title: "40 rules through the grammar, times faster than compromise's `match` one by one on a tagged document",
    goals: [higher("sentences tagged before", 10, 12, 30)],
  },
  {
    row: "16",
    title: "A workspace of 100 MB on all cores, 10k terms, times faster than `rg -F -i -w` with 1k terms",
    goals: [higher("terms only", 3, 5.8)],
  },
  {
    row: "17",
    title: "A workspace on all cores, terms and grammar, times faster than compromise's plain tagging",
    goals: [higher("all layers", 5, 15, 50)],
  },
  {
    row: "18",
    title: "After any edit the state is that of a full pass, and spans are those of a naive reference",
    goals: [],
  },
];

export function findGoal(row: string, measure: string): Goal | undefined {
  return GOAL_ROWS.find((candidate) => candidate.row === row)?.goals.find((candidate) => candidate.measure === measure);
}

/** How far a value came. */
export function verdictOn({ better, minimum, target, stretch }: Goal, value: number): Verdict {
  const reaches = (bound: number | undefined) =>
    bound !== undefined && (better === "higher" ? value >= bound : value <= bound);
  if (reaches(stretch)) return "stretch reached";
  if (reaches(target)) return "target reached";
  return reaches(minimum) ? "held" : "missed";
}
