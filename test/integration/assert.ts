/**
 * The part of `node:assert/strict` that the suite uses, for hosts without Node: the build puts it in Node's place, so a test
 * file imports `node:assert/strict` as everywhere else.
 */

/** A failed assertion. */
class AssertionError extends Error {
  override readonly name = "AssertionError";
}

function ok(value: unknown, message?: string): asserts value {
  if (!value) throw new AssertionError(message ?? `expected something true, got ${show(value)}`);
}

function equal(actual: unknown, expected: unknown, message?: string): void {
  ok(Object.is(actual, expected), message ?? `expected ${show(expected)}, got ${show(actual)}`);
}

function notEqual(actual: unknown, expected: unknown, message?: string): void {
  ok(!Object.is(actual, expected), message ?? `expected something else than ${show(expected)}`);
}

function deepEqual(actual: unknown, expected: unknown, message?: string): void {
  ok(sameStructure(actual, expected), message ?? `expected ${show(expected)}\ngot      ${show(actual)}`);
}

function match(text: string, pattern: RegExp, message?: string): void {
  ok(pattern.test(text), message ?? `expected ${String(pattern)} to match ${show(text)}`);
}

function doesNotMatch(text: string, pattern: RegExp, message?: string): void {
  ok(!pattern.test(text), message ?? `expected ${String(pattern)} not to match ${show(text)}`);
}

function throws(action: () => unknown, expected?: RegExp): void {
  let error: unknown;
  try {
    action();
  } catch (thrown) {
    error = thrown;
  }
  checkThrown(error, expected);
}

async function rejects(action: PromiseLike<unknown> | (() => PromiseLike<unknown>), expected?: RegExp): Promise<void> {
  let error: unknown;
  try {
    await (typeof action === "function" ? action() : action);
  } catch (thrown) {
    error = thrown;
  }
  checkThrown(error, expected);
}

function checkThrown(error: unknown, expected?: RegExp): void {
  ok(error !== undefined, "expected an error");
  if (expected !== undefined) match(error instanceof Error ? error.toString() : show(error), expected);
}

function fail(message = "failed"): never {
  throw new AssertionError(message);
}

function sameStructure(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  if (a instanceof Map && b instanceof Map) return sameStructure([...a], [...b]);
  if (a instanceof Set && b instanceof Set) return sameStructure([...a], [...b]);
  if (a instanceof Date && b instanceof Date) return a.getTime() === b.getTime();
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
  return (
    left.length === right.size && left.every(([key, value]) => right.has(key) && sameStructure(value, right.get(key)))
  );
}

function show(value: unknown): string {
  return value === undefined ? "undefined" : JSON.stringify(value, undefined, 2);
}

const ASSERT = Object.assign(ok, {
  AssertionError,
  ok,
  equal,
  strictEqual: equal,
  notEqual,
  notStrictEqual: notEqual,
  deepEqual,
  deepStrictEqual: deepEqual,
  match,
  doesNotMatch,
  throws,
  rejects,
  fail,
});

export default ASSERT;
