export interface Figures {
  readonly minMs: number;
  readonly medianMs: number;
  readonly runs: number;
}

/** Runs some work several times, after one run to warm up, and gives its last result and its times in milliseconds. */
export function measure<T>(work: () => T, runs: number): { result: T; figures: Figures } {
  let result = work();
  const times: number[] = [];
  for (let i = 0; i < runs; i++) {
    const began = performance.now();
    result = work();
    times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  return { result, figures: { minMs: times[0]!, medianMs: times[times.length >> 1]!, runs } };
}

/** One JSON line per measurement; times rounded to hundredths. */
export function report(name: string, figures: Readonly<Record<string, number>>): void {
  const rounded = Object.entries(figures).map(([key, value]) => [key, Math.round(value * 100) / 100]);
  console.log(JSON.stringify({ bench: name, ...Object.fromEntries(rounded) }));
}
