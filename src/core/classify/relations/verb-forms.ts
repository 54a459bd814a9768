/** How a verb is written: infinitive or present plural, third person, past tense, past participle, present participle. */
export type VerbForm = "base" | "third" | "past" | "participle" | "ing";

/** One reading of a word as a verb; regular past tenses and participles are alike and have both readings in one. */
export interface VerbReading {
  readonly lemma: string;
  readonly forms: readonly VerbForm[];
}

/** Past tense and past participle of verbs that do not take -ed. */
const IRREGULAR: Readonly<Record<string, string>> = {
  become: "became become",
  bind: "bound bound",
  bring: "brought brought",
  build: "built built",
  buy: "bought bought",
  choose: "chose chosen",
  come: "came come",
  cut: "cut cut",
  deal: "dealt dealt",
  do: "did done",
  draw: "drew drawn",
  drive: "drove driven",
  eat: "ate eaten",
  fall: "fell fallen",
  feed: "fed fed",
  find: "found found",
  fly: "flew flown",
  forbid: "forbade forbidden",
  freeze: "froze frozen",
  get: "got got",
  give: "gave given",
  go: "went gone",
  grow: "grew grown",
  hang: "hung hung",
  have: "had had",
  hold: "held held",
  keep: "kept kept",
  know: "knew known",
  lead: "led led",
  leave: "left left",
  lend: "lent lent",
  let: "let let",
  lose: "lost lost",
  make: "made made",
  mean: "meant meant",
  meet: "met met",
  oversee: "oversaw overseen",
  overtake: "overtook overtaken",
  outbid: "outbid outbid",
  outdo: "outdid outdone",
  outspend: "outspent outspent",
  pay: "paid paid",
  put: "put put",
  rise: "rose risen",
  run: "ran run",
  say: "said said",
  see: "saw seen",
  seek: "sought sought",
  sell: "sold sold",
  send: "sent sent",
  set: "set set",
  show: "showed shown",
  shut: "shut shut",
  sink: "sank sunk",
  spend: "spent spent",
  stand: "stood stood",
  stick: "stuck stuck",
  strike: "struck struck",
  take: "took taken",
  tell: "told told",
  think: "thought thought",
  undercut: "undercut undercut",
  win: "won won",
  withdraw: "withdrew withdrawn",
  withhold: "withheld withheld",
  write: "wrote written",
};

/** Verbs that double their last letter before -ed and -ing. */
const DOUBLING = new Set(
  "ban bar cap chip commit cut equip fit get hit let outbid outstrip permit plan put quit run set ship shut slap snap stop submit undercut swap transfer transmit trap twin wed win".split(
    " ",
  ),
);

/** Every form of a verb with what it may be. */
export function formsOfVerb(lemma: string): Map<string, VerbForm[]> {
  const forms = new Map<string, VerbForm[]>();
  const add = (word: string, form: VerbForm) => forms.set(word, [...(forms.get(word) ?? []), form]);
  const stem = DOUBLING.has(lemma) ? lemma + lemma.at(-1)! : lemma;
  const isSilentE = /[^eo]e$/u.test(lemma);
  const endsInY = /[^aeiou]y$/u.test(lemma);
  const [past, participle] = IRREGULAR[lemma]?.split(" ") ?? [];
  const regular = lemma.endsWith("e") ? `${lemma}d` : endsInY ? `${lemma.slice(0, -1)}ied` : `${stem}ed`;
  add(lemma, "base");
  add(endsInY ? `${lemma.slice(0, -1)}ies` : /(?:[sxz]|ch|sh)$/u.test(lemma) ? `${lemma}es` : `${lemma}s`, "third");
  add(past ?? regular, "past");
  add(participle ?? regular, "participle");
  add(`${isSilentE ? lemma.slice(0, -1) : stem}ing`, "ing");
  if (/[^e]el$/u.test(lemma))
    for (const ending of ["ed", "ing"]) forms.set(`${lemma}l${ending}`, forms.get(`${lemma}${ending}`)!);
  if (lemma === "have") forms.set("has", ["third"]);
  if (lemma === "go") forms.set("goes", ["third"]);
  return forms;
}

/** Readings of all forms of verbs, by word in lower case. */
export function verbReadings(lemmas: Iterable<string>): Map<string, VerbReading> {
  const readings = new Map<string, VerbReading>();
  for (const lemma of lemmas) {
    for (const [word, forms] of formsOfVerb(lemma)) if (!readings.has(word)) readings.set(word, { lemma, forms });
  }
  return readings;
}

/** A noun's singular and plural. */
export function formsOfNoun(noun: string): string[] {
  if (noun === "sharing" || noun === "memorandum") return [noun, noun.replace(/um$/u, "a")];
  if (/[^aeiou]y$/u.test(noun)) return [noun, `${noun.slice(0, -1)}ies`];
  return [noun, /(?:[sxz]|ch|sh)$/u.test(noun) ? `${noun}es` : `${noun}s`];
}
