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
    if (this.#length === this.#values.length) this.#grow();
    this.#values[this.#length++] = value;
  }

  /** Takes off what stands from a place on. */
  truncate(length: number): void {
    this.#length = length;
  }

  toArray(): Int32Array {
    return this.#values.slice(0, this.#length);
  }

  #grow(): void {
    const larger = new Int32Array(this.#values.length * 2);
    larger.set(this.#values);
    this.#values = larger;
  }
}
