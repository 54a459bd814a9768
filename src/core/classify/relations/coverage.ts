/** What parts of the grammar are looked at; measured one by one in the evaluation. */
export interface Coverage {
  readonly passive: boolean;
  readonly nominal: boolean;
  readonly coordination: boolean;
  readonly resolution: boolean;
  readonly modality: boolean;
  /** Whether compromise says what ambiguous and unknown words are. */
  readonly compromise: boolean;
}

export const FULL_COVERAGE: Coverage = {
  passive: true,
  nominal: true,
  coordination: true,
  resolution: true,
  modality: true,
  compromise: true,
};
