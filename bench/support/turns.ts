/** Work to be timed; what it returns keeps the compiler from leaving it out. */
export type Work = () => unknown;

export interface TurnOptions {
  /** Timed runs of each contender. */
  readonly rounds: number;
  /** Rounds before the clock starts; 1 where absent. */
  readonly warmUps?: number;
  /** In milliseconds, 25 where absent: work that takes less is done several times a turn. */
  readonly shortestTurn?: number;
}

/**
 * Times contenders turn and turn about: one run of each a round, so that whatever else the machine does hits all of them.
 * Odd rounds go in the opposite order, so that none always runs on caches which the same other one has emptied. Short work is
 * repeated within a turn: on a busy machine it would else fit between two interruptions, and long work never does.
 *
 * @returns the times of one run of each contender in milliseconds, one a round
 */
export async function takeTurns<Name extends string>(
  contenders: Readonly<Record<Name, Work>>,
  { rounds, warmUps = 1, shortestTurn = 25 }: TurnOptions,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(contenders) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>;
  for (let round = -warmUps; round < rounds; round++) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const milliseconds = await timeTurn(contenders[name], shortestTurn);
      if (round >= 0) times[name].push(milliseconds);
    }
  }
  return times;
}

/** The mean time of the runs that fill a turn. */
async function timeTurn(work: Work, shortestTurn: number): Promise<number> {
  let total = 0;
  let runs = 0;
  do {
    total += await time(work);
    runs++;
  } while (total < shortestTurn);
  return total / runs;
}

/** How long some work takes, in milliseconds; a promise is waited for. */
export async function time(work: Work): Promise<number> {
  const began = performance.now();
  const result = work();
  if (result instanceof Promise) await result;
  return performance.now() - began;
}
