import type { Taxonomy } from "../taxonomy/taxonomy";
import { precedenceOf, type Sense } from "../taxonomy/sense";
import { type ClassId, FACETS } from "../taxonomy/scheme";
import { BARRIER } from "../text/block";
import type { BlockText } from "./block-text";
import type { Reading } from "./reading";

/** A Pandoc bracketed span: `[UK Biobank]{.infrastructure-data entity="uk-biobank"}`. */
const BRACKETED_SPAN = /\[([^[\]]{1,400})\]\{([^{}\n]{1,400})\}/g;
const CLASS_NAME = new RegExp(String.raw`(?:^|\s)\.(${FACETS.join("|")})-([a-z][a-z0-9-]*)`);
const ENTITY = /(?:^|\s)entity=(?:"([^"]*)"|'([^']*)'|([^\s}]+))/;

/** Mentions that the author tagged in the text; a tag of a class the taxonomy does not have is none. */
export function findInlineTags(block: BlockText, taxonomy: Taxonomy): Reading[] {
  if (!block.text.includes("]{")) return [];
  const readings: Reading[] = [];
  for (const match of block.text.matchAll(BRACKETED_SPAN)) {
    const isCode = block.prose[match.index] === BARRIER;
    if (isCode) continue;
    const [whole, content, attributes] = match as unknown as [string, string, string];
    const classId = classOf(attributes);
    if (classId === undefined || !taxonomy.classes.has(classId)) continue;
    const start = match.index + 1;
    readings.push({ start, end: start + content.length, sense: tagSense(classId, entityOf(attributes), whole) });
  }
  return readings;
}

function classOf(attributes: string): ClassId | undefined {
  const match = CLASS_NAME.exec(attributes);
  return match === null ? undefined : `${match[1]!}.${match[2]!}`;
}

function entityOf(attributes: string): string | undefined {
  const match = ENTITY.exec(attributes);
  return match?.[1] ?? match?.[2] ?? match?.[3];
}

function tagSense(classId: ClassId, entity: string | undefined, tag: string): Sense {
  return {
    class: classId,
    entity: entity === "" ? undefined : entity,
    by: "inline",
    confidence: 1,
    evidence: { pattern: tag },
    precedence: precedenceOf("document", "tag"),
  };
}
