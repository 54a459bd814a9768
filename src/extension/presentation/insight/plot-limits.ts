/** Places closer than this part of their document are one mark: on a screen they would be one anyway. */
const PLACES_PER_DOCUMENT = 200;

/** Longer lists are of no use in a drop-down. */
export const MAX_CHOICES = 100;

/** Which mark a place belongs to; `at` is where in its document it stands, 0 to 1. */
export function slotOf(at: number): number {
  return Math.floor(at * PLACES_PER_DOCUMENT);
}
