import type { Problem } from "../../problem";
import type { GrammarRule } from "../../taxonomy/model";
import { WordList } from "../../text/words";
import { loadTagger } from "./compromise";
import { CompiledRule, compileRule, ruleProblem, SentenceReader } from "./grammar";

/**
 * Checks rules by their own examples. A hit holds when the rule finds exactly the mention in it: the whole example, or the
 * part in square brackets ("the former [President Lula]"). A miss holds when the rule finds nothing in it.
 *
 * @param uri names the file of the rules in problems
 * @returns what is wrong with the rules' match expressions, tags and examples
 */
export function checkRuleExamples(rules: readonly GrammarRule[], uri: string): Problem[] {
  return rules.flatMap((rule) => {
    const compiled = compileRule(rule, uri);
    return compiled instanceof CompiledRule
      ? [...checkTags(compiled, uri), ...checkExamples(compiled, uri)]
      : [compiled];
  });
}

function checkTags({ rule, expression }: CompiledRule, uri: string): Problem[] {
  if (expression.tags.length === 0) return [];
  const known = loadTagger().model().one.tagSet;
  return expression.tags
    .filter((tag) => !Object.hasOwn(known, tag))
    .map((tag) => {
      const message = `#${tag} is not a tag of compromise, so the rule can match nothing; see its list of tags for the right name.`;
      return ruleProblem(rule, uri, "rule.unknown-tag", message);
    });
}

function checkExamples(compiled: CompiledRule, uri: string): Problem[] {
  const { rule } = compiled;
  const failedHits = rule.hits.flatMap((hit) => {
    const { sentence, mention } = readHit(hit);
    const found = textsFoundIn(sentence, compiled);
    if (found.includes(mention)) return [];
    const instead = found.length === 0 ? "nothing" : found.map((text) => `"${text}"`).join(", ");
    const message = `it finds ${instead} in its hit example "${hit}" instead of "${mention}"; correct the rule or the example.`;
    return [ruleProblem(rule, uri, "rule.hit", message)];
  });
  const failedMisses = rule.misses.flatMap((miss) => {
    const found = textsFoundIn(miss, compiled)[0];
    if (found === undefined) return [];
    const message = `it finds "${found}" in its miss example "${miss}"; narrow the rule or remove the example.`;
    return [ruleProblem(rule, uri, "rule.miss", message)];
  });
  return [...failedHits, ...failedMisses];
}

function readHit(hit: string): { sentence: string; mention: string } {
  const marked = /^([^[\]]*)\[([^[\]]+)\]([^[\]]*)$/.exec(hit);
  if (marked === null) return { sentence: hit, mention: hit };
  const [, before = "", mention = "", after = ""] = marked;
  return { sentence: before + mention + after, mention };
}

function textsFoundIn(sentence: string, compiled: CompiledRule): string[] {
  const words = new WordList();
  words.read(sentence);
  return compiled.match(new SentenceReader(sentence, words)).map(({ start, end }) => sentence.slice(start, end));
}
