/** Who writes a line of a ledger, and when. */
export interface Signature {
  readonly author?: string;
  /** ISO 8601, UTC, such as `2026-07-01T09:30:00Z`. */
  readonly time: string;
}
