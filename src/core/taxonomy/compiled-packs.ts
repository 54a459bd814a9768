import type { Pack } from "./model";

/** Reads packs from the JSON that the build made of them (`dist/taxonomy.json`); it was checked when it was written. */
export function parsePackJson(json: string): readonly Pack[] {
  return JSON.parse(json) as readonly Pack[];
}
