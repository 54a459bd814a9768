import { UsageError } from "./command";

/** The JSON object of one input line; anything else is a usage error that names the place. */
export function parseObject(line: string, place: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new UsageError(`${place}: not a JSON line (${error instanceof Error ? error.message : String(error)}).`);
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new UsageError(`${place}: must be a JSON object.`);
}
