/** What spaCy cuts off at the beginning and the end of a word, and what it cuts words at (its rules for English, in short). */
const PREFIX = /^[([{"'“”‘’«»§#$£€¥…]/;
const SUFFIX = /(?:['’][sS]|[)\]}"'“”‘’«»,;:!?…%]|(?<=[a-z0-9)\]]{2})\.)$/;
const INFIX = /(?<=\p{L})(?:[-–—~/,:]|--)(?=\p{L})/u;

/** The tokens that spaCy's English tokenizer makes of a term. */
export function spacyTokens(text: string): string[] {
  return text.split(/\s+/).filter(Boolean).flatMap(tokensOfWord);
}

function tokensOfWord(word: string): string[] {
  const before: string[] = [];
  const after: string[] = [];
  let rest = word;
  for (let cut = PREFIX.exec(rest); cut !== null && rest.length > 1; cut = PREFIX.exec(rest)) {
    before.push(cut[0]);
    rest = rest.slice(cut[0].length);
  }
  for (let cut = SUFFIX.exec(rest); cut !== null && cut.index > 0; cut = SUFFIX.exec(rest)) {
    after.unshift(cut[0]);
    rest = rest.slice(0, cut.index);
  }
  const inner: string[] = [];
  for (let cut = INFIX.exec(rest); cut !== null; cut = INFIX.exec(rest)) {
    inner.push(rest.slice(0, cut.index), cut[0]);
    rest = rest.slice(cut.index + cut[0].length);
  }
  return [...before, ...inner, rest, ...after].filter((token) => token !== "");
}
