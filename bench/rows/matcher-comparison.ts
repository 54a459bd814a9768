import type { Context } from "../context";
import type { TermCount } from "../corpus/terms";
import { buildLexicon, TermMatcher } from "../engine";
import type { PeerMatcher } from "../peers/peer";
import type { Measured } from "../row";
import { countDifferences, coveredUnits } from "../support/spans";
import { median, medianRatio, megabytesPerSecond } from "../support/statistics";
import { takeTurns, type Work } from "../support/turns";

export interface Comparison {
  /** The goal that is answered. */
  readonly measure: string;
  readonly text: string;
  readonly rounds: number;
  /** What is timed of the peer; its `match` where absent. */
  readonly timed?: Work;
}

/** Our matcher with the plain terms of a list. */
export function createOurs(context: Context, count: TermCount): TermMatcher {
  return new TermMatcher(buildLexicon(context.terms(count), "plain"));
}

/** Times our matcher against another's on one text, and counts where the two disagree. */
export async function compareMatchers(
  ours: TermMatcher,
  peer: PeerMatcher,
  { measure, text, rounds, timed }: Comparison,
): Promise<Measured> {
  const [ourSpans, theirSpans] = [ours.match(text), peer.match(text)];
  const times = await takeTurns({ ours: () => ours.match(text), peer: timed ?? (() => peer.match(text)) }, { rounds });
  const bytes = Buffer.byteLength(text);
  const speed = (milliseconds: readonly number[]) =>
    ({ value: megabytesPerSecond(bytes, median(milliseconds)), unit: "MB/s" }) as const;
  return {
    measure,
    value: medianRatio(times.peer, times.ours),
    ours: speed(times.ours),
    peer: { name: peer.name, ...speed(times.peer) },
    details: {
      bytes,
      ourSpans: ourSpans.length / 2,
      peerSpans: theirSpans.length / 2,
      ...countDifferences(ourSpans, theirSpans),
      covered: coveredUnits(ourSpans) / text.length,
      rounds,
    },
  };
}
