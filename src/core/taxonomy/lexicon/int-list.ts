/** A list of 32-bit integers that grows. */
export class IntList {
  #values: Int32Array;
  #length = 0;

  /** @param capacity for how many there is room at first */
  constructor(capacity = 1024) {
    this.#values = new Int32Array(capacity);
  }

  get length(): number {
    return this.#length;
  }

  at(place: number): number {
    return this.#values[place]!;
  }

  set(place: number, value: number): void {
    this.#values[place] = value;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) this.#values = twiceAsLong(this.#values);
    this.#values[this.#length++] = value;
  }

  /** Takes off what stands from a place on. */
  truncate(length: number): void {
    this.#length = length;
  }

  /** What is in the list now, not copied: what is pushed later does not show. */
  view(): Int32Array {
    return this.#values.subarray(0, this.#length);
  }
}

/** A copy with as much room again behind it. */
export function twiceAsLong(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}
