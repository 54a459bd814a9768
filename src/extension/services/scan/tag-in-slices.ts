import type { Session } from "../../../core";
import type { TimeSlices } from "./time-slices";

/** Tags a text to its end, in slices; false where that was stopped. */
export async function tagInSlices(
  session: Pick<Session, "advance">,
  slices: Pick<TimeSlices, "isOver" | "pause">,
  isStopped: () => boolean = () => false,
): Promise<boolean> {
  while (!session.advance(slices.isOver)) {
    await slices.pause();
    if (isStopped()) return false;
  }
  return true;
}
