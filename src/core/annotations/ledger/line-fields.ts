import type { Ordinal, Quote } from "../decision";

/** What is wrong with a line of a ledger, and what to do about it. */
export interface LineFault {
  readonly code: string;
  readonly message: string;
}

/** What a field of a line may hold. */
export interface FieldRule {
  readonly required: boolean;
  /** Completes the sentence "… must be". */
  readonly expected: string;
  readonly allows: (value: unknown) => boolean;
  /** Code of the fault where the value is not allowed. */
  readonly code: string;
}

/** The fields of one kind of line, in the order in which they are written. */
export type FieldRules<T> = Readonly<Record<keyof T & string, FieldRule>>;

export const required = { required: true, code: "ledger.wrong-field" };
export const optional = { required: false, code: "ledger.wrong-field" };
export const text = { expected: "text", allows: (value: unknown) => typeof value === "string" };
export const words = {
  expected: "text that is not empty",
  allows: (value: unknown) => typeof value === "string" && value !== "",
};
export const time = { expected: 'a time in UTC such as "2026-07-01T09:30:00Z"', allows: isUtcTime };
export const ordinal = { expected: 'two whole numbers such as {"nth":1,"of":2}', allows: isOrdinal };
export const ids = { expected: 'a list of ids such as ["3e0454e07d1d17f1"]', allows: isListOfWords };
export const count = { expected: "a whole number above zero", allows: isCount };
export const place = {
  expected: 'the words and what stands around them, such as {"quote":"WHO","prefix":"the ","suffix":" said"}',
  allows: isQuote,
};

/** A line nested deeper than this is not read: writing it again could exhaust the stack. */
const DEEPEST = 32;

/** Longer values are cut in messages, in UTF-16 code units. */
const LONGEST_VALUE = 40;

/** The fields of a line in the order of the file; undefined where it is no JSON object or nested too deep. */
export function parseRecord(line: string): Map<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isObject(value) && isShallow(value, DEEPEST) ? new Map(Object.entries(value)) : undefined;
  } catch {
    return undefined;
  }
}

/** What is wrong with the fields of a line; `what` names its kind, as "decision". */
export function faultsOf<T>(rules: FieldRules<T>, fields: ReadonlyMap<string, unknown>, what: string): LineFault[] {
  const faults: LineFault[] = [];
  // A plain loop: a ledger may have thousands of lines, and hardly any has a fault.
  for (const [name, rule] of Object.entries<FieldRule>(rules)) {
    const fault = faultOf(name, rule, fields, what);
    if (fault !== undefined) faults.push(fault);
  }
  return faults;
}

/** The fields of a line that its kind knows, in the order in which they are written. */
export function knownFieldsOf<T>(rules: FieldRules<T>, fields: ReadonlyMap<string, unknown>): T {
  const known: Record<string, unknown> = {};
  for (const name of Object.keys(rules)) if (fields.has(name)) known[name] = fields.get(name);
  return known as T;
}

/** The fields of a line that this version of the format does not know. */
export function unknownFieldsOf<T>(rules: FieldRules<T>, line: string): [name: string, value: unknown][] {
  return [...(parseRecord(line) ?? [])].filter(([name]) => !Object.hasOwn(rules, name));
}

/** Writes one line. Fields that `former`, the line until now, has from another version of the format are kept. */
export function formatLine<T extends object>(rules: FieldRules<T>, value: T, former?: string): string {
  const others = former === undefined ? [] : unknownFieldsOf(rules, former);
  const known = (Object.keys(rules) as (keyof T & string)[]).map((name) => [name, value[name]] as const);
  const members = [...known, ...others]
    .filter(([, member]) => member !== undefined)
    .map(([name, member]) => `${JSON.stringify(name)}:${JSON.stringify(member)}`);
  return escapeLineEnds(`{${members.join(",")}}`);
}

export function oneOf(values: readonly string[]): Pick<FieldRule, "expected" | "allows"> {
  return {
    expected: values.map((value) => `"${value}"`).join(" or "),
    allows: (value) => typeof value === "string" && values.includes(value),
  };
}

export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function faultOf(
  name: string,
  { required, expected, allows, code }: FieldRule,
  fields: ReadonlyMap<string, unknown>,
  what: string,
): LineFault | undefined {
  if (!fields.has(name)) {
    return required
      ? { code: "ledger.missing-field", message: `This ${what} has no "${name}". It must be ${expected}.` }
      : undefined;
  }
  const value = fields.get(name);
  return allows(value) ? undefined : { code, message: `"${name}" is ${shown(value)}. It must be ${expected}.` };
}

function shown(value: unknown): string {
  if (typeof value === "object" && value !== null) return Array.isArray(value) ? "a list" : "an object";
  const json = JSON.stringify(value);
  return json.length <= LONGEST_VALUE ? json : `${json.slice(0, LONGEST_VALUE)}…`;
}

/** Some editors take U+2028 and U+2029 for line ends, and warn of them. */
function escapeLineEnds(json: string): string {
  return json.replace(/[\u2028\u2029]/g, (end) => `\\u${end.charCodeAt(0).toString(16)}`);
}

function isShallow(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return true;
  return levels > 0 && Object.values(value).every((member) => isShallow(member, levels - 1));
}

function isUtcTime(value: unknown): boolean {
  return (
    typeof value === "string" &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value) &&
    !Number.isNaN(Date.parse(value))
  );
}

function isListOfWords(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(words.allows);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

function isOrdinal(value: unknown): value is Ordinal {
  if (!isObject(value)) return false;
  const { nth, of, sentence } = value as Partial<Record<keyof Ordinal, unknown>>;
  return isCount(nth) && isCount(of) && of > 1 && nth <= of && (sentence === undefined || words.allows(sentence));
}

function isQuote(value: unknown): value is Quote {
  if (!isObject(value)) return false;
  const { quote, prefix, suffix, occurrence, rival } = value as Partial<Record<keyof Quote, unknown>>;
  const isPlaced = words.allows(quote) && text.allows(prefix) && text.allows(suffix);
  return isPlaced && (occurrence === undefined || isOrdinal(occurrence)) && (rival === undefined || isCount(rival));
}
