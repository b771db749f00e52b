/** Milliseconds of one piece of work: processor time of this process, all its threads, and time on the wall. */
export interface Timed<T> {
  readonly processor: number;
  readonly wall: number;
  readonly result: T;
}

/** Times work that may wait. On a machine that does other work, processor time is the truer figure. */
export async function timed<T>(work: () => T | Promise<T>): Promise<Timed<T>> {
  const start = performance.now();
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return { processor: (user + system) / 1000, wall: performance.now() - start, result };
}

/** The run of least processor time among several. */
export async function best<T>(runs: number, work: () => T | Promise<T>): Promise<Timed<T>> {
  let least = await timed(work);
  for (let run = 1; run < runs; run++) {
    const next = await timed(work);
    if (next.processor < least.processor) least = next;
  }
  return least;
}
