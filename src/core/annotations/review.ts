import type { Mention } from "../tagger/mention";
import type { ClassId } from "../taxonomy/scheme";
import type { Span } from "../text/span";
import { anchorAll, type NotPlaced } from "./anchoring/anchoring";
import { byTime } from "./chronology";
import type { Decision, ReviewedMention, UnplacedDecision } from "./decision";
import type { Ledger } from "./ledger/ledger";
import { LEDGER_FOLDER } from "./ledger/ledger-path";
import { SpanSet } from "./anchoring/span-set";

/** What the tagger suggests and what people decided, as one. All lists are sorted by place. */
export interface Review {
  /** Suggested and accepted mentions; they do not overlap. */
  readonly mentions: readonly ReviewedMention[];
  /** Rejected ones; they may overlap mentions, as a rejected reading does inside an accepted longer one. */
  readonly rejected: readonly ReviewedMention[];
  /** Decisions that have no place in the text now, in the order given. */
  readonly unplaced: readonly UnplacedDecision[];
}

/** The ledger that decisions come from, for the evidence of mentions that rest on a decision alone. */
export type DecisionSource = Pick<Ledger, "uri" | "lineOf">;

/**
 * Joins the tagger's mentions, sorted and free of overlaps, with people's decisions on the same text.
 * A decision on a mention overrides the tagger at its span and replaces suggestions that it overlaps. A decision on the
 * whole document holds wherever its quote has its class. Of decisions that contradict each other, the latest holds.
 */
export function review(
  text: string,
  mentions: readonly Mention[],
  decisions: readonly Decision[],
  source: DecisionSource = { uri: LEDGER_FOLDER, lineOf: new Map() },
): Review {
  if (decisions.length === 0)
    return { mentions: mentions.map((mention) => reviewed(mention)), rejected: [], unplaced: [] };
  const reasons = new Map<Decision, NotPlaced>();
  const wholes = wholeDocumentDecisions(decisions);
  const rulings = rulingsBySpan(text, decisions, wholes, reasons);
  const accepted = withoutOverlaps(rulings.values(), reasons);
  const suggestions = new Map(mentions.map((mention) => [spanKey(mention), mention]));

  const undecided = mentions
    .filter((mention) => !rulings.has(spanKey(mention)) && !accepted.overlaps(mention))
    .map((mention) => reviewed(mention, wholes.get(labelKey(mention.class, mention.text))));
  const rejected = [...rulings.values()].filter(({ decision }) => decision.status === "rejected");
  const decided = [...accepted.values(), ...rejected].map(({ start, end, decision }) =>
    decidedMention(text, { start, end }, decision, suggestions.get(spanKey({ start, end })), source),
  );

  const all = [...undecided, ...decided].sort((a, b) => a.start - b.start || a.end - b.end);
  return {
    mentions: all.filter(({ status }) => status !== "rejected"),
    rejected: all.filter(({ status }) => status === "rejected"),
    unplaced: decisions.flatMap((decision) => {
      const notPlaced = reasons.get(decision);
      return notPlaced === undefined ? [] : [{ decision, ...notPlaced }];
    }),
  };
}

/** The decision that holds at a span: the latest on that span, or one on the whole document that contradicts it. */
interface Ruling extends Span {
  readonly local: Decision;
  readonly decision: Decision;
}

/** The latest decisions on the whole document, by class and quote. */
function wholeDocumentDecisions(decisions: readonly Decision[]): Map<string, Decision> {
  const wholes = new Map<string, Decision>();
  for (const decision of decisions) {
    if (decision.scope !== "document") continue;
    const key = labelKey(decision.class, decision.quote);
    wholes.set(key, later(wholes.get(key), decision));
  }
  return wholes;
}

/** What holds at each span that a person decided on; says in `reasons` why decisions have no span. */
function rulingsBySpan(
  text: string,
  decisions: readonly Decision[],
  wholes: ReadonlyMap<string, Decision>,
  reasons: Map<Decision, NotPlaced>,
): Map<string, Ruling> {
  const local = decisions.filter(({ scope }) => scope === "mention");
  const rulings = new Map<string, Ruling>();
  for (const [index, anchoring] of anchorAll(text, local).entries()) {
    const decision = local[index]!;
    if ("reason" in anchoring) {
      reasons.set(decision, anchoring);
      continue;
    }
    const key = spanKey(anchoring.placed);
    const latest = later(rulings.get(key)?.local, decision);
    const whole = wholes.get(labelKey(latest.class, latest.quote));
    const isContradicted = whole !== undefined && whole.status !== latest.status && byTime(whole, latest) > 0;
    rulings.set(key, { ...anchoring.placed, local: latest, decision: isContradicted ? whole : latest });
  }
  return rulings;
}

/** The accepted spans; of overlapping ones the latest, and `reasons` says so of the others. */
function withoutOverlaps(rulings: Iterable<Ruling>, reasons: Map<Decision, NotPlaced>): SpanSet<Ruling> {
  const accepted = new SpanSet<Ruling>();
  const latestFirst = [...rulings]
    .filter(({ decision }) => decision.status === "accepted")
    .sort((a, b) => byTime(b.decision, a.decision) || a.start - b.start);
  for (const ruling of latestFirst) {
    const winner = accepted.add(ruling);
    if (winner === undefined || winner.decision.curates?.includes(ruling.local.id) === true) continue;
    const reason = `“${ruling.local.quote}” overlaps “${winner.local.quote}”, which was decided later.`;
    reasons.set(ruling.local, { reason });
  }
  return accepted;
}

function reviewed(mention: Mention, decision?: Decision): ReviewedMention {
  return decision === undefined
    ? { ...mention, status: "suggested" }
    : { ...mention, status: decision.status, decision };
}

/** A span as its decision has it; with the tagger's evidence where that suggested the same, or what was rejected. */
function decidedMention(
  text: string,
  span: Span,
  decision: Decision,
  suggestion: Mention | undefined,
  source: DecisionSource,
): ReviewedMention {
  if (suggestion !== undefined && (decision.status === "rejected" || agrees(suggestion, decision))) {
    return reviewed(suggestion, decision);
  }
  const { id, class: classId, entity, quote, status } = decision;
  return {
    ...span,
    text: text.slice(span.start, span.end),
    class: classId,
    ...(entity === undefined ? {} : { entity }),
    by: "decision",
    confidence: 1,
    evidence: { pattern: quote, pack: "decisions", uri: source.uri, line: source.lineOf.get(id) ?? 1 },
    status,
    decision,
  };
}

/** A decision that names no entity leaves the suggested one, unless it says that the person took that away. */
function agrees({ class: classId, entity }: Mention, decision: Decision): boolean {
  const isUnlinked = decision.entity === undefined && decision.suggestedEntity !== undefined;
  return classId === decision.class && (isUnlinked ? entity === undefined : (decision.entity ?? entity) === entity);
}

function later(a: Decision | undefined, b: Decision): Decision {
  return a === undefined || byTime(a, b) <= 0 ? b : a;
}

function spanKey({ start, end }: Span): string {
  return `${start}:${end}`;
}

function labelKey(classId: ClassId, quote: string): string {
  return `${classId}\n${quote}`;
}
