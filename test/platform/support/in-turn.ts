/** Does something to each of a list, a few at a time: enough to keep two cores busy, few enough for the burst limit. */
export const forEach = async <T>(
  all: readonly T[],
  work: (each: T) => Promise<unknown>,
  atOnce = 6,
): Promise<void> => {
  const line = [...all];
  const worker = async (): Promise<void> => {
    for (let next = line.shift(); next !== undefined; next = line.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
};
