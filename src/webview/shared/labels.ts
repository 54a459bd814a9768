import { type CommonTexts, fill } from "./messages";

const NUMBERS = new Intl.NumberFormat(undefined, { maximumFractionDigits: 2 });

/** A number as people write it in the language of the editor. */
export function number(value: number): string {
  return NUMBERS.format(value);
}

/** That it takes a moment; while files are read, how many of how many are done. */
export function progressLabel(
  { working, reading }: CommonTexts,
  { done, total }: { readonly done?: number; readonly total?: number },
): string {
  return done === undefined || total === undefined ? working : fill(reading, number(done), number(total));
}
