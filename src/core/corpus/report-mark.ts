/** Longer than what stands above the mark in a report, in UTF-16 code units. */
const HEAD_LENGTH = 2000;

const MARK = /^<meta name="generator" content="HealthGeo |^---\n(?:.+\n)*generator: HealthGeo /m;

/** Whether a text is a report that HealthGeo wrote: a corpus does not count what is said about it. */
export function isReport(text: string): boolean {
  return MARK.test(text.slice(0, HEAD_LENGTH));
}
