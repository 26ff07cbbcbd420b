/** Times of one piece of work, in milliseconds. */
export interface Timing {
  readonly median: number;
  readonly fastest: number;
}

/** Runs before anything counts, so that the engine's compiler has seen the code. */
const WARM_UP = 5;

/** Runs a piece of work often enough to trust its median. */
export async function timed(runs: number, work: () => unknown): Promise<Timing> {
  for (let run = 0; run < Math.min(WARM_UP, runs); run += 1) await work();
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  return { median: times[Math.floor(runs / 2)] ?? 0, fastest: times[0] ?? 0 };
}
