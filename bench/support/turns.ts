/** Work to be timed; what it returns keeps the compiler from leaving it out. */
export type Work = () => unknown;

export interface TurnOptions {
  /** Timed runs of each contender. */
  readonly rounds: number;
  /** Rounds before the clock starts; 1 where absent. */
  readonly warmUps?: number;
}

/**
 * Times contenders turn and turn about: one run of each a round, so that whatever else the machine does hits all of them.
 * Odd rounds go in the opposite order, so that none always runs on caches which the same other one has emptied.
 *
 * @returns the times of each contender in milliseconds, one a round
 */
export async function takeTurns<Name extends string>(
  contenders: Readonly<Record<Name, Work>>,
  { rounds, warmUps = 1 }: TurnOptions,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(contenders) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>;
  for (let round = -warmUps; round < rounds; round++) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const milliseconds = await time(contenders[name]);
      if (round >= 0) times[name].push(milliseconds);
    }
  }
  return times;
}

/** How long some work takes, in milliseconds; a promise is waited for. */
export async function time(work: Work): Promise<number> {
  const began = performance.now();
  const result = work();
  if (result instanceof Promise) await result;
  return performance.now() - began;
}
