import { tagOf, tagSyntaxOf } from "../../inline/inline-tags";
import type { Taxonomy } from "../../taxonomy/taxonomy";
import { precedenceOf, type Sense } from "../../taxonomy/sense";
import type { ClassId } from "../../taxonomy/scheme";
import { BARRIER } from "../../text/block";
import type { BlockText } from "./block-text";
import { Reading } from "../reading";

/** Mentions that the author tagged in the text; a tag of a class the taxonomy does not have is none. */
export function findInlineTags(block: BlockText, taxonomy: Taxonomy): Reading[] {
  const { text, format } = block;
  const syntax = tagSyntaxOf(format);
  if (!text.includes(syntax.hint)) return [];
  const { tags } = syntax.read({ text, isCode: (offset) => block.prose[offset] === BARRIER });
  return tags.flatMap((markup): Reading[] => {
    const tag = tagOf(markup, syntax);
    if (tag === undefined || !taxonomy.classes.has(tag.class)) return [];
    const sense = tagSense(tag.class, tag.entity, text.slice(tag.start, tag.end));
    return [new Reading(tag.content.start, tag.content.end, sense)];
  });
}

function tagSense(classId: ClassId, entity: string | undefined, tag: string): Sense {
  return {
    class: classId,
    entity,
    by: "inline",
    confidence: 1,
    evidence: { pattern: tag },
    precedence: precedenceOf("document", "tag"),
  };
}
