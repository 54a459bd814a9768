import type { Context } from "../context";
import { hostileTexts } from "../corpus/hostile";
import type { TermMatcher } from "../engine";
import type { Measured, Row } from "../row";
import { median, megabytesPerSecond } from "../support/statistics";
import { takeTurns } from "../support/turns";
import { createOurs } from "./matcher-comparison";

/** The speed on each text as a ratio to that on the prose, measured turn and turn about. */
async function* compareTexts(
  matcher: TermMatcher,
  prose: string,
  others: Readonly<Record<string, string>>,
  rounds: number,
): AsyncGenerator<Measured & { value: number }> {
  const speedOf = (text: string, times: readonly number[]) =>
    megabytesPerSecond(Buffer.byteLength(text), median(times));
  for (const [measure, text] of Object.entries(others)) {
    const times = await takeTurns({ prose: () => matcher.match(prose), text: () => matcher.match(text) }, { rounds });
    const [ours, onProse] = [speedOf(text, times.text), speedOf(prose, times.prose)];
    // By code units: text in other scripts has up to three bytes for each unit that a matcher looks at.
    const perUnit = median(times.prose) / prose.length / (median(times.text) / text.length);
    yield {
      measure,
      value: perUnit,
      ours: { value: ours, unit: "MB/s" },
      peer: { name: "ours, 1 MB of prose", value: onProse, unit: "MB/s" },
    };
  }
}

async function* run(context: Context): AsyncGenerator<Measured> {
  const prose = context.text("1MB");
  yield* compareTexts(createOurs(context, "10k"), prose, { "10 MB against 1 MB": context.text("10MB") }, 7);
  let worst: (Measured & { value: number }) | undefined;
  const hostile = hostileTexts(prose, context.terms("100k"));
  for await (const measured of compareTexts(createOurs(context, "100k"), prose, hostile, 9)) {
    yield measured;
    if (worst === undefined || measured.value < worst.value) worst = measured;
  }
  yield { ...worst!, measure: "worst hostile text against prose", details: { text: worst!.measure } };
}

export const texts: Row = { id: "8", run };
