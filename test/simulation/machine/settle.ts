/** Counts everything that happens, so that it can be seen when nothing happens any more. */
export type Activity = { readonly mark: () => void; readonly settled: () => Promise<void> };

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/**
 * Nothing in the simulated cloud waits for real time: containers reach the outside by calls that are held, and
 * timers that are fired. So all has come to rest when whole turns of the event loop go by without a mark.
 */
export const createActivity = (): Activity => {
  let count = 0;
  return {
    mark: () => {
      count++;
    },
    settled: async () => {
      for (let quiet = 0; quiet < 2; ) {
        const before = count;
        await turn();
        quiet = count === before ? quiet + 1 : 0;
      }
    },
  };
};
